/// The right-hand side of a matrix product, laid out so that the inner loop reads it in order: panels of eight columns,
/// in each panel one vector a row, the last panel filled up with zeros.
///
/// Eight lanes are two registers of the narrowest vector unit there is, and the widest the compiler may count on
/// without target flags.
struct PackedMatrix: ~Copyable {
  /// The length of the inner sum.
  private let rows: Int
  private let columns: Int
  /// `[panels][rows]`.
  private let panels: UnsafeMutablePointer<SIMD8<Float>>

  /// How many terms are summed before they are added to the result. Short sums of short sums round less than one
  /// long one.
  private static let chunk = 64

  /// A row-major matrix `[rows][columns]` as it is.
  init(_ matrix: UnsafeBufferPointer<Float>, rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns) { row, column in matrix[row * columns + column] }
  }

  /// A row-major matrix `[rows][columns]` with rows and columns exchanged.
  init(transposing matrix: UnsafeBufferPointer<Float>, rows: Int, columns: Int) {
    self.init(rows: columns, columns: rows) { row, column in matrix[column * columns + row] }
  }

  private init(rows: Int, columns: Int, element: (_ row: Int, _ column: Int) -> Float) {
    self.rows = rows
    self.columns = columns
    let count = (columns + 7) / 8
    panels = .allocate(capacity: count * rows)
    for panel in 0..<count {
      let first = panel * 8
      let width = min(8, columns - first)
      for row in 0..<rows {
        var vector = SIMD8<Float>(repeating: 0)
        for lane in 0..<width { vector[lane] = element(row, first + lane) }
        panels[panel * rows + row] = vector
      }
    }
  }

  deinit { panels.deallocate() }

  /// The product of a row-major matrix with this one, times a number.
  ///
  /// - Parameters:
  ///   - left: `[count][rows]`.
  ///   - count: Rows of `left` and of the result.
  ///   - result: `[count][columns]`, overwritten.
  ///   - factor: What every sum is multiplied by.
  ///   - span: For a row of `left`, the part of it that is not zero; terms outside may be left out.
  func multiply(
    _ left: UnsafeBufferPointer<Float>, rows count: Int, into result: UnsafeMutableBufferPointer<Float>,
    times factor: Float = 1, span: ((_ row: Int) -> Range<Int>)? = nil
  ) {
    guard let left = left.baseAddress, let result = result.baseAddress else { return }
    var row = 0
    while row < count {
      let four = row + 4 <= count
      let height = four ? 4 : 1
      var range = 0..<rows
      if let span {
        let spans = (row..<row + height).map(span).filter { !$0.isEmpty }
        range = (spans.map(\.lowerBound).min() ?? 0)..<(spans.map(\.upperBound).max() ?? 0)
      }
      for panel in 0..<(columns + 7) / 8 {
        let vectors = UnsafePointer(panels + panel * rows)
        let first = panel * 8
        let width = min(8, columns - first)
        let place = result + row * columns + first
        if four {
          let sums = fourRows(left + row * rows, vectors, range)
          PackedMatrix.store(sums.0 * factor, width, to: place)
          PackedMatrix.store(sums.1 * factor, width, to: place + columns)
          PackedMatrix.store(sums.2 * factor, width, to: place + 2 * columns)
          PackedMatrix.store(sums.3 * factor, width, to: place + 3 * columns)
        } else {
          PackedMatrix.store(oneRow(left + row * rows, vectors, range) * factor, width, to: place)
        }
      }
      row += height
    }
  }

  private typealias Vector = SIMD8<Float>

  /// Four rows times one panel: eight registers of sums, so that additions do not wait for each other.
  private func fourRows(
    _ left: UnsafePointer<Float>, _ panel: UnsafePointer<Vector>, _ range: Range<Int>
  ) -> (Vector, Vector, Vector, Vector) {
    var totals = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + PackedMatrix.chunk, range.upperBound)
      var (a, b, c, d) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
      var index = start
      while index < end {
        let vector = panel[index]
        a += left[index] * vector
        b += left[rows &+ index] * vector
        c += left[2 &* rows &+ index] * vector
        d += left[3 &* rows &+ index] * vector
        index &+= 1
      }
      totals = (totals.0 + a, totals.1 + b, totals.2 + c, totals.3 + d)
      start = end
    }
    return totals
  }

  /// One row times one panel.
  private func oneRow(
    _ left: UnsafePointer<Float>, _ panel: UnsafePointer<Vector>, _ range: Range<Int>
  ) -> Vector {
    var total = Vector.zero
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + PackedMatrix.chunk, range.upperBound)
      var sum = Vector.zero
      for index in start..<end { sum += left[index] * panel[index] }
      total += sum
      start = end
    }
    return total
  }

  private static func store(_ vector: Vector, _ width: Int, to place: UnsafeMutablePointer<Float>) {
    if width == 8 {
      UnsafeMutableRawPointer(place).storeBytes(of: vector, as: Vector.self)
    } else {
      for lane in 0..<width { place[lane] = vector[lane] }
    }
  }
}
