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

/// What the rows and columns of a picture are called, from the first of the matrix; those beyond have numbers.
public struct HeatmapNames: Hashable, Sendable {
  public var rows: [String]
  public var columns: [String]
  public init(rows: [String], columns: [String]) { (self.rows, self.columns) = (rows, columns) }

  /// Of a row or a column that has none, its number.
  func row(_ index: Int) -> String { rows.indices.contains(index) ? rows[index] : String(index) }
  func column(_ index: Int) -> String { columns.indices.contains(index) ? columns[index] : String(index) }
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
  ///   - names: What stands in the place of numbers, as many as there are.
  ///   - gutter: Columns that a row's name may take, with the blank after it.
  public mutating func axes(
    of fit: HeatmapFit, selected: MatrixPlace?, from first: MatrixPlace = MatrixPlace(row: 0, column: 0),
    at origin: Point, names: HeatmapNames = HeatmapNames(rows: [], columns: []), gutter: Int = 12
  ) {
    let step = HeatmapTicks(fit, from: first).step
    let chosen = selected.map { MatrixPlace(row: $0.row - first.row, column: $0.column - first.column) }
    func writeRow(_ row: Int, _ ink: Ink) {
      write(
        names.row(row + first.row).cut(to: gutter - 1, ellipsis: look.glyphs.ellipsis), endColumn: origin.column - 1,
        row: origin.row + fit.labelRow(of: row), style: Style(ink))
    }
    if let chosen { writeRow(chosen.row, .strong) }
    var line = -1
    for row in 0..<fit.rows where names.rows.indices.contains(row + first.row) || (row + first.row).isMultiple(of: step)
    {
      let next = fit.labelRow(of: row)
      if next == line || chosen.map({ fit.labelRow(of: $0.row) == next }) == true { continue }
      line = next
      writeRow(row, .quiet)
    }
    func writeColumn(_ column: Int, _ place: Range<Int>, _ ink: Ink) {
      write(
        names.column(column + first.column).cut(to: place.count, ellipsis: look.glyphs.ellipsis),
        column: origin.column + place.lowerBound, row: origin.row - 1, style: Style(ink))
    }
    let bright = chosen.map { place(of: $0.column, first.column, fit, names, isChosen: true) }
    if let chosen, let bright { writeColumn(chosen.column, bright, .strong) }
    var end = 0
    for column in 0..<fit.columns {
      let isNamed = names.columns.indices.contains(column + first.column)
      guard isNamed || (column + first.column).isMultiple(of: step) else { continue }
      let place = place(of: column, first.column, fit, names, isChosen: false)
      let apart = isNamed ? 1 : 2
      if let bright, place.upperBound + apart > bright.lowerBound, place.lowerBound < bright.upperBound + apart {
        continue
      }
      // Wide characters stand apart by themselves.
      let isTight = isNamed && names.column(column + first.column).cellWidth == 2 && place.count == 2
      guard place.lowerBound >= end || (isTight && place.lowerBound >= end - 1) else { continue }
      writeColumn(column, place, .quiet)
      end = place.upperBound + 1
    }
  }

  /// The screen columns of a column's name, moved to the left where the picture ends before it.
  private func place(
    of column: Int, _ first: Int, _ fit: HeatmapFit, _ names: HeatmapNames, isChosen: Bool
  ) -> Range<Int> {
    let isNamed = names.columns.indices.contains(column + first)
    let whole = names.column(column + first).cellWidth
    // The selected name is written out; the others stay within their cells where those are wide.
    let width = isNamed && !isChosen && fit.cellColumns > 2 ? min(whole, fit.cellColumns - 1) : min(whole, 12)
    let inset = fit.cellColumns > 2 ? (fit.cellColumns - width) / 2 : 0
    let start = min(fit.screenColumn(of: column) + max(0, inset), max(0, fit.size.columns - width))
    return start..<start + width
  }
}
