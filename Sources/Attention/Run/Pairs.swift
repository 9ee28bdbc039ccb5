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
  init(
    _ recipe: Recipe, _ inputs: Inputs, _ context: PairContext, q: Tensor, k: Tensor, keep: [Bool],
    spans: [Range<Int>]
  ) throws(InputError) {
    scores = Run.scores(recipe, q, k, context.tensors)
    try Run.checkFinite(scores, "scores")
    let capped = recipe.softcap.map { [scores] in Run.capped(scores, at: $0) } ?? scores
    biased = type(of: recipe.bias).addsNothing ? capped : Run.biased(capped, recipe, context)
    logits = recipe.temperature == 1 ? biased : Run.divided(biased, by: recipe.temperature)
    try Run.checkFinite(logits, "scores")
    let whole = Run.weights(recipe, logits, keep)
    let dropout = Dropout(recipe)
    weights = dropout?.applied(to: whole) ?? whole
    output = Run.output(recipe.shape, weights, inputs.v, spans)
    let figures = Run.rowFigures(whole)
    rowSums = dropout == nil ? figures.sums : Run.rowFigures(weights).sums
    entropy = figures.entropy
  }

  /// What a kernel made that holds no pairs.
  init(without shape: Shape, output: Tensor) {
    let none = Tensor(heads: shape.heads, rows: shape.queries, columns: 0)
    (scores, biased, logits, weights) = (none, none, none, none)
    (rowSums, entropy) = ([], [])
    self.output = output
  }
}
