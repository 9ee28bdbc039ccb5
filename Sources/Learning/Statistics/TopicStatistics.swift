/// Where a learner stands with one topic.
public struct TopicStatistics: Identifiable, Equatable, Sendable {
  /// The topic's.
  public let id: String
  /// The mean chance of recall over all cards of the topic, with 0 for those never met.
  public internal(set) var mastery = Share()
  public internal(set) var questions = 0
  /// Questions of which at least one card was reviewed.
  public internal(set) var met = 0
  /// Cards that are due now.
  public internal(set) var due = 0
  /// The points of its items answered, of those there were to win.
  public internal(set) var right = Share()
  /// The median time of an item answered; nothing without one.
  public internal(set) var secondsPerItem: Double?
  /// Of all its cards together.
  public internal(set) var lapses = 0

  public var cards: Int { mastery.of }
}
