import Foundation
import Testing
import Workbook

@testable import Learning

private let (a, b) = (Sample.card("a"), Sample.card("b"))

private func mistakes(_ answers: [(CardID, Double)]) -> Mistakes {
  var log = LogWriter()
  for (card, score) in answers { log.add(.review(Sample.review(card, .good, score: score))) }
  return Mistakes(log.history.reviews)
}

@Test func `a mistake stands until it was answered right twice`() {
  #expect(mistakes([(a, 1)]).cards.isEmpty)
  #expect(mistakes([(a, 0)]).owed == [a: 2])
  #expect(mistakes([(a, 0), (a, 1)]).owed == [a: 1])
  #expect(mistakes([(a, 0), (a, 1), (a, 1)]).cards.isEmpty)
  #expect(mistakes([(a, 0), (a, 1), (a, 0.75)]).owed == [a: 2], "in part is not right")
  #expect(mistakes([(b, 0), (a, 0), (b, 1), (b, 0)]).cards == [a, b], "the oldest first")
}

@Test func `an answer taken back is no mistake`() {
  var log = LogWriter()
  let wrong = log.add(.review(Sample.review(a, .again, score: 0)))
  log.add(.undo(wrong))
  #expect(Mistakes(log.history.reviews).cards.isEmpty)
}

@Suite struct `A quiz about mistakes` {
  private let plan = QuizPlan(
    id: QuizID("m"), cards: [SampleBank.choice, SampleBank.several, SampleBank.choice], seed: 5, mode: .mistakes,
    language: "en")

  private func answer(_ quiz: inout Quiz, rightly: Bool) throws {
    let shown = try #require(quiz.current)
    let wrong = Set(shown.options.indices).subtracting(shown.rightOptions)
    let chosen = rightly ? shown.rightOptions : wrong
    if shown.rightOptions.count > 1 {
      try quiz.answer(.options(chosen), seconds: 1)
    } else {
      try quiz.answer(.option(chosen.min() ?? 0), seconds: 1)
    }
    quiz.advance()
  }

  @Test func `asks as often as right answers are wanted`() throws {
    var quiz = Quiz(plan, bank: try SampleBank.make())
    #expect(quiz.count == 3 && quiz.owed == 2)
    try answer(&quiz, rightly: true)
    try answer(&quiz, rightly: true)
    #expect(quiz.current?.card == SampleBank.choice && quiz.owed == 1)
    try answer(&quiz, rightly: true)
    #expect(quiz.isFinished && quiz.count == 3)
    #expect(quiz.result.points == Share(part: 3, of: 3))
  }

  @Test func `asks twice more after a wrong answer, and taking it back takes them back`() throws {
    var quiz = Quiz(plan, bank: try SampleBank.make())
    try answer(&quiz, rightly: true)
    try answer(&quiz, rightly: false)
    #expect(quiz.count == 5)
    quiz.takeBack()
    #expect(quiz.count == 3 && quiz.current?.card == SampleBank.several)
    try answer(&quiz, rightly: false)
    while !quiz.isFinished { try answer(&quiz, rightly: true) }
    #expect(quiz.count == 5)
    #expect(quiz.result.points == Share(part: 4, of: 5))
    #expect(quiz.result.terms == [.init(points: 1, count: 4), .init(points: 0, count: 1)])
  }

  @Test func `is resumed from its answers, and over when all are good`() throws {
    let bank = try SampleBank.make()
    var quiz = Quiz(plan, bank: bank)
    var log = LogWriter()
    log.add(.quizStarted(plan))
    for rightly in [false, true, true, true] {
      #expect(log.history.unfinishedQuiz != nil)
      try answer(&quiz, rightly: rightly)
      log.add(.review(try #require(quiz.last)))
      let record = try #require(log.history.quiz(plan.id))
      let resumed = Quiz(plan, bank: bank, answered: record.answers.map(\.review))
      #expect(resumed.cards == quiz.cards && resumed.outcomes == quiz.outcomes)
      #expect(resumed.position == quiz.position)
    }
    #expect(quiz.isFinished && log.history.unfinishedQuiz == nil)
    #expect(log.history.quiz(plan.id)?.points == Share(part: 3, of: 4))
  }

  @Test func `shows an item that comes again with its options in another order`() throws {
    let many = QuizPlan(
      id: QuizID("m"), cards: Array(repeating: SampleBank.several, count: 8), seed: 5, mode: .mistakes, language: "en")
    let quiz = Quiz(many, bank: try SampleBank.make())
    let orders = (0..<8).compactMap { quiz.presented(at: $0)?.options.map(\.number) }
    #expect(Set(orders).count > 4)
  }
}

@Test func `an answer that takes another's place is settled as if that had never been given`() {
  let scheduler = Scheduler(days: Sample.days)
  var log = LogWriter()
  for _ in 0..<3 { log.add(.review(Sample.review(a, .good)), after: 86_400) }
  let before = History(log.entries, scheduler: scheduler)
  let wrong = log.add(.review(Sample.review(a, .again, score: 0)), after: 30 * 86_400)
  let history = History(log.entries, scheduler: scheduler)
  let right = Event.review(Sample.review(a, .good))
  let now = log.now + 60
  #expect(history.settled([.undo(wrong), right], at: now) == [.undo(wrong), before.settled(right, at: now)])
  #expect(history.settled([right], at: now) != [before.settled(right, at: now)])
}
