import Foundation
import Learning
import TerminalUI
import Testing
import Workbook

@testable import Tutor

/// Two cards, easy from the first day, asked again and again; the second was forgotten in the last week but one.
private let weeks: [(Date, Learning.Event)] = [
  (SampleLog.day(60), SampleLog.review(SampleBank.choice, .easy, score: 1)),
  (SampleLog.day(60, minute: 1), SampleLog.review(SampleBank.second, .easy, score: 1)),
  (SampleLog.day(40), SampleLog.review(SampleBank.choice, .easy, score: 1)),
  (SampleLog.day(39), SampleLog.review(SampleBank.second, .easy, score: 1)),
  (SampleLog.day(9), SampleLog.review(SampleBank.choice, .easy, score: 1)),
  (SampleLog.day(8), SampleLog.review(SampleBank.second, .again, score: 0)),
]

private func opened(
  columns: Int, rows: Int, _ language: Language = .en, look: Look = Look(),
  log: [(Date, Learning.Event)] = SampleLog.events
) throws -> Desk {
  var desk = try Desk.sample(columns: columns, rows: rows, language, look: look, log: log)
  desk.type("T")
  return desk
}

@Suite struct `The charts of statistics` {
  @Test func `mark the chosen day in amber, between marks`() throws {
    for look in [Look(), Look(background: .light), Look(ascii: true), Look(colours: .none)] {
      var desk = try opened(columns: 80, rows: 24, look: look)
      desk.press(.tab, .up)
      let glyphs = look.glyphs
      // Thursday 19 November, in the last column.
      let row = desk.lines[7]
      #expect(row.contains("\(glyphs.smaller)") && row.contains("\(glyphs.larger)"))
      for column in 37...39 { #expect(desk.canvas[column, 7].style.ink == .accent) }
    }
  }

  @Test func `show more reviews further from the ground`() throws {
    func inks(_ look: Look) throws -> [Ink] {
      let desk = try opened(columns: 80, rows: 24, look: look)
      // 17 November with one review, 18 November with two, 31 October with five.
      return [(38, 5), (38, 6), (32, 9)].map { desk.canvas[$0.0, $0.1].style.ink }
    }
    #expect(try inks(Look()) == [.colour(23), .colour(30), .colour(78)])
    #expect(try inks(Look(background: .light)) == [.colour(78), .colour(36), .colour(23)])
  }

  @Test func `draw retention by week against the wish`() throws {
    var desk = try opened(columns: 160, rows: 50, log: weeks)
    #expect(desk.text.contains("Retention            12 weeks, wish 90%"))
    let chart = desk.lines[16...23].map { String($0.dropFirst(119)) }
    #expect(chart[0].contains("100%"))
    #expect(chart.contains { $0.contains("90% ---") })
    #expect(chart[6].contains("50%"), "one of two in the week of 9 November")
    desk.press(.backTab, .backTab)
    #expect(desk.message == "  week of 16 Nov  0 of 0 still known")
    desk.press(.left)
    #expect(desk.message == "  week of 9 Nov  1 of 2 still known  50%")
    desk.type("w")
    #expect(desk.message.contains("still known when asked"))
  }

  @Test func `reach retention by Tab, shown alone where it has no room`() throws {
    var desk = try opened(columns: 40, rows: 12, log: weeks)
    desk.press(.backTab, .backTab)
    #expect(desk.lines[2].hasPrefix(" ▌Retention"))
    desk.press(.left)
    #expect(desk.message == "  week of 9 Nov  1 of 2  50%")
    desk = try opened(columns: 80, rows: 24, log: weeks)
    desk.press(.backTab, .backTab)
    #expect(desk.text.contains("▌Retention") && !desk.text.contains("Quiz scores"), "four charts fit, and it is none")
    desk.press(.backTab)
    #expect(desk.text.contains("▌Quiz scores") && desk.text.contains("Coming due"))
  }

  @Test func `say in a sentence what a chart of nothing would show`() throws {
    let own = [(SampleLog.day(0), SampleLog.review(CardID(question: SampleBank.scale), .easy, seconds: 0))]
    let desk = try opened(columns: 160, rows: 50, log: own)
    #expect(desk.text.contains("It begins when something learned is"))
    #expect(desk.text.contains("No quiz finished yet."))
    #expect(!desk.text.contains("0 min 0 s") && !desk.text.contains("Time an item"))
    let gone = [(SampleLog.day(0), SampleLog.review(CardID(question: QuestionID(topic: "masks", slug: "gone")), .good))]
    #expect(try opened(columns: 160, rows: 50, log: gone).text.contains("Nothing comes due in 30 days."))
    #expect(try opened(columns: 80, rows: 24, .zh, log: gone).text.contains("30 天内没有到期的内容。"))
  }

  @Test func `leave a blank between a title and its summary`() throws {
    for columns in stride(from: 60, through: 200, by: 4) {
      let desk = try opened(columns: columns, rows: 40)
      for title in ["Reviews", "Coming due", "Quiz scores", "Retention"] {
        let parts = desk.text.components(separatedBy: title).dropFirst()
        #expect(parts.allSatisfy { $0.hasPrefix("  ") || $0.hasPrefix("\n") }, "\(title) at \(columns) columns")
      }
    }
  }

  @Test func `fill their width with thirty days`() throws {
    let desk = try opened(columns: 160, rows: 50)
    #expect(desk.lines[23].contains("today         27 Nov        4 Dec         11 Dec     19 Dec"))
  }

  @Test func `count the figures of a table as far as it is wide`() throws {
    let heads = ["met", "due", "right", "an item", "lapses"]
    func shown(_ columns: Int) throws -> Int {
      let desk = try opened(columns: columns, rows: 40)
      let title = desk.lines.first { $0.contains("Mastery by topic") } ?? ""
      return heads.prefix { title.contains($0) }.count
    }
    #expect(try shown(80) == 0)
    #expect(try shown(120) == 3)
    #expect(try shown(160) == 5)
  }
}
