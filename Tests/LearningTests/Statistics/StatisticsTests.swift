import Foundation
import Testing
import Workbook

@testable import Learning

private let deck = Deck(
  topics: ["masks", "heads", "positions"],
  sheets: [
    .init(id: QuestionID(topic: "masks", slug: "causal"), level: .junior, items: 2),
    .init(id: QuestionID(topic: "masks", slug: "padding"), level: .mid, items: 1),
    .init(id: QuestionID(topic: "heads", slug: "many"), level: .senior, items: 1),
  ])
private let causal = CardID(question: QuestionID(topic: "masks", slug: "causal"), item: 1)
private let many = CardID(question: QuestionID(topic: "heads", slug: "many"))
private let gone = CardID(question: QuestionID(topic: "old", slug: "gone"), item: 1)

private func at(_ day: Int, _ hour: Double) -> Date { Sample.noon + Double(day - 20) * 86_400 + (hour - 12) * 3600 }

/// Nine reviews on four days of November 2025, one of them taken back.
private func writtenLog() -> LogWriter {
  var log = LogWriter()
  func add(_ event: Event, _ day: Int, _ hour: Double) -> EntryID {
    log.now = at(day, hour)
    return log.add(event, after: 0)
  }
  _ = add(.review(Sample.review(causal, .good, seconds: 10)), 10, 12)
  _ = add(.review(Sample.review(causal, .good, seconds: 20)), 10, 12.2)
  _ = add(.review(Sample.review(many, .easy, seconds: 300)), 10, 13)
  let slip = add(.review(Sample.review(many, .again, seconds: 300)), 10, 13.1)
  _ = add(.undo(slip), 10, 13.2)
  // Past midnight, and still the 12th.
  _ = add(.review(Sample.review(causal, .again, seconds: 30)), 13, 1)
  _ = add(.review(Sample.review(causal, .hard, score: 0.5, seconds: 40)), 13, 1.1)
  _ = add(.review(Sample.review(causal, .good, seconds: 70)), 13, 1.5)
  _ = add(.review(Sample.review(many, .good, seconds: 60)), 20, 9)
  _ = add(.review(Sample.review(gone, .good, seconds: 1)), 20, 10)
  return log
}

private func statistics(_ log: LogWriter = writtenLog()) -> Statistics {
  Statistics(log.history, deck: deck, now: Sample.noon)
}

@Test func `statistics of nothing are all zero or nothing`() {
  let statistics = statistics(LogWriter())
  #expect(statistics.reviews.total == 0)
  #expect(statistics.reviews.weeks == 0)
  #expect(statistics.reviews.first == nil)
  #expect(statistics.due.isEmpty)
  #expect(statistics.forecast == Array(repeating: 0, count: 30))
  #expect(statistics.retention.passed.value == nil)
  #expect(statistics.mastery == Share(part: 0, of: 7))
  #expect(statistics.right.value == nil)
  #expect(statistics.pace.secondsPerItem == nil)
  #expect(statistics.secondsDue == nil)
  #expect(statistics.streak.days == 0)
  #expect(statistics.quizzes.best == nil)
  #expect(statistics.willSlipFirst.isEmpty)
}

@Test func `the calendar counts reviews by the learner's days, without those taken back`() {
  let reviews = statistics().reviews
  #expect(reviews.total == 8)
  #expect(reviews.onToday == 2)
  #expect(reviews.first?.description == "2025-11-10")
  #expect(reviews.weeks == 2)
  #expect(
    reviews.byDay == [
      Day(year: 2025, month: 11, day: 10): 3, Day(year: 2025, month: 11, day: 12): 3, Sample.today: 2,
    ])
}

@Test func `retention counts the grades of cards that were scheduled by days`() {
  let retention = statistics().retention
  #expect(retention.passed == Share(part: 1, of: 2))
  #expect(retention.wish == 0.9)
  #expect(retention.weeks.count == 12)
  #expect(retention.weeks.suffix(2).map(\.monday.description) == ["2025-11-10", "2025-11-17"])
  #expect(retention.weeks.suffix(2).map(\.passed) == [Share(part: 0, of: 1), Share(part: 1, of: 1)])
  #expect(retention.weeks.first?.passed.value == nil)
}

@Test func `mastery is the mean recall over all cards, with nothing for those never met`() throws {
  let statistics = statistics()
  let history = writtenLog().history
  let recall = try #require(history.recall(of: causal, at: Sample.noon))
  #expect(0.5 < recall && recall < 0.9)
  let masks = statistics.topics[0]
  #expect(masks.mastery == Share(part: recall, of: 5))
  #expect(statistics.topics[1].mastery == Share(part: 1, of: 2))
  #expect(statistics.topics[2].mastery.value == nil)
  #expect(statistics.mastery == Share(part: recall + 1, of: 7))
  #expect((statistics.questions, statistics.met) == (3, 2))
  #expect((masks.questions, masks.met) == (2, 1))
  #expect(statistics.weakest.map(\.id) == ["positions", "masks", "heads"])
  #expect(
    statistics.willSlipFirst == [
      .init(question: causal.question, recall: recall), .init(question: many.question, recall: 1),
    ])
}

@Test func `what is due today stands first in the forecast, with what is overdue`() throws {
  let statistics = statistics()
  #expect(statistics.due == [causal])
  #expect(statistics.topics.map(\.due) == [1, 0, 0])
  #expect(statistics.forecast.count == 30)
  #expect(statistics.forecast[0] == 1)
  let next = try #require(writtenLog().history.cards[many]?.due)
  let ahead = Sample.days.day(of: next).number - Sample.today.number
  #expect(statistics.forecast.reduce(0, +) == (ahead < 30 ? 2 : 1))
  #expect(statistics.secondsDue == 25)
}

@Test func `points, time and lapses are those of the items answered`() {
  let statistics = statistics()
  #expect(statistics.topics[0].right == Share(part: 3.5, of: 5))
  #expect(statistics.topics[0].secondsPerItem == 30)
  #expect(statistics.topics[0].lapses == 1)
  #expect(statistics.topics[1].right.value == nil)
  #expect(statistics.topics[1].secondsPerItem == nil)
  #expect(statistics.right == Share(part: 3.5, of: 5))
  // The median of 1, 10, 20, 30, 40, 70.
  #expect(statistics.pace.secondsPerItem == 25)
  #expect(statistics.pace.months.map(\.first.description) == ["2025-11-01"])
  #expect(statistics.lapses == 1)
}

@Test func `a card forgotten eight times keeps slipping`() {
  var log = LogWriter()
  log.now = Sample.noon - 86_400 * 300
  for _ in 1...8 {
    log.add(.review(Sample.review(causal, .easy)), after: 86_400 * 10)
    log.add(.review(Sample.review(causal, .again)), after: 86_400 * 10)
  }
  let history = log.history
  let statistics = Statistics(history, deck: deck, now: log.now)
  #expect(statistics.leeches == [.init(card: causal, lapses: 8)])
  #expect(history.standing(of: deck.sheets[0], at: log.now).state == .slipping)
  #expect(history.standing(of: deck.sheets[0], at: log.now + 600).state == .due)
}

@Test func `the streak and the best one come from the calendar`() {
  let statistics = statistics()
  #expect(statistics.streak.days == 1)
  #expect(statistics.bestStreak.days == 2)
  #expect(statistics.bestStreak.span?.upperBound.description == "2025-11-12")
}

@Test func `the best quiz needs five points, the fastest exam four fifths of them`() {
  var log = LogWriter()
  func take(_ name: String, _ feedback: QuizPlan.Feedback, _ scores: [Double], seconds: Double) {
    let cards = scores.indices.map { CardID(question: causal.question, item: $0 + 1) }
    log.add(.quizStarted(Sample.plan(name, cards, feedback)))
    for (card, score) in zip(cards, scores) {
      log.add(.review(Sample.review(card, .good, score: score, seconds: seconds, quiz: QuizID(name))))
    }
    log.add(.quizEnded(QuizID(name)))
  }
  take("short", .immediate, [1], seconds: 1)
  take("good", .immediate, [1, 1, 1, 1, 0.5], seconds: 9)
  take("same", .immediate, [1, 1, 1, 1, 0.5], seconds: 9)
  take("exam", .final, [1, 1, 1, 1, 0], seconds: 20)
  take("hasty", .final, [1, 0, 0, 0, 0], seconds: 2)
  let quizzes = Statistics(log.history, deck: deck, now: log.now).quizzes
  #expect(quizzes.quizzes.map(\.id.description) == ["short", "good", "same", "exam", "hasty"])
  #expect(quizzes.best?.id == QuizID("good"))
  #expect(quizzes.best?.points.value == 0.9)
  #expect(quizzes.fastestExam?.id == QuizID("exam"))
  #expect(quizzes.last?.id == QuizID("hasty"))
}

@Test func `the report has every figure under a steady name`() throws {
  let encoder = JSONEncoder()
  for log in [LogWriter(), writtenLog()] {
    let data = try encoder.encode(statistics(log))
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(
      report.keys.sorted() == [
        "best_quiz", "best_streak", "due", "fastest_exam", "items", "lapses", "leeches", "mastery", "now", "quizzes",
        "retention", "reviews", "streak", "today", "topics", "will_slip_first",
      ])
    let reviews = try #require(report["reviews"] as? [String: Any])
    #expect(reviews["total"] as? Int == log.history.reviews.count)
    #expect((reviews["by_day"] as? [String: Int])?["2025-11-12"] == (log.entries.isEmpty ? nil : 3))
    #expect(report["today"] as? String == "2025-11-20")
    let mastery = try #require(report["mastery"] as? [String: Any])
    #expect(mastery.keys.sorted() == ["cards", "met", "part", "questions", "share"])
    #expect(report["best_quiz"] is NSNull)
  }
}
