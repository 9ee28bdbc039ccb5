import Foundation
import Testing
import Workbook

@testable import Learning

private let cards = [Sample.card("a", 1), Sample.card("a", 2), Sample.card("b", nil)]

private func answer(_ card: CardID, _ score: Double, seconds: Double = 10) -> Event {
  .review(Sample.review(card, Grade(score: score), score: score, seconds: seconds, quiz: QuizID("q")))
}

@Test func `a quiz that was broken off can be resumed with its answers`() {
  var log = LogWriter()
  log.add(.quizStarted(Sample.plan("q", cards)))
  #expect(log.history.unfinishedQuiz?.answers.isEmpty == true)
  log.add(answer(cards[0], 1))
  log.add(.review(Sample.review(cards[1], .good)))
  let quiz = log.history.unfinishedQuiz
  #expect(quiz?.plan == Sample.plan("q", cards))
  #expect(quiz?.answers.map(\.review.card) == [cards[0]])
  #expect(log.history.finishedQuizzes.isEmpty)
}

@Test func `a quiz is finished with its last answer, and open again when that is undone`() {
  var log = LogWriter()
  log.add(.quizStarted(Sample.plan("q", cards)))
  for card in cards.dropLast() { log.add(answer(card, 0.5)) }
  let last = log.add(.review(Sample.review(cards[2], .easy, quiz: QuizID("q"))))
  #expect(log.history.unfinishedQuiz == nil)
  #expect(log.history.finishedQuizzes.count == 1)
  log.add(.undo(last))
  #expect(log.history.unfinishedQuiz?.answers.count == 2)
  #expect(log.history.finishedQuizzes.isEmpty)
}

@Test func `ending a quiz by hand finishes it, unless nothing was answered`() {
  var log = LogWriter()
  log.add(.quizStarted(Sample.plan("q", cards)))
  log.add(.quizEnded(QuizID("q")))
  #expect(log.history.unfinishedQuiz == nil)
  #expect(log.history.finishedQuizzes.isEmpty)
  #expect(log.history.quizzes.count == 1)
}

@Test func `starting another quiz gives the open one up`() {
  var log = LogWriter()
  log.add(.quizStarted(Sample.plan("old", cards)))
  log.add(.quizStarted(Sample.plan("q", cards)))
  log.add(.quizEnded(QuizID("q")))
  #expect(log.history.unfinishedQuiz == nil)
}

@Test func `practice counts what was answered, an exam what was asked`() {
  for (feedback, outOf) in [(QuizPlan.Feedback.immediate, 1), (.final, 2)] {
    var log = LogWriter()
    log.add(.quizStarted(Sample.plan("q", cards, feedback)))
    log.add(answer(cards[0], 0.5, seconds: 4))
    log.add(.review(Sample.review(cards[2], .easy, seconds: 8, quiz: QuizID("q"))))
    log.add(.quizEnded(QuizID("q")))
    let quiz = log.history.finishedQuizzes.first
    #expect(quiz?.points == Share(part: 0.5, of: outOf))
    #expect(quiz?.seconds == 12)
    #expect(quiz?.secondsPerAnswer == 6)
  }
}

@Test func `of two answers to one card the later counts`() {
  var log = LogWriter()
  log.add(.quizStarted(Sample.plan("q", cards)))
  log.add(answer(cards[0], 0))
  log.add(answer(cards[1], 1))
  log.add(answer(cards[0], 1))
  log.add(answer(Sample.card("not-asked"), 1))
  #expect(log.history.unfinishedQuiz?.answers.map(\.review.card) == [cards[1], cards[0]])
  #expect(log.history.unfinishedQuiz?.points == Share(part: 2, of: 2))
}
