public import Markdown

/// How an item is answered, with what that needs.
public enum ItemKind: Sendable, Equatable {
  /// Exactly one option is right.
  case choice(options: [Option])
  /// More than one option is right.
  case several(options: [Option])
  /// The steps, in the right order.
  case order(steps: [Piece])
  case match(Matching)
  /// The gaps, in the order of the text.
  case gap([Gap])
  case number(NumberTemplate)
  /// The weights of a run are drawn, and one option says what they are.
  case picture(Experiment, options: [Option])
  /// The code above the options has a fault; a run shows it after the answer, where there is one.
  case bug(shows: Experiment?, options: [Option])

  /// The word of the file format for it: `choice`.
  public var name: String {
    switch self {
    case .choice: "choice"
    case .several: "several"
    case .order: "order"
    case .match: "match"
    case .gap: "gap"
    case .number: "number"
    case .picture: "picture"
    case .bug: "bug"
    }
  }

  /// The options to choose from; none where something else is asked.
  public var options: [Option] {
    switch self {
    case .choice(let options), .several(let options), .picture(_, let options), .bug(_, let options): options
    case .order, .match, .gap, .number: []
    }
  }

  /// Whether exactly one of its options is to be chosen.
  public var isChoice: Bool {
    if case .several = self { return false }
    return !options.isEmpty
  }

  /// The run that belongs to the item itself.
  public var experiment: Experiment? {
    switch self {
    case .picture(let experiment, _): experiment
    case .bug(let experiment, _): experiment
    case .choice, .several, .order, .match, .gap, .number: nil
    }
  }
}

/// One answer to choose.
public struct Option: Sendable, Equatable {
  public let text: [Inline]
  public let isRight: Bool
  public let explanation: [Block]
  public let location: Location

  public init(text: [Inline], isRight: Bool, explanation: [Block], location: Location) {
    self.text = text
    self.isRight = isRight
    self.explanation = explanation
    self.location = location
  }
}
