/// A matrix as a picture made of cells. It knows numbers and a column count, nothing of tensors.
public struct Heatmap: Sendable {
  /// Row-major, `rows × columns`.
  public var values: [Float]
  public var columns: Int
  /// Same shape as `values`; where it is false nothing is drawn, which differs from zero. nil: everything is drawn.
  public var kept: [Bool]?
  public var map: ColourMap
  public var range: ClosedRange<Float>
  /// In the whole matrix.
  public var selected: MatrixPlace?
  /// Where the first cell lies in the whole matrix, of which this may be a part.
  public var origin = MatrixPlace(row: 0, column: 0)
  /// A part of the whole matrix that is framed: what another picture shows of this one.
  public var framed: HeatmapWindow?
  /// A picture that is being recomputed stays, faint.
  public var isStale = false
  /// A small matrix may have larger cells, which hold their numbers when there is room.
  public var magnifies = true
  /// The peak of each drawn row, where each has a range of its own; the picture's range is then that of shares of it.
  public var rowPeaks: [Float]?
  /// Whether cells that have room for their number hold it.
  public var writesNumbers = true
  /// Every cell is one line high and wide enough for its number.
  public var showsNumbers = false

  public init(
    values: [Float], columns: Int, kept: [Bool]? = nil, map: ColourMap = .viridis, range: ClosedRange<Float>,
    selected: MatrixPlace? = nil
  ) {
    (self.values, self.columns, self.kept) = (values, max(1, columns), kept)
    (self.map, self.range, self.selected) = (map, range, selected)
  }

  /// A picture of what was pooled before, for the rectangle it was fitted to.
  public init(_ pooled: PooledMatrix, map: ColourMap, range: ClosedRange<Float>) {
    self.init(values: [], columns: pooled.fit.columns, map: map, range: range)
    self.pooled = pooled
  }

  /// What is drawn, where it has been worked out already.
  public private(set) var pooled: PooledMatrix?

  /// How many rows a drawn one stands for, where that has been worked out.
  public var pool: Int { pooled?.fit.pool ?? 1 }

  public var rows: Int { pooled?.fit.rows ?? values.count / columns }

  /// How this matrix will stand in a rectangle.
  public func fit(in rect: Rect) -> HeatmapFit {
    if let pooled { return pooled.fit }
    return HeatmapFit(rows: rows, columns: columns, in: rect, magnifies: magnifies, showsNumbers: showsNumbers)
  }
}

/// One cell of a matrix.
public struct MatrixPlace: Hashable, Sendable {
  public var row: Int
  public var column: Int
  public init(row: Int, column: Int) { (self.row, self.column) = (row, column) }
}

/// What is drawn of a matrix: one value a drawn cell. Working it out takes a while for a large matrix; it can be kept.
public struct PooledMatrix: Sendable {
  public let fit: HeatmapFit
  /// Row-major, `drawnRows × drawnColumns` of the fit.
  let values: [Float]
  /// Where it is false nothing under the drawn cell is kept.
  let kept: [Bool]?
  private let columns: Int

  /// Pools a matrix as it will stand in a rectangle.
  public init(_ map: Heatmap, in rect: Rect) { self.init(map, map.fit(in: rect)) }

  /// What was pooled elsewhere: one value a drawn cell, row-major; nothing is drawn where `kept` is false.
  public init(values: [Float], kept: [Bool]?, _ fit: HeatmapFit) {
    (self.fit, self.values, self.kept, columns) = (fit, values, kept, fit.drawnColumns)
  }

  /// Pools by the value of largest magnitude among those kept.
  ///
  /// - Complexity: O(rows × columns).
  init(_ map: Heatmap, _ fit: HeatmapFit) {
    (self.fit, columns) = (fit, fit.drawnColumns)
    guard fit.pool > 1 else {
      (values, kept) = (map.values, map.kept)
      return
    }
    var best = [Float](repeating: 0, count: fit.drawnRows * fit.drawnColumns)
    var found = [Bool](repeating: false, count: best.count)
    let (columns, pool, all) = (map.columns, fit.pool, map.kept == nil)
    map.values.withUnsafeBufferPointer { values in
      (map.kept ?? []).withUnsafeBufferPointer { kept in
        for row in 0..<map.rows {
          var drawn = row / pool * fit.drawnColumns
          var left = pool
          for index in row * columns..<(row + 1) * columns {
            if all || kept[index] {
              let value = values[index]
              if !found[drawn] || abs(value) > abs(best[drawn]) { (best[drawn], found[drawn]) = (value, true) }
            }
            left -= 1
            if left == 0 { (drawn, left) = (drawn + 1, pool) }
          }
        }
      }
    }
    values = best
    kept = all ? nil : found
  }

  /// The value of a drawn cell; nil where nothing is kept or the matrix has ended.
  public func value(_ row: Int, _ column: Int) -> Float? {
    let index = row * columns + column
    guard index < values.count, kept?[index] ?? true else { return nil }
    return values[index]
  }
}
