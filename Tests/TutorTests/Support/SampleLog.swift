import Foundation
import Learning
import Workbook

/// Three weeks of practice with the sample bank, few enough answers that every figure can be counted by hand.
enum SampleLog {
  /// Ten in the morning, some days before the desk's own.
  static func day(_ ago: Int, minute: Int = 0) -> Date { Desk.morning - Double(ago) * 86_400 + Double(minute) * 60 }

  static let quiz = QuizPlan(
    id: QuizID("first"),
    cards: [SampleBank.choice, SampleBank.several, SampleBank.second, SampleBank.bytes, SampleBank.bare], seed: 1,
    feedback: .immediate, language: "en")

  static func review(
    _ card: CardID, _ grade: Grade, score: Double? = nil, seconds: Double = 30, quiz: QuizID? = nil
  ) -> Learning.Event {
    .review(Review(card: card, grade: grade, score: score, seconds: seconds, language: "en", quiz: quiz))
  }

  /// A quiz of five items, 3.5 points; then on each of the last three days the question as a whole, known at first,
  /// forgotten at last.
  static let events: [(Date, Learning.Event)] = [
    (day(20), .quizStarted(quiz)),
    (day(20, minute: 1), review(SampleBank.choice, .good, score: 1, seconds: 20, quiz: quiz.id)),
    (day(20, minute: 2), review(SampleBank.several, .hard, score: 0.5, seconds: 40, quiz: quiz.id)),
    (day(20, minute: 3), review(SampleBank.second, .good, score: 1, seconds: 30, quiz: quiz.id)),
    (day(20, minute: 4), review(SampleBank.bytes, .again, score: 0, seconds: 60, quiz: quiz.id)),
    (day(20, minute: 5), review(SampleBank.bare, .good, score: 1, seconds: 50, quiz: quiz.id)),
    (day(20, minute: 6), .quizEnded(quiz.id)),
    (day(20, minute: 7), .read(SampleBank.shift, parts: 1, of: 2)),
    (day(3), review(CardID(question: SampleBank.scale), .easy)),
    (day(2), review(CardID(question: SampleBank.causal), .easy)),
    (day(2, minute: 20), review(SampleBank.second, .good, score: 1, seconds: 10)),
    (day(1), review(SampleBank.second, .good, score: 1, seconds: 10)),
  ]
}
