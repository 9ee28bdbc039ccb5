/// How a quiz goes: what it asks, and when it says what was right.
public enum QuizMode: String, CaseIterable, Codable, Sendable {
  /// Feedback after each answer.
  case practice
  /// Against the clock, feedback at the end.
  case exam
  /// What the scheduler says is due.
  case due
  /// What went wrong, until it was answered right twice.
  case mistakes
  /// What is left before an interview, spread over the days. It leaves every schedule as it is.
  case cram
  /// Questions answered aloud, points ticked by oneself.
  case interview

  public var feedback: QuizPlan.Feedback { self == .exam ? .final : .immediate }
}
