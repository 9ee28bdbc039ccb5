import Foundation
import Workbook

// The parts of a snapshot, each as it is written and read.

extension ByteWriter {
  mutating func add(_ memory: Memory?) {
    add(memory != nil)
    guard let memory else { return }
    add(memory.stability)
    add(memory.difficulty)
    add(memory.state.code)
    add(Int32(memory.step))
    add(memory.interval)
    add(memory.due.timeIntervalSinceReferenceDate)
    add(memory.lastReview.timeIntervalSinceReferenceDate)
    add(Int32(memory.reviews))
    add(Int32(memory.lapses))
  }

  mutating func add(_ review: Review, card: UInt32) {
    add(card)
    add(UInt8(review.grade.rawValue))
    add(review.score ?? .nan)
    add(review.seconds)
    add(Int64(review.hints))
    add(review.answer)
    add(review.fingerprint)
    add(review.language)
    add(review.quiz.map { place(of: $0.description) + 1 } ?? 0)
    add(Int64(review.interval ?? .min))
  }

  /// What the fold made of a review.
  mutating func add(_ reviewed: Reviewed) {
    add(reviewed.before?.code ?? 0)
    add(reviewed.isUndone)
    add(reviewed.schedules)
  }
}

extension ByteReader {
  mutating func question() -> QuestionID { QuestionID(topic: text(), slug: text()) }

  mutating func memory() -> Memory? {
    guard read(Bool.self) else { return nil }
    return Memory(
      stability: read(Double.self), difficulty: read(Double.self),
      state: Memory.State(code: read(UInt8.self)) ?? .review, step: Int(read(Int32.self)),
      interval: read(Double.self), due: Date(timeIntervalSinceReferenceDate: read(Double.self)),
      lastReview: Date(timeIntervalSinceReferenceDate: read(Double.self)), reviews: Int(read(Int32.self)),
      lapses: Int(read(Int32.self)))
  }

  /// A review, with the places of its card and its quiz.
  mutating func review(_ cards: [CardID], _ quizzes: inout [QuizID?]) -> (Review, card: Int, quiz: Int?) {
    let card = count()
    let grade = Grade(rawValue: Int(read(UInt8.self))) ?? .again
    let score = read(Double.self)
    let seconds = read(Double.self)
    let hints = Int(read(Int64.self))
    let (answer, fingerprint, language) = (text(), text(), text())
    let quiz = count() - 1
    let interval = Int(read(Int64.self))
    if quiz >= 0, quizzes[quiz] == nil { quizzes[quiz] = QuizID(texts[quiz]) }
    let review = Review(
      card: cards[card], grade: grade, score: score.isNaN ? nil : score, seconds: seconds, hints: hints,
      answer: answer, fingerprint: fingerprint, language: language, quiz: quiz < 0 ? nil : quizzes[quiz],
      interval: interval == .min ? nil : interval)
    return (review, card, quiz < 0 ? nil : quiz)
  }

  mutating func reviewed(_ id: EntryID, _ at: Date, _ review: Review) -> Reviewed {
    let before = Memory.State(code: read(UInt8.self))
    return Reviewed(
      id: id, at: at, review: review, before: before, isUndone: read(Bool.self), schedules: read(Bool.self))
  }
}

extension Memory.State {
  fileprivate var code: UInt8 {
    switch self {
    case .learning: 1
    case .review: 2
    case .relearning: 3
    }
  }

  /// Nothing for 0.
  fileprivate init?(code: UInt8) {
    switch code {
    case 1: self = .learning
    case 2: self = .review
    case 3: self = .relearning
    default: return nil
    }
  }
}
