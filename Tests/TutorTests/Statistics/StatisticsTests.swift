import Learning
import TerminalUI
import Testing
import Workbook

@testable import Tutor

private func opened(_ language: Language = .en, columns: Int = 80, rows: Int = 24) throws -> Desk {
  var desk = try Desk.sample(columns: columns, rows: rows, language)
  desk.type("T")
  return desk
}

@Suite struct `Statistics` {
  @Test func `count what the log holds`() throws {
    let desk = try opened(columns: 160, rows: 50)
    // Nine answers from 31 October on; five in a quiz of 3.5 points; 17, 18 and 19 November in a row.
    #expect(desk.text.contains("9 in 4 weeks"))
    #expect(desk.text.contains("6 in 30 days"))
    #expect(desk.text.contains("last 70%, best 70%"))
    #expect(desk.text.contains("Streak        3 days  best 3"))
    // The median of 10, 10, 20, 30, 40, 50, 60 seconds; of October's alone 40.
    #expect(desk.text.contains("Time an item    30 s  40 s in Oct"))
    // One answer to a card that was scheduled by days, and it was known.
    #expect(desk.text.contains("Retention       100%  wish 90%"))
    let scores = try #require(desk.lines.first { $0.contains("▌Scaled dot product") })
    #expect(scores.contains("2/2        3      83%     40 s        ·"), "2.5 of 3 points")
    let masks = try #require(desk.lines.first { $0.hasPrefix("  Masks") })
    #expect(masks.contains("2/2        1      75%     20 s        ·"), "3 of 4 points")
  }

  @Test func `spell out the topic, day or quiz at hand`() throws {
    var desk = try opened()
    #expect(desk.message == "  Scaled dot product  2 of 2 met; mastery is mean recall over 5 items.")
    desk.press(.down)
    #expect(desk.message == "  Masks  2 of 2 met; mastery is mean recall over 4 items.")
    desk.press(.tab)
    #expect(desk.message == "  20 Nov  0 reviews")
    desk.press(.up)
    #expect(desk.message == "  19 Nov  1 review")
    desk.press(.left)
    #expect(desk.message == "  12 Nov  0 reviews")
    desk.press(.right, .right)
    #expect(desk.message == "  20 Nov  0 reviews", "there is no tomorrow to have reviewed")
    desk.press(.tab)
    #expect(desk.message == "  20 Nov  4 come due, with what is overdue")
    desk.type("]]]]]")
    #expect(desk.message == "  25 Nov  1 comes due")
    desk.press(.tab)
    #expect(desk.message == "  31 Oct  3.5 / 5  70%")
    desk.press(.tab)
    #expect(desk.message == "  week of 16 Nov  1 of 1 still known  100%", "shown alone, as it has no room beside")
    desk.press(.tab)
    #expect(desk.message == "  How much memory does a float32 mask of one long sequence take?  recall 50%")
    desk.press(.tab)
    #expect(desk.message.hasPrefix("  Masks"), "each chart keeps its place")
  }

  @Test func `say how each chart is counted`() throws {
    var desk = try opened()
    let charts = [
      ("Mastery", "mean chance of recall, by FSRS"), ("Reviews", "A day begins at 4"),
      ("Coming due", "From the schedule"), ("Quiz scores", "Points won"), ("Retention", "Of what was scheduled"),
      ("Keeps slipping", "Forgotten eight times"),
    ]
    for (chart, words) in charts {
      desk.type("w")
      #expect(desk.front is ExplanationScreen && desk.message.contains(words))
      #expect(desk.text.contains("How it is counted"))
      #expect(desk.text.contains(chart))
      desk.press(.escape, .tab)
    }
  }

  @Test func `explain every figure with the numbers it comes from`() throws {
    var desk = try opened(columns: 160, rows: 60)
    desk.type("w")
    // 2.5 of 3 and 3 of 4 points; nine items and questions, of which two topics know 60 % of five and 62 % of four.
    #expect(desk.text.contains("5.5 of 7"))
    #expect(desk.text.contains("over all 9 items and questions, 0 for those not met: 5.5 / 9."))
    #expect(desk.text.contains("This one: 17 Nov to 19 Nov."))
    #expect(desk.text.contains("better: 1 of 1."))
    #expect(desk.text.contains("Due now: 4."))
    for name in ["Time an item", "Personal best", "Will slip first"] { #expect(desk.text.contains(name)) }
  }

  @Test func `lead from what slips to its answer`() throws {
    let events = (0..<30).map { day in
      (SampleLog.day(60 - 2 * day), SampleLog.review(SampleBank.choice, day % 3 == 0 ? .easy : .again, score: 0))
    }
    var desk = try Desk.sample(columns: 120, rows: 40, log: events)
    desk.type("T")
    desk.press(.backTab)
    #expect(desk.text.contains("Keeps slipping"))
    #expect(desk.message.contains("forgotten") && desk.message.contains("times: read it anew rather than repeat it"))
    desk.press(.down)
    #expect(desk.message.contains("recall"))
    desk.press(.down)
    #expect(desk.message.contains("recall"), "the last stays")
    desk.press(.up, .enter)
    #expect(desk.front is StudyScreen)
    let question = try #require(desk.session.bank.question(SampleBank.choice.question, in: "en"))
    #expect(desk.text.contains(question.title) && desk.text.contains("Short answer"))
  }

  @Test func `lead to the topic's questions and to a quiz of it`() throws {
    var desk = try opened()
    desk.press(.down, .enter)
    #expect(desk.place == "Masks")
    desk.press(.escape)
    desk.type("x")
    #expect(desk.place == "Quiz")
    #expect(desk.text.contains("[●] Masks"))
  }

  @Test func `show one chart alone, and back`() throws {
    var desk = try opened()
    let before = desk.lines
    desk.type("z")
    #expect(!desk.text.contains("Coming due"))
    desk.press(.tab)
    #expect(desk.text.contains("▌Reviews"))
    desk.press(.backTab)
    desk.type("z")
    #expect(desk.lines == before)
  }

  @Test func `before the first answer offer a quiz and nothing else`() throws {
    var desk = try Desk.firstDay()
    desk.type("T")
    let before = desk.lines
    desk.press(.tab, .enter, .down)
    desk.type("wxz")
    #expect(desk.lines == before)
    try desk.click(on: "Answer one item")
    #expect(desk.place == "Quiz")
  }

  @Test func `choose a chart, a topic and open it by the mouse`() throws {
    var desk = try opened()
    try desk.click(on: "Coming due")
    #expect(desk.text.contains("▌Coming due"))
    try desk.click(on: "Masks")
    #expect(desk.text.contains("▌Masks"))
    try desk.click(on: "Masks")
    #expect(desk.place == "Masks")
  }

  @Test func `name how many topics are below`() throws {
    let topics = (1...14).map { "  - {id: t\($0), title: Topic \($0), summary: One of many}" }.joined(separator: "\n")
    let names = """
      language: en
      topics:
      \(topics)
      headings:
        {short-answer: Short answer, in-depth: In depth, code: Code, mistakes: Mistakes, follow-ups: More, quiz: Quiz}
      """
    let question = SampleText.size
    let files = Dictionary(uniqueKeysWithValues: (1...14).map { ("en/t\($0)/size.md", question) })
    let bank = try SampleBank.make(
      without: ["zh/bank.yaml", "zh/scores/scale.md", "zh/scores/shift.md", "zh/masks/causal.md", "zh/masks/size.md"],
      adding: files.merging(["en/bank.yaml": names], uniquingKeysWith: { $1 }))
    var desk = try Desk(bank: bank, log: [(SampleLog.day(1), SampleLog.review(SampleBank.bytes, .good, score: 1))])
    desk.type("T")
    #expect(desk.text.contains("▾ 7 more"))
    desk.type("jjjjjjjjjjjjj")
    #expect(desk.text.contains("▌Topic 14"))
    #expect(!desk.text.contains("▾"))
  }
}
