import Testing

@testable import TerminalUI

private func canvas(_ columns: Int, _ rows: Int = 1, ascii: Bool = false) -> Canvas {
  Canvas(size: Size(columns: columns, rows: rows), look: Look(ascii: ascii))
}

@Test func `text is written where it is told to and cut at the edge`() {
  var canvas = canvas(8)
  #expect(canvas.write("weights", column: 3, row: 0) == 8)
  #expect(canvas.lines == ["   weigh"])
  canvas.write("out", column: 0, row: 5)
  #expect(canvas.lines == ["   weigh"])
}

@Test func `a wide glyph takes two cells and is never split`() {
  var canvas = canvas(5)
  canvas.write("注意力", column: 0, row: 0)
  #expect(canvas.lines == ["注意"])
  #expect(canvas[0, 0].width == 2)
  #expect(canvas[1, 0].width == 0)
  #expect(canvas[4, 0] == .blank)
}

@Test func `overwriting half of a wide glyph leaves no other half`() {
  var left = canvas(4)
  left.write("注意", column: 0, row: 0)
  left.write("x", column: 1, row: 0)
  #expect(left.lines == [" x意"])
  var right = canvas(4)
  right.write("注意", column: 0, row: 0)
  right.write("x", column: 2, row: 0)
  #expect(right.lines == ["注x"])
  #expect(right[3, 0].width == 1)
}

@Test func `a wide glyph over a wide glyph clears both of its neighbours' halves`() {
  var canvas = canvas(6)
  canvas.write("注意力", column: 0, row: 0)
  canvas.write("头", column: 1, row: 0)
  #expect(canvas.lines == [" 头 力"])
}

@Test(arguments: ["\u{1B}[31m", "\u{7}", "\u{9B}", "\u{202E}", "\u{200F}", "\u{85}", "\u{E000}"])
func `what a terminal must not see is replaced`(text: String) {
  var canvas = canvas(8)
  canvas.write(text, column: 0, row: 0)
  let glyphs = canvas.cells.map(\.glyph)
  #expect(glyphs[0] == "\u{FFFD}")
  #expect(!glyphs.contains { $0.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) } })
}

@Test func `a combining mark stays with its letter, and one alone is replaced`() {
  var canvas = canvas(4)
  canvas.write("e\u{301}x", column: 0, row: 0)
  #expect(canvas.lines == ["e\u{301}x"])
  #expect("\u{301}".first?.isPrintable == false)
}

@Test func `text that ends at a column begins where it must`() {
  var canvas = canvas(10)
  #expect(canvas.write("12 题", endColumn: 10, row: 0) == 5)
  #expect(canvas.lines == ["     12 题"])
}

@Test func `in ascii symbols become signs and letters of other scripts stay`() {
  var canvas = canvas(26, ascii: true)
  canvas.write("√d_k ≤ 8 × 2 注意 — x", column: 0, row: 0)
  #expect(canvas.lines == ["sqrt(d_k) <= 8 x 2 注意 --"])
}

@Test(arguments: [
  ("√64.", "sqrt(64)."), ("√1,024, 2", "sqrt(1,024), 2"), ("√(a + b)", "sqrt(a + b)"), ("1/√d以", "1/sqrt(d)以"),
  ("√²", "sqrt(^2)"), ("√ d", "sqrt d"),
])
func `in ascii a root says how far it reaches`(text: String, shown: String) {
  #expect(Look(ascii: true).shown(text) == shown)
}

@Test func `the topmost target answers a click`() {
  var canvas = canvas(10, 2)
  canvas.mark(canvas.bounds, as: .pane(1))
  canvas.mark(Rect(column: 2, row: 1, columns: 3, rows: 1), as: .key(.enter))
  #expect(canvas.target(at: Point(column: 3, row: 1)) == .key(.enter))
  #expect(canvas.target(at: Point(column: 3, row: 0)) == .pane(1))
  #expect(canvas.target(at: Point(column: 30, row: 0)) == nil)
}

@Test func `spans that do not fit end in an ellipsis`() {
  var canvas = canvas(10)
  canvas.write([Span("scaled "), Span("dot product")], column: 0, row: 0)
  #expect(canvas.lines == ["scaled do…"])
}

@Test func `a line's trailing text keeps its place and its ground covers the row`() {
  var canvas = canvas(12)
  let line = Line([Span("Code")], ground: .focus, trailing: [Span("Space", .accent)])
  canvas.write(line, in: canvas.bounds, row: 0)
  #expect(canvas.lines == ["Code   Space"])
  #expect(canvas.cells.allSatisfy { $0.style.ground == .focus })
}
