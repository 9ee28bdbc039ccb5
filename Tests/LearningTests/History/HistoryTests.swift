import Foundation
import Testing
import Workbook

@testable import Learning

@Test func `an empty log is an empty history`() {
  let history = LogWriter().history
  #expect(history.reviews.isEmpty)
  #expect(history.cards.isEmpty)
  #expect(history.undoable == nil)
  #expect(history.redoable == nil)
  #expect(history.unfinishedQuiz == nil)
  #expect(history.lastRead == nil)
  #expect(history.lastRun == nil)
}

@Test func `reviews move their own card`() {
  var log = LogWriter()
  log.add(.review(Sample.review(Sample.card("a", 1), .good)))
  log.add(.review(Sample.review(Sample.card("a", 2), .again)))
  log.add(.review(Sample.review(Sample.card("a", 1), .good)), after: 600)
  let history = log.history
  #expect(history.cards.count == 2)
  #expect(history.cards[Sample.card("a", 1)]?.state == .review)
  #expect(history.cards[Sample.card("a", 2)]?.state == .learning)
  #expect(history.reviews.map(\.before) == [nil, nil, .learning])
  #expect(history.reviews(of: Sample.card("a", 1)).count == 2)
  #expect(history.recall(of: Sample.card("a", 1), at: log.now) == 1)
  #expect(history.recall(of: Sample.card("b"), at: log.now) == nil)
}

@Test func `undo makes as if a review had never been, and redo as if it had never been undone`() {
  var log = LogWriter()
  log.add(.review(Sample.review(Sample.card("a"), .good)))
  let without = log.history
  let second = log.add(.review(Sample.review(Sample.card("a"), .again)), after: 600)
  let with = log.history
  log.add(.undo(second))
  #expect(log.history.cards == without.cards)
  #expect(log.history.reviews == without.reviews)
  #expect(log.history.redoable?.id == second)
  #expect(log.history.undoable?.id == without.reviews.last?.id)
  log.add(.redo(second))
  #expect(log.history.cards == with.cards)
  #expect(log.history.reviews == with.reviews)
  #expect(log.history.redoable == nil)
  #expect(log.history.undoable?.id == second)
}

@Test func `undoing the only review of a card makes it new`() {
  var log = LogWriter()
  let only = log.add(.review(Sample.review(Sample.card("a"), .good)))
  log.add(.undo(only))
  #expect(log.history.cards.isEmpty)
  #expect(log.history.undoable == nil)
}

@Test func `an earlier review can be undone, and what followed is counted anew`() {
  var log = LogWriter()
  let first = log.add(.review(Sample.review(Sample.card("a"), .again)))
  log.add(.review(Sample.review(Sample.card("a"), .easy)))
  let at = log.now
  log.add(.undo(first))
  #expect(log.history.cards[Sample.card("a")] == Sample.scheduler.next(nil, grade: .easy, at: at))
  #expect(log.history.reviews.map(\.before) == [nil])
}

@Test func `undo and redo go back and forth one by one until something new is done`() {
  var log = LogWriter()
  let ids = (1...3).map { log.add(.review(Sample.review(Sample.card("a", $0), .good))) }
  log.add(.undo(ids[2]))
  log.add(.undo(ids[1]))
  #expect(log.history.undoable?.id == ids[0])
  #expect(log.history.redoable?.id == ids[1])
  log.add(.redo(ids[1]))
  #expect(log.history.redoable?.id == ids[2])
  log.add(.review(Sample.review(Sample.card("b"), .good)))
  #expect(log.history.redoable == nil)
  #expect(log.history.reviews.count == 3)
}

@Test func `undoing twice, or what is not there, changes nothing`() {
  var log = LogWriter()
  let first = log.add(.review(Sample.review(Sample.card("a"), .good)))
  log.add(.undo(UUID()))
  log.add(.redo(first))
  #expect(log.history.reviews.count == 1)
  log.add(.undo(first))
  log.add(.undo(first))
  #expect(log.history.redoable?.id == first)
  log.add(.redo(first))
  #expect(log.history.redoable == nil)
  #expect(log.history.reviews.count == 1)
}

@Test func `bookmarks, notes, reading and experiments keep their last word`() {
  var log = LogWriter()
  let (a, b) = (Sample.question("a"), Sample.question("b"))
  log.add(.bookmark(a, true))
  log.add(.bookmark(b, true))
  log.add(.bookmark(a, false))
  log.add(.note(a, "first"))
  log.add(.note(a, "second"))
  log.add(.note(b, "gone"))
  log.add(.note(b, ""))
  log.add(.read(a, parts: 1, of: 5))
  log.add(.read(b, parts: 2, of: 4))
  log.add(.read(a, parts: 3, of: 5))
  log.add(.ran(flags: [RunFlag(name: "heads", value: "4")]))
  let history = log.history
  #expect(history.bookmarks == [b])
  #expect(history.notes == [a: "second"])
  #expect(history.progress == [a: .init(parts: 3, of: 5), b: .init(parts: 2, of: 4)])
  #expect(history.lastRead == a)
  #expect(history.lastRun == [RunFlag(name: "heads", value: "4")])
}

@Test func `an item whose typo was corrected keeps its schedule`() {
  var log = LogWriter()
  var review = Sample.review(Sample.card("a"), .easy)
  log.add(.review(review))
  review.fingerprint = "corrected"
  log.add(.review(review), after: 9 * 86_400)
  #expect(log.history.cards.count == 1)
  #expect(log.history.cards[Sample.card("a")]?.reviews == 2)
  #expect(log.history.reviews.map(\.review.fingerprint) == ["f", "corrected"])
}
