import Testing

@testable import Attention

@Suite struct `The cost of a run` {
  @Test func `counts the kept pairs, in flops, score bytes and cache bytes`() throws {
    let run = try Run("queries 32 heads 4 kv-heads 2 mask causal")
    #expect(run.cost.keptPairs == 528)
    #expect(run.flops == 528 * 4 * 2 * 128)
    #expect(run.cost.scoreBytes == 16_384)
    #expect(run.cacheBytes == 32 * 1_024)
    // q and the output, k and v of half as many heads, scores and weights.
    #expect(run.bytes == 4 * (2 * 4 * 32 * 64) + 32_768 + 2 * 16_384)
  }

  @Test func `is four N M D a head without a mask`() throws {
    try #expect(Run("queries 5 keys 7 dim 8 heads 3").flops == 4 * 5 * 7 * 8 * 3)
  }

  @Test func `adds the projections`() throws {
    let shape = Shape(heads: 1, kvHeads: 1, queries: 2, keys: 2, dim: 3, valueDim: 3)
    let square = Projection.Linear(
      weight: Tensor(heads: 1, rows: 3, columns: 3, values: .init(repeating: 1, count: 9)), bias: nil)
    let tokens = Tensor(heads: 1, rows: 2, columns: 3, values: .init(repeating: 1, count: 6))
    let projection = Projection(x: tokens, y: nil, wq: square, wk: square, wv: square, wo: square)
    #expect(Cost(shape, keptPairs: 4, projection: projection).flops == 2 * 4 * 6 + 4 * (2 * 2 * 3 * 3))
  }

  @Test func `knows what a run would hold before there is one`() throws {
    let recipe = try Recipe("queries 16384 dim 1 temperature 2")
    // Three matrices of 16,384² floats, the mask, and four columns of floats.
    #expect(recipe.memory == 3 * (1 << 30) + (1 << 28) + 4 * 4 * 16_384)
    #expect(
      message { try recipe.checkMemory(Recipe.memoryLimit) }
        == "this run would hold 3.3 GiB, and 2 GiB is the limit: take fewer tokens or heads")
    #expect(throws: Never.self) { try Recipe().checkMemory(Recipe.memoryLimit) }
  }
}
