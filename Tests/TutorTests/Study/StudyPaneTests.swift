import Learning
import TerminalUI
import Testing

@testable import Tutor

/// Study on a wide screen, with topics, list and reader.
private func wide() throws -> Desk {
  var desk = try Desk.firstDay(columns: 120, rows: 40)
  desk.type("S")
  return desk
}

extension Desk {
  /// What stands on the focused row.
  fileprivate var focused: String {
    let row = styles.firstIndex { $0.contains { $0.isUppercase } } ?? 0
    return lines[row]
  }
}

@Suite struct `The panes of Study` {
  @Test func `are reached with Tab, topics, list and reader in turn`() throws {
    var desk = try wide()
    #expect(desk.focused.contains("▌· Why scale by √d_k?"))
    desk.press(.tab)
    #expect(desk.focused.contains("▌▸ Short answer"))
    desk.press(.tab)
    #expect(desk.focused.hasPrefix(" ▌Scaled dot product"))
    #expect(desk.message == "  The scale and the softmax")
    desk.press(.backTab)
    #expect(desk.focused.contains("▌▸ Short answer"))
  }

  @Test func `lie beside each other for h and l, and end at the sides`() throws {
    var desk = try wide()
    desk.type("hh")
    #expect(desk.focused.hasPrefix(" ▌Scaled dot product"))
    desk.type("j")
    #expect(desk.focused.hasPrefix(" ▌Masks"))
    #expect(desk.place == "What does a causal mask forbid?")
    desk.type("jk")
    #expect(desk.focused.hasPrefix(" ▌Scaled dot product"))
    desk.type("G")
    desk.press(.enter)
    #expect(desk.focused.contains("▌· What does a causal mask for…"), "Enter goes on to the list")
    desk.press(.right, .right)
    #expect(desk.focused.contains("▌▸ Short answer"))
  }

  @Test func `pass over topics that the filter leaves out`() throws {
    var desk = try wide()
    desk.type("f")
    desk.press(.down, .down, .left, .enter)
    #expect(desk.place == "How much memory does a float32 mask of one long sequence take?")
    desk.type("hk")
    #expect(desk.focused.hasPrefix(" ▌Masks"), "the other topic has no question of this kind")
  }

  @Test func `are two where there is room for two`() throws {
    var desk = try wide()
    desk.type("h")
    desk.resize(columns: 80, rows: 24)
    #expect(desk.focused.contains("▌· Why scale by √d_k?"), "the keyboard is where it can be seen")
    desk.type("h")
    #expect(desk.focused.contains("▌· Why scale by √d_k?"))
    desk.press(.tab, .tab)
    #expect(desk.focused.contains("▌· Why scale by √d_k?"))
  }

  @Test func `are named in the help`() throws {
    var desk = try wide()
    desk.type("?")
    #expect(desk.text.contains("Tab      topics, list, reader"))
    #expect(desk.text.contains("←→       the pane beside"))
  }
}

@Suite struct `Clicks in Study` {
  @Test func `on a grade give it`() throws {
    var desk = try Desk.firstDay()
    desk.type("S ")
    try desk.click(on: "3 Good")
    #expect(desk.session.history.reviews.map(\.review.grade) == [.good])
    desk.type("u")
    desk.press(.down)
    desk.press(.up)
    try desk.click(on: "Again ")
    #expect(desk.session.history.reviews.map(\.review.grade) == [.again])
  }

  @Test func `on a grade give it in a quiz too`() throws {
    var desk = try Desk.quiz([CardID(question: SampleBank.scale)])
    desk.press(.enter)
    try desk.click(on: "2 Hard")
    #expect(desk.session.history.reviews.map(\.review.grade) == [.hard])
  }

  @Test func `on a later closed part open all up to it`() throws {
    var desk = try Desk.firstDay(columns: 80, rows: 40)
    desk.type("S")
    try desk.click(on: "▸ Code")
    #expect(desk.recorded == [.read(SampleBank.scale, parts: 3, of: 5)])
    #expect(desk.text.contains("▾ Code"))
    #expect(desk.text.contains("▌▸ Common mistakes"))
  }

  @Test func `on a topic give it the keyboard`() throws {
    var desk = try wide()
    try desk.click(on: "Masks")
    #expect(desk.focused.hasPrefix(" ▌Masks"))
    desk.send(.wheel(.row(pane: 2, index: 1), -1))
    #expect(desk.focused.hasPrefix(" ▌Scaled dot product"))
  }
}

@Suite struct `Keys that cannot act in Study` {
  @Test func `say why`() throws {
    var desk = try Desk.firstDay()
    desk.type("S3")
    #expect(desk.message == "  Open the short answer before you grade yourself.  Space")
    #expect(desk.recorded.isEmpty)
    desk.type("]x")
    #expect(desk.message == "  This question has no experiment.  P Playground")
    desk.type("L1")
    #expect(desk.message == "  先展开简答，再自评。  Space")
  }

  @Test func `say nothing while the filter has the keyboard`() throws {
    var desk = try Desk.firstDay()
    desk.type("S]fx1")
    #expect(!desk.message.contains("experiment"))
    #expect(!desk.message.contains("grade"))
  }

  @Test func `are not those that page: Ctrl-U goes back where Ctrl-D went on`() throws {
    var desk = try Desk.firstDay(columns: 80, rows: 16)
    desk.type("S     g")
    let top = desk.lines
    desk.press(.control("d"))
    #expect(desk.lines != top)
    desk.press(.control("u"))
    #expect(desk.lines == top)
  }
}
