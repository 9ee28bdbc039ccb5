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
  public let mode: QuizMode
  /// How many seconds an exam may take; nothing where no clock runs out.
  public let limit: Double?
  /// The topics that were asked for; empty for all.
  public let topics: [String]
  /// The language that it began in.
  public let language: String

  public init(
    id: QuizID, cards: [CardID], seed: UInt64, feedback: Feedback = .immediate, mode: QuizMode? = nil,
    limit: Double? = nil, topics: [String] = [], language: String
  ) {
    self.id = id
    self.cards = cards
    self.seed = seed
    self.mode = mode ?? (feedback == .final ? .exam : .practice)
    self.feedback = mode?.feedback ?? feedback
    self.limit = limit
    self.topics = topics
    self.language = language
  }

  /// The mode and its limit are missing in a log of the first version, and a newer program may know other modes.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(QuizID.self, forKey: .id)
    cards = try fields.decode([CardID].self, forKey: .cards)
    seed = try fields.decode(UInt64.self, forKey: .seed)
    feedback = try fields.decode(Feedback.self, forKey: .feedback)
    let named = try fields.decodeIfPresent(String.self, forKey: .mode).flatMap { QuizMode(rawValue: $0) }
    mode = named ?? (feedback == .final ? .exam : .practice)
    limit = try fields.decodeIfPresent(Double.self, forKey: .limit)
    topics = try fields.decode([String].self, forKey: .topics)
    language = try fields.decode(String.self, forKey: .language)
  }
}
