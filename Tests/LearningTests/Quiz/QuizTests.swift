import Foundation
import Testing
import Workbook

@testable import Learning

private let all = [SampleBank.choice, SampleBank.number, SampleBank.several, SampleBank.whole]

private func makeQuiz(
  _ cards: [CardID] = all, seed: UInt64 = 3, feedback: QuizPlan.Feedback = .immediate, answered: [Review] = []
) throws -> Quiz {
  let plan = QuizPlan(
    id: QuizID(at: Sample.noon, seed: seed), cards: cards, seed: seed, feedback: feedback, language: "en")
  return try Quiz(plan, bank: SampleBank.make(), answered: answered)
}

@Test func `a quiz shows its cards in order and ends behind the last`() throws {
  var quiz = try makeQuiz()
  #expect(quiz.count == 4)
  #expect(quiz.current?.card == SampleBank.choice)
  try quiz.answer(.option(0), seconds: 5)
  #expect(quiz.current?.card == SampleBank.choice)
  #expect(quiz.outcome?.answer == .option(0))
  quiz.advance()
  #expect(quiz.current?.card == SampleBank.number)
  try quiz.answer(.number("1"), seconds: 5)
  quiz.advance()
  try quiz.answer(.options([0]), seconds: 5)
  quiz.advance()
  #expect(quiz.current?.item == nil)
  #expect(quiz.current?.question.title == "Causal masks")
  try quiz.answer(.grade(.easy), seconds: 5)
  #expect(quiz.isFinished)
  quiz.advance()
  #expect(quiz.current == nil)
  #expect(quiz.outcome == nil)
  #expect(quiz.outcomes.compactMap { $0?.grade }.count == 4)
}

@Test func `options and numbers follow from the seed and the item alone`() throws {
  let first = try makeQuiz()
  let again = try makeQuiz(Array(all.reversed()))
  for card in all {
    let one = try #require(first.presented(at: first.cards.firstIndex(of: card)!))
    let other = try #require(again.presented(at: again.cards.firstIndex(of: card)!))
    #expect(one.options == other.options)
    #expect(one.instance == other.instance)
  }
  let orders = try Set((0..<40).map { try #require(makeQuiz(seed: $0).presented(at: 0)).options.map(\.number) })
  #expect(orders.count > 10)
  #expect(orders.allSatisfy { $0.sorted() == [1, 2, 3, 4] })
  let drawn = try Set((0..<40).map { try #require(makeQuiz(seed: $0).presented(at: 1)?.instance).expected })
  #expect(drawn.count > 3)
}

@Test func `another language shows the same item with its options in the same places`() throws {
  var quiz = try makeQuiz()
  let english = try #require(quiz.current)
  quiz.language = "zh"
  let chinese = try #require(quiz.current)
  #expect(chinese.question.title == "因果掩码")
  #expect(chinese.options.map(\.number) == english.options.map(\.number))
  #expect(try quiz.judge(.option(0), seconds: 1).review.language == "zh")
  // What is not translated stays in its own language, and the log says so.
  quiz.move(to: 1)
  #expect(try quiz.judge(.number("1"), seconds: 1).review.language == "en")
}

@Test func `an answer becomes a review that says all about it`() throws {
  let quiz = try makeQuiz()
  let current = try #require(quiz.current)
  let place = try #require(current.options.firstIndex { $0.number == 3 })
  let review = try quiz.judge(.option(place), seconds: 12.5).review
  #expect(
    review
      == Review(
        card: SampleBank.choice, grade: .good, score: 1, seconds: 12.5, answer: "3",
        fingerprint: try #require(current.item?.fingerprint), language: "en", quiz: quiz.plan.id))
  #expect(review.fingerprint.isEmpty == false)
  #expect(try quiz.judge(.option(place), seconds: -.infinity).review.seconds == 0)
}

@Test func `what the log holds resumes the quiz where it stopped`() throws {
  var before = try makeQuiz()
  let rights = try #require(before.presented(at: 2)).rightOptions
  try before.answer(.option(1), seconds: 5)
  before.move(to: 2)
  try before.answer(.options(rights), seconds: 7)
  let reviews = before.outcomes.compactMap { $0?.review }
  let resumed = try makeQuiz(answered: reviews)
  #expect(resumed.outcomes == before.outcomes)
  #expect(resumed.outcomes[2]?.answer == .options(rights))
  #expect(resumed.position == 1)
  #expect(!resumed.isFinished)
  #expect(resumed.result == before.result)
}

@Test func `an answer taken back is asked again`() throws {
  var quiz = try makeQuiz()
  try quiz.answer(.option(1), seconds: 5)
  quiz.advance()
  let review = try quiz.answer(.number("7"), seconds: 5).review
  quiz.advance()
  #expect(quiz.takeBack() == review)
  #expect(quiz.current?.card == SampleBank.number)
  #expect(quiz.outcome == nil)
  quiz.accept(review)
  #expect(quiz.outcome?.review == review)
  quiz.takeBack()
  quiz.takeBack()
  #expect(quiz.takeBack() == nil)
  #expect(quiz.position == 0)
}

@Test func `what was passed over comes again at the end`() throws {
  var quiz = try makeQuiz(Array(all.prefix(3)))
  quiz.move(to: 1)
  try quiz.answer(.number("1"), seconds: 1)
  quiz.advance()
  #expect(quiz.position == 2)
  try quiz.answer(.options([1]), seconds: 1)
  quiz.advance()
  #expect(quiz.position == 0)
  quiz.move(to: 9)
  #expect(quiz.position == 0)
}

@Test func `a card that the bank no longer has is left out, unless it was answered`() throws {
  let lost = CardID(question: SampleBank.causal, item: 9)
  let gone = CardID(question: QuestionID(topic: "masks", slug: "gone"))
  let quiz = try makeQuiz([lost, SampleBank.choice, gone])
  #expect(quiz.cards == [SampleBank.choice])
  let answered = Review(card: lost, grade: .good, score: 1, seconds: 4, answer: "1", language: "en")
  let resumed = try makeQuiz([lost, SampleBank.choice, gone], answered: [answered])
  #expect(resumed.cards == [lost, SampleBank.choice])
  #expect(resumed.position == 1)
  #expect(resumed.outcomes[0]?.score == 1)
  #expect(resumed.outcomes[0]?.answer == nil)
  #expect(resumed.presented(at: 0) == nil)
}

@Test func `an empty plan is a finished quiz`() throws {
  let quiz = try makeQuiz([])
  #expect(quiz.isFinished)
  #expect(quiz.current == nil)
  #expect(quiz.result.points.value == nil)
}

@Test func `a card that stands twice in a plan is asked once`() throws {
  var quiz = try makeQuiz([SampleBank.choice, SampleBank.choice])
  try quiz.answer(.option(0), seconds: 1)
  #expect(quiz.count == 1)
  #expect(quiz.isFinished)
}
