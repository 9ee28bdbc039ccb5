/// Numbers in three dimensions, `[heads][rows][columns]`, in one row-major piece of memory.
public struct Tensor: Equatable, Sendable {
  /// How many matrices; at least 1.
  public let heads: Int
  /// Rows of each matrix: tokens, for queries, keys and values.
  public let rows: Int
  /// Columns of each matrix: channels, or keys in a matrix of scores.
  public let columns: Int
  /// `heads * rows * columns` numbers, the last index running fastest.
  public internal(set) var values: [Float]

  /// A tensor of these numbers.
  ///
  /// - Precondition: `values` has `heads * rows * columns` elements.
  public init(heads: Int, rows: Int, columns: Int, values: [Float]) {
    precondition(values.count == heads * rows * columns, "the numbers do not fill the shape")
    self.heads = heads
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// A tensor of zeros.
  init(heads: Int, rows: Int, columns: Int) {
    self.init(
      heads: heads, rows: rows, columns: columns, values: [Float](repeating: 0, count: heads * rows * columns))
  }

  /// The number at a head, a row and a column.
  public subscript(head: Int, row: Int, column: Int) -> Float {
    values[(head * rows + row) * columns + column]
  }

  /// One row of one head: `columns` numbers. The slice keeps the indices of `values`.
  public func row(_ head: Int, _ row: Int) -> ArraySlice<Float> {
    let start = (head * rows + row) * columns
    return values[start..<start + columns]
  }

  /// The shape as errors print it: `[2,7,8]`.
  public var shapeText: String { "[\(heads),\(rows),\(columns)]" }
}
