import Learning
import TerminalUI
import Testing

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
    #expect(desk.message.hasPrefix("  Masks"), "each chart keeps its place")
  }

  @Test func `say how each chart is counted`() throws {
    var desk = try opened()
    for words in ["mean chance of recall, by FSRS", "A day begins at 4", "From the schedule", "Points won"] {
      desk.type("w")
      #expect(desk.message.contains(words))
      desk.press(.tab)
    }
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
