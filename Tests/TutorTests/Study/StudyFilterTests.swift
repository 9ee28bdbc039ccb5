import Learning
import TerminalUI
import Testing

@testable import Tutor

/// The titles that the list shows, cut as they are there.
private func listed(_ desk: Desk) -> [String] {
  desk.lines[2..<21].compactMap { line in
    let cell = line.prefix(29).drop { $0 == " " || $0 == "▌" }
    guard let mark = cell.first, "◆●◔·!".contains(mark) else { return nil }
    return cell.dropFirst(2).split(separator: "│")[0].trimmingSuffix
  }
}

extension Substring {
  fileprivate var trimmingSuffix: String { String(reversed().drop { $0 == " " }.reversed()) }
}

@Suite struct `The filter` {
  @Test func `narrows the list by topic`() throws {
    var desk = try Desk.sample()
    desk.type("Sf")
    desk.press(.right, .right, .enter)
    #expect(listed(desk) == ["What does a causal mask…", "How much memory does a …"])
    #expect(desk.header.contains("Masks   EN"))
    #expect(desk.place == "Masks", "what is selected is among what is listed")
  }

  @Test func `narrows it by level, kind and state, all at once`() throws {
    var desk = try Desk.sample()
    desk.type("Sf")
    desk.press(.down, .right)
    #expect(desk.lines[9].contains("‹ junior ›"))
    desk.press(.escape)
    #expect(listed(desk) == ["Why scale by √d_k?", "What does a causal mask…"])
    desk.type("f")
    desk.press(.down, .down, .right)
    #expect(desk.lines[10].contains("‹ concept ›"))
    desk.press(.down)
    desk.type("hh")
    #expect(desk.lines[11].contains("‹ known ›"))
    desk.type("f")
    #expect(listed(desk) == ["What does a causal mask…"])
    #expect(desk.header.contains("junior · concept · known"))
  }

  @Test func `counts what is left, and Backspace clears it`() throws {
    var desk = try Desk.sample()
    desk.type("Sf")
    #expect(desk.lines[14].contains("4 questions"))
    desk.press(.right, .down, .right)
    #expect(desk.lines[14].contains("1 question  "))
    desk.press(.backspace)
    #expect(desk.lines[14].contains("4 questions"))
  }

  @Test func `says how to go on when nothing is left`() throws {
    var desk = try Desk.sample()
    desk.type("Sf")
    desk.press(.down, .down, .left)
    desk.press(.down, .right)
    desk.press(.enter)
    #expect(listed(desk).isEmpty)
    #expect(desk.message == "  Nothing matches estimation · new.  Esc clears")
  }

  @Test func `shows no question when nothing is left, and Esc brings back the one that was selected`() throws {
    var desk = try Desk.sample()
    desk.type("S]")
    #expect(desk.place == "Masks")
    let before = desk.lines
    desk.type("f")
    desk.press(.down, .down, .left)
    #expect(desk.place == "Masks")
    desk.press(.down, .right, .enter)
    #expect(!desk.text.contains("What does a causal mask"))
    #expect(!desk.text.contains("Short answer"))
    #expect(desk.footer.hasPrefix("  L 中文   / find   f filter") && desk.footer.hasSuffix("Esc clear"))
    desk.type("bn w1y")
    #expect(desk.recorded.isEmpty && desk.outside.isEmpty, "there is nothing to act on")
    desk.press(.escape)
    #expect(desk.lines == before)
    desk.press(.escape)
    #expect(desk.place == "heed")
  }

  @Test func `leaves what was chosen under it selected when it is cleared`() throws {
    var desk = try Desk.sample()
    desk.type("Sf")
    desk.press(.right, .right, .enter)
    #expect(desk.place == "Masks")
    desk.press(.down)
    desk.type("f")
    desk.press(.backspace, .enter)
    #expect(desk.message.contains("How much memory does a float32 mask"))
  }

  @Test func `has the keyboard alone while it is open`() throws {
    var desk = try Desk.sample()
    desk.type("S f")
    let recorded = desk.recorded.count
    desk.type("b34nx")
    #expect(desk.recorded.count == recorded)
    #expect(desk.outside.isEmpty)
    #expect(desk.text.contains("Show only"))
    desk.press(.escape)
    #expect(!desk.text.contains("Show only"))
    #expect(desk.place == "Scaled dot product", "Esc closed the panel, not the screen")
  }

  @Test func `narrows it by tag, the commonest first`() throws {
    var desk = try Desk.sample()
    desk.type("Sf")
    desk.press(.up, .up, .right)
    #expect(desk.text.contains("‹ softmax ›"))
    desk.press(.enter)
    #expect(listed(desk) == ["Why scale by √d_k?", "Why is softmax shift-in…"])
    #expect(desk.header.contains("softmax"))
  }

  @Test func `takes a query, letters and all, and says what is wrong with one`() throws {
    var desk = try Desk.sample()
    desk.type("Sf")
    desk.press(.up)
    #expect(desk.message.contains("For example topic:masks kind:coding state:due"))
    desk.type("topic:masks ")
    #expect(listed(desk) == ["What does a causal mask…", "How much memory does a …"])
    desk.type("l")
    desk.type("evel:sinior")
    #expect(desk.message == "  No level “sinior”; did you mean senior?")
    for _ in "inior" { desk.press(.backspace) }
    desk.type("enior")
    desk.press(.enter)
    #expect(listed(desk) == ["How much memory does a …"])
    #expect(desk.header.contains("topic:masks level:senior"))
  }
}

@Suite struct `Finding` {
  @Test func `is narrowed by a query before words are looked for`() throws {
    var desk = try Desk.sample()
    desk.type("S/topic:scores")
    #expect(desk.text.contains("2 of 4"))
    desk.type(" shift")
    #expect(desk.text.contains("1 of 4") && desk.text.contains("Why is softmax shift-invariant?"))
    desk.press(.enter)
    #expect(desk.place == "Scaled dot product")
  }

  @Test func `says what is wrong with a query`() throws {
    var desk = try Desk.sample()
    desk.type("/topc:scores")
    #expect(desk.message == "  No key “topc”; did you mean topic?  Esc clears")
    desk.press(.escape)
    #expect(desk.text.contains("4 of 4"))
  }
}
