import Foundation
import Testing

@testable import Attention

@Suite struct `Pooled weights` {
  /// The mean and the maximum of each tile of weights in double precision.
  private func expected(
    _ weights: [[Double]], _ queries: Range<Int>, _ keys: Range<Int>, _ picture: PooledWeights.Picture
  ) -> (means: [Double], maxima: [Double]) {
    var means: [Double] = []
    var maxima: [Double] = []
    func part(_ range: Range<Int>, _ index: Int, of count: Int) -> Range<Int> {
      range.lowerBound + index * range.count / count..<range.lowerBound + (index + 1) * range.count / count
    }
    for row in 0..<picture.rows {
      for column in 0..<picture.columns {
        let tile = part(queries, row, of: picture.rows).flatMap { weights[$0][part(keys, column, of: picture.columns)] }
        means.append(tile.reduce(0, +) / Double(tile.count))
        maxima.append(tile.max() ?? 0)
      }
    }
    return (means, maxima)
  }

  @Test(arguments: [
    "queries 70 keys 90", "queries 70 keys 90 mask causal heads 4 kv-heads 2",
    "queries 50 keys 530 mask window:9 bias alibi",
    "queries 33 keys 65 mask bigbird:3,1,2 softcap 2", "queries 40 keys 9 mask causal",
    "queries 64 keys 64 normalize softmax1",
    "queries 1 keys 1", "queries 20 keys 600 temperature 0.1 mask padding:300",
  ])
  func `are the means and maxima of the weights, in any window and any number of tiles`(_ words: String) throws {
    let recipe = try Recipe("\(words) dim 8 seed 4")
    let inputs = Inputs.random(recipe.shape, seed: 4)
    let head = recipe.shape.heads - 1
    let weights = ReferenceRun(recipe, inputs).weights[head]
    let pooled = try PooledWeights(recipe, inputs, head: head)
    let (n, m) = (recipe.shape.queries, recipe.shape.keys)
    for (queries, keys) in [(0..<n, 0..<m), (n / 3..<n, m / 5..<max(m / 5 + 1, m - 1)), (n - 1..<n, m - 1..<m)] {
      for (rows, columns) in [(1, 1), (7, 5), (64, 64), (1000, 1000)] {
        let picture = pooled.picture(queries: queries, keys: keys, rows: rows, columns: columns)
        #expect(picture.rows == min(rows, queries.count) && picture.columns == min(columns, keys.count))
        let (means, maxima) = expected(weights, queries, keys, picture)
        #expect(zip(picture.means, means).allSatisfy { abs(Double($0) - $1) < 2e-6 })
        #expect(zip(picture.maxima, maxima).allSatisfy { abs(Double($0) - $1) < 2e-6 })
      }
    }
  }

  @Test func `lose nothing to large logits`() throws {
    let recipe = try Recipe("queries 2 keys 30 dim 1 score dot")
    let inputs = Inputs(
      q: Tensor(heads: 1, rows: 2, columns: 1, values: [123, -123]),
      k: Tensor(heads: 1, rows: 30, columns: 1, values: .init(repeating: 87, count: 30)),
      v: Inputs.random(recipe.shape, seed: 0).v)
    let picture = try PooledWeights(recipe, inputs, head: 0).picture(queries: 0..<2, keys: 0..<30, rows: 2, columns: 7)
    #expect((picture.means + picture.maxima).allSatisfy { abs($0 * 30 - 1) < 1e-6 })
  }

  @Test func `of every instruction set are the same picture`() throws {
    let recipe = try Recipe("queries 100 keys 150 mask causal")
    let inputs = Inputs.random(recipe.shape, seed: 6)
    let pictures = try InstructionSet.available.map { set in
      var attention = try #require(FastAttention(recipe, inputs))
      attention.instructions = set
      return PooledWeights(attention, head: 0).picture(queries: 0..<100, keys: 0..<150, rows: 9, columns: 11)
    }
    for picture in pictures {
      #expect(zip(picture.means, pictures[0].means).allSatisfy { abs($0 - $1) < 1e-6 })
      #expect(zip(picture.maxima, pictures[0].maxima).allSatisfy { abs($0 - $1) < 1e-6 })
    }
  }

  @Test func `are refused where weights are not a softmax of dot products`() throws {
    let recipe = try Recipe("normalize sparsemax")
    let inputs = Inputs.random(recipe.shape, seed: 0)
    #expect(
      message { _ = try PooledWeights(recipe, inputs, head: 0) }
        == "weights of these parts cannot be summarised in tiles: softmax over dot products can")
  }
}
