/// The numbers of a picture's rows and columns: a few, evenly spaced, and the selected one.
struct HeatmapTicks: Hashable, Sendable {
  /// A power of two, so that the numbers are those of tiles and heads.
  let step: Int

  init(_ fit: HeatmapFit) {
    let digits = String(max(fit.rows, fit.columns) - 1).count
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
  public mutating func axes(of fit: HeatmapFit, selected: MatrixPlace?, at origin: Point) {
    let step = HeatmapTicks(fit).step
    if let selected {
      write(
        String(selected.row), endColumn: origin.column - 1, row: origin.row + fit.labelRow(of: selected.row),
        style: Style(.strong))
    }
    for row in stride(from: 0, to: fit.rows, by: step) {
      let line = fit.labelRow(of: row)
      if let selected, fit.labelRow(of: selected.row) == line { continue }
      write(String(row), endColumn: origin.column - 1, row: origin.row + line, style: Style(.quiet))
    }
    let bright = selected.map { number($0.column, fit) }
    if let selected, let bright {
      write(
        String(selected.column), column: origin.column + bright.lowerBound, row: origin.row - 1, style: Style(.strong))
    }
    for column in stride(from: 0, to: fit.columns, by: step) {
      let place = number(column, fit)
      if let bright, place.upperBound + 2 > bright.lowerBound, place.lowerBound < bright.upperBound + 2 { continue }
      write(String(column), column: origin.column + place.lowerBound, row: origin.row - 1, style: Style(.quiet))
    }
  }

  /// The screen columns of a column's number, moved to the left where the picture ends before it.
  private func number(_ column: Int, _ fit: HeatmapFit) -> Range<Int> {
    let width = String(column).count
    let inset = fit.cellColumns > 2 ? (fit.cellColumns - width) / 2 : 0
    let start = min(fit.screenColumn(of: column) + max(0, inset), max(0, fit.size.columns - width))
    return start..<start + width
  }
}
