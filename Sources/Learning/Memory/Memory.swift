public import Foundation

/// What FSRS knows of one card after its last review. A card that was never reviewed has none.
public struct Memory: Equatable, Sendable {
  public enum State: String, Codable, Sendable {
    /// Met, and still in the steps of the first day.
    case learning
    /// Scheduled by days.
    case review
    /// Forgotten after it had been scheduled by days, and in the steps again.
    case relearning
  }

  /// Days after which the chance of recall has fallen to 90 %.
  public var stability: Double
  /// From 1, easy, to 10, hard.
  public var difficulty: Double
  public var state: State
  /// The step that the card stands at while it is learned; 0 in `review`.
  public var step: Int
  /// What the last grade set: whole days of 86,400 seconds in `review`, else the seconds of a step.
  public var interval: TimeInterval
  public var due: Date
  public var lastReview: Date
  /// How often the card was reviewed.
  public var reviews: Int
  /// How often it was forgotten while it was scheduled by days.
  public var lapses: Int

  public init(
    stability: Double, difficulty: Double, state: State, step: Int = 0, interval: TimeInterval, due: Date,
    lastReview: Date, reviews: Int = 1, lapses: Int = 0
  ) {
    self.stability = stability
    self.difficulty = difficulty
    self.state = state
    self.step = step
    self.interval = interval
    self.due = due
    self.lastReview = lastReview
    self.reviews = reviews
    self.lapses = lapses
  }

  /// A card forgotten this often keeps slipping: it wants another explanation, not another repetition.
  public static let leechLapses = 8

  public var isLeech: Bool { lapses >= Self.leechLapses }

  public func isDue(at now: Date) -> Bool { due <= now }
}
