import Foundation
import Testing
import Workbook

@testable import Learning

private let cards = (1...10).map { Sample.card("a", $0) }

private func cram(_ log: LogWriter, days: Int, at now: Date? = nil) -> Cram? {
  Cram(cards, Cram.Scores(log.history, at: now ?? log.now), until: Sample.today.advanced(by: days))
}

@Suite struct `Cramming` {
  @Test func `spreads what is left over the days before the interview`() throws {
    let fresh = try #require(cram(LogWriter(), days: 4))
    #expect(fresh.days == 4 && fresh.left.count == 10 && fresh.share == 3 && fresh.today.count == 3)
    #expect(Set(fresh.left) == Set(cards))
    #expect(cram(LogWriter(), days: 0)?.today.count == 10, "today is the last chance")
    #expect(cram(LogWriter(), days: -1) == nil)
  }

  @Test func `counts today's share from the morning, what is right is done`() throws {
    var log = LogWriter()
    let first = try #require(cram(log, days: 4)).today
    log.add(.review(Sample.review(first[0], .good, score: 1)))
    log.add(.review(Sample.review(first[1], .again, score: 0)))
    let after = try #require(cram(log, days: 4))
    #expect(after.share == 3 && after.done == 1 && after.wrong == 1)
    #expect(after.today.count == 2 && after.today.first == first[1], "what went wrong comes first")
    let tomorrow = try #require(cram(log, days: 4, at: log.now + 86_400))
    #expect(tomorrow.leftThisMorning == 9 && tomorrow.days == 3 && tomorrow.share == 3 && tomorrow.done == 0)
  }

  @Test func `moves no schedule, and its answers are in the log`() {
    let plan = QuizPlan(id: QuizID("c"), cards: cards, seed: 1, mode: .cram, language: "en")
    var log = LogWriter()
    log.add(.review(Sample.review(cards[0], .good)))
    let before = log.history.cards
    log.add(.quizStarted(plan))
    log.add(.review(Sample.review(cards[0], .again, score: 0, quiz: plan.id)), after: 86_400)
    let new = log.add(.review(Sample.review(cards[1], .good, quiz: plan.id)))
    #expect(log.history.cards == before)
    #expect(log.history.reviews.count == 3)
    log.add(.undo(new))
    #expect(log.history.cards == before && log.history.reviews.count == 2)
  }
}
