/// How a matrix is fitted into a rectangle: large cells of two columns by one line (or up to four times that), half
/// blocks, or pooled half blocks.
public struct HeatmapFit: Hashable, Sendable {
  /// The matrix.
  public let rows: Int
  public let columns: Int
  /// Screen columns and lines of one drawn cell.
  public let cellColumns: Int
  public let cellRows: Int
  /// Drawn rows that share a screen row.
  public let rowsPerLine: Int
  /// Matrix cells a drawn cell stands for, along each side.
  public let pool: Int
  /// What is drawn, in drawn cells.
  public let drawnRows: Int
  public let drawnColumns: Int

  /// The largest cell, in lines, and the smallest that holds a number between brackets.
  static let largestCell = 4
  static let numberedCell = 3
  /// The width of a cell of one line that holds one.
  public static let numberColumns = 6

  /// Whether cells hold their numbers.
  public var showsNumbers: Bool { cellColumns >= Self.numberColumns }

  /// - Parameter showsNumbers: One line a cell, as wide as a number; what does not fit is cut.
  public init(rows: Int, columns: Int, in rect: Rect, magnifies: Bool = true, showsNumbers: Bool = false) {
    (self.rows, self.columns) = (rows, columns)
    if showsNumbers {
      (cellColumns, cellRows, rowsPerLine, pool) = (Self.numberColumns, 1, 1, 1)
    } else if columns * 2 <= rect.columns, rows <= rect.rows {
      let room = min(rect.columns / max(1, columns * 2), rect.rows / max(1, rows))
      cellRows = magnifies ? max(1, min(Self.largestCell, room)) : 1
      (cellColumns, rowsPerLine, pool) = (cellRows * 2, 1, 1)
    } else {
      let wide = (columns + max(1, rect.columns) - 1) / max(1, rect.columns)
      let high = (rows + max(1, rect.rows * 2) - 1) / max(1, rect.rows * 2)
      (cellColumns, cellRows, rowsPerLine, pool) = (1, 1, 2, max(1, wide, high))
    }
    drawnRows = (rows + pool - 1) / pool
    drawnColumns = (columns + pool - 1) / pool
  }

  /// Half blocks that each stand for `pool` × `pool` cells of a matrix.
  public init(rows: Int, columns: Int, pool: Int) {
    (self.rows, self.columns, self.pool) = (rows, columns, pool)
    (cellColumns, cellRows, rowsPerLine) = (1, 1, 2)
    drawnRows = (rows + pool - 1) / pool
    drawnColumns = (columns + pool - 1) / pool
  }

  /// The picture's size on the screen.
  public var size: Size {
    Size(columns: drawnColumns * cellColumns, rows: (drawnRows + rowsPerLine - 1) / rowsPerLine * cellRows)
  }

  /// Where a matrix column begins, from the picture's left.
  public func screenColumn(of column: Int) -> Int { column / pool * cellColumns }
  /// Where a matrix row begins, from the picture's top.
  public func screenRow(of row: Int) -> Int { row / pool / rowsPerLine * cellRows }
  /// The line that a row's number stands beside.
  public func labelRow(of row: Int) -> Int { screenRow(of: row) + (cellRows - 1) / 2 }

  /// The first matrix cell under a place in the picture.
  public func cell(at offset: Point) -> MatrixPlace? {
    let row = offset.row / cellRows * rowsPerLine * pool
    let column = offset.column / cellColumns * pool
    guard offset.row >= 0, offset.column >= 0, row < rows, column < columns else { return nil }
    return MatrixPlace(row: row, column: column)
  }
}
