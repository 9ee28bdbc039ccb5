/// One pass of the pipeline, by its kernel.
///
/// On the plain path every stage is kept. Other kernels hold no pairs: `keepsWeights` is then false, the tensors of pairs
/// have no columns, `rowSums` and `entropy` have no rows, and `why` must not be asked.
///
/// Memory: one `[heads][queries][keys]` matrix each for scores and weights; the stages between share them unless a bias
/// or a temperature changes the numbers.
public struct Run: Equatable, Sendable {
  /// What was asked for, its fault included.
  public let recipe: Recipe
  /// The sizes.
  public let shape: Shape
  /// Whether there are scores, weights and what is made of them; false for kernels that never hold them.
  public let keepsWeights: Bool
  /// Comparisons of query and key, scaled, before the bias: `[heads][queries][keys]`.
  public let scores: Tensor
  /// What the normaliser is given, masked places too: after soft-cap, bias and temperature.
  public let logits: Tensor
  /// What values are weighted with, after dropout, 0 at masked places: `[heads][queries][keys]`.
  public let weights: Tensor
  /// The result: `[heads][queries][valueDim]`, or `[1][queries][channels]` where the file brought projections.
  public let output: Tensor
  /// Where a query may look, `[queries][keys]` row by row, the same for all heads.
  public let keep: [Bool]
  /// The sum of each row of weights, `[heads][queries]`.
  public let rowSums: [[Float]]
  /// The entropy of each row of weights before dropout in nats, `[heads][queries]`: nil where a weight is negative, 0 for an empty row.
  public let entropy: [[Float?]]
  /// The queries that may look nowhere. Their weights and outputs are 0.
  public let emptyRows: [Int]
  /// What the run costs by the book.
  public let cost: Cost

  /// What was run: with a fault, the recipe of the mistaken program.
  let asRun: Recipe
  /// Scores after the soft-cap, plus the bias.
  let biased: Tensor
  /// The heads' outputs before wo.
  let headOutput: Tensor
  /// Queries and keys after their positions were applied; as they came where no weights are kept.
  let q: Tensor
  let k: Tensor
  let inputs: Inputs
  let context: PairContext

  /// Floating-point operations by the book: see `Cost.flops`.
  public var flops: Int { cost.flops }
  /// Bytes of the run's tensors, each once: see `Cost.bytes`.
  public var bytes: Int { cost.bytes }
  /// Bytes of the keys and values as a cache would keep them in fp32.
  public var cacheBytes: Int { cost.cacheBytes }

  /// Draws the inputs of a recipe from its seed and runs it.
  public init(_ recipe: Recipe, memoryLimit: Int = Recipe.memoryLimit) throws(InputError) {
    try recipe.checkMemory(memoryLimit)
    try self.init(recipe, .random(recipe.shape, seed: recipe.seed), memoryLimit: memoryLimit)
  }

  /// Runs a recipe on inputs.
  ///
  /// - Parameters:
  ///   - recipe: Its shape must be that of the inputs.
  ///   - memoryLimit: In bytes; a run that would hold more is refused before anything is allocated.
  ///   - progress: Who is told how far the run is, and may stop it. Kernels other than the plain one run to their end.
  /// - Throws: Where the inputs do not fit together or the recipe, where a number overflows, and when it is stopped.
  public init(
    _ recipe: Recipe, _ inputs: Inputs, memoryLimit: Int = Recipe.memoryLimit, progress: RunProgress? = nil
  ) throws(InputError) {
    try recipe.checkInputs(inputs)
    try recipe.checkMemory(memoryLimit, with: inputs.parts)
    progress?.begin(recipe)
    let (asRun, inputs) = recipe.asRun(on: inputs)
    var (q, k) = (inputs.q, inputs.k)
    if type(of: asRun.kernel).keepsWeights {
      asRun.position.apply(to: &q, from: asRun.queryStart, asRun)
      asRun.position.apply(to: &k, from: 0, asRun)
    }
    try self.init(recipe, asRun: asRun, inputs, q: q, k: k, progress)
  }

  /// - Parameters:
  ///   - asRun: With a fault, the recipe of the mistaken program; so are the inputs.
  ///   - q: After positions were applied, where weights are kept; so is k.
  init(
    _ recipe: Recipe, asRun: Recipe, _ inputs: Inputs, q: Tensor, k: Tensor, _ progress: RunProgress? = nil
  ) throws(InputError) {
    let shape = recipe.shape
    let context = PairContext(asRun, inputs)
    let keepsWeights = type(of: asRun.kernel).keepsWeights
    let mask = asRun.keep(context)
    // A fault may let the normaliser see every pair, whatever the masks hide.
    let keep = recipe.fault.masking == .zeroBefore ? mask.map { _ in true } : mask
    let spans = Run.spans(keep, shape)
    let pairs =
      keepsWeights
      ? try Pairs(asRun, inputs, context, q: q, k: k, mask: mask, spans: spans, progress)
      : Pairs(without: shape, output: try asRun.kernel.output(asRun, inputs))
    let headOutput = pairs.output.rearranged(by: recipe.fault, in: shape)
    try Run.checkFinite(headOutput, "outputs")
    let output = inputs.projection?.join(headOutput) ?? headOutput
    try Run.checkFinite(output, "outputs")

    self.recipe = recipe
    self.shape = shape
    self.keepsWeights = keepsWeights
    scores = pairs.scores
    logits = pairs.logits
    weights = pairs.weights
    self.output = output
    self.keep = keep
    rowSums = pairs.rowSums
    entropy = pairs.entropy
    emptyRows = spans.indices.filter { spans[$0].isEmpty }
    cost = Cost(
      recipe, keptPairs: keep.count { $0 }, projection: inputs.projection, tensors: context.tensors)
    self.asRun = asRun
    biased = pairs.biased
    self.headOutput = headOutput
    self.q = q
    self.k = k
    self.inputs = inputs
    self.context = context
  }

  /// The numbers of a stage. `masked` are the logits: ask `keep` for the holes. `output` is before any projection.
  public func values(_ stage: Stage) -> Tensor {
    switch stage {
    case .scores: scores
    case .biased: biased
    case .masked: logits
    case .weights: weights
    case .output: headOutput
    }
  }
}
