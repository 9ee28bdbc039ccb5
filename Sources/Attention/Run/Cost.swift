/// What a run costs by the book, whatever the machine.
public struct Cost: Equatable, Sendable {
  /// Pairs of query and key that the masks keep, in one head.
  public let keptPairs: Int
  /// Floating-point operations of the sums of products, a multiplication and an addition each counted as one: 2(D + E)
  /// for each kept pair of each head, which is 4·H·N·M·D without masks; what the score needs besides a product of query
  /// and key, and what the kernel needs instead (see there); plus 2·rows·in·out for each projection.
  ///
  /// Not counted is what is done to single numbers: positions, scale, soft-cap, bias, exponentials, the normaliser.
  public let flops: Int
  /// Bytes that move between memory and processor, in fp32: every tensor that the kernel needs in memory once, which for
  /// the plain one are q, k, v, scores, weights and the output. `decode` reads its cache anew for each query. The
  /// tensors around the heads, of projections, are not counted.
  public let bytes: Int
  /// Bytes of one `[H][N][M]` matrix of scores in fp32.
  public let scoreBytes: Int
  /// Bytes of what a cache keeps of the keys of this run, in fp32: 4·G·M·(D + E) of keys and values, or what the kernel
  /// keeps instead.
  public let cacheBytes: Int
  /// Bytes that a run holds at its peak: see `Recipe.memory`.
  public let peakBytes: Int

  /// The cost of a recipe.
  ///
  /// - Parameters:
  ///   - recipe: The sizes and the parts.
  ///   - keptPairs: Pairs that the masks keep, in one head; all N·M without masks.
  ///   - projection: The matrices around the run, if any.
  ///   - tensors: What parts read besides.
  public init(_ recipe: Recipe, keptPairs: Int, projection: Projection? = nil, tensors: PartTensors = PartTensors()) {
    let tensors = tensors.completed(for: recipe)
    self.keptPairs = keptPairs
    flops = recipe.kernel.flops(recipe, keptPairs: keptPairs, tensors) + (projection?.flops ?? 0)
    bytes = 4 * recipe.kernel.moved(recipe, tensors)
    scoreBytes = 4 * recipe.shape.pairs
    peakBytes = recipe.memory(with: tensors)
    cacheBytes = 4 * recipe.kernel.cached(recipe.shape, tensors)
  }
}

extension Shape {
  /// Numbers in q.
  var queryNumbers: Int { heads * queries * dim }
  /// Numbers in k.
  var keyNumbers: Int { kvHeads * keys * dim }
  /// Numbers in v.
  var valueNumbers: Int { kvHeads * keys * valueDim }
  /// Numbers in the heads' outputs.
  var outputNumbers: Int { heads * queries * valueDim }
  /// Pairs of query and key in all heads.
  var pairs: Int { heads * queries * keys }
}
