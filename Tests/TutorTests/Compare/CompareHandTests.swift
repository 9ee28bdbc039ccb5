import Attention
import TerminalUI
import Testing

@testable import Tutor

/// The mouse, small screens, and keys pressed at the wrong time.
@Suite struct `A comparison in the hand` {
  @Test func `a click on any of the three pictures selects its cell`() {
    for column in [2 + 5, 28 + 5, 54 + 5] {
      var visit = PlaygroundVisit.comparing("scaled-or-not-64")
      visit.click(Point(column: column, row: 12))
      #expect(visit.lines.contains { $0.hasPrefix("  q 16 · k 5 ") })
      #expect(visit.focusBars == [Point(column: 1, row: 12)])
    }
  }

  @Test func `a click on a part focuses it, the next one types`() {
    var visit = PlaygroundVisit.comparing("scaled-or-not-64")
    visit.press(.tab)
    visit.click(Point(column: 30, row: 3))
    #expect(visit.focusBars == [Point(column: 27, row: 3)])
    visit.click(Point(column: 30, row: 3))
    visit.type("cos")
    visit.press(.enter)
    #expect(visit.comparison?.now.recipe["score"] == "cosine")
  }

  @Test func `one amber bar goes round with Tab`() {
    var visit = PlaygroundVisit.comparing("scaled-or-not-64")
    let bars = (0..<3).map { _ in
      defer { visit.press(.tab) }
      return visit.focusBars
    }
    #expect(bars == [[Point(column: 27, row: 3)], [Point(column: 1, row: 15)], bars[0]])
  }

  @Test func `a narrow screen shows one picture after another`() {
    var visit = PlaygroundVisit.comparing("scaled-or-not-64", size: Size(columns: 40, rows: 12))
    let titles = (0..<5).map { _ in
      defer { visit.press(.tab) }
      return String(visit.lines[2].drop { $0 == " " }.prefix(3))
    }
    #expect(titles == ["B −", "A  ", "B  ", "B −", "B −"])
  }

  @Test func `a narrow screen names the invariant in the message line`() {
    let visit = PlaygroundVisit.comparing("top-left", size: Size(columns: 60, rows: 12))
    #expect(visit.lines.contains { $0.contains("B breaks: with a cache the last query must see every key") })
    let narrow = PlaygroundVisit.comparing("top-left", size: Size(columns: 50, rows: 12))
    #expect(narrow.message.hasPrefix("B breaks: with a cache"))
  }

  @Test func `zoom goes to the numbers around the cell and back`() throws {
    var visit = PlaygroundVisit.comparing("scaled-or-not-64")
    visit.type("+")
    #expect(visit.lines.contains { $0.contains("0.97") && $0.contains("0.80") })
    visit.type("++0")
    #expect(visit.comparison?.now.view.zoom == 0)
  }

  @Test(arguments: [
    Size(columns: 40, rows: 12), Size(columns: 60, rows: 16), Size(columns: 80, rows: 24), Size(columns: 200, rows: 60),
  ])
  func `whatever is pressed, something is drawn and the way back stays`(_ size: Size) {
    var visit = PlaygroundVisit.comparing("gqa-or-mqa", size: size)
    for key in "sswzvrr][uUUub0+-=xeiyn9gGjkhl" {
      visit.type(String(key))
      visit.press(.tab, .left, .down, .pageDown)
      if visit.comparison?.isTyping == true { visit.press(.escape) }
      while !(visit.stack.screens.last is CompareScreen), visit.stack.screens.count > 3 { visit.press(.escape) }
      #expect(visit.lines.count == size.rows)
    }
    #expect(visit.stack.screens.last is CompareScreen)
    visit.press(.escape)
    #expect(visit.stack.screens.last is PlaygroundScreen)
  }

  @Test func `a run too large to be kept twice is not pinned`() throws {
    var visit = PlaygroundVisit.held(["queries": "16000", "kernel": "flash", "heads": "8", "dim": "256"])
    visit.type("c")
    #expect(visit.message == "Nothing has been computed yet.")
  }
}
