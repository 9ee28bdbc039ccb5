public import Learning

/// What the configuration file can change, with its defaults.
public struct Settings: Hashable, Sendable {
  /// Items of a practice quiz.
  public var quizItems = 10
  /// Feedback after each item, or only at the end.
  public var givesFeedbackAtOnce = true
  /// The chance of recall that reviews aim for, 0.7…0.99.
  public var retention = 0.9
  /// The colour map of weights.
  public var colours = "viridis"
  /// The day of the learner's interview.
  public var interview: Day?

  public init() {}
}
