public import Workbook

/// What is scheduled: a quiz item, or the question as a whole, which learners grade themselves.
///
/// The same in every language. What the item asks may be corrected without losing its schedule, as reviews keep a
/// fingerprint of what was asked apart.
public struct CardID: Hashable, Comparable, Sendable {
  public let question: QuestionID
  /// The item's number from 1; nothing for the question as a whole.
  public let item: Int?

  public init(question: QuestionID, item: Int? = nil) {
    self.question = question
    self.item = item
  }

  public init(_ item: ItemID) { self.init(question: item.question, item: item.number) }

  public var topic: String { question.topic }

  public static func < (a: CardID, b: CardID) -> Bool {
    a.question == b.question ? (a.item ?? 0) < (b.item ?? 0) : a.question < b.question
  }
}

extension CardID: LosslessStringConvertible {
  /// Reads `topic/slug#2` for an item and `topic/slug` for the question as a whole.
  public init?(_ description: String) {
    if let item = ItemID(description) {
      self.init(item)
    } else if let question = QuestionID(description) {
      self.init(question: question)
    } else {
      return nil
    }
  }

  public var description: String { item.map { "\(question)#\($0)" } ?? "\(question)" }
}

extension CardID: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let id = CardID(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "“\(text)” is not a card's id (topic/slug#item)"))
    }
    self = id
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
