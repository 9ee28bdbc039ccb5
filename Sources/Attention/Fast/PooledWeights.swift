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
  private let rowFigures: [Float]

  /// Prepares a head.
  ///
  /// - Throws: Where the recipe asks for what only the plain path does, and where the inputs do not fit it.
  public init(_ recipe: Recipe, _ inputs: Inputs, head: Int) throws(InputError) {
    try recipe.checkInputs(inputs)
    guard let attention = FastAttention(recipe, inputs) else { throw .notPooled }
    self.init(attention, head: head)
  }

  /// Prepares a head of a pass.
  public init(_ attention: FastAttention, head: Int) {
    (self.attention, self.head) = (attention, head)
    rowFigures = attention.rowFigures(head: head)
  }

  /// A window of the weights in so many tiles down and across, as even as they come: tile r holds the rows from
  /// r·n/rows up to (r + 1)·n/rows of the window's n, rounded down. There are never more tiles than rows or keys.
  public func picture(queries: Range<Int>, keys: Range<Int>, rows: Int, columns: Int) -> Picture {
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
                let scratch = heed_pool_scratch(set, pooling)
                Crew.share(rows, threads: attention.threads, scratch: scratch) { band, memory in
                  heed_pool(set, pooling, Int32(band), memory)
                }
              }
            }
          }
        }
      }
    }
    return Picture(rows: rows, columns: columns, means: means, maxima: maxima)
  }
}
