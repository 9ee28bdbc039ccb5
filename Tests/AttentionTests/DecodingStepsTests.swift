import Foundation
import Testing

@testable import Attention

@Suite struct `Decoding step by step` {
  @Test(arguments: [
    "queries 9 mask causal", "queries 1 mask causal",
    "queries 4 keys 11 heads 4 kv-heads 2 dim 6 value-dim 3 mask causal",
    "queries 8 mask causal position rope mask window:3", "queries 6 mask causal normalize sparsemax bias alibi",
    "queries 6 mask causal dropout 0.3", "queries 4 keys 9 query-start 8 mask causal",
  ])
  func `every token gets what the full causal pass gives it`(_ words: String) throws {
    let run = try Run(words + " seed 4")
    let reference = ReferenceRun(run.recipe, .random(run.shape, seed: 4))
    let scale = max(1, reference.scores.joined().joined().map(abs).max() ?? 0)
    let head = run.shape.heads - 1
    let steps = DecodingSteps(run, head: head)
    #expect(steps.count == run.shape.queries)
    for row in 0..<steps.count {
      let token = steps.token(row)
      let expected = reference.output[head][row]
      let limit = 2e-6 * scale * max(1, expected.map(abs).max() ?? 0)
      #expect(token.output.count == run.shape.valueDim)
      for (one, other) in zip(token.output, expected) { #expect(abs(Double(one) - other) <= limit) }
      #expect(token.gap <= 2 * limit)
      #expect(token.position == run.recipe.queryStart + row)
      for (key, weight) in token.weights.enumerated() {
        #expect(abs(Double(weight) - reference.weights[head][row][key]) <= limit)
        #expect(token.keep[key] == reference.keep[row][key])
      }
      // What the cache does not hold had no weight.
      #expect(reference.weights[head][row].dropFirst(token.cached).allSatisfy { $0 == 0 })
    }
    #expect(steps.largestGap() <= 4e-6 * scale * max(1, reference.output.joined().joined().map(abs).max() ?? 0))
  }

  @Test func `the cache grows by one token's keys and values, after the prompt's`() throws {
    let run = try Run("queries 3 keys 7 heads 4 kv-heads 2 dim 6 value-dim 5 mask causal")
    let steps = DecodingSteps(run, head: 0)
    let tokens = (0..<3).map(steps.token)
    #expect(tokens.map(\.cached) == [5, 6, 7])
    #expect(tokens.map(\.added) == [5, 1, 1])
    // 2 kv heads, 6 + 5 numbers of 4 bytes each.
    #expect(tokens.map(\.cacheBytes) == [5 * 88, 6 * 88, 7 * 88])
    #expect(steps.finalCacheBytes == run.cacheBytes)
  }
}
