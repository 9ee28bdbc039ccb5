import Foundation
import Learning
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Mistakes` {
  @Test func `come again until they were right twice, and then are gone`() throws {
    var desk = try Desk.sample()
    desk.type("Q4")
    desk.press(.enter)
    #expect(desk.place == "Mistakes" && desk.header.contains("1 of 4"))
    let plan = try #require(desk.plan)
    #expect(plan.cards == [SampleBank.several, SampleBank.bytes, SampleBank.several, SampleBank.bytes])
    func tickRight() {
      for option in ["Adding 3 to every score", "Subtracting the largest score"] {
        let line = desk.lines.first { $0.contains(option) } ?? ""
        if let digit = line.first(where: { $0.isNumber && $0.isASCII }) { desk.type(String(digit)) }
      }
      desk.press(.enter)
    }
    #expect(desk.text.contains("2 answers · right 0 of 2"))
    tickRight()
    #expect(desk.message == "  1 of 1, saved.  Right once; it comes once more.")
    #expect(desk.text.contains("right 1 of 2"))
    desk.press(.enter)
    desk.type("7")
    desk.press(.enter)
    #expect(desk.message == "  0 of 1, saved.  It comes again until it is right twice.")
    #expect(desk.header.contains("● × · · ·"), "one more than before")
    desk.press(.enter)
    tickRight()
    #expect(desk.message == "  1 of 1, saved.  Right twice: made good.")
    desk.press(.enter, .escape)
    desk.type("Q4")
    #expect(desk.message == "  Asks 1 of 1, each until right twice.")
  }

  @Test func `look as drawn`() throws {
    var desk = try Desk.quiz([SampleBank.choice, SampleBank.choice], mode: .mistakes)
    desk.type("1")
    expect(
      desk,
      shows: """
          heed › Quiz › Mistakes                            × · ·   1 of 3   0:41   EN

          Scaled dot product · junior · one answer · right 0 of 2

          With q and k of unit variance and d_k = 64, what is the standard deviation
          of q·k?

          ×  1                                                             your answer
             That is after scaling.

          ●  8                                                                   right
             The variance is d_k, so the standard deviation is √64.

          ·  64, because each of the 64 products of the components adds one more to it








          0 of 1, saved.  It comes again until it is right twice.
          Enter next   w why   x experiment   u undo   L 中文       ? help   Esc pause
        """)
  }
}

@Suite struct `Cramming for an interview` {
  private func cramming(_ keys: String = "") throws -> Desk {
    var desk = try Desk.sample()
    desk.type("Q5")
    desk.press(.tab)
    desk.type("2026-11-22" + keys)
    return desk
  }

  @Test func `keeps the day in the settings, as typed or turned`() throws {
    var desk = try cramming()
    #expect(desk.session.settings.interview == Day(year: 2026, month: 11, day: 22))
    #expect(desk.text.contains("‹ 2026-11-22, in 2 d ›"))
    desk.press(.right)
    desk.press(.pageDown)
    #expect(desk.session.settings.interview == Day(year: 2026, month: 11, day: 30))
    desk.press(.backspace)
    #expect(desk.session.settings.interview == nil && desk.text.contains("‹ not set ›"))
    desk.type("01-05")
    #expect(desk.session.settings.interview == Day(year: 2027, month: 1, day: 5), "of the next year, if over in this")
    let kept = desk.outside.compactMap { if case .keep(interview: let day) = $0 { day } else { nil } }
    #expect(kept.last == Day(year: 2027, month: 1, day: 5))
  }

  @Test func `refuses a day that is over, or none`() throws {
    var desk = try cramming()
    desk.type("2026-11-19")
    #expect(desk.message == "  2026-11-19 is over; choose a day to come.")
    #expect(desk.session.settings.interview == Day(year: 2026, month: 11, day: 22))
    desk.type("2026-02-30")
    #expect(desk.session.settings.interview == Day(year: 2026, month: 11, day: 22))
  }

  @Test func `asks the day's share, and moves no schedule`() throws {
    var desk = try cramming()
    desk.press(.tab)
    #expect(desk.message == "  2 left (2 wrong) over 2 days: 1 a day, today 0 of 1; schedules stay.")
    let before = desk.session.history.cards
    desk.press(.enter)
    #expect(desk.place == "Cram" && desk.plan?.mode == .cram && desk.plan?.cards.count == 1)
    if desk.text.contains("a number") { desk.type("2^25") } else { desk.type("13") }
    desk.press(.enter)
    #expect(desk.message.contains("saved.  Its schedule stays as it is."))
    #expect(desk.session.history.cards == before)
  }
}

@Suite struct `Scores` {
  private func log(_ mode: QuizMode, _ scores: [Double], _ name: String, ago: Int) -> [(Date, Learning.Event)] {
    let cards = [SampleBank.choice, SampleBank.several, SampleBank.second, SampleBank.bytes, SampleBank.bare]
    let plan = QuizPlan(id: QuizID(name), cards: Array(cards.prefix(scores.count)), seed: 1, mode: mode, language: "en")
    let answers = zip(cards, scores).enumerated().map { place, answer in
      (SampleLog.day(ago, minute: place), SampleLog.review(answer.0, .good, score: answer.1, quiz: plan.id))
    }
    return [(SampleLog.day(ago), .quizStarted(plan))] + answers + [(SampleLog.day(ago, minute: 9), .quizEnded(plan.id))]
  }

  @Test func `compare with the last and the best of the same mode`() throws {
    let before =
      log(.practice, [1, 1, 1, 1, 0.5], "a", ago: 3) + log(.practice, [1, 0, 1, 0, 0], "b", ago: 2)
      + log(.exam, [1, 1, 1, 1, 1], "c", ago: 1)
    var desk = try Desk.quiz([SampleBank.second], log: before)
    desk.type("3")
    desk.press(.enter)
    #expect(desk.lines[2].hasSuffix("100%  last 40%  best 90%"), "not the exam's, and one item is no best")
  }

  @Test func `unfold with time and hints, and with the trend`() throws {
    let before = log(.practice, [1, 1, 1, 1, 0.5], "a", ago: 3) + log(.practice, [1, 0, 1, 0, 0], "b", ago: 2)
    var desk = try Desk.quiz([SampleBank.second, SampleBank.several, SampleBank.choice], log: before)
    desk.type("3")
    desk.press(.enter)
    desk.wait(20)
    desk.type("1")
    desk.press(.enter, .enter)
    desk.wait(65)
    desk.type("1")
    desk.press(.enter)
    desk.type("w")
    expect(
      desk,
      shows: """
          heed › Quiz › Result                       Practice, 20 Nov   2 min 6 s   EN

          1.5 of 3   1 × 1  +  1 × 0.5  +  1 × 0               50%  last 40%  best 90%

          Practice so far  90%  40%  now 50%   best 90% on 17 Nov

          Item by item                                      42 s an item, slowest 1:05
         ▌●  Why are masked scores set to −∞ before the softmax, rather t…  0:41     1
          ◐  Which of these leave softmax(s) as it is?                      0:20   0.5
          ×  With q and k of unit variance and d_k = 64, what is the stan…  1:05     0

             Why are masked scores set to −∞ before the softmax, rather than masked
             weights to 0 after it?

          ●  The weights that are left would no longer sum to 1           right, yours
             Masked keys would keep their share of the denominator.






          Every answer is saved. These 2 come back first.
          Enter answer   r ask again   w item by item   ↑↓ choose    ? help   Esc back
        """)
  }
}
