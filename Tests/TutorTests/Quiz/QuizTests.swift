import Learning
import TerminalUI
import Testing
import Workbook

@testable import Tutor

private let five = [SampleBank.second, SampleBank.several, SampleBank.bytes, SampleBank.choice, SampleBank.bare]

extension Desk {
  /// What was answered, in order.
  fileprivate var reviews: [Review] {
    recorded.compactMap { if case .review(let review) = $0 { review } else { nil } }
  }
}

@Suite struct `In a quiz` {
  @Test func `a digit answers at once, and arrows with Enter do the same`() throws {
    var quick = try Desk.quiz(five)
    quick.type("3")
    var slow = try Desk.quiz(five)
    slow.press(.down, .down, .enter)
    #expect(quick.reviews.count == 1)
    #expect(quick.reviews == slow.reviews)
    #expect(quick.lines == slow.lines)
    // The third on the screen is the second in the file, where it is right.
    #expect(quick.reviews[0].score == 1)
    #expect(quick.reviews[0].answer == "2")
    #expect(quick.reviews[0].seconds == 41)
    #expect(quick.reviews[0].quiz == QuizID("now"))
  }

  @Test func `the answer is handed over to be saved before a frame can show what it came to`() throws {
    var stack = try Desk.quiz(five).stack
    let effects = stack.update(.key(.character("3")))
    guard case .record(let events)? = effects.first, case .review(let review)? = events.first else {
      Issue.record("nothing was to be saved")
      return
    }
    #expect(effects.count == 1)
    #expect(review.card == SampleBank.second)
  }

  @Test func `an option that is not there does nothing`() throws {
    var desk = try Desk.quiz(five)
    let before = desk.lines
    desk.type("9")
    #expect(desk.lines == before)
    #expect(desk.recorded.isEmpty)
  }

  @Test func `several answers are ticked with Space or digits and given with Enter`() throws {
    var desk = try Desk.quiz([SampleBank.several, SampleBank.choice])
    desk.type(" ")
    desk.press(.down)
    desk.type("  4")
    #expect(desk.recorded.isEmpty)
    #expect(desk.lines.count { $0.contains("●  ") } == 2)
    desk.press(.enter)
    #expect(desk.reviews.map(\.score) == [1])
    #expect(desk.reviews[0].answer == "1,3")
    #expect(desk.text.contains("right, yours"))
  }

  @Test func `several answers of which none is ticked are asked for again`() throws {
    var desk = try Desk.quiz([SampleBank.several, SampleBank.choice])
    desk.press(.enter)
    #expect(desk.recorded.isEmpty)
    #expect(desk.message == "  Choose at least one: Space ticks.")
    #expect(desk.header.contains("▸ ·"))
    desk.type("1")
    desk.press(.enter)
    #expect(desk.reviews.map(\.score) == [0.5])
  }

  @Test(arguments: [
    ("1 GiB", 1.0), ("1073741824", 1), ("1.07GB", 1), ("2^30", 1), ("１ＧｉＢ", 1), ("1024*1024 KiB", 1), ("1 GB", 0),
    ("4", 0), ("-1 GiB", 0),
  ])
  func `a number is typed as one likes, with its unit`(typed: String, score: Double) throws {
    var desk = try Desk.quiz([SampleBank.bytes, SampleBank.choice])
    desk.type(typed)
    #expect(desk.text.contains("reads as"))
    desk.press(.enter)
    #expect(desk.reviews.map(\.score) == [score])
    #expect(desk.reviews[0].answer == typed)
  }

  @Test(arguments: ["viel", "1 GiBB", "1/0", "--", "√"])
  func `what is no number stays on the screen and is never counted`(typed: String) throws {
    var desk = try Desk.quiz([SampleBank.bytes, SampleBank.choice])
    desk.type(typed)
    #expect(desk.text.contains("not a number yet"))
    desk.press(.enter)
    #expect(desk.recorded.isEmpty)
    #expect(desk.message.contains("Not a number yet: 3 MiB, 3.15 MB, 3145728 and 3 * 2^20 are understood."))
    #expect(desk.text.contains("▌" + typed))
  }

  @Test func `an empty field is no answer, and says what to do when nothing comes to mind`() throws {
    var desk = try Desk.quiz([SampleBank.bytes, SampleBank.choice])
    desk.press(.enter)
    #expect(desk.recorded.isEmpty)
    #expect(desk.message == "  Type a number; or Enter again, if you do not know it.")
    desk.type("x")
    desk.press(.backspace, .enter)
    #expect(desk.recorded.isEmpty, "typing takes the offer back")
    desk.press(.enter)
    #expect(desk.reviews.map(\.score) == [0])
    #expect(desk.lines.contains { $0.contains("●") && $0.contains("right") })
  }

  @Test func `letters are text in the field until Tab leaves it`() throws {
    var desk = try Desk.quiz([SampleBank.bytes, SampleBank.choice])
    desk.type("qLb?")
    #expect(desk.text.contains("▌qLb?"))
    #expect(desk.outside.isEmpty)
    #expect(!desk.footer.contains("b mark"), "what would be text is not offered")
    desk.press(.tab)
    #expect(desk.footer.contains("b mark   L 中文"))
    #expect(desk.canvas.cursor == nil)
    desk.type("b")
    #expect(desk.recorded == [.bookmark(SampleBank.size, true)])
    desk.press(.tab)
    desk.press(.control("u"))
    desk.type("1 GiB")
    desk.press(.enter)
    #expect(desk.reviews.map(\.score) == [1])
  }

  @Test func `the palette's commands work while a number is typed`() throws {
    var desk = try Desk.quiz([SampleBank.bytes, SampleBank.choice])
    desk.type("12")
    desk.press(.control("p"))
    desk.type("mark")
    desk.press(.enter)
    #expect(desk.recorded == [.bookmark(SampleBank.size, true)])
    #expect(desk.text.contains("▌12"))
  }

  @Test func `undo takes the answer back and asks again`() throws {
    var desk = try Desk.quiz(five)
    desk.type("1")
    #expect(desk.session.history.reviews.count == 1)
    desk.type("u")
    #expect(desk.session.history.reviews.isEmpty)
    #expect(desk.message == "  Undone: answer it again.")
    #expect(desk.header.contains("▸ · · · ·"))
    desk.type("3")
    #expect(desk.session.history.reviews.map(\.review.score) == [1])
    desk.press(.enter)
    desk.type("u")
    #expect(desk.header.contains("▸ · · · ·"), "also from the next item")
    desk.type("u")
    #expect(desk.message == "  Nothing to undo here.")
  }

  @Test func `undo leaves alone what was graded in Study meanwhile`() throws {
    var desk = try Desk.quiz(five)
    desk.type("1w 3")
    #expect(desk.session.history.reviews.count == 2)
    desk.press(.escape)
    desk.type("u")
    #expect(desk.session.history.reviews.map(\.review.card) == [CardID(question: SampleBank.causal)])
    #expect(desk.header.contains("▸ · · · ·"))
  }

  @Test func `w shows the answer in full and comes back to the feedback, after the last item too`() throws {
    var desk = try Desk.quiz([SampleBank.choice])
    desk.type("1w")
    #expect(desk.place == "Scaled dot product")
    desk.press(.escape)
    #expect(desk.place == "Practice")
    #expect(desk.message.contains("saved"))
    desk.press(.enter)
    #expect(desk.place == "Result")
  }

  @Test func `x opens the experiment once it is answered`() throws {
    var desk = try Desk.quiz([SampleBank.choice, SampleBank.second])
    desk.type("x")
    #expect(desk.place == "Practice")
    desk.type("1x")
    #expect(desk.place == "Playground")
  }

  @Test func `Space shows the other explanations and hides them again`() throws {
    var desk = try Desk.quiz(five)
    desk.type("3")
    #expect(!desk.text.contains("0 fits everywhere."))
    desk.type(" ")
    #expect(desk.text.contains("0 fits everywhere."))
    desk.type(" ")
    #expect(!desk.text.contains("0 fits everywhere."))
  }

  @Test func `L keeps the item, the option in focus and what is ticked`() throws {
    var desk = try Desk.quiz([SampleBank.several, SampleBank.choice])
    desk.press(.down)
    desk.type(" L")
    #expect(desk.text.contains("▌●  每个分数取平方"))
    desk.press(.enter)
    #expect(desk.reviews.map(\.language) == ["zh"])
    desk.type("L")
    #expect(desk.text.contains("Squaring every score"))
  }

  @Test func `one's own grade goes on at once and counts no points`() throws {
    var desk = try Desk.quiz([CardID(question: SampleBank.scale), SampleBank.choice])
    desk.type("3")
    #expect(desk.recorded.isEmpty, "no grade before the answer was seen")
    desk.press(.enter)
    #expect(desk.text.contains("With unit-variance q and k"))
    desk.type("3")
    #expect(desk.reviews.map(\.score) == [nil])
    #expect(desk.header.contains("● ▸   2 of 2"))
  }
}
