public import Markdown

/// The name of a quiz item: its question, and its number within the question, from 1.
public struct ItemID: Hashable, Comparable, Sendable, LosslessStringConvertible {
  public let question: QuestionID
  public let number: Int

  public init(question: QuestionID, number: Int) {
    self.question = question
    self.number = number
  }

  /// Reads `topic/slug#2`.
  public init?(_ description: String) {
    let parts = description.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, let question = QuestionID(String(parts[0])), let number = Int(parts[1]), number > 0 else {
      return nil
    }
    self.init(question: question, number: number)
  }

  public var description: String { "\(question)#\(number)" }

  public static func < (one: ItemID, other: ItemID) -> Bool {
    (one.question, one.number) < (other.question, other.number)
  }
}

/// One thing that a quiz can ask.
public struct Item: Sendable, Identifiable, Equatable {
  public let id: ItemID
  public let prompt: [Inline]
  /// What stands between the prompt and the answers: a table, code, a second paragraph.
  public let body: [Block]
  public let kind: ItemKind
  /// The general explanation, shown after the answer; empty where the file gives none.
  public let explanation: [Block]
  /// A hash of what is asked and what is right, not of the explanations.
  public let fingerprint: String
  /// Where its heading stands in the file.
  public let location: Location

  public init(
    id: ItemID, prompt: [Inline], body: [Block], kind: ItemKind, explanation: [Block], fingerprint: String,
    location: Location
  ) {
    self.id = id
    self.prompt = prompt
    self.body = body
    self.kind = kind
    self.explanation = explanation
    self.fingerprint = fingerprint
    self.location = location
  }
}
