import Attention
import Testing

private func inputs(_ q: [[Float]], _ k: [[Float]], _ v: [[Float]]) -> Inputs {
  func tensor(_ rows: [[Float]]) -> Tensor {
    Tensor(heads: 1, rows: rows.count, columns: rows[0].count, values: rows.flatMap { $0 })
  }
  return Inputs(q: tensor(q), k: tensor(k), v: tensor(v))
}

@Suite struct `At the edges` {
  @Test(arguments: [
    "queries 1 keys 1", "queries 1 keys 9", "queries 9 keys 1", "dim 1 value-dim 1", "queries 1 keys 1 dim 1",
  ])
  func `one token, one key or one channel is enough`(_ words: String) throws {
    let recipe = try Recipe(words)
    let drawn = Inputs.random(recipe.shape, seed: 1)
    expectAgreement(try Run(recipe, drawn), drawn)
  }

  @Test func `a single key takes all the weight, with no entropy`() throws {
    let run = try Run("queries 3 keys 1")
    #expect(run.weights.values == [1, 1, 1])
    #expect(run.entropy == [[0, 0, 0]])
  }

  @Test func `a row that may look nowhere gives zeros and is reported`() throws {
    let run = try Run("queries 3 keys 4 mask padding:0")
    #expect(run.weights.values.allSatisfy { $0 == 0 })
    #expect(run.output.values.allSatisfy { $0 == 0 })
    #expect(run.rowSums == [[0, 0, 0]])
    #expect(run.entropy == [[0, 0, 0]])
    #expect(run.emptyRows == [0, 1, 2])
    #expect(run.flops == 0)
  }

  @Test func `with more queries than keys the first rows of a causal mask are empty`() throws {
    let run = try Run("queries 5 keys 3 mask causal")
    #expect(run.emptyRows == [0, 1])
    #expect(Array(run.keep[6..<9]) == [true, false, false])
    #expect(run.weights.row(0, 2).elementsEqual([1, 0, 0]))
  }

  @Test func `with more keys than queries the last query stands at the last key`() throws {
    try #expect(Run("queries 2 keys 4 mask causal").keep == [true, true, true, false, true, true, true, true])
    try #expect(
      Run("queries 2 keys 4 mask causal query-start 0").keep == [true, false, false, false, true, true, false, false])
    try #expect(Run("queries 2 keys 2 mask causal query-start -1").emptyRows == [0])
  }

  @Test func `logits of ten thousand do not overflow`() throws {
    let recipe = try Recipe("queries 1 keys 3 dim 1 value-dim 1 score dot")
    let run = try Run(recipe, inputs([[1]], [[1e4], [-1e4], [9_999]], [[1], [2], [3]]))
    #expect(abs(run.weights[0, 0, 0] - 0.731_058_6) < 1e-6)
    #expect(run.weights[0, 0, 1] == 0)
    #expect(run.weights.values.allSatisfy { $0.isFinite })
  }

  @Test func `denormal numbers go through`() throws {
    let tiny = Float.leastNonzeroMagnitude
    let recipe = try Recipe("queries 2 keys 2 dim 2 score dot")
    let run = try Run(
      recipe, inputs([[tiny, tiny], [-tiny, 1]], [[tiny, -tiny], [1, tiny]], [[tiny, 1], [1, tiny]]))
    #expect(run.weights.values == [0.5, 0.5, 0.5, 0.5])
    #expect(run.output.values.allSatisfy { $0.isFinite })
  }

  @Test func `an overflow is named with its place, in scores and in outputs`() throws {
    let recipe = try Recipe("queries 1 keys 2 dim 1 value-dim 1 score dot")
    #expect(
      message { _ = try Run(recipe, inputs([[1e30]], [[1], [1e30]], [[1], [1]])) }
        == "scores overflow to infinity at [0][0][1]: too large for 32-bit floats")
    let sums = try Recipe("queries 2 keys 1 dim 1 value-dim 1 axis queries")
    #expect(message { _ = try Run(sums, inputs([[1], [1]], [[1]], [[3e38]])) } == "no error")
    var scaled = recipe
    try scaled.set("scale", to: "1e300")
    #expect(message { _ = try Run(scaled, inputs([[0]], [[0], [1]], [[1], [1]])) }.contains("overflow"))
    var cold = recipe
    try cold.set("temperature", to: "1e-300")
    #expect(message { _ = try Run(cold, inputs([[1]], [[0], [1]], [[1], [1]])) }.contains("overflow"))
  }

  @Test func `a negative scale turns the order of the weights around`() throws {
    let recipe = try Recipe("queries 1 keys 2 dim 1 value-dim 1 scale -1")
    let run = try Run(recipe, inputs([[1]], [[2], [1]], [[1], [1]]))
    #expect(run.weights[0, 0, 0] < run.weights[0, 0, 1])
  }

  @Test func `what would not fit memory is refused before it is made`() throws {
    let recipe = try Recipe("queries 16384 heads 128 dim 1024")
    #expect(
      message { _ = try Run(recipe) }
        == "this run would hold 288.3 GiB, and 2 GiB is the limit: take fewer tokens or heads")
    #expect(message { _ = try Run(Recipe("queries 8"), memoryLimit: 100).output }.contains("100 bytes is the limit"))
  }

  @Test func `inputs must have the shape of the recipe`() throws {
    let other = Inputs.random(try Recipe("queries 3").shape, seed: 0)
    #expect(
      message { _ = try Run(Recipe(), other) }
        == "q [1,3,64], k [1,3,64] and v [1,3,64] are not of the recipe's shape")
  }
}
