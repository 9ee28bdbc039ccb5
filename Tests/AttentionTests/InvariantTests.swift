import Attention
import Testing

private func closeEnough(_ one: some Sequence<Float>, _ other: some Sequence<Float>, _ limit: Float = 2e-6) -> Bool {
  zip(one, other).allSatisfy { abs($0 - $1) <= limit * max(1, abs($1)) }
}

/// A tensor made element by element.
private func tensor(_ like: Tensor, _ element: (_ head: Int, _ row: Int, _ column: Int) -> Float) -> Tensor {
  let values = (0..<like.heads).flatMap { head in
    (0..<like.rows).flatMap { row in (0..<like.columns).map { element(head, row, $0) } }
  }
  return Tensor(heads: like.heads, rows: like.rows, columns: like.columns, values: values)
}

@Suite struct `What holds for every run` {
  @Test(arguments: ["queries 13 keys 7", "heads 4 kv-heads 2 mask causal", "temperature 0.05", "mask padding:3"])
  func `rows of softmax sum to one`(_ words: String) throws {
    for sum in try Run(words).rowSums.joined() { #expect(abs(sum - 1) <= 2e-6) }
  }

  @Test func `columns sum to one over the wrong axis, and rows do not`() throws {
    let run = try Run("queries 6 keys 5 axis queries")
    for key in 0..<5 {
      #expect(abs((0..<6).map { run.weights[0, $0, key] }.reduce(0, +) - 1) <= 2e-6)
    }
    #expect(run.rowSums[0].contains { abs($0 - 1) > 0.1 })
  }

  @Test func `permuting keys with their values permutes the weights and leaves the output`() throws {
    let recipe = try Recipe("queries 5 keys 9 heads 2")
    let inputs = Inputs.random(recipe.shape, seed: 4)
    let order = [3, 8, 0, 5, 1, 7, 2, 6, 4]
    let permuted = Inputs(
      q: inputs.q, k: tensor(inputs.k) { inputs.k[$0, order[$1], $2] },
      v: tensor(inputs.v) { inputs.v[$0, order[$1], $2] })
    let (one, other) = try (Run(recipe, inputs), Run(recipe, permuted))
    #expect(closeEnough(tensor(one.weights) { one.weights[$0, $1, order[$2]] }.values, other.weights.values))
    #expect(closeEnough(one.output.values, other.output.values, 8e-6))
  }

  @Test func `a causal output does not change when later keys and values change`() throws {
    let recipe = try Recipe("queries 7 mask causal")
    let inputs = Inputs.random(recipe.shape, seed: 5)
    let changed = Inputs(
      q: inputs.q, k: tensor(inputs.k) { $1 > 3 ? 9 : inputs.k[$0, $1, $2] },
      v: tensor(inputs.v) { $1 > 3 ? -9 : inputs.v[$0, $1, $2] })
    let (one, other) = try (Run(recipe, inputs), Run(recipe, changed))
    for row in 0...3 { #expect(one.output.row(0, row) == other.output.row(0, row)) }
    #expect(one.output.row(0, 4) != other.output.row(0, 4))
  }

  @Test(arguments: ["interleaved", "half"])
  func `scores under rope depend on the distance only`(_ style: String) throws {
    let recipe = try Recipe("queries 6 keys 6 dim 8 position rope rope-style \(style) query-start 0")
    let random = Inputs.random(recipe.shape, seed: 6)
    // The same vector at every place: what differs then is the place alone.
    let same = Inputs(
      q: tensor(random.q) { head, _, column in random.q[head, 0, column] },
      k: tensor(random.k) { head, _, column in random.k[head, 0, column] }, v: random.v)
    let scores = try Run(recipe, same).scores
    for i in 1..<6 { for j in 1..<6 { #expect(abs(scores[0, i, j] - scores[0, i - 1, j - 1]) <= 2e-6) } }
    var shifted = recipe
    try shifted.set("query-start", to: "2")
    let moved = try Run(shifted, same).scores
    for i in 0..<4 { for j in 0..<6 { #expect(abs(moved[0, i, j] - scores[0, i + 2, j]) <= 2e-6) } }
  }

  @Test func `adding one vector to all keys leaves the weights`() throws {
    // q·(k + c) = q·k + q·c: one number more for a whole row, and softmax is shift-invariant.
    let recipe = try Recipe("queries 5 keys 8 dim 4")
    let inputs = Inputs.random(recipe.shape, seed: 7)
    let shifted = Inputs(q: inputs.q, k: tensor(inputs.k) { inputs.k[$0, $1, $2] + 3 }, v: inputs.v)
    let (one, other) = try (Run(recipe, inputs), Run(recipe, shifted))
    #expect(closeEnough(one.weights.values, other.weights.values, 5e-6))
  }

  @Test func `a padding mask as long as the keys hides nothing`() throws {
    try #expect(Run("keys 6 mask padding:6").weights == Run("keys 6").weights)
    try #expect(Run("keys 6 mask padding:99").weights == Run("keys 6").weights)
  }

  @Test func `masks are and-ed, in whatever order they are given`() throws {
    let both = try Run("queries 6 mask causal mask padding:4")
    let (causal, padding) = try (Run("queries 6 mask causal"), Run("queries 6 mask padding:4"))
    #expect(both.keep == zip(causal.keep, padding.keep).map { $0 && $1 })
    try #expect(Run("queries 6 mask padding:4 mask causal") == both)
  }

  @Test func `neighbouring heads share a key head: repeat, not tile`() throws {
    let recipe = try Recipe("queries 3 keys 4 heads 4 kv-heads 2")
    let inputs = Inputs.random(recipe.shape, seed: 8)
    let grouped = try Run(recipe, inputs)
    let repeated = Inputs(
      q: inputs.q,
      k: tensor(Tensor(heads: 4, rows: 4, columns: 64, values: inputs.k.values + inputs.k.values)) {
        inputs.k[$0 / 2, $1, $2]
      },
      v: tensor(Tensor(heads: 4, rows: 4, columns: 64, values: inputs.v.values + inputs.v.values)) {
        inputs.v[$0 / 2, $1, $2]
      })
    let full = try Run(Recipe("queries 3 keys 4 heads 4"), repeated)
    #expect(full.weights == grouped.weights)
    #expect(full.output == grouped.output)
  }

  @Test func `a lower temperature sharpens every row`() throws {
    let (warm, cold) = try (Run("seed 2"), Run("seed 2 temperature 0.2"))
    for (one, other) in zip(warm.entropy[0], cold.entropy[0]) { #expect(try #require(other) < #require(one)) }
  }
}
