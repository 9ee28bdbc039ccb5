import Foundation
import Testing
import Workbook

@testable import Learning

/// All that a history says.
struct Telling: Equatable {
  let cards: [CardID: Memory]
  let reviews: [Reviewed]
  let bookmarks: Set<QuestionID>
  let notes: [QuestionID: String]
  let progress: [QuestionID: History.Progress]
  let lastRead: QuestionID?
  let lastRun: [RunFlag]?
  let undoable: Reviewed?
  let redoable: Reviewed?
  let quizzes: [QuizRecord]
  let entries: [Entry]

  init(_ history: History) {
    cards = history.cards
    reviews = history.reviews
    bookmarks = history.bookmarks
    notes = history.notes
    progress = history.progress
    lastRead = history.lastRead
    lastRun = history.lastRun
    undoable = history.undoable
    redoable = history.redoable
    quizzes = history.quizzes
    entries = history.entries
  }
}

/// A log in which anything may follow anything, now and then at the same or an earlier time.
func randomLog(_ count: Int, _ random: inout SeededGenerator) -> [Entry] {
  var now = Sample.noon
  var entries: [Entry] = []
  var quiz = QuizID("0")
  for number in 0..<count {
    let question = Sample.question("q\(Int.random(in: 0..<4, using: &random))")
    let card = CardID(question: question, item: [nil, 1, 2].randomElement(using: &random)!)
    let target = entries.randomElement(using: &random)?.id ?? EntryID(milliseconds: 0, place: 0, random: 0)
    let grade = Grade.allCases.randomElement(using: &random)!
    let event: Event
    switch Int.random(in: 0..<16, using: &random) {
    case 0, 1: event = .undo(target)
    case 2: event = .redo(target)
    case 3: event = .bookmark(question, Bool.random(using: &random))
    case 4: event = .note(question, number % 3 == 0 ? "" : "note \(number)")
    case 5: event = .read(question, parts: number % 5, of: 5)
    case 6:
      quiz = QuizID("\(number)")
      event = .quizStarted(Sample.plan(quiz.description, [card, CardID(question: question, item: 3)]))
    case 7: event = .quizEnded(quiz)
    case 8: event = .ran(flags: [RunFlag(name: "seed", value: "\(number)")])
    case 9: event = .unknown(kind: "dream", body: "{}")
    case 10 where number % 4 == 0:
      event = .weights(number % 8 == 0 ? nil : Weights(Weights.standard.values.map { $0 * 1.01 }))
    default: event = .review(promised(Sample.review(card, grade, quiz: number % 2 == 0 ? quiz : nil), number % 5))
    }
    now += [0, 0.001, 30, 700, 90_000, -400].randomElement(using: &random)!
    let id = EntryID(milliseconds: now.milliseconds, place: Int64(number), random: random.next())
    entries.append(Entry(id: id, at: now, device: Sample.device, event: event))
  }
  return entries
}

/// Some reviews hold a promise, some do not.
private func promised(_ review: Review, _ days: Int) -> Review {
  var review = review
  review.interval = days == 0 ? nil : days
  return review
}

@Test(arguments: 1...40)
func `entries added one by one, in any order and again, make the history of the whole log`(seed: Int) {
  var random = SeededGenerator(seed: UInt64(seed))
  let log = randomLog(120, &random)
  let whole = Telling(History(log.sorted(by: Entry.precedes), scheduler: Sample.scheduler))
  #expect(Telling(History(log.ordered(by: &random), scheduler: Sample.scheduler)) == whole)
  var grown = History(scheduler: Sample.scheduler)
  for entry in log { grown.add(entry) }
  #expect(Telling(grown) == whole)
  var merged = History(log.filter { _ in Bool.random(using: &random) }, scheduler: Sample.scheduler)
  for entry in log.ordered(by: &random) { merged.add(entry) }
  #expect(Telling(merged) == whole)
}

@Test func `an undo that a slow clock puts before its review still holds`() {
  var log = LogWriter()
  let review = log.add(.review(Sample.review(Sample.card("a"), .good)))
  log.now -= 3600
  log.add(.undo(review))
  #expect(log.history.reviews.isEmpty)
  #expect(log.history.cards.isEmpty)
}
