/// What a mask or a bias may look at besides the positions of a query and a key.
public struct PairContext: Equatable, Sendable {
  /// The sizes of the run.
  public let shape: Shape
  /// The position of the first query.
  public let queryStart: Int
  /// The seed, for parts that draw.
  public let seed: UInt64
  /// The mask of the input file, `[queries][keys]`, true where a query may look.
  public let customMask: [Bool]?
  /// What parts read besides.
  public let tensors: PartTensors

  /// The surroundings of every pair in a run.
  public init(_ recipe: Recipe, _ inputs: Inputs) {
    shape = recipe.shape
    queryStart = recipe.queryStart
    seed = recipe.seed
    customMask = inputs.customMask
    tensors = inputs.parts.completed(for: recipe)
  }

  /// The same among another number of heads.
  init(_ context: PairContext, heads: Int) {
    let shape = context.shape
    self.shape = Shape(
      heads: heads, kvHeads: shape.kvHeads, queries: shape.queries, keys: shape.keys, dim: shape.dim,
      valueDim: shape.valueDim)
    (queryStart, seed) = (context.queryStart, context.seed)
    (customMask, tensors) = (context.customMask, context.tensors)
  }
}
