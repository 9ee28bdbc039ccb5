public import Foundation

/// The name of one quiz that was taken.
public struct QuizID: Hashable, Sendable, Codable, LosslessStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }

  /// The quiz that began at a moment with a seed.
  public init(at start: Date, seed: UInt64) {
    self.init("\(start.milliseconds)-\(String(seed, radix: 16))")
  }

  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// What a quiz asks, in which order and how. Together with the answers in the log it is the whole quiz, so an
/// interrupted one can be taken up where it stopped.
public struct QuizPlan: Codable, Equatable, Identifiable, Sendable {
  public enum Feedback: String, Codable, CaseIterable, Sendable {
    /// After each answer: practice.
    case immediate
    /// At the end: an exam. What is left open then counts as 0.
    case final
  }

  public let id: QuizID
  public let cards: [CardID]
  /// Orders the options and fills the templates.
  public let seed: UInt64
  public let feedback: Feedback
  /// The topics that were asked for; empty for all.
  public let topics: [String]
  /// The language that it began in.
  public let language: String

  public init(
    id: QuizID, cards: [CardID], seed: UInt64, feedback: Feedback, topics: [String] = [], language: String
  ) {
    self.id = id
    self.cards = cards
    self.seed = seed
    self.feedback = feedback
    self.topics = topics
    self.language = language
  }
}
