import CKernels

/// Softmax attention in the machine's vector instructions, on several threads: what the plain path gives, within the
/// promised tolerance, and the same bits for any number of threads.
///
/// It honours scores that are dot products in some form, soft-cap, biases by distance, temperature, every mask, grouped
/// heads, `softmax` and `softmax1`. Blocks that the masks empty are passed over.
///
/// Memory beside the inputs: O(N + M), a bit a pair where masks leave more than a range of keys in a row, and the
/// tensors that are asked for.
public struct FastAttention: Sendable {
  /// The sizes.
  public let shape: Shape
  /// The instructions that are used.
  public var instructions = InstructionSet.best
  /// How many threads may work.
  public var threads = Crew.size

  private let q: Tensor
  private let k: Tensor
  private let v: Tensor
  let spans: KeySpans?
  /// `[heads][queries + keys − 1]` by distance, over the temperature.
  private let bias: [Float]
  /// What a dot product is multiplied by on its way to a logit, and to a score.
  private let dotFactor: Float
  private let scoreFactor: Float
  /// The soft-cap over the temperature; 0 for none.
  private let cap: Float
  private let isOffByOne: Bool

  /// Prepares a recipe; nil where it asks for what the loops do not do, or where its numbers might overflow.
  public init?(_ recipe: Recipe, _ inputs: Inputs) {
    var (q, k) = (inputs.q, inputs.k)
    recipe.position.apply(to: &q, from: recipe.queryStart, recipe)
    recipe.position.apply(to: &k, from: 0, recipe)
    self.init(recipe, PairContext(recipe, inputs), q: q, k: k, v: inputs.v)
  }

  /// Whether the loops know the parts of a recipe, its score aside.
  static func knows(_ recipe: Recipe) -> Bool {
    recipe.fault is NoFault && recipe.axis == .keys && recipe.dropout == 0
      && (recipe.normalizer is Softmax || recipe.normalizer is Softmax1)
      && (type(of: recipe.bias).addsNothing || type(of: recipe.bias).dependsOnDistance)
  }

  /// The same with queries and keys whose positions were applied.
  init?(_ recipe: Recipe, _ context: PairContext, q: Tensor, k: Tensor, v: Tensor) {
    guard FastAttention.knows(recipe), let (q, k) = recipe.score.asDotProduct(q, k, context.tensors) else { return nil }
    (shape, self.q, self.k, self.v) = (recipe.shape, q, k, v)
    spans = KeySpans(recipe, context)

    let unit = 1 / recipe.temperature
    bias = type(of: recipe.bias).addsNothing ? [] : FastAttention.bias(recipe, context, unit: unit)
    dotFactor = Float(recipe.softcap.map { recipe.effectiveScale / $0 } ?? recipe.effectiveScale * unit)
    scoreFactor = Float(recipe.effectiveScale)
    cap = Float((recipe.softcap ?? 0) * unit)
    isOffByOne = recipe.normalizer is Softmax1
    guard hasSafeFactors(recipe), isSafe else { return nil }
  }

  /// Pairs of query and key that the masks keep, in one head.
  public var keptPairs: Int {
    guard let spans else { return shape.queries * shape.keys }
    return spans.keptPairs
  }

  /// What a pass made.
  public struct Result: Sendable {
    /// `[heads][queries][valueDim]`.
    public let output: Tensor
    /// `[heads][queries][keys]`; nil unless asked for.
    public let weights: Tensor?
    /// `[heads][queries][keys]`: comparisons times the scale, before the soft-cap, masked places too; nil unless asked for.
    public let scores: Tensor?
  }

  /// Computes the output, and what else is asked for.
  ///
  /// - Parameter watcher: Who is told how far the run is, and may stop it: the result is then incomplete.
  public func run(
    weights: Bool = false, scores: Bool = false, for watcher: (progress: RunProgress, recipe: Recipe)? = nil
  ) -> Result {
    let pairs = shape.heads * shape.queries * shape.keys
    var kept: [Float] = []
    var compared: [Float] = []
    let output = FastAttention.array(shape.heads * shape.queries * shape.valueDim) { output in
      kept = FastAttention.array(weights ? pairs : 0) { kept in
        compared = FastAttention.array(scores ? pairs : 0) { compared in
          withPass { pass in
            pass.output = output
            if weights { pass.weights = kept }
            if scores { pass.scores = compared }
            share(pass, heads: 0..<shape.heads) { rows in
              guard let (progress, recipe) = watcher else { return true }
              for stage in [.scores, .weights, .output] as [RunProgress.Pass] {
                progress.advance(stage, rows: rows, recipe)
              }
              return !progress.isStopped
            }
          }
        }
      }
    }
    func tensor(_ values: [Float], _ columns: Int) -> Tensor {
      Tensor(heads: shape.heads, rows: shape.queries, columns: columns, values: values)
    }
    return Result(
      output: tensor(output, shape.valueDim), weights: weights ? tensor(kept, shape.keys) : nil,
      scores: scores ? tensor(compared, shape.keys) : nil)
  }

  /// What the rows of a head are normalised with, the highest logits and then the denominators:
  /// `[2][heads][queries]`, the other heads not computed.
  ///
  /// - Parameter goesOn: Is told how many rows are about to be computed, and may refuse.
  func rowFigures(head: Int, _ goesOn: (_ rows: Int) -> Bool = { _ in true }) -> [Float] {
    let rows = shape.heads * shape.queries
    var figures = [Float](repeating: 0, count: 2 * rows)
    figures.withUnsafeMutableBufferPointer { figures in
      withPass { pass in
        pass.tops = figures.baseAddress
        pass.denominators = figures.baseAddress?.advanced(by: rows)
        share(pass, heads: head..<head + 1, goesOn)
      }
    }
    return figures
  }

  /// Hands out rows of heads; `goesOn` is told how many rows a task begins, and may refuse.
  private func share(_ pass: HeedAttention, heads: Range<Int>, _ goesOn: (_ rows: Int) -> Bool) {
    let work = heads.count * shape.queries * shape.keys * (shape.dim + shape.valueDim)
    let threads = work < FastAttention.leastSharedWork ? 1 : threads
    let rows = rowsPerTask(heads.count, threads)
    let tasks = (shape.queries + rows - 1) / rows
    withUnsafePointer(to: pass) { pass in
      let scratch = heed_attend_scratch(instructions.code, pass, Int32(rows))
      Crew.share(heads.count * tasks, threads: threads, scratch: scratch) { task, memory in
        let begin = task % tasks * rows
        let end = min(begin + rows, shape.queries)
        guard goesOn(end - begin) else { return }
        heed_attend(
          instructions.code, pass, Int32(heads.lowerBound + task / tasks), Int32(begin), Int32(end), memory)
      }
    }
  }

  /// Multiplications below which a second thread costs more than it helps.
  private static let leastSharedWork = 2_000_000

  /// As many rows as share the keys well, but few enough that no thread is left waiting; whole tiles.
  private func rowsPerTask(_ heads: Int, _ threads: Int) -> Int {
    let most = 768
    if threads == 1 { return min(shape.queries, most) }
    let even = heads * shape.queries / (threads * 16)
    return min(shape.queries, min(most, max(48, (even + 5) / 6 * 6)))
  }

  /// The pass with its inputs in place.
  func withPass(_ body: (inout HeedAttention) -> Void) {
    var pass = HeedAttention()
    (pass.heads, pass.kv_heads) = (Int32(shape.heads), Int32(shape.kvHeads))
    (pass.query_count, pass.key_count) = (Int32(shape.queries), Int32(shape.keys))
    (pass.dim, pass.value_dim) = (Int32(shape.dim), Int32(shape.valueDim))
    (pass.dot_factor, pass.score_factor, pass.cap, pass.off_by_one) = (dotFactor, scoreFactor, cap, isOffByOne)
    q.values.withUnsafeBufferPointer { q in
      k.values.withUnsafeBufferPointer { k in
        v.values.withUnsafeBufferPointer { v in
          (spans?.ends ?? []).withUnsafeBufferPointer { ends in
            (spans?.bits ?? []).withUnsafeBufferPointer { bits in
              bias.withUnsafeBufferPointer { bias in
                (pass.queries, pass.keys, pass.values) = (q.baseAddress, k.baseAddress, v.baseAddress)
                if !ends.isEmpty {
                  pass.first = ends.baseAddress
                  pass.end = ends.baseAddress?.advanced(by: shape.queries)
                }
                if !bits.isEmpty { pass.bits = bits.baseAddress }
                if !bias.isEmpty { pass.bias = bias.baseAddress }
                body(&pass)
              }
            }
          }
        }
      }
    }
  }

  /// Whether 32 bits hold what dot products are multiplied by: a soft-cap that vanished would be none.
  private func hasSafeFactors(_ recipe: Recipe) -> Bool {
    (dotFactor.isNormal || recipe.effectiveScale == 0) && (cap.isNormal || recipe.softcap == nil)
  }

  /// Whether no sum and no logit can overflow, which the loops do not look for.
  private var isSafe: Bool {
    let limit = Double(Float.greatestFiniteMagnitude) / 4
    let dot = VectorLine.magnitude(q.values) * VectorLine.magnitude(k.values) * Double(q.columns)
    let factor = max(1, 2 * abs(Double(scoreFactor)), 2 * abs(Double(dotFactor)))
    return dot * factor < limit && Double(cap) + VectorLine.magnitude(bias) < limit
      && VectorLine.magnitude(v.values) * Double(k.rows) < limit
  }

  /// What is added at each distance, from the farthest key before a query to the farthest after it.
  private static func bias(_ recipe: Recipe, _ context: PairContext, unit: Double) -> [Float] {
    let shape = recipe.shape
    var table: [Float] = []
    for head in 0..<shape.heads {
      for distance in 1 - shape.queries..<shape.keys {
        let (row, key) = (max(0, -distance), max(0, distance))
        let value = recipe.bias.value(head: head, query: recipe.queryStart + row, key: key, in: context)
        table.append(Float(value * unit))
      }
    }
    return table
  }

  /// An array that a function fills.
  private static func array(_ count: Int, _ fill: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
    [Float](unsafeUninitializedCapacity: max(1, count)) { buffer, filled in
      if let start = buffer.baseAddress { fill(start) }
      filled = count
    }
  }
}
