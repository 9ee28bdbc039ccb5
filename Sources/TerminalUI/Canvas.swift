/// A grid of cells to draw on. Drawing outside it is cut, text that a terminal must not see is replaced.
public struct Canvas: Sendable {
  public let size: Size
  /// How roles, glyphs and pictures are to look; widgets read it, they never ask the terminal.
  public let look: Look
  /// Row-major, `size.rows × size.columns`.
  public private(set) var cells: [Cell]
  /// Where the text cursor stands, when a field is being typed into.
  public var cursor: Point?
  /// What can be clicked, the topmost last.
  var targets: [Clickable] = []

  public init(size: Size, look: Look = Look()) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.look = look
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  public var bounds: Rect { Rect(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  public subscript(column: Int, row: Int) -> Cell {
    guard bounds.contains(Point(column: column, row: row)) else { return .blank }
    return cells[row * size.columns + column]
  }

  /// Writes one line of text and returns the column after it.
  ///
  /// The text is cut at `limit` (default: the right edge) without splitting a wide glyph; a character that a terminal
  /// must not see becomes `�`.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, column: Int, row: Int, style: Style = Style(), limit: Int? = nil
  ) -> Int {
    let end = min(limit ?? size.columns, size.columns)
    guard row >= 0, row < size.rows else { return column }
    var at = column
    for character in look.shown(text) {
      let glyph = character.isPrintable ? character : look.replacement
      let width = glyph.cellWidth
      if at + width > end { break }
      if at >= 0 { put(glyph, width: width, column: at, row: row, style: style) }
      at += width
    }
    return at
  }

  /// Writes text so that it ends before `endColumn`.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, endColumn: Int, row: Int, style: Style = Style()
  ) -> Int {
    let text = look.shown(text)
    let start = endColumn - text.cellWidth
    write(text, column: start, row: row, style: style)
    return start
  }

  /// Fills a rectangle with a ground, keeping nothing of what was there.
  public mutating func fill(_ rect: Rect, _ glyph: Character = " ", style: Style = Style()) {
    let area = rect.intersection(bounds)
    for row in area.row..<max(area.row, area.endRow) {
      for column in area.column..<max(area.column, area.endColumn) {
        put(glyph, width: 1, column: column, row: row, style: style)
      }
    }
  }

  /// Copies whole rows of another canvas to a place on this one.
  public mutating func copy(_ other: Canvas, fromRow first: Int, rows: Int, column: Int, row: Int) {
    for offset in 0..<min(rows, other.size.rows - first) where row + offset < size.rows {
      for from in 0..<min(other.size.columns, size.columns - column) {
        let cell = other[from, first + offset]
        if cell.width > 0 {
          put(cell.glyph, width: Int(cell.width), column: column + from, row: row + offset, style: cell.style)
        }
      }
    }
  }

  /// Changes the styles of what already stands in a rectangle: a focused row, a faint background.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = rect.intersection(bounds)
    for row in area.row..<max(area.row, area.endRow) {
      for column in area.column..<max(area.column, area.endColumn) {
        change(&cells[row * size.columns + column].style)
      }
    }
  }

  /// Sets one cell, which must lie inside.
  mutating func put(_ glyph: Character, width: Int, column: Int, row: Int, style: Style) {
    let index = row * size.columns + column
    clearHalf(at: index, column: column)
    if width == 2 {
      clearHalf(at: index + 1, column: column + 1)
      cells[index + 1] = Cell(" ", width: 0, style: style)
    }
    cells[index] = Cell(glyph, width: UInt8(width), style: style)
  }

  /// Overwriting one half of a wide glyph leaves no other half behind.
  private mutating func clearHalf(at index: Int, column: Int) {
    if cells[index].width == 0, column > 0 { cells[index - 1] = Cell(" ", style: cells[index - 1].style) }
    if cells[index].width == 2, column + 1 < size.columns {
      cells[index + 1] = Cell(" ", style: cells[index + 1].style)
    }
  }
}

extension Canvas {
  /// The text of each row, without trailing blanks: what tests compare.
  public var lines: [String] {
    (0..<size.rows).map { row in
      var line = ""
      for column in 0..<size.columns where cells[row * size.columns + column].width > 0 {
        line.append(cells[row * size.columns + column].glyph)
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
