import Foundation
import Testing
import Workbook

@testable import Learning

private let sheet = Deck.Sheet(id: Sample.question("a"), level: .mid, items: 2)

@Test func `a question that was never met is new`() {
  let standing = LogWriter().history.standing(of: sheet, at: Sample.noon)
  #expect(standing == Standing(state: .new, recall: nil, due: nil, lapses: 0, met: 0))
}

@Test func `a question is learning, then known, then due`() throws {
  var log = LogWriter()
  log.add(.review(Sample.review(Sample.card("a", 1), .good)))
  log.add(.review(Sample.review(Sample.card("a", nil), .easy)))
  #expect(log.history.standing(of: sheet, at: log.now).state == .learning)
  log.add(.review(Sample.review(Sample.card("a", 1), .good)), after: 600)
  let known = log.history.standing(of: sheet, at: log.now)
  #expect(known.state == .known)
  #expect(known.recall == 1)
  #expect(known.met == 2)
  let due = try #require(known.due)
  #expect(due == log.history.cards[Sample.card("a", 1)]?.due)
  #expect(log.history.standing(of: sheet, at: due - 1).state == .known)
  let then = log.history.standing(of: sheet, at: due)
  #expect(then.state == .due)
  #expect(try #require(then.recall) < 1)
}
