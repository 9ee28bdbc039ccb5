import Learning
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Home` {
  @Test func `begins with reading on the first day`() throws {
    var desk = try Desk.firstDay()
    desk.press(.enter)
    #expect(desk.place == "Scaled dot product")
    #expect(desk.text.contains("Think first"))
    #expect(desk.text.contains("▌▸ Short answer"), "the reader has the keyboard")
  }

  @Test func `runs on from the menu into the topics, where there is room for them`() throws {
    var desk = try Desk.sample()
    desk.type("G")
    #expect(desk.text.contains("▌Masks"))
    desk.press(.enter)
    #expect(desk.place == "Masks")
    desk.press(.escape)
    desk.resize(columns: 40, rows: 12)
    #expect(desk.text.contains("▌Statistics"), "what is not shown has no keyboard")
    desk.type("G")
    #expect(desk.text.contains("▌Statistics"))
  }

  @Test func `draws no charts of nothing, before the first answer`() throws {
    for (columns, rows) in [(80, 24), (120, 40), (160, 50)] {
      let desk = try Desk.sample(
        columns: columns, rows: rows, log: [(SampleLog.day(1), .read(SampleBank.scale, parts: 1, of: 5))])
      #expect(desk.lines[2].hasPrefix("  Nothing is due."))
      #expect(!desk.text.contains("Coming due") && !desk.text.contains("━") && !desk.text.contains(" 0%"))
    }
  }

  @Test func `x runs the experiment of what there is to read, as it says on the first day`() throws {
    var desk = try Desk.firstDay()
    #expect(desk.lines[3].contains("x runs it"))
    desk.type("x")
    #expect(desk.place == "Playground")
    #expect(desk.text.contains("Rows are almost one-hot."))
    desk = try Desk.sample()
    desk.type("x")
    #expect(desk.message == "  This question has no experiment.  P Playground")
  }

  @Test func `draws no week and no month in which nothing comes`() throws {
    let log = [(SampleLog.day(0, minute: -1), SampleLog.review(SampleBank.choice, .easy))]
    let desk = try Desk.sample(log: log)
    let heading = try #require(desk.lines.firstIndex { $0.contains("Coming due") })
    #expect(desk.lines[heading + 1].hasSuffix("Nothing in the next 7 days."))
    let far = (0..<4).map { (SampleLog.day(120 - 40 * $0, minute: -1), SampleLog.review(SampleBank.choice, .easy)) }
    #expect(try !Desk.sample(columns: 160, rows: 50, log: far).text.contains("Coming due"))
  }

  @Test func `leaves a quiz without an answer behind the rest`() throws {
    let start = (SampleLog.day(0, minute: -5), Learning.Event.quizStarted(SampleLog.quiz))
    var desk = try Desk.sample(log: [start])
    #expect(desk.lines[2] == "  Welcome.", "nothing was read or answered")
    #expect(desk.lines[5].hasPrefix(" ▌Begin reading"))
    #expect(desk.lines[6].hasPrefix("  Resume the quiz     0 of 5 answered"))
    desk = try Desk.sample(log: [
      start,
      (SampleLog.day(0, minute: -4), SampleLog.review(SampleBank.choice, .good, score: 1, quiz: SampleLog.quiz.id)),
    ])
    #expect(desk.lines[5].hasPrefix(" ▌Resume the quiz     1 of 5 answered"))
  }

  @Test func `says what comes next when nothing is due`() throws {
    let known = [SampleBank.choice, SampleBank.several].map {
      (SampleLog.day(0, minute: -30), SampleLog.review($0, .easy))
    }
    var desk = try Desk.sample(log: known + [(SampleLog.day(0, minute: -20), .read(SampleBank.shift, parts: 1, of: 2))])
    #expect(desk.lines[2] == "  Nothing is due.")
    #expect(desk.lines[3] == "  Next: 2 in 8 days.")
    #expect(desk.lines[5].hasPrefix(" ▌Go on reading       Why is softmax shift-invariant?  1 of 2"))
    desk.wait(7 * 86_400)
    desk.type("SH")
    #expect(desk.lines[3] == "  Next: 2 tomorrow.")
    desk.wait(86_400)
    desk.type("SH")
    #expect(desk.lines[2] == "  2 items are due")
  }

  @Test func `says what comes later today`() throws {
    let desk = try Desk.sample(log: [(SampleLog.day(0, minute: -1), SampleLog.review(SampleBank.choice, .good))])
    #expect(desk.lines[3] == "  Next: 1 later today.")
    #expect(desk.header.contains("1 day   EN"))
  }

  @Test func `counts one item, one minute and one day as one`() throws {
    let desk = try Desk.sample(log: [
      (SampleLog.day(1), SampleLog.review(SampleBank.choice, .again, score: 0, seconds: 20))
    ])
    #expect(desk.lines[2] == "  1 item is due")
    #expect(desk.lines[3] == "  About 1 minute.")
    #expect(desk.lines[5].hasPrefix(" ▌Review the 1 due"))
  }

  @Test func `shows Enter at the focused row alone`() throws {
    let plan = QuizPlan(id: QuizID("now"), cards: SampleLog.quiz.cards, seed: 1, feedback: .immediate, language: "en")
    var desk = try Desk.sample(log: SampleLog.events + [(SampleLog.day(0, minute: -5), .quizStarted(plan))])
    #expect(desk.lines[5].hasPrefix(" ▌Review the 4 due"))
    #expect(desk.lines[7].hasPrefix("  Resume the quiz     0 of 5 answered"), "with nothing in it, it can wait")
    for _ in 0..<7 {
      #expect(desk.lines[5..<12].count { $0.hasSuffix("Enter") } == 1)
      desk.press(.down)
    }
  }

  @Test func `names the days ahead by the learner's day, which ends at 4 in the morning`() throws {
    var desk = try Desk.sample()
    desk.wait(17 * 3600)
    #expect(desk.header.contains("Fri 20 Nov"), "the clock's date")
    #expect(desk.lines[14].contains("today"))
    #expect(desk.lines[15].contains("Sat  "), "tomorrow of a learner who is still at Friday")
  }

  @Test func `shows a detail that is cut in the message line`() throws {
    var desk = try Desk.sample(columns: 60, rows: 20)
    #expect(desk.message.isEmpty)
    desk.press(.down)
    #expect(desk.message == "  Why is softmax shift-invariant?  1 of 2")
  }
}
