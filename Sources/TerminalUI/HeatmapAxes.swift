/// The numbers of a picture's rows and columns: a few, evenly spaced, and the selected one.
struct HeatmapTicks: Hashable, Sendable {
  /// A power of two, so that the numbers are those of tiles and heads.
  let step: Int

  init(_ fit: HeatmapFit, from first: MatrixPlace = MatrixPlace(row: 0, column: 0)) {
    let digits = String(max(first.row + fit.rows, first.column + fit.columns) - 1).count
    let apart = max(6, digits + 3)
    var step = 1
    while fit.screenColumn(of: step) < apart || fit.screenRow(of: step) < apart / 2 {
      step *= 2
      if step >= max(fit.rows, fit.columns) { break }
    }
    self.step = step
  }
}

extension HeatmapFit {
  /// Columns that row numbers need, with the blank between them and the picture.
  public var rowLabelColumns: Int { String(max(0, rows - 1)).count + 1 }
}

extension Canvas {
  /// Numbers the columns in the line above a picture and the rows to its left; the selected ones are bright.
  ///
  /// - Parameters:
  ///   - selected: In the whole matrix.
  ///   - first: Where the picture's first cell lies in the whole matrix.
  public mutating func axes(
    of fit: HeatmapFit, selected: MatrixPlace?, from first: MatrixPlace = MatrixPlace(row: 0, column: 0),
    at origin: Point
  ) {
    let step = HeatmapTicks(fit, from: first).step
    let chosen = selected.map { MatrixPlace(row: $0.row - first.row, column: $0.column - first.column) }
    if let selected, let chosen {
      write(
        String(selected.row), endColumn: origin.column - 1, row: origin.row + fit.labelRow(of: chosen.row),
        style: Style(.strong))
    }
    for row in 0..<fit.rows where (row + first.row).isMultiple(of: step) {
      let line = fit.labelRow(of: row)
      if let chosen, fit.labelRow(of: chosen.row) == line { continue }
      write(String(row + first.row), endColumn: origin.column - 1, row: origin.row + line, style: Style(.quiet))
    }
    let bright = chosen.map { number($0.column, first.column, fit) }
    if let selected, let bright {
      write(
        String(selected.column), column: origin.column + bright.lowerBound, row: origin.row - 1, style: Style(.strong))
    }
    for column in 0..<fit.columns where (column + first.column).isMultiple(of: step) {
      let place = number(column, first.column, fit)
      if let bright, place.upperBound + 2 > bright.lowerBound, place.lowerBound < bright.upperBound + 2 { continue }
      write(
        String(column + first.column), column: origin.column + place.lowerBound, row: origin.row - 1,
        style: Style(.quiet))
    }
  }

  /// The screen columns of a column's number, moved to the left where the picture ends before it.
  private func number(_ column: Int, _ first: Int, _ fit: HeatmapFit) -> Range<Int> {
    let width = String(column + first).count
    let inset = fit.cellColumns > 2 ? (fit.cellColumns - width) / 2 : 0
    let start = min(fit.screenColumn(of: column) + max(0, inset), max(0, fit.size.columns - width))
    return start..<start + width
  }
}
