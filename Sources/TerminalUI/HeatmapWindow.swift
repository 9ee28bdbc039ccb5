/// The part of a matrix that a picture shows: all of it, or what is around a cell as large as the zoom wants it.
public struct HeatmapWindow: Hashable, Sendable {
  public let rows: Range<Int>
  public let columns: Range<Int>
  /// Whether every cell is made wide enough for its number.
  public let showsNumbers: Bool

  /// - Parameters:
  ///   - rows: Of the matrix; so are `columns`.
  ///   - rect: Where the picture is drawn.
  ///   - zoom: 0 shows the whole matrix. Each step halves the matrix cells that a drawn one stands for, the last one
  ///     shows their numbers; more steps than there are change nothing.
  ///   - place: What stays in the middle.
  public init(rows: Int, columns: Int, in rect: Rect, zoom: Int = 0, around place: MatrixPlace) {
    let most = Self.mostZoom(rows: rows, columns: columns, in: rect)
    guard zoom > 0, most > 0 else {
      (self.rows, self.columns, showsNumbers) = (0..<rows, 0..<columns, false)
      return
    }
    showsNumbers = zoom >= most
    if showsNumbers {
      self.rows = Self.part(of: rows, count: rect.rows, around: place.row, step: 1)
      self.columns = Self.part(
        of: columns, count: rect.columns / HeatmapFit.numberColumns, around: place.column, step: 1)
    } else {
      let pool = HeatmapFit(rows: rows, columns: columns, in: rect).pool >> zoom
      self.rows = Self.part(of: rows, count: rect.rows * 2 * pool, around: place.row, step: pool)
      self.columns = Self.part(of: columns, count: rect.columns * pool, around: place.column, step: pool)
    }
  }

  /// How often a picture can be zoomed into: not at all where it shows its numbers as it is.
  public static func mostZoom(rows: Int, columns: Int, in rect: Rect) -> Int {
    let fit = HeatmapFit(rows: rows, columns: columns, in: rect)
    if fit.showsNumbers { return 0 }
    var (pool, steps) = (fit.pool, 1)
    while pool > 1 { (pool, steps) = (pool / 2, steps + 1) }
    return steps
  }

  /// As many of `all` as there is room for, beginning at a multiple of `step`.
  private static func part(of all: Int, count: Int, around place: Int, step: Int) -> Range<Int> {
    let count = min(all, max(1, count))
    let start = max(0, min(all - count, place - count / 2)) / step * step
    return start..<min(all, start + count)
  }
}

extension Heatmap {
  /// The part of this matrix that lies in a window.
  public func part(_ window: HeatmapWindow) -> Heatmap {
    var part = self
    part.showsNumbers = window.showsNumbers
    guard window.rows.count < rows || window.columns.count < columns else { return part }
    func cut<Element>(_ all: [Element]) -> [Element] {
      window.rows.flatMap { all[$0 * columns + window.columns.lowerBound..<$0 * columns + window.columns.upperBound] }
    }
    (part.values, part.kept, part.columns) = (cut(values), kept.map(cut), window.columns.count)
    part.origin = MatrixPlace(row: window.rows.lowerBound, column: window.columns.lowerBound)
    return part
  }
}
