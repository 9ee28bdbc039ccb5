extension Canvas {
  /// Makes everything quiet and draws a bordered box in the middle; returns the inside.
  public mutating func overlay(columns: Int, rows: Int, title: String = "", row: Int? = nil) -> Rect {
    restyle(bounds) { $0 = Style(.faint, on: .plain) }
    let width = min(columns, size.columns - 2)
    let height = min(rows, size.rows - 2)
    let top = row ?? max(0, (size.rows - height) / 2 - 1)
    let box = Rect(column: (size.columns - width) / 2, row: top, columns: width, rows: height)
    let border = Style(.faint, on: .overlay)
    fill(box, style: Style(on: .overlay))
    for column in box.column + 1..<max(box.column + 1, box.endColumn - 1) {
      write(String(look.glyphs.horizontal), column: column, row: box.row, style: border)
      write(String(look.glyphs.horizontal), column: column, row: box.endRow - 1, style: border)
    }
    for row in box.row + 1..<max(box.row + 1, box.endRow - 1) {
      write(String(look.glyphs.vertical), column: box.column, row: row, style: border)
      write(String(look.glyphs.vertical), column: box.endColumn - 1, row: row, style: border)
    }
    let corners = look.glyphs.corners.map(String.init)
    write(corners[0], column: box.column, row: box.row, style: border)
    write(corners[1], column: box.endColumn - 1, row: box.row, style: border)
    write(corners[2], column: box.column, row: box.endRow - 1, style: border)
    write(corners[3], column: box.endColumn - 1, row: box.endRow - 1, style: border)
    if !title.isEmpty {
      write(
        " \(title) ", column: box.column + 2, row: box.row, style: Style(.strong, on: .overlay),
        limit: box.endColumn - 2)
    }
    return box.inset(left: 1, right: 1, top: 1, bottom: 1)
  }
}
