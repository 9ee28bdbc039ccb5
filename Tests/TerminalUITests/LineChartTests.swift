import Testing

@testable import TerminalUI

private func drawn(_ chart: LineChart, columns: Int = 6, rows: Int = 3, ascii: Bool = false) -> Canvas {
  var canvas = Canvas(size: Size(columns: columns, rows: rows), look: Look(ascii: ascii))
  canvas.draw(chart, in: canvas.bounds)
  return canvas
}

@Test func `a line goes from its first value to its last`() {
  let lines = drawn(LineChart(values: [0, 1], range: 0...1), ascii: true).lines
  #expect(lines == ["    **", "  **", "**"])
}

@Test func `in braille a cell holds eight dots`() {
  #expect(drawn(LineChart(values: [0, 1], range: 0...1), columns: 1, rows: 1).lines == ["⡜"])
  #expect(drawn(LineChart(values: [1, 1], range: 0...1), columns: 2, rows: 1).lines == ["⠉⠉"])
}

@Test func `a line goes on over what has no figure`() {
  #expect(drawn(LineChart(values: [1, nil, 1], range: 0...1), ascii: true).lines == ["******", "", ""])
  #expect(drawn(LineChart(values: [nil, nil], range: 0...1), ascii: true).lines == ["", "", ""])
  #expect(drawn(LineChart(values: [nil, 1, nil], range: 0...1), ascii: true).lines == ["  *", "", ""])
  #expect(drawn(LineChart(values: [], range: 0...1), ascii: true).lines == ["", "", ""])
}

@Test func `the wish is a dashed line behind it`() {
  let canvas = drawn(LineChart(values: [1, 0], range: 0...1, wish: 0.5), ascii: true)
  #expect(canvas.lines == ["**", "--**--", "    **"])
  #expect(canvas[0, 1].style == Style(.quiet))
  #expect(canvas[2, 1].style == Style(.data))
}

@Test func `the value at hand stands out`() {
  let canvas = drawn(LineChart(values: [0, 0, 0], range: 0...1, accented: 2), ascii: true)
  #expect((0..<6).map { canvas[$0, 2].style.ink } == [.data, .data, .data, .data, .data, .accent])
}

@Test func `values beyond the range stay inside, and no range is no fault`() {
  #expect(drawn(LineChart(values: [-5, 5], range: 0...1), ascii: true).lines == ["    **", "  **", "**"])
  #expect(drawn(LineChart(values: [1, 1], range: 1...1), ascii: true).lines == ["******", "", ""])
  var canvas = Canvas(size: Size(columns: 1, rows: 1))
  canvas.draw(LineChart(values: [1, 2], range: 1...2), in: Rect(column: 0, row: 0, columns: 0, rows: 0))
  #expect(canvas.lines == [""])
}
