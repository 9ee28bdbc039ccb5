import Testing
import Workbook

@testable import Learning

private let causal = QuestionID(topic: "masks", slug: "causal")
private let cache = QuestionID(topic: "memory", slug: "cache")
private let cards = [
  CardID(question: causal, item: 1), CardID(question: cache, item: 1), CardID(question: causal, item: 2),
  CardID(question: cache, item: 2), CardID(question: cache),
]

private func level(_ id: QuestionID) -> Level? { id == causal ? .senior : id == cache ? .junior : nil }

private func result(_ scores: [Double], _ feedback: QuizPlan.Feedback = .immediate) -> QuizResult {
  let answers = zip(cards, scores).enumerated().map { index, answer in
    Sample.review(answer.0, .good, score: answer.1, seconds: Double(10 * (index + 1)))
  }
  return QuizResult(Sample.plan("q", cards, feedback), answers: answers, level: level)
}

@Test func `the score is told with its arithmetic`() {
  let result = result([1, 0.5, 0, 1])
  #expect(result.points == Share(part: 2.5, of: 4))
  #expect(result.points.value == 0.625)
  #expect(result.terms == [.init(points: 1, count: 2), .init(points: 0.5, count: 1), .init(points: 0, count: 1)])
}

@Test func `topics stand in the order of the quiz, levels in their own`() {
  let result = result([1, 0.5, 0, 1])
  #expect(result.byTopic.map(\.topic) == ["masks", "memory"])
  #expect(result.byTopic.map(\.points) == [Share(part: 1, of: 2), Share(part: 1.5, of: 2)])
  #expect(result.byLevel.map(\.level) == [.junior, .senior])
  #expect(result.byLevel.map(\.points) == [Share(part: 1.5, of: 2), Share(part: 1, of: 2)])
}

@Test func `mistakes are what lost points, the worst first`() {
  #expect(result([0.5, 0, 1, 0.5]).mistakes.map(\.card) == [cards[1], cards[0], cards[3]])
  #expect(result([1, 1, 1, 1]).mistakes.isEmpty)
}

@Test func `time is told together, on average and at its longest`() {
  let told = result([1, 1, 1, 1])
  #expect(told.seconds == 100)
  #expect(told.secondsPerAnswer == 25)
  #expect(told.slowest == 40)
  #expect(result([]).secondsPerAnswer == nil)
}

@Test func `what an exam left open counts as nothing won, in practice it does not count`() {
  let exam = result([1], .final)
  #expect(exam.points == Share(part: 1, of: 4))
  #expect(exam.mistakes.map(\.card) == Array(cards[1...3]))
  #expect(exam.mistakes.allSatisfy { $0.review == nil })
  #expect(result([1]).points == Share(part: 1, of: 1))
}

@Test func `what learners grade themselves gives no points but is told`() {
  let own = Sample.review(cards[4], .easy, seconds: 9)
  let result = QuizResult(Sample.plan("q", cards), answers: [own], level: level)
  #expect(result.points == Share())
  #expect(result.ownGrades == [.easy: 1])
  #expect(result.answered == 1)
  #expect(result.seconds == 9)
}
