/// Counts what a computation does: a plain twin of a kernel, written number by number on these, says what it costs.
final class Tally {
  /// Multiplications and additions.
  private(set) var operations = 0
  /// Bytes of different numbers that were read or written.
  private(set) var movedBytes = 0
  private var heldBytes = 0
  /// The most bytes that were held at once.
  private(set) var peakBytes = 0

  func product(_ one: Double, _ other: Double) -> Double {
    operations += 1
    return one * other
  }

  func sum(_ one: Double, _ other: Double) -> Double {
    operations += 1
    return one + other
  }

  /// Σ one·other over a number of terms.
  func dot(_ count: Int, _ one: (Int) -> Double, _ other: (Int) -> Double) -> Double {
    (0..<count).reduce(0) { sum($0, product(one($1), other($1))) }
  }

  fileprivate func move(_ bytes: Int) { movedBytes += bytes }

  func hold(_ bytes: Int) {
    heldBytes += bytes
    peakBytes = max(peakBytes, heldBytes)
  }

  func release(_ bytes: Int) { heldBytes -= bytes }
}

/// Numbers in memory, `[heads][rows][columns]`: each that is touched moves once.
final class Memory {
  private let tally: Tally
  let size: (heads: Int, rows: Int, columns: Int)
  private var values: [Double]
  private var touched: [Bool]

  init(_ tally: Tally, heads: Int, rows: Int, columns: Int, _ values: [Float]? = nil) {
    (self.tally, size) = (tally, (heads, rows, columns))
    self.values = values.map { $0.map { Double($0) } } ?? Array(repeating: 0, count: heads * rows * columns)
    touched = Array(repeating: false, count: heads * rows * columns)
    tally.hold(4 * self.values.count)
  }

  subscript(_ head: Int, _ row: Int, _ column: Int) -> Double {
    get { values[touch(head, row, column)] }
    set { values[touch(head, row, column)] = newValue }
  }

  /// What is read from now on has to come from memory again.
  func forget() { touched = touched.map { _ in false } }

  var all: [Double] { values }

  private func touch(_ head: Int, _ row: Int, _ column: Int) -> Int {
    let index = (head * size.rows + row) * size.columns + column
    if !touched[index] {
      touched[index] = true
      tally.move(4)
    }
    return index
  }
}
