/// The part of a matrix that a picture shows: all of it, or what is around a cell as large as the zoom wants it.
public struct HeatmapWindow: Hashable, Sendable {
  public let rows: Range<Int>
  public let columns: Range<Int>
  /// Whether every cell is made wide enough for its number.
  public let showsNumbers: Bool
  /// Matrix cells that a drawn one stands for, along each side.
  public let pool: Int

  /// - Parameters:
  ///   - rows: Of the matrix; so are `columns`.
  ///   - rect: Where the picture is drawn.
  ///   - zoom: 0 shows the whole matrix. Each step halves the matrix cells that a drawn one stands for, the last one
  ///     shows their numbers; more steps than there are change nothing.
  ///   - place: What stays in the middle.
  ///   - unit: Where a drawn cell stands for more matrix cells than this, for a multiple of it.
  public init(rows: Int, columns: Int, in rect: Rect, zoom: Int = 0, around place: MatrixPlace, unit: Int = 1) {
    let pools = Self.pools(rows: rows, columns: columns, in: rect, unit: unit)
    let most = Self.mostZoom(rows: rows, columns: columns, in: rect, unit: unit)
    guard zoom > 0, most > 0 else {
      (self.rows, self.columns, showsNumbers, pool) = (0..<rows, 0..<columns, false, pools[0])
      return
    }
    showsNumbers = zoom >= most
    let pool = showsNumbers ? 1 : pools[zoom]
    self.pool = pool
    let (high, wide) =
      showsNumbers ? (rect.rows, rect.columns / HeatmapFit.numberColumns) : (rect.rows * 2, rect.columns)
    self.rows = Self.part(of: rows, count: high * pool, around: place.row, step: pool)
    self.columns = Self.part(of: columns, count: wide * pool, around: place.column, step: pool)
  }

  /// How often a picture can be zoomed into: not at all where it shows its numbers as it is.
  public static func mostZoom(rows: Int, columns: Int, in rect: Rect, unit: Int = 1) -> Int {
    if HeatmapFit(rows: rows, columns: columns, in: rect).showsNumbers { return 0 }
    return pools(rows: rows, columns: columns, in: rect, unit: unit).count
  }

  /// How many matrix cells a drawn one stands for, at each zoom but that of the numbers.
  private static func pools(rows: Int, columns: Int, in rect: Rect, unit: Int) -> [Int] {
    let fit = HeatmapFit(rows: rows, columns: columns, in: rect).pool
    var pools = [fit > unit ? (fit + unit - 1) / unit * unit : fit]
    var next = fit / 2
    if fit > unit, unit > 1 {
      next = unit
      while next * 2 <= pools[0] * 3 / 4 { next *= 2 }
    }
    while next >= 1 {
      pools.append(next)
      next /= 2
    }
    return pools
  }

  /// What is in the middle of it.
  public var middle: MatrixPlace {
    MatrixPlace(row: rows.lowerBound + rows.count / 2, column: columns.lowerBound + columns.count / 2)
  }

  public func contains(_ place: MatrixPlace) -> Bool { rows.contains(place.row) && columns.contains(place.column) }

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
