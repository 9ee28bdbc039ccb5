import Learning
import TerminalUI
import Testing
import Workbook

@testable import Tutor

private let five = [SampleBank.second, SampleBank.several, SampleBank.bytes, SampleBank.choice, SampleBank.bare]

@Suite struct `A quiz from the set-up` {
  @Test func `asks what was chosen, what is due first`() throws {
    var desk = try Desk.sample()
    desk.type("Q")
    #expect(desk.message == "  Asks 5 of 5: 4 due, 1 not yet due; about 3 min.")
    desk.press(.tab, .left, .left, .left, .left, .left, .left, .left, .left)
    #expect(desk.text.contains("‹ 2 ›"))
    desk.press(.enter)
    #expect(desk.place == "Practice")
    #expect(desk.plan?.cards.count == 2)
    #expect(desk.plan?.feedback == .immediate)
    #expect(desk.plan?.cards.contains(SampleBank.second) == false, "it is the one that is not due")
  }

  @Test func `keeps to topics and a level`() throws {
    var desk = try Desk.sample()
    desk.type("Q2")
    desk.press(.tab, .down, .down, .right)
    #expect(desk.message.contains("Asks 3 of 3: 2 due, 1 not yet due; 20 min"))
    desk.press(.down, .down, .down)
    desk.type(" ")
    #expect(desk.text.contains("[●] Masks"))
    desk.press(.enter)
    #expect(desk.place == "Exam")
    #expect(desk.plan?.cards == [SampleBank.second])
    #expect(desk.plan?.topics == ["masks"])
  }

  @Test func `says so when nothing matches`() throws {
    var desk = try Desk.sample()
    desk.type("Q")
    desk.press(.tab, .down, .right, .right, .down, .down, .down)
    desk.type(" ")
    desk.press(.enter)
    #expect(desk.message == "  No item matches; choose other topics or levels.")
    #expect(desk.recorded.isEmpty)
  }
}

@Suite struct `A quiz that is interrupted` {
  private func begun() throws -> Desk {
    var desk = try Desk.quiz(five)
    desk.type("3")
    desk.press(.enter, .escape)
    return desk
  }

  @Test func `waits on Home after Esc`() throws {
    var desk = try begun()
    #expect(desk.lines[5].hasPrefix(" ▌Resume the quiz     1 of 5 answered"))
    #expect(
      desk.lines[6].hasSuffix("  R") || !desk.lines[6].hasSuffix("Enter"), "Enter stands at the focused row alone")
    desk.press(.enter)
    #expect(desk.header.contains("● ▸ · · ·   2 of 5"))
  }

  @Test func `is taken up from the log alone`() throws {
    let done = try begun().session.history.entries.map { ($0.at, $0.event) }
    var desk = try Desk.sample(log: done)
    desk.press(.enter)
    #expect(desk.header.contains("● ▸ · · ·   2 of 5"))
    #expect(desk.text.contains("Which of these leave softmax(s) as it is?"))
    desk = try Desk.sample(log: done)
    desk.type("Qr")
    #expect(desk.header.contains("● ▸ · · ·   2 of 5"))
  }

  @Test func `quits at once with q, and every answer is in the log`() throws {
    var desk = try Desk.quiz(five)
    desk.type("3q")
    #expect(desk.hasQuit)
    #expect(desk.session.history.unfinishedQuiz?.answers.count == 1)
  }
}

@Suite struct `An exam` {
  @Test func `shows right and wrong only at the end`() throws {
    var desk = try Desk.quiz(five, feedback: .final)
    #expect(desk.message.contains("Exam: feedback comes at the end."))
    desk.type("1")
    #expect(desk.header.contains("● ▸ · · ·   2 of 5"), "it goes on at once")
    let dot = try #require(desk.lines[0].firstIndex(of: "●"))
    let column = desk.lines[0].distance(from: desk.lines[0].startIndex, to: dot)
    #expect(desk.canvas[column, 0].style.ink == .text, "neither green nor red")
    desk.type("1")
    desk.press(.enter)
    desk.type("1 GiB")
    desk.press(.enter)
    desk.type("1")
    #expect(!desk.text.contains("right") && !desk.text.contains("your answer"))
    desk.type("1/4")
    desk.press(.enter)
    #expect(desk.place == "Result")
    #expect(desk.text.contains("2.5 of 5   2 × 1  +  1 × 0.5  +  2 × 0"))
    #expect(desk.text.contains("your answer"))
    #expect(desk.recorded.last == .quizEnded(QuizID("now")))
  }

  @Test func `asks before q leaves it, and another answer takes the question back`() throws {
    var desk = try Desk.quiz(five, feedback: .final)
    desk.type("q")
    #expect(!desk.hasQuit)
    #expect(desk.message.contains("Leave the exam?  q again leaves."))
    desk.type("1q")
    #expect(!desk.hasQuit)
    desk.type("q")
    #expect(desk.hasQuit)
    #expect(desk.session.history.unfinishedQuiz?.answers.count == 1)
  }
}

@Suite struct `The result of a quiz` {
  private func result() throws -> Desk {
    var desk = try Desk.quiz([SampleBank.second, SampleBank.several, SampleBank.choice])
    desk.type("3")
    desk.press(.enter)
    desk.type("1")
    desk.press(.enter, .enter)
    desk.type("1")
    desk.press(.enter)
    return desk
  }

  @Test func `adds up, by topic and by level`() throws {
    let desk = try result()
    #expect(desk.lines[2].hasPrefix("  1.5 of 3   1 × 1  +  1 × 0.5  +  1 × 0"))
    #expect(desk.lines[2].hasSuffix("50%"), "three items are too few for a best")
    #expect(desk.lines[5].contains("Scaled dot product  ━━━───────── 0.5 of 2"), "the weakest first")
    #expect(desk.lines[6].contains("Masks               ━━━━━━━━━━━━   1 of 1"))
    #expect(desk.lines[5].contains("junior  ━━━━━━──────   1 of 2"))
    #expect(desk.lines[6].contains("mid     ━━━━━━────── 0.5 of 1"))
    #expect(desk.recorded.last == .quizEnded(QuizID("now")))
  }

  @Test func `lists what lost points, the worst first, and leads to the answer and the experiment`() throws {
    var desk = try result()
    #expect(desk.lines[9].hasPrefix(" ▌×  With q and k"))
    #expect(desk.lines[10].hasPrefix("  ◐  Which of these"))
    desk.press(.enter)
    #expect(desk.place == "Scaled dot product")
    #expect(desk.text.contains("Why scale by √d_k?"))
    desk.press(.escape)
    #expect(desk.place == "Result")
    desk.type("x")
    #expect(desk.place == "Playground")
    desk.press(.escape, .down)
    #expect(desk.text.contains("Adding 3 to every score"))
    #expect(!desk.footer.contains("x experiment"), "this question has none")
  }

  @Test func `asks the mistakes again in a new quiz`() throws {
    var desk = try result()
    desk.type("r")
    #expect(desk.place == "Practice")
    #expect(desk.plan?.cards == [SampleBank.choice, SampleBank.several])
    #expect(desk.plan?.id != QuizID("now"))
    #expect(desk.header.contains("1 of 2"))
  }

  @Test func `unfolds the score item by item, the right ones too`() throws {
    var desk = try result()
    desk.type("w")
    #expect(desk.text.contains("Item by item"))
    #expect(desk.lines[5].hasPrefix(" ▌●  Why are masked scores"))
    #expect(desk.text.contains("right, yours"))
  }

  @Test func `goes back to the last item with u, and its score with it`() throws {
    var desk = try result()
    desk.type("u")
    #expect(desk.place == "Practice" && desk.header.contains("● ◐ ▸   3 of 3"))
    #expect(desk.session.history.quiz(QuizID("now"))?.points == Share(part: 1.5, of: 2))
    #expect(desk.session.history.unfinishedQuiz?.id == QuizID("now"), "a quiz that was over goes on")
    desk.type("U")
    #expect(desk.message.contains("Done again.") && desk.header.contains("● ◐ ×   3 of 3"))
    desk.type("u2")
    desk.press(.enter)
    #expect(desk.lines[2].hasPrefix("  2.5 of 3   2 × 1  +  1 × 0.5 "))
  }

  @Test func `says when nothing was lost, and asks all again`() throws {
    var desk = try Desk.quiz([SampleBank.second])
    desk.type("3")
    desk.press(.enter)
    #expect(desk.message == "  Every answer is saved. None lost points.")
    #expect(!desk.text.contains("To look at again"))
    desk.type("r")
    #expect(desk.plan?.cards == [SampleBank.second])
  }

  @Test func `of one's own grades counts grades, not points`() throws {
    var desk = try Desk.quiz([CardID(question: SampleBank.scale), CardID(question: SampleBank.shift)])
    desk.type(" 3 1")
    #expect(desk.place == "Result")
    #expect(desk.lines[2] == "  2 graded by yourself   1 Again   1 Good")
    #expect(!desk.text.contains("By topic"))
    #expect(desk.lines[5].hasPrefix(" ▌●  Why scale by √d_k?") && desk.lines[5].hasSuffix("Good"))
    #expect(desk.lines[6].hasPrefix("  ×  Why is softmax shift-invariant?") && desk.lines[6].hasSuffix("Again"))
    #expect(desk.message == "  Every answer is saved. The one below comes back first.")
    #expect(!desk.footer.contains("item by item"))
    desk.press(.down, .enter)
    #expect(desk.text.contains("Why is softmax shift-invariant?"))
    desk.press(.escape)
    desk.type("r")
    #expect(desk.plan?.cards == [CardID(question: SampleBank.shift)])
  }

  @Test func `names what one graded as forgotten beside what lost points`() throws {
    var desk = try Desk.quiz([SampleBank.second, CardID(question: SampleBank.scale)])
    desk.type("1")
    desk.press(.enter)
    desk.type(" 1")
    #expect(desk.text.contains("To look at again"))
    #expect(desk.text.contains("×  Why scale by √d_k?"))
    #expect(desk.message.hasSuffix("These 2 come back first."))
  }

  @Test func `says that nothing was forgotten where no points were to be lost`() throws {
    var desk = try Desk.quiz([CardID(question: SampleBank.scale)])
    desk.type(" 3")
    #expect(desk.message == "  Every answer is saved. Nothing was forgotten.")
  }

  @Test func `comes back from Home's review of what is due`() throws {
    var desk = try Desk.sample()
    #expect(desk.lines[5].hasPrefix(" ▌Review the 4 due"))
    desk.press(.enter)
    #expect(desk.plan?.cards.count == 4)
    #expect(desk.place == "Due")
  }
}
