/// A run with more pairs than should be held: the weights of one head, seen in squares of pairs, and any row in full.
///
/// Making it computes every weight of the head twice and keeps the largest of each square of 16 × 16. After that a
/// picture of the whole is put together from those squares, and one of a part costs its own pairs.
///
/// Memory: the head's q, k and v, and a number for each 256 pairs.
public struct PooledRun: Sendable {
  /// What was asked for, all heads.
  public let recipe: Recipe
  /// The head that is seen.
  public let head: Int
  /// What the run of all heads would cost by the book.
  public let cost: Cost
  /// The largest weight of each row, `[queries]`; 0 for an empty one.
  public let rowPeaks: [Float]

  /// The recipe of the head alone, and what it is run on; the positions of q and k are applied.
  private let alone: Recipe
  private let inputs: Inputs
  private let weights: PooledWeights
  private let spans: KeySpans?
  private let squares: Squares

  /// The side of the squares that are kept; whole pictures are made of squares of a multiple of it.
  public static let side = 16

  /// The largest weight of each square of a part of the pairs, row by row.
  public struct Squares: Equatable, Sendable {
    public let rows: Int
    public let columns: Int
    /// `[rows][columns]`
    public let largest: [Float]
    /// Where the masks keep any pair of the square, `[rows][columns]`; nil where nothing is masked.
    public let kept: [Bool]?
  }

  /// Draws the inputs of a head and computes its weights.
  ///
  /// - Parameter progress: Who is told how far the run is, and may stop it.
  /// - Throws: Where the recipe asks for what only the plain path does, where a number might overflow, and when stopped.
  public init(_ recipe: Recipe, head: Int, progress: RunProgress? = nil) throws(InputError) {
    let shape = recipe.shape
    progress?.begin(work: 2 * shape.queries)
    let drawn = Inputs.random(shape, seed: recipe.seed, head: head)
    // What parts draw may depend on how many heads there are.
    let parts = drawn.parts.completed(for: recipe)
    alone = recipe.alone(head)
    var (q, k) = (drawn.q, drawn.k)
    alone.position.apply(to: &q, from: alone.queryStart, alone)
    alone.position.apply(to: &k, from: 0, alone)
    inputs = Inputs(q: q, k: k, v: drawn.v, parts: parts)
    try alone.checkInputs(inputs)
    if progress?.isStopped == true { throw .stopped }
    guard let attention = FastAttention(alone, PairContext(alone, inputs), q: q, k: k, v: drawn.v) else {
      throw .notPooled
    }
    let goesOn: (Int) -> Bool = { rows in
      progress?.advance(work: rows)
      return progress?.isStopped != true
    }
    weights = PooledWeights(attention, head: 0, goesOn)
    spans = attention.spans
    let all = (0..<shape.queries, 0..<shape.keys)
    squares = Squares(weights, spans, queries: all.0, keys: all.1, side: PooledRun.side, goesOn)
    if progress?.isStopped == true { throw .stopped }
    (self.recipe, self.head) = (recipe, head)
    cost = Cost(recipe, keptPairs: attention.keptPairs, tensors: parts)
    rowPeaks = weights.rowFigures[shape.queries...].map { $0 > 0 ? 1 / $0 : 0 }
  }

  /// A part of the weights in squares of a side, which begin at the part's corner; those at its ends may be smaller.
  ///
  /// - Complexity: O(pairs of the part), 256 times less where side and corner are multiples of `PooledRun.side`.
  public func squares(queries: Range<Int>, keys: Range<Int>, side: Int) -> Squares {
    let unit = PooledRun.side
    let isAligned = [side, queries.lowerBound, keys.lowerBound].allSatisfy { $0.isMultiple(of: unit) }
    guard isAligned, queries.upperBound.isMultiple(of: unit) || queries.upperBound == recipe.shape.queries,
      keys.upperBound.isMultiple(of: unit) || keys.upperBound == recipe.shape.keys
    else { return Squares(weights, spans, queries: queries, keys: keys, side: side) { _ in true } }
    let (rows, columns) = ((queries.count + side - 1) / side, (keys.count + side - 1) / side)
    var largest = [Float](repeating: 0, count: rows * columns)
    var kept = [Bool](repeating: false, count: squares.kept == nil ? 0 : rows * columns)
    let first = keys.lowerBound / unit
    for row in queries.lowerBound / unit..<(queries.upperBound + unit - 1) / unit {
      let line = (row - queries.lowerBound / unit) * unit / side * columns
      for column in first..<(keys.upperBound + unit - 1) / unit {
        let (place, source) = (line + (column - first) * unit / side, row * squares.columns + column)
        if squares.largest[source] > largest[place] { largest[place] = squares.largest[source] }
        if let known = squares.kept, known[source] { kept[place] = true }
      }
    }
    return Squares(rows: rows, columns: columns, largest: largest, kept: squares.kept == nil ? nil : kept)
  }

  /// The run of one query of the head, every stage of it: one head, one row.
  public func row(_ query: Int) throws(InputError) -> Run {
    let alone = alone.alone(query: query)
    let q = Tensor(heads: 1, rows: 1, columns: inputs.q.columns, values: Array(inputs.q.row(0, query)))
    return try Run(alone, asRun: alone, inputs.with(q: q), q: q, k: inputs.k)
  }
}

extension PooledRun.Squares {
  /// Computed pair by pair. The library's tiles are as even as they come; squares of one side are those of four parts.
  fileprivate init(
    _ weights: PooledWeights, _ spans: KeySpans?, queries: Range<Int>, keys: Range<Int>, side: Int,
    _ goesOn: (_ rows: Int) -> Bool
  ) {
    rows = (queries.count + side - 1) / side
    columns = (keys.count + side - 1) / side
    var largest = [Float](repeating: 0, count: rows * columns)
    for (rowPart, firstRow) in Self.parts(of: queries, side) {
      for (keyPart, firstColumn) in Self.parts(of: keys, side) {
        let picture = weights.picture(
          queries: rowPart, keys: keyPart, rows: (rowPart.count + side - 1) / side,
          columns: (keyPart.count + side - 1) / side, keyPart.lowerBound == keys.lowerBound ? goesOn : { _ in true })
        for row in 0..<picture.rows {
          let start = (firstRow + row) * columns + firstColumn
          let line = row * picture.columns..<(row + 1) * picture.columns
          largest.replaceSubrange(start..<start + picture.columns, with: picture.maxima[line])
        }
      }
    }
    self.largest = largest
    kept = spans?.squares(queries: queries, keys: keys, side: side)
  }

  /// The whole squares of a range and the rest, each with the number of its first square.
  private static func parts(of range: Range<Int>, _ side: Int) -> [(part: Range<Int>, first: Int)] {
    let middle = range.lowerBound + range.count / side * side
    return [(range.lowerBound..<middle, 0), (middle..<range.upperBound, range.count / side)].filter { !$0.0.isEmpty }
  }
}

extension Recipe {
  /// The bytes that a pooled run of this recipe holds. Nothing is allocated.
  public var pooledMemory: Int {
    let (shape, side) = (shape, PooledRun.side)
    let rewritten = (position is NoPosition ? 0 : 1) + (score is any DotProduct ? 0 : 1)
    let inputs = (1 + rewritten) * (shape.queries + shape.keys) * shape.dim + shape.keys * shape.valueDim
    let squares = (shape.queries / side + 1) * (shape.keys / side + 1)
    let bits = masks.isEmpty ? 0 : shape.queries * shape.keys / 8
    return 4 * (inputs + 2 * shape.queries) + 5 * squares + bits
  }

  /// Whether a pooled run can show this recipe: its weights are softmax over dot products, and it holds little.
  public var canBePooled: Bool {
    let isDotProduct = score is any DotProduct || score is Cosine || score is Bilinear
    return FastAttention.knows(self) && isDotProduct && kernel is PlainKernel && pooledMemory <= Recipe.pooledLimit
  }

  /// Bytes up to which a pooled run may go: one that is drawn while the one before is still on the screen fits twice.
  static let pooledLimit = 80 << 20
}
