/// One answer, as the log keeps it.
public struct Review: Codable, Equatable, Sendable {
  public var card: CardID
  public var grade: Grade
  /// From 0 to 1; nothing where learners grade themselves.
  public var score: Double?
  /// From the question's appearance to the answer.
  public var seconds: Double
  /// How many hints were shown before the answer, 0 to 3.
  public var hints: Int
  /// What was typed, or the numbers of the chosen options as the file orders them, from 1: `1,3`.
  public var answer: String
  /// The item's fingerprint when it was asked; empty for the question as a whole.
  public var fingerprint: String
  /// The language that it was asked in.
  public var language: String
  public var quiz: QuizID?
  /// The days until it falls due, as the button of its grade showed them; nothing where the card stays in its steps.
  public var interval: Int?

  public init(
    card: CardID, grade: Grade, score: Double? = nil, seconds: Double, hints: Int = 0, answer: String = "",
    fingerprint: String = "", language: String, quiz: QuizID? = nil,
    interval: Int? = nil
  ) {
    self.card = card
    self.grade = grade
    self.score = score
    self.seconds = seconds
    self.hints = hints
    self.answer = answer
    self.fingerprint = fingerprint
    self.language = language
    self.quiz = quiz
    self.interval = interval
  }
}
