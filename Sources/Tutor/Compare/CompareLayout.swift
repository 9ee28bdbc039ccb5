import TerminalUI

/// Where A, B and their difference stand in the body of a screen.
struct CompareLayout {
  /// Titles, parts, pictures and figures of A, B and B − A, over the whole height.
  let columns: [Rect]
  /// How many of the parts that differ are listed.
  let parts: Int
  /// The first row of the pictures, and the most they may have.
  let top: Int
  let pictureRows: Int
  /// Too narrow for three pictures: one of them at a time, and the rest of what there is to its right.
  let isNarrow: Bool

  /// Columns beside the one picture of a narrow screen.
  private static let side = 17

  /// - Parameters:
  ///   - body: Between header and message.
  ///   - parts: How many parts are to be listed.
  ///   - figures: How many lines of figures there are, and one more where an invariant is named.
  ///   - size: Of the largest matrix.
  init(_ body: Rect, parts count: Int, figures: Int, size: Size) {
    isNarrow = body.columns < 56
    guard !isNarrow else {
      let picture = body.inset(right: Self.side + 3)
      let side = body.inset(left: body.columns - Self.side)
      (columns, top) = ([picture, side], body.row + 1)
      parts = min(count, max(1, body.rows - 4))
      pictureRows = body.rows - 1
      return
    }
    let gap = body.columns >= 150 ? 6 : body.columns >= 110 ? 4 : 2
    let width = (body.columns - 2 * gap) / 3
    columns = (0..<3).map {
      Rect(column: body.column + $0 * (width + gap), row: body.row, columns: width, rows: body.rows)
    }
    parts = min(count, max(1, body.rows / 6))
    top = body.row + 1 + parts
    // Title, parts, colour bar and a blank row leave the rest to pictures and figures. Of these there are three lines,
    // or fewer where the pictures need only those rows to show every cell.
    let rest = body.rows - 1 - parts - 2
    let whole = (size.rows + 1) / 2
    let least = size.columns <= width && rest - whole >= 1 ? min(3, rest - whole) : 3
    pictureRows = max(2, rest - min(least, figures))
  }
}
