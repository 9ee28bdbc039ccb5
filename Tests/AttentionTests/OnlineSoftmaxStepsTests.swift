import Foundation
import Testing

@testable import Attention

/// One pass over the first keys of a row, from q, k and v themselves and with nothing running: what a step must equal.
private struct Prefix {
  let maximum: Double
  let sum: Double
  let output: [Double]

  init(_ reference: ReferenceRun, _ inputs: Inputs, _ shape: Shape, head: Int, query: Int, keys: Int) {
    let kept = (0..<keys).filter { reference.keep[query][$0] }
    let scores = kept.map { reference.scores[head][query][$0] }
    let maximum = scores.max() ?? -.infinity
    let powers = scores.map { exp($0 - maximum) }
    let sum = powers.reduce(0, +)
    output = (0..<shape.valueDim).map { channel in
      zip(kept, powers).reduce(0) {
        $0 + $1.1 * Double(inputs.v[shape.kvHead(of: head), $1.0, channel])
      } / (sum == 0 ? 1 : sum)
    }
    (self.maximum, self.sum) = (maximum, sum)
  }
}

@Suite struct `Online softmax step by step` {
  @Test(arguments: [
    "queries 1 dim 1", "queries 7 keys 13 dim 5 value-dim 3 heads 6 kv-heads 2", "queries 32 heads 4 mask causal",
    "queries 9 mask window:2", "queries 5 keys 3 mask causal", "queries 8 bias alibi heads 2 softcap 2 temperature 0.3",
    "queries 12 position rope score dot dim 32", "queries 6 mask padding:0",
  ])
  func `every tile stands where one pass over its keys would, and the last where the whole row does`(
    _ words: String
  ) throws {
    let run = try Run(words + " seed 3")
    let inputs = Inputs.random(run.shape, seed: 3)
    let reference = ReferenceRun(run.recipe, inputs)
    let scale = max(1, reference.scores.joined().joined().map(abs).max() ?? 0)
    for (head, query, tile) in [
      (0, 0, 1), (run.shape.heads - 1, run.shape.queries - 1, 4), (0, run.shape.queries / 2, 5),
    ] {
      let steps = OnlineSoftmaxSteps(run, head: head, query: query, tile: tile)
      #expect(steps.tiles.map(\.keys.lowerBound) == Array(stride(from: 0, to: run.shape.keys, by: tile)))
      #expect(steps.tiles.last?.keys.upperBound == run.shape.keys)
      for step in steps.tiles {
        let prefix = Prefix(reference, inputs, run.shape, head: head, query: query, keys: step.keys.upperBound)
        if prefix.maximum == -.infinity {
          #expect(step.maximum == -.infinity && step.denominator == 0)
        } else {
          #expect(abs(Double(step.maximum) - prefix.maximum) <= 2e-6 * scale)
          #expect(abs(step.denominator - prefix.sum) <= 4e-6 * scale * prefix.sum)
        }
        let top = max(1, prefix.output.map(abs).max() ?? 0)
        for (one, other) in zip(step.output, prefix.output) { #expect(abs(Double(one) - other) <= 2e-6 * scale * top) }
        let expected = reference.output[head][query]
        let gap = zip(prefix.output, expected).map { abs($0 - $1) }.max() ?? 0
        #expect(abs(step.gap - gap) <= 4e-6 * scale * max(1, expected.map(abs).max() ?? 0))
      }
      let last = try #require(steps.tiles.last)
      #expect(last.output.count == run.shape.valueDim)
      let limit = 4e-6 * scale * Double(max(1, steps.full.map(abs).max() ?? 0))
      #expect(last.gap <= limit)
      #expect(steps.maximum == last.maximum)
      #expect(abs(steps.denominator - last.denominator) <= 1e-12 * max(1, last.denominator))
    }
  }

  @Test func `the recurrence leads from each tile to the next`() throws {
    let run = try Run("queries 24 heads 2 mask causal bias alibi seed 9")
    let steps = OnlineSoftmaxSteps(run, head: 1, query: 20, tile: 3)
    #expect(steps.tiles.first?.rescale == nil)
    for (before, after) in zip(steps.tiles, steps.tiles.dropFirst()) {
      guard let largest = after.largest, let rescale = after.rescale else {
        // Keys behind the query: nothing changes.
        #expect(after.keys.lowerBound > 20)
        #expect(after.maximum == before.maximum && after.denominator == before.denominator)
        continue
      }
      #expect(after.maximum == max(before.maximum, largest))
      #expect(abs(rescale - exp(Double(before.maximum) - Double(after.maximum))) < 1e-12)
      #expect(abs(after.denominator - (before.denominator * rescale + after.gain)) < 1e-12)
    }
    #expect(steps.scores.map { $0 == nil } == (0..<24).map { $0 > 20 })
  }

  @Test func `with dropout the sums are those of the weights that are left`() throws {
    let run = try Run("queries 16 dropout 0.4 seed 2")
    let steps = OnlineSoftmaxSteps(run, head: 0, query: 5, tile: 4)
    let last = try #require(steps.tiles.last)
    #expect(last.gap < 4e-6)
  }

  @Test func `without rescaling the full result is missed as soon as the maximum grows`() throws {
    let run = try Run("queries 40 seed 1")
    let right = OnlineSoftmaxSteps(run, head: 0, query: 0, tile: 8)
    let wrong = OnlineSoftmaxSteps(run, head: 0, query: 0, tile: 8, rescales: false)
    #expect(right.tiles.contains { ($0.rescale ?? 1) < 1 })
    #expect(wrong.tiles.allSatisfy { ($0.rescale ?? 1) == 1 })
    let gap = try #require(wrong.tiles.last?.gap)
    #expect(gap > 0.01)
  }
}
