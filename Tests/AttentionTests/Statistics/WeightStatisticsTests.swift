import Attention
import Foundation
import Testing

@Suite struct `Statistics of weights` {
  /// Two queries that see 1 and 3 keys with chosen weights: the scores are their logarithms.
  private func run(_ words: String) throws -> Run {
    let logarithms = [0.5, 0.4995, 0.0005].map { Float(log($0)) }
    let inputs = Inputs(
      q: Tensor(heads: 1, rows: 2, columns: 1, values: [1, 1]),
      k: Tensor(heads: 1, rows: 3, columns: 1, values: logarithms),
      v: Tensor(heads: 1, rows: 3, columns: 1, values: [1, 2, 3]))
    return try Run(Recipe("queries 2 keys 3 dim 1 \(words)"), inputs)
  }

  @Test func `count kept pairs below a thousandth, and rows that see something`() throws {
    let statistics = WeightStatistics(try run("mask causal query-start 1"), head: 0)
    // The first row sees two keys, the second three, of which one has a weight of 0.0005.
    #expect(statistics.sparsity == 1.0 / 5)
    let sums = try #require(statistics.rowSums)
    #expect(abs(sums.lowerBound - 1) < 1e-6 && abs(sums.upperBound - 1) < 1e-6)
    let pair = -2 * 0.5 * log(0.5)
    let three = -(0.5 * log(0.5) + 0.4995 * log(0.4995) + 0.0005 * log(0.0005))
    #expect(abs(try #require(statistics.entropy) - (pair + three) / 2) < 1e-4)
  }

  @Test func `leave out rows that see nothing`() throws {
    let statistics = WeightStatistics(try run("mask causal query-start -1"), head: 0)
    #expect(statistics.rowSums == 1...1 && statistics.entropy == 0 && statistics.sparsity == 0)
    let blind = WeightStatistics(try run("mask padding:0"), head: 0)
    #expect(blind.rowSums == nil && blind.entropy == nil && blind.sparsity == nil)
  }

  @Test func `have no entropy where a weight is negative`() throws {
    #expect(WeightStatistics(try run("normalize none"), head: 0).entropy == nil)
  }

  @Test func `take the threshold that they are given`() throws {
    #expect(WeightStatistics(try run(""), head: 0, threshold: 0.4999).sparsity == 4.0 / 6)
  }
}

@Suite struct `The figures beside the cost` {
  @Test func `is intense as FLOPs over bytes`() throws {
    let cost = try Run("queries 8 dim 4").cost
    // 2·(4 + 4)·64 operations; 4 bytes of 8·4 for each of q, k, v and the output and of two matrices of 64.
    #expect(cost.flops == 1024 && cost.bytes == 4 * (4 * 32 + 2 * 64))
    #expect(cost.intensity == 1)
  }

  @Test func `in eager PyTorch holds two matrices and every head's vectors`() {
    let shape = Shape(heads: 4, kvHeads: 2, queries: 3000, keys: 4000, dim: 64, valueDim: 32)
    // Measured with PyTorch 2.15 on Linux: 2.07 matrices of H·N·M numbers held at the peak, vectors among it.
    let matrix = 4.0 * 4 * 3000 * 4000
    #expect(abs(Double(shape.eagerBytes) / matrix - 2.07) < 0.03)
  }
}
