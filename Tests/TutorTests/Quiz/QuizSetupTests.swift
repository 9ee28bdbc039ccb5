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

  @Test func `takes the number of items as it is typed`() throws {
    var desk = try setup()
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
    desk.press(.down, .right)
    #expect(row("Scaled dot product") == ["2", "·"], "of junior level")
    #expect(row("Masks") == ["·", "·"])
    var first = try Desk.firstDay()
    first.type("Q")
    #expect(first.message == "  Asks 5 of 5: 5 new.")
    #expect(first.text.contains("[ ] Masks"))
  }

  @Test func `shows beside the list what would be asked`() throws {
    var desk = try setup(columns: 160, rows: 50)
    expect(
      desk,
      shows: """
          heed › Quiz                                                                                                                                               EN

          A quiz                                                              Will be asked                           5 items, about 3 min

         ▌items                                                 ‹ 10 ›        Scaled dot product   ━━━━━━━━━━━━   3  3 due
          level                                                  any          Masks                ━━━━━━━━       2  1 due, 1 not yet due
          feedback                                 after each answer
                                                                              What is due comes first, the longest due before the rest;
          Topics  all, as none is ticked                     due   new        then what is new, in a random order; then what falls due
          [ ] Scaled dot product and softmax                   3     ·        soonest.
          [ ] Masks                                            1     ·





































          Asks 5 of 5: 4 due, 1 not yet due; about 3 min.
          Enter begin   ←→ change   0–9 how many   L 中文   ↑↓ choose                                                                                ? help   Esc back
        """)
    desk.press(.down, .down, .down)
    desk.type(" ")
    #expect(desk.text.contains("3 items, about 2 min"))
    #expect(!desk.lines[5].contains("not yet due"))
  }

  @Test func `says on a small screen in Chinese all that it asks`() throws {
    let desk = try setup(columns: 40, rows: 12, .zh)
    #expect(desk.message == "  问 5/5：到期 4，未到期 1。")
  }

  @Test func `fits a small screen`() throws {
    var desk = try setup(columns: 40, rows: 12)
    desk.press(.down, .down, .down)
    desk.type(" ")
    expect(
      desk,
      shows: """
          heed › Quiz

          items                           10
          level                          any
          feedback         after each answer

          Topics  1 of 2             due   new
         ▌[●] Scaled dot product       3     ·
          [ ] Masks                    1     ·

          Asks 3 of 3: 3 due.
          Enter begin   Space tick      ?  Esc
        """)
  }
}
