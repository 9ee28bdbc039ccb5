import Learning
import TerminalUI
import Testing
import Workbook

@testable import Tutor

private let three = [SampleBank.second, SampleBank.bytes, SampleBank.choice]

private func exam(_ cards: [CardID] = three, columns: Int = 80, rows: Int = 24, _ language: Language = .en) throws
  -> Desk
{
  try Desk.quiz(cards, mode: .exam, limit: 600, columns: columns, rows: rows, language)
}

extension Desk {
  /// The answers that count, by the card.
  fileprivate var answers: [String] {
    (session.history.quiz(QuizID("now"))?.answers ?? []).map { "\($0.review.card.question.slug):\($0.review.answer)" }
  }
}

@Suite struct `The clock of an exam` {
  @Test func `runs down, and over items that are left open`() throws {
    var desk = try exam()
    #expect(desk.header.contains("1 of 3   9:19 left"))
    desk.type("]")
    desk.wait(60)
    desk.press(.tab)
    desk.type("[")
    #expect(desk.header.contains("1 of 3   8:19 left"))
  }

  @Test func `ends it when it is over, and what was given counts`() throws {
    var desk = try exam()
    desk.type("3")
    desk.wait(550)
    #expect(desk.place == "Exam" && desk.header.contains("0:09 left"))
    desk.wait(10)
    #expect(desk.place == "Result")
    #expect(desk.message == "  Time is over; 2 of 3 had no answer.")
    #expect(desk.lines[2].hasPrefix("  1 of 3   1 × 1  +  2 × 0"))
    #expect(desk.recorded.last == .quizEnded(QuizID("now")))
    desk.type("u")
    #expect(desk.message == "  The exam is over; its answers stand.")
  }

  @Test func `stands still while the exam is left`() throws {
    var desk = try exam()
    desk.type("3")
    desk.press(.escape, .escape)
    #expect(desk.place == "heed")
    desk.wait(5000)
    desk.press(.enter)
    #expect(desk.place == "Exam" && desk.header.contains("2 of 3   9:19 left"))
  }

  @Test func `ends it under an overlay too, as soon as that closes`() throws {
    var desk = try exam()
    desk.type("?")
    desk.wait(1000)
    desk.press(.escape)
    #expect(desk.place == "Result")
  }
}

@Suite struct `An exam's flags` {
  @Test func `bring their items back before the end, where the answer may change`() throws {
    var desk = try exam()
    desk.type("b")
    #expect(desk.message == "  Flagged: it comes back before the end.")
    desk.type("1")
    #expect(desk.header.contains("◆ ▸ ·   2 of 3"))
    desk.type("1 GiB")
    desk.press(.enter)
    desk.type("2")
    #expect(desk.place == "Exam" && desk.header.contains("1 of 3"))
    #expect(desk.text.contains("▌1  "), "the answer given before has the keyboard")
    #expect(desk.message == "  Flagged: Enter keeps this answer, another one replaces it.")
    let before = desk.answers
    desk.type("3")
    #expect(desk.place == "Result")
    #expect(desk.answers.count == 3 && desk.answers != before)
    #expect(desk.session.history.reviews.count == 3, "the first answer is taken back")
  }

  @Test func `keep an answer that Enter confirms, and write nothing`() throws {
    var desk = try exam()
    desk.type("b1")
    desk.type("1 GiB")
    desk.press(.enter)
    desk.type("2")
    let (recorded, answers) = (desk.recorded.count, desk.answers)
    desk.press(.enter)
    #expect(desk.place == "Result" && desk.answers == answers)
    #expect(desk.recorded.count == recorded + 1, "only that it is over")
  }

  @Test func `are taken off with b, and are no bookmarks`() throws {
    var desk = try exam()
    desk.type("bb")
    #expect(desk.message == "  Flag removed.")
    #expect(desk.recorded.isEmpty)
    desk.type("1")
    desk.type("1 GiB")
    desk.press(.enter)
    desk.type("2")
    #expect(desk.place == "Result")
  }
}

@Suite struct `A running exam` {
  @Test(arguments: ["H", "S", "P", "Q", "T", "R"]) func `asks before a capital leaves it`(key: String) throws {
    var desk = try exam()
    desk.type(key)
    #expect(desk.place == "Exam" && desk.message.contains("Leave the exam?  \(key) again leaves."))
    desk.type(key)
    #expect(desk.place != "Exam")
    #expect(desk.session.history.unfinishedQuiz?.id == QuizID("now"))
  }

  @Test func `asks before Esc leaves it, also from a field; another key stays`() throws {
    var desk = try exam([SampleBank.bytes])
    desk.type("12")
    desk.press(.escape)
    #expect(desk.message == "  Leave the exam?  Esc again leaves. Answers are saved, the clock stops.")
    desk.type("3")
    desk.press(.escape)
    #expect(desk.place == "Exam", "it asks again")
    desk.press(.control("c"), .escape)
    #expect(desk.place == "Exam" && !desk.hasQuit, "Esc takes the question back")
    desk.press(.control("c"), .control("c"))
    #expect(desk.hasQuit)
  }

  @Test func `is ended by hand, what is open wins nothing`() throws {
    var desk = try exam()
    desk.type("3")
    desk.press(.tab)
    desk.type("e")
    #expect(desk.message == "  End the exam? 2 without an answer.  e again ends it.")
    desk.type("e")
    #expect(desk.place == "Result" && desk.lines[2].hasPrefix("  1 of 3"))
  }

  @Test func `looks as drawn`() throws {
    var desk = try exam([SampleBank.second, SampleBank.several, SampleBank.bytes, SampleBank.choice])
    desk.type("b1]")
    desk.type("1 GiB")
    expect(
      desk,
      shows: """
          heed › Quiz › Exam                         ◆ · ▸ ·   3 of 4   9:19 left   EN

          Masks · senior · a number

          How large is a float32 mask of 16,384 × 16,384?

          Your answer
         ▌1 GiB
          reads as 1,073,741,824 bytes


          Any unit will do   3 MiB   3.15 MB   3145728   3 * 2^20   3.15e6
          Within 1% counts









          1 flagged; it comes back before the end.
          Enter answer   Tab leave the field                       F1 help   Esc pause
        """)
    expect(
      desk,
      isStyled: """
          qqqqfffqqqqfffssss                         a q a q   qqqqqqqqqqqqqqqqqq   qq

          qqqqqqqqqqqqqqqqqqqqqqqqq

          sssssssssssssssssssssssssssssssssssssssssssssss

          qqqqqqqqqqq
         ASSSSSTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT
          qqqqqqqqqqqqqqqqqqqqqqqqqqqq


          qqqqqqqqqqqqqqqq
          qqqqqqqqqqqqqqqq









          qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
          aaaaaqqqqqqq   aaaqqqqqqqqqqqqqqqq                       aaqqqqq   aaaqqqqqq
        """)
  }

  @Test func `looks as drawn on a small screen in Chinese`() throws {
    var desk = try exam([SampleBank.second, SampleBank.bytes], columns: 40, rows: 12, .zh)
    desk.type("b")
    expect(
      desk,
      shows: """
          heed › 测验 › 考试     1/2   剩 9:19

          为什么要在 softmax 之前把被掩蔽的分
          数设为 −∞，而不是在 softmax 之后把相
          应的权重置为 0？

         ▌1  零不可导
          2  零仍然要相乘，速度更慢
          3  剩下的权重之和不再等于 1
          4  fp16 存不下
          已标记：结束前会再来。
          ↑↓ 选择   Enter 作答          ?  Esc
        """)
  }

  @Test func `asks in the message line, wide`() throws {
    var desk = try exam(columns: 160, rows: 50)
    desk.type("q")
    expect(
      desk,
      shows: """
          heed › Quiz › Exam                                                                                                           ▸ · ·   1 of 3   9:19 left   EN

          Masks · junior · one answer

          Why are masked scores set to −∞ before the softmax, rather than masked
          weights to 0 after it?

         ▌1  Zero is not differentiable

          2  The zeros would still be multiplied, which is slower

          3  The weights that are left would no longer sum to 1

          4  It would not fit in fp16


































          Leave the exam?  q again leaves. Answers are saved, the clock stops.
          ↑↓ choose   Enter answer   b flag   [ ] another item   L 中文                                                                             ? help   Esc pause
        """)
  }
}
