import Foundation
import Learning
import TerminalUI
import Testing
import Workbook

@testable import Tutor

/// A bank of seven topics with one question each, whose item wants a number of tokens.
private func manyTopics() throws -> Bank {
  let topics = (1...7).map { "  - {id: t\($0), title: Topic \($0), summary: One of many}" }.joined(separator: "\n")
  let names = """
    language: en
    topics:
    \(topics)
    headings:
      {short-answer: Short answer, in-depth: In depth, code: Code, mistakes: Mistakes, follow-ups: More, quiz: Quiz}
    """
  let text = SampleText.size.replacing("unit: bytes", with: "unit: tokens")
  let files = Dictionary(uniqueKeysWithValues: (1...7).map { ("en/t\($0)/size.md", text) })
  return try SampleBank.make(
    without: ["zh/bank.yaml", "zh/scores/scale.md", "zh/scores/shift.md", "zh/masks/causal.md", "zh/masks/size.md"],
    adding: files.merging(["en/bank.yaml": names], uniquingKeysWith: { $1 }))
}

/// At the first item of a quiz over all seven.
private func begun(columns: Int = 80, rows: Int = 24) throws -> Desk {
  let cards = (1...7).map { CardID(question: QuestionID(topic: "t\($0)", slug: "size"), item: 1) }
  let plan = QuizPlan(id: QuizID("now"), cards: cards, seed: 3, feedback: .immediate, language: "en")
  var desk = try Desk(columns: columns, rows: rows, bank: manyTopics(), log: [(Desk.morning - 1, .quizStarted(plan))])
  _ = desk.stack.perform([.push(QuizScreen(plan, desk.session))])
  desk.wait(41)
  return desk
}

/// After all seven, of which the third alone was right.
private func taken(columns: Int = 80, rows: Int = 24) throws -> Desk {
  var desk = try begun(columns: columns, rows: rows)
  for number in 1...7 {
    desk.type(number == 3 ? "2^30" : "1")
    desk.press(.enter, .enter)
  }
  return desk
}

@Suite struct `A quiz over many topics` {
  @Test func `leaves the mistakes their room in the result`() throws {
    let desk = try taken()
    #expect(desk.lines[8] == "  ▾ 4 more")
    let mistakes = desk.lines.filter { $0.contains("×  How large is a float32 mask") }
    #expect(mistakes.count >= 3)
    #expect(desk.text.contains("your answer"))
  }

  @Test func `shows every topic where there is room, the weakest first`() throws {
    let desk = try taken(rows: 50)
    #expect(!desk.text.contains("more"))
    #expect(desk.lines[5].contains("Topic 1 ") && desk.lines[5].contains("0 of 1"))
    #expect(desk.lines[11].contains("Topic 3 ") && desk.lines[11].contains("1 of 1"))
    #expect(desk.lines.filter { $0.contains("×  How large") }.count == 6)
  }

  @Test func `has the answers beside the list on a wide screen`() throws {
    var desk = try taken(columns: 160, rows: 50)
    let row = try #require(desk.lines.firstIndex { $0.contains("▌×  How large") })
    #expect(desk.lines[row].dropFirst(84).contains("How large is a float32 mask of 16,384 × 16,384?"))
    #expect(desk.lines[row + 2].contains("your answer") && desk.lines[row + 3].contains("right"))
    #expect(!desk.footer.contains("PgDn"))
    desk.resize(columns: 120, rows: 40)
    #expect(
      desk.lines.allSatisfy { $0.dropFirst(79).allSatisfy { $0 == " " } || $0.contains("Result") || $0.contains("Esc") }
    )
  }

  @Test func `scrolls answers that do not fit`() throws {
    var desk = try taken(columns: 40, rows: 12)
    let before = desk.lines
    #expect(desk.footer.contains("PgDn more"))
    for _ in 1...4 { desk.press(.pageDown) }
    #expect(desk.text.contains("Four bytes a pair: 1 GiB."))
    for _ in 1...4 { desk.press(.pageUp) }
    #expect(desk.lines == before)
    desk.press(.pageDown)
    desk.press(.down)
    #expect(desk.lines[7] == before[7], "the next one begins at its top")
  }

  @Test func `gives examples of the unit that is asked for`() throws {
    var desk = try begun()
    #expect(desk.text.contains("Written as you like   1000000   10^6   1e6   1M"))
    #expect(!desk.text.contains("GiB"))
    desk.type("many")
    desk.press(.enter)
    #expect(desk.message == "  Not a number yet: 1000000, 10^6, 1e6 and 1M are understood.")
  }
}
