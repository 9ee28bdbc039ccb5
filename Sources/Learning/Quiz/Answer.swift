/// What a learner answers.
public enum Answer: Equatable, Sendable {
  /// The place, from 0, of the chosen option as it is shown.
  case option(Int)
  case options(Set<Int>)
  /// The places, as they are shown at first, of the steps of an order, or of the right sides of a match, from the first
  /// row on.
  case arranged([Int])
  /// The words in the gaps, as typed.
  case gaps([String])
  /// As typed.
  case number(String)
  /// Nothing: the learner does not know.
  case unknown
  /// How well the question as a whole was known.
  case grade(Grade)
}

/// Why an answer cannot be judged. It is asked for again, and never counts as wrong.
public enum UnreadableAnswer: Error, Equatable, Sendable {
  case notANumber(String)
  case noSuchOption(Int)
  case nothingChosen
  /// Not each piece stands in exactly one place.
  case notArranged
  /// A gap is empty.
  case emptyGap
  /// It answers another kind of item.
  case otherKind
}

extension UnreadableAnswer: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notANumber(let text): text.isEmpty ? "type a number" : "not a number yet"
    case .noSuchOption(let place): "there is no option \(place + 1)"
    case .nothingChosen: "choose an option first"
    case .notArranged: "name each piece once"
    case .emptyGap: "fill every gap"
    case .otherKind: "this item is answered in another way"
    }
  }
}
