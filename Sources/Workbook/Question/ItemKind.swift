public import Markdown

/// How an item is answered, with what that needs.
public enum ItemKind: Sendable, Equatable {
  /// Exactly one option is right.
  case choice(options: [Option])
  /// More than one option is right.
  case several(options: [Option])
  case number(NumberTemplate)

  /// The word of the file format for it: `choice`.
  public var name: String {
    switch self {
    case .choice: "choice"
    case .several: "several"
    case .number: "number"
    }
  }

  /// The options of a choice, else none.
  public var options: [Option] {
    switch self {
    case .choice(let options), .several(let options): options
    case .number: []
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
