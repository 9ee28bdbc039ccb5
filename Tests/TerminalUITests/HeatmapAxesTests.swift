import Testing

@testable import TerminalUI

private func axes(_ rows: Int, _ columns: Int, in size: Size, selected: MatrixPlace?) -> [String] {
  var canvas = Canvas(size: Size(columns: size.columns + 6, rows: size.rows + 1), look: Look(colours: .none))
  let area = Rect(column: 6, row: 1, columns: size.columns, rows: size.rows)
  let fit = HeatmapFit(rows: rows, columns: columns, in: area)
  canvas.axes(of: fit, selected: selected, at: Point(column: 6, row: 1))
  return canvas.lines
}

@Test func `numbers stand at powers of two and give way to the selected one`() {
  #expect(
    axes(32, 32, in: Size(columns: 32, rows: 16), selected: MatrixPlace(row: 21, column: 13)) == [
      "      0       8    13         24", "    0", "", "", "", "    8", "", "", "", "   16", "", "   21", "", "   24",
      "",
      "", "",
    ])
}

@Test func `large cells have more numbers, in their middle`() {
  #expect(
    axes(4, 4, in: Size(columns: 24, rows: 12), selected: nil) == [
      "        0     1     2     3", "", "    0", "", "", "    1", "", "", "    2", "", "", "    3", "",
    ])
}

@Test func `the number of the last column stays over the picture`() {
  #expect(
    axes(16, 16, in: Size(columns: 16, rows: 8), selected: MatrixPlace(row: 15, column: 15)).first
      == "      0       8     15")
}

@Test func `a long axis has numbers far enough apart to read`() {
  let fit = HeatmapFit(rows: 16384, columns: 16384, in: Rect(column: 0, row: 0, columns: 32, rows: 16))
  #expect(HeatmapTicks(fit).step == 4096)
  #expect(fit.rowLabelColumns == 6)
}
