import TerminalUI
import Testing

@testable import Tutor

@Test func `capitals go to the main places and Esc comes back`() throws {
  var desk = try Desk()
  #expect(desk.place == "heed")
  for (key, place) in [("S", "Foundations"), ("P", "Playground"), ("Q", "Quiz"), ("T", "Statistics")] {
    desk.type(key)
    #expect(desk.place == place)
    desk.press(.escape)
    #expect(desk.place == "heed")
  }
}

@Test func `q quits from anywhere, but in a field it is a letter`() throws {
  var desk = try Desk()
  desk.type("Sq")
  #expect(desk.outside.contains { if case .quit = $0 { true } else { false } })
  desk = try Desk()
  desk.type("/q")
  #expect(desk.outside.isEmpty)
  #expect(desk.text.contains("/ q"))
}

@Test func `a main place is found again as it was left`() throws {
  var desk = try Desk()
  desk.type("S")
  desk.press(.down, .down)
  let before = desk.lines
  desk.type("TS")
  #expect(desk.lines == before)
}

@Test func `full-width signs count as their plain forms, except in a field`() throws {
  var desk = try Desk()
  desk.type("？")
  #expect(desk.text.contains("Keys in"))
  desk.press(.escape)
  desk.type("：")
  #expect(desk.text.contains(": "))
  desk.type("？")
  #expect(desk.text.contains("？"))
}

@Test func `L switches the language in place`() throws {
  var desk = try Desk()
  desk.type("S")
  desk.press(.down)
  desk.type("L")
  #expect(desk.header.contains("学习"))
  desk.type("L")
  #expect(desk.header.contains("Study"))
}

@Test func `a screen that is too small says so in one line and comes back as it was`() throws {
  var desk = try Desk()
  desk.type("S")
  let before = desk.lines
  desk.resize(columns: 36, rows: 10)
  #expect(desk.lines.filter { !$0.isEmpty } == ["  heed needs 40×12, this is 36×10"])
  desk.resize(columns: 30, rows: 10)
  #expect(desk.text.contains("40×12 needed"))
  desk.type("j")
  desk.resize(columns: 80, rows: 24)
  #expect(desk.lines == before)
  desk.resize(columns: 20, rows: 5)
  desk.type("q")
  #expect(desk.outside.contains { if case .quit = $0 { true } else { false } })
}

@Test(arguments: [(40, 12), (59, 15), (60, 16), (80, 24), (119, 39), (120, 40), (160, 50), (250, 70)])
func `every screen draws at every size without a fault`(columns: Int, rows: Int) throws {
  for language in Language.allCases {
    for look in [Look(), Look(colours: .eight), Look(colours: .none), Look(ascii: true), Look(background: .light)] {
      var desk = try Desk(columns: columns, rows: rows, language: language, look: look)
      for keys in ["", "S   ", "P", "Q", "T", "?", ":a", "/x"] {
        desk.press(.escape, .escape, .escape)
        desk.type(keys)
        #expect(desk.lines.count == rows)
        #expect(desk.canvas.lines.allSatisfy { $0.cellWidth <= columns })
      }
    }
  }
}

@Test func `the footer's keys can be clicked`() throws {
  var desk = try Desk()
  try desk.click(on: "? help")
  #expect(desk.text.contains("Keys in"))
  try desk.click(on: "Esc close")
  #expect(!desk.text.contains("Keys in"))
}

@Test func `a fault is shown until the next key`() throws {
  var desk = try Desk()
  desk.receive(.failed("Not saved: the disk is full."))
  #expect(desk.message.contains("the disk is full"))
  desk.press(.down)
  #expect(!desk.message.contains("the disk is full"))
}

@Test func `wrong keys do nothing`() throws {
  for opening in ["", "S", "P", "Q", "T"] {
    var desk = try Desk()
    desk.type(opening)
    let before = desk.lines
    desk.press(.function(7), .control("y"), .character("ß"), .character("注"))
    #expect(desk.lines == before, "\(opening)")
    #expect(desk.outside.isEmpty)
  }
}
