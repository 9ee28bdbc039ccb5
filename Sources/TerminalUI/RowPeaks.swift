/// The largest magnitude in each row of some matrices of one size: what the range of their pictures is taken from.
public struct RowPeaks: Hashable, Sendable {
  /// Matrix after matrix.
  let peaks: [Float]
  /// Rows of each matrix.
  let rows: Int

  /// - Parameters:
  ///   - values: Row-major, one matrix after another.
  ///   - rows: Rows of each; nil: there is one matrix.
  ///   - kept: Of the shape of one matrix; what is not kept does not count. nil: everything is kept.
  /// - Complexity: O(values).
  public init(_ values: [Float], columns: Int, rows: Int? = nil, kept: [Bool]? = nil) {
    let columns = max(1, columns)
    let count = values.count / columns
    let rows = max(1, rows ?? count)
    var peaks = [Float](repeating: 0, count: count)
    values.withUnsafeBufferPointer { values in
      for row in 0..<count {
        var peak: Float = 0
        for column in 0..<columns {
          if let kept, !kept[row % rows * columns + column] { continue }
          let magnitude = abs(values[row * columns + column])
          if magnitude > peak, magnitude.isFinite { peak = magnitude }
        }
        peaks[row] = peak
      }
    }
    (self.peaks, self.rows) = (peaks, rows)
  }

  /// How many matrices.
  var matrices: Int { max(1, (peaks.count + rows - 1) / rows) }

  /// The peak of some rows of a matrix, all of them where there is one matrix.
  public func peak(_ matrix: Int, rows range: Range<Int>) -> Float {
    let start = min(matrix, matrices - 1) * rows
    return peaks[start + range.lowerBound..<min(peaks.count, start + range.upperBound)].max() ?? 0
  }

  /// The peaks of rows that are drawn as one where `pool` matrix rows share a drawn one.
  func pooled(_ pool: Int) -> [Float] {
    guard pool > 1 else { return peaks }
    var result: [Float] = []
    for start in stride(from: 0, to: peaks.count, by: rows) {
      let end = min(peaks.count, start + rows)
      for first in stride(from: start, to: end, by: pool) {
        result.append(peaks[first..<min(end, first + pool)].max() ?? 0)
      }
    }
    return result
  }
}
