import CKernels

/// The weights of one head seen from afar: means and maxima of tiles, without the weights themselves.
///
/// What each row's softmax divides by is computed once; after that any window of the weights costs its own pairs only.
/// Memory beside the inputs is that of the pass: O(N + M), and a bit a pair for masks that are not ranges.
public struct PooledWeights: Sendable {
  /// One window, summarised.
  public struct Picture: Equatable, Sendable {
    /// Tiles down and across.
    public let rows: Int
    public let columns: Int
    /// The mean weight of each tile, `[rows][columns]`, masked pairs counting as 0.
    public let means: [Float]
    /// The largest weight of each tile, `[rows][columns]`.
    public let maxima: [Float]
  }

  /// The head that is shown.
  public let head: Int
  /// The sizes of the run.
  public var shape: Shape { attention.shape }
  private let attention: FastAttention
  /// The highest logit of each row, then what it is divided by: `[2][heads][queries]`.
  let rowFigures: [Float]

  /// Prepares a head.
  ///
  /// - Throws: Where the recipe asks for what only the plain path does, and where the inputs do not fit it.
  public init(_ recipe: Recipe, _ inputs: Inputs, head: Int) throws(InputError) {
    try recipe.checkInputs(inputs)
    guard let attention = FastAttention(recipe, inputs) else { throw .notPooled }
    self.init(attention, head: head)
  }

  /// Prepares a head of a pass.
  public init(_ attention: FastAttention, head: Int) { self.init(attention, head: head) { _ in true } }

  /// - Parameter goesOn: Is told how many rows are about to be computed, and may refuse: the weights are then worthless.
  init(_ attention: FastAttention, head: Int, _ goesOn: (_ rows: Int) -> Bool) {
    (self.attention, self.head) = (attention, head)
    rowFigures = attention.rowFigures(head: head, goesOn)
  }

  /// A window of the weights in so many tiles down and across, as even as they come: tile r holds the rows from
  /// r·n/rows up to (r + 1)·n/rows of the window's n, rounded down. There are never more tiles than rows or keys.
  public func picture(queries: Range<Int>, keys: Range<Int>, rows: Int, columns: Int) -> Picture {
    picture(queries: queries, keys: keys, rows: rows, columns: columns) { _ in true }
  }

  /// - Parameter goesOn: Is told how many rows of weights are about to be computed, and may refuse.
  func picture(
    queries: Range<Int>, keys: Range<Int>, rows: Int, columns: Int, _ goesOn: (_ rows: Int) -> Bool
  ) -> Picture {
    let rows = max(1, min(rows, queries.count))
    let columns = max(1, min(columns, keys.count))
    var means = [Float](repeating: 0, count: rows * columns)
    var maxima = means
    guard !queries.isEmpty, !keys.isEmpty else {
      return Picture(rows: rows, columns: columns, means: means, maxima: maxima)
    }
    attention.withPass { pass in
      rowFigures.withUnsafeBufferPointer { figures in
        means.withUnsafeMutableBufferPointer { means in
          maxima.withUnsafeMutableBufferPointer { maxima in
            // Only read.
            pass.tops = UnsafeMutablePointer(mutating: figures.baseAddress)
            pass.denominators = pass.tops.advanced(by: figures.count / 2)
            withUnsafePointer(to: pass) { pass in
              let pooling = HeedPooling(
                pass: pass, head: Int32(head), row_begin: Int32(queries.lowerBound), row_end: Int32(queries.upperBound),
                key_begin: Int32(keys.lowerBound), key_end: Int32(keys.upperBound), rows: Int32(rows),
                columns: Int32(columns), means: means.baseAddress, maxima: maxima.baseAddress)
              withUnsafePointer(to: pooling) { pooling in
                let set = attention.instructions.code
                // Rows of tiles that share the packed keys.
                let high = queries.count / rows
                let bands = max(1, min(rows / (2 * attention.threads), PooledWeights.rowsPerTask / high))
                let scratch = heed_pool_scratch(set, pooling, Int32(bands))
                Crew.share((rows + bands - 1) / bands, threads: attention.threads, scratch: scratch) { task, memory in
                  let end = min(rows, (task + 1) * bands)
                  guard goesOn((end - task * bands) * high) else { return }
                  heed_pool(set, pooling, Int32(task * bands), Int32(end), memory)
                }
              }
            }
          }
        }
      }
    }
    return Picture(rows: rows, columns: columns, means: means, maxima: maxima)
  }

  private static let rowsPerTask = 192
}
