import Attention
import Foundation
import Learning
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `The set-up of a quiz` {
  private func setup(columns: Int = 80, rows: Int = 24, _ language: Language = .en) throws -> Desk {
    var desk = try Desk.sample(columns: columns, rows: rows, language)
    desk.type("Q")
    return desk
  }

  @Test func `begins practice at once, and names what each mode is for`() throws {
    var desk = try setup()
    for mode in QuizMode.allCases {
      #expect(desk.text.contains("  \(mode.name.en)") && desk.text.contains(mode.purpose.en))
    }
    desk.press(.enter)
    #expect(desk.place == "Practice")
  }

  @Test func `takes the number of items as it is typed`() throws {
    var desk = try setup()
    desk.press(.tab)
    desk.type("12")
    #expect(desk.text.contains("‹ 12 ›"))
    desk.type("3")
    #expect(desk.text.contains("‹ 3 ›"), "123 would be too many: it begins anew")
    desk.press(.down, .up)
    desk.type("4")
    #expect(desk.text.contains("‹ 4 ›"), "what was typed before is done")
    desk.press(.right)
    #expect(desk.text.contains("‹ 5 ›"))
    desk.type("20")
    desk.press(.backspace)
    #expect(desk.text.contains("‹ 2 ›"))
    desk.press(.backspace)
    #expect(desk.text.contains("‹ 1 ›"), "there is no quiz of nothing")
  }

  @Test func `ticks with Space where there is something to tick, and nowhere else`() throws {
    var desk = try setup()
    desk.press(.tab)
    #expect(!desk.footer.contains("Space"))
    let before = desk.lines
    desk.type(" ")
    #expect(desk.lines == before)
    desk.press(.down, .down, .down)
    #expect(desk.footer.contains("Space tick"))
    desk.type("7 ")
    #expect(desk.text.contains("[●] Scaled dot product"))
    #expect(desk.text.contains("[ ] Masks"))
    #expect(desk.text.contains("Topics  1 of 2"))
    desk.type(" ")
    #expect(!desk.text.contains("[●]"))
    #expect(desk.text.contains("Topics  all, as none is ticked"))
  }

  @Test func `counts what is due and new by topic, at the level chosen`() throws {
    var desk = try setup()
    func row(_ topic: String) -> [Substring] {
      desk.lines.first { $0.contains("] \(topic)") }.map { $0.suffix(16).split(separator: " ") } ?? []
    }
    #expect(row("Scaled dot product") == ["3", "·"])
    #expect(row("Masks") == ["1", "·"])
    desk.press(.tab, .down, .right)
    #expect(row("Scaled dot product") == ["2", "·"], "of junior level")
    #expect(row("Masks") == ["·", "·"])
    var first = try Desk.firstDay()
    first.type("Q")
    #expect(first.message == "  Asks 5 of 5: 5 new.")
    #expect(first.text.contains("[ ] Masks"))
  }

  @Test func `is narrowed by a query, in either language`() throws {
    var desk = try setup()
    desk.press(.tab, .down, .down)
    desk.type("kind:number topic:掩码")
    desk.press(.enter)
    #expect(desk.message.hasPrefix("  Asks 1 of 1: 1 due"))
    desk.press(.enter)
    #expect(desk.plan?.cards == [SampleBank.bytes])
  }

  @Test func `begins nothing with a query that cannot be read`() throws {
    var desk = try setup()
    desk.press(.tab, .down, .down)
    desk.type("state:dew")
    #expect(desk.message == "  No state “dew”; did you mean new?")
    desk.press(.enter, .enter)
    #expect(desk.place == "Quiz" && desk.message == "  No state “dew”; did you mean new?")
  }

  @Test func `gives an exam two minutes an item, or what is set`() throws {
    var desk = try setup()
    desk.type("2")
    #expect(desk.lines.contains { $0.hasPrefix("  minutes ") && $0.hasSuffix(" 20") })
    desk.press(.tab)
    desk.type("5")
    desk.press(.down)
    #expect(desk.text.contains("‹ 10 ›"))
    desk.type("3")
    desk.press(.enter)
    #expect(desk.plan?.mode == .exam && desk.plan?.limit == 180)
    #expect(desk.header.contains("3:00 left"))
  }

  @Test func `says what waits in a mode, or that nothing does`() throws {
    var desk = try setup()
    desk.type("3")
    #expect(desk.message == "  Asks all 4 due; about 2 min.")
    desk.type("4")
    #expect(desk.message == "  Asks 2 of 2, each until right twice.")
    desk.type("5")
    #expect(desk.message == "  Set the day of your interview first:  Tab")
    desk.press(.enter)
    #expect(desk.place == "Quiz")
    desk.type("6")
    #expect(desk.message == "  Asks 4 of 4 aloud: 2 new, 2 not yet due.")
    var first = try Desk.firstDay()
    first.type("Q3")
    #expect(first.message == "  Nothing is due.")
    first.type("4")
    #expect(first.message == "  No mistakes wait: all were made good.")
  }

  @Test func `says on a small screen in Chinese all that it asks`() throws {
    let desk = try setup(columns: 40, rows: 12, .zh)
    #expect(desk.message == "  问 5/5：到期 4，未到期 1。")
  }
}
