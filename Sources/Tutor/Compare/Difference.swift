import Attention
import TerminalUI

/// What lies between two matrices, cell by cell: B − A at one stage of one head, or a stage less the one before it.
struct Difference: Sendable {
  /// What it was worked out for.
  struct Subject: Hashable, Sendable {
    let stage: Stage
    let head: Int
  }

  let subject: Subject
  let rows: Int
  let columns: Int
  /// Row-major, `rows × columns`.
  let values: [Float]
  /// Where there is a difference; nil: everywhere.
  let kept: [Bool]?
  /// The largest in magnitude.
  let largest: Float
  /// So small that only the order of additions can have made it.
  let isRounding: Bool
  private let peaks: RowPeaks
  private let pictures = PooledPictures()

  /// B − A, where both are.
  init(_ a: RunPicture, _ b: RunPicture, _ subject: Subject) {
    self.init(a.run.values(subject.stage), b.run.values(subject.stage), subject) { rows, columns in
      guard a.holes(subject.stage) != nil else { return nil }
      // A hidden key's weight is 0, so that one side is enough; its score is no number, so that it is not.
      let both = subject.stage == .masked
      return (0..<rows).flatMap { row in
        (0..<columns).map { column in
          let (one, other) = (a.isKept(query: row, key: column), b.isKept(query: row, key: column))
          return both ? one && other : one || other
        }
      }
    }
  }

  /// - Parameter kept: Where there is a difference, of so many rows and columns; nil: everywhere.
  /// - Complexity: O(rows × columns).
  init(_ one: Tensor, _ other: Tensor, _ subject: Subject, kept: (_ rows: Int, _ columns: Int) -> [Bool]?) {
    self.subject = subject
    let (rows, columns) = (min(one.rows, other.rows), min(one.columns, other.columns))
    let kept = kept(rows, columns)
    var values = [Float](repeating: 0, count: rows * columns)
    var (largest, scale): (Float, Float) = (0, 1)
    for row in 0..<rows {
      one.row(subject.head, row).withUnsafeBufferPointer { left in
        other.row(subject.head, row).withUnsafeBufferPointer { right in
          for column in 0..<columns {
            let change = right[column] - left[column]
            values[row * columns + column] = change
            scale = max(scale, abs(left[column]), abs(right[column]))
            if kept?[row * columns + column] ?? true { largest = max(largest, abs(change)) }
          }
        }
      }
    }
    (self.rows, self.columns, self.values, self.kept, self.largest) = (rows, columns, values, kept, largest)
    isRounding = largest <= 4e-6 * scale
    peaks = RowPeaks(values, columns: columns, kept: kept)
  }

  /// The range of its picture: what is only rounding stays dark.
  private func range(pool: Int) -> HeatmapRange {
    HeatmapRange(isRounding ? [] : [peaks], isSigned: true, isWide: true, pool: pool)
  }

  /// The part of it that lies in a window, for a rectangle.
  func heatmap(_ window: HeatmapWindow, in area: Rect) -> (heatmap: Heatmap, range: HeatmapRange) {
    let size = Size(columns: area.columns, rows: area.rows)
    let key = PooledPictures.Key(
      stage: subject.stage, head: subject.head, window: window, size: size, magnifies: true)
    let pooled = pictures.picture(key) {
      let whole = Heatmap(values: values, columns: columns, kept: kept, map: .signed, range: -1...1)
      return PooledMatrix(whole.part(window), in: area)
    }
    let range = range(pool: pooled.fit.pool)
    var heatmap = Heatmap(pooled, map: .signed, range: range.range)
    heatmap.origin = MatrixPlace(row: window.rows.lowerBound, column: window.columns.lowerBound)
    return (heatmap, range)
  }

  /// The place where A and B differ most.
  var strongest: MatrixPlace {
    var best = 0
    for index in values.indices where kept?[index] ?? true {
      if abs(values[index]) > abs(values[best]) { best = index }
    }
    return MatrixPlace(row: best / max(1, columns), column: best % max(1, columns))
  }
}
