/// What a run holds for every pair of query and key; nothing where its kernel keeps none.
struct Pairs {
  let scores: Tensor
  let biased: Tensor
  let logits: Tensor
  let weights: Tensor
  let rowSums: [[Float]]
  let entropy: [[Float?]]
  /// The heads' outputs.
  let output: Tensor

  /// The definition, stage by stage.
  ///
  /// - Parameter mask: Where a query may look, `[queries][keys]`; a fault may make something else of it than −∞.
  init(
    _ recipe: Recipe, _ inputs: Inputs, _ context: PairContext, q: Tensor, k: Tensor, mask: [Bool],
    spans: [Range<Int>], _ progress: RunProgress? = nil
  ) throws(InputError) {
    // What is dropped is dropped from weights that are known.
    var certain = recipe
    certain.dropout = 0
    let fast = FastAttention(certain, context, q: q, k: k, v: inputs.v)?
      .run(weights: true, scores: true, for: progress.map { ($0, recipe) })
    if progress?.isStopped == true { throw .stopped }
    if let known = fast?.scores {
      scores = known
    } else {
      scores = try Run.scores(recipe, q, k, context.tensors, progress)
    }
    try Run.checkFinite(scores, "scores")
    let capped = recipe.softcap.map { [scores] in Run.capped(scores, at: $0) } ?? scores
    biased = type(of: recipe.bias).addsNothing ? capped : try Run.biased(capped, recipe, context, progress)
    let cooled = recipe.temperature == 1 ? biased : Run.divided(biased, by: recipe.temperature)
    try Run.checkFinite(cooled, "scores")
    let masking = recipe.fault.masking
    logits = masking == .zeroBefore ? cooled.zeroed(outside: mask) : cooled
    let seen: Tensor
    if let known = fast?.weights {
      seen = known
    } else {
      seen = try Run.weights(recipe, logits, masking == .infinity ? mask : nil, progress)
    }
    let whole = masking == .zeroAfter ? seen.zeroed(outside: mask) : seen
    let dropout = Dropout(recipe)
    weights = dropout?.applied(to: whole) ?? whole
    try Run.checkFinite(weights, "weights")
    if dropout == nil, let fast {
      output = fast.output
    } else {
      output = try Run.output(recipe, weights, inputs.v, spans, progress)
    }
    let figures = Run.rowFigures(whole)
    rowSums = dropout == nil ? figures.sums : Run.rowFigures(weights).sums
    entropy = figures.entropy
    try Run.checkFinite(
      Tensor(heads: weights.heads, rows: weights.rows, columns: 1, values: rowSums.flatMap { $0 }), "row sums")
  }

  /// What a kernel made that holds no pairs.
  init(without shape: Shape, output: Tensor) {
    let none = Tensor(heads: shape.heads, rows: shape.queries, columns: 0)
    (scores, biased, logits, weights) = (none, none, none, none)
    (rowSums, entropy) = ([], [])
    self.output = output
  }
}
