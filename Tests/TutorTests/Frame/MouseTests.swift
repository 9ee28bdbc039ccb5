import Learning
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `The mouse` {
  @Test func `chooses a row of Home and opens it with a second click`() throws {
    var desk = try Desk.sample()
    try desk.click(on: "4 questions, 4 met")
    #expect(desk.text.contains("▌Study"))
    try desk.click(on: "4 questions, 4 met")
    #expect(desk.place == "Scaled dot product")
    desk.press(.escape)
    try desk.click(on: "Masks")
    try desk.click(on: "Masks")
    #expect(desk.place == "Masks")
  }

  @Test func `chooses a question, opens it, and opens its parts`() throws {
    var desk = try Desk.sample()
    desk.type("S")
    try desk.click(on: "Why scale")
    #expect(desk.message.contains("Why scale by √d_k?"))
    #expect(desk.recorded.isEmpty)
    try desk.click(on: "Why scale")
    try desk.click(on: "▸ Short answer")
    #expect(desk.recorded == [.read(SampleBank.scale, parts: 1, of: 5)])
  }

  @Test func `goes to a topic on a wide screen`() throws {
    var desk = try Desk.sample(columns: 120, rows: 40)
    desk.type("S")
    try desk.click(on: "Masks")
    #expect(desk.place == "What does a causal mask forbid?")
  }

  @Test func `scrolls the reader with the wheel, and the list where it lies over the list`() throws {
    var desk = try Desk.sample(columns: 80, rows: 16)
    desk.type("S")
    desk.press(.up)
    desk.type("     ")
    let end = desk.lines
    desk.send(.wheel(.pane(1), -3))
    #expect(desk.lines != end)
    desk.send(.wheel(.pane(1), 50))
    #expect(desk.lines == end, "not past the end")
    desk.send(.wheel(.row(pane: 0, index: 1), 1))
    #expect(desk.text.contains("mid · derivation"))
  }

  @Test func `focuses an option and answers with a second click`() throws {
    var desk = try Desk.quiz([SampleBank.second])
    try desk.click(on: "The weights that are left")
    #expect(desk.recorded.isEmpty)
    #expect(desk.text.contains("▌3  The weights"))
    try desk.click(on: "The weights that are left")
    #expect(desk.message.hasPrefix("  1 of 1, saved."))
    let after = desk.lines
    try desk.click(on: "It would not fit")
    #expect(desk.lines == after, "what is answered stays answered")
  }

  @Test func `ticks one of several with a second click`() throws {
    var desk = try Desk.quiz([SampleBank.several])
    try desk.click(on: "Doubling")
    try desk.click(on: "Doubling")
    #expect(desk.text.contains("▌●  Doubling"))
    #expect(desk.recorded.isEmpty)
  }

  @Test func `presses the keys of the footer, also while one types`() throws {
    var desk = try Desk.quiz([SampleBank.bytes])
    desk.type("1 GiB")
    try desk.click(on: "Enter answer")
    #expect(desk.message.hasPrefix("  1 of 1, saved."))
    try desk.click(on: "Esc pause")
    #expect(desk.place == "heed")
    try desk.click(on: "L 中文")
    #expect(desk.text.contains("学习"))
  }

  @Test func `sets up a quiz`() throws {
    var desk = try Desk.sample()
    desk.type("Q")
    try desk.click(on: "Exam")
    #expect(desk.text.contains("minutes"))
    try desk.click(on: "Practice")
    try desk.click(on: "[ ] Masks")
    try desk.click(on: "[ ] Masks")
    #expect(desk.text.contains("[●] Masks"))
    try desk.click(on: "items")
    try desk.click(on: "items")
    #expect(desk.text.contains("‹ 10 ›"), "a click alone changes no number")
    desk.click(column: 67, row: 11)
    #expect(desk.text.contains("‹ 11 ›"))
    try desk.click(on: "‹ 11")
    try desk.click(on: "‹ 10")
    #expect(desk.text.contains("‹ 9 ›"))
    try desk.click(on: "Practice")
    try desk.click(on: "Practice")
    #expect(desk.place == "Practice")
  }

  @Test func `does nothing where nothing is`() throws {
    for keys in ["", "S", "T", "Q"] {
      var desk = try Desk.sample()
      desk.type(keys)
      let before = desk.lines
      desk.click(column: 0, row: 23)
      desk.click(column: 79, row: 1)
      #expect(desk.lines == before)
    }
  }
}
