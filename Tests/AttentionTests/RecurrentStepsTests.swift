import Foundation
import Testing

@testable import Attention

private func phi(_ x: Float) -> Double { x > 0 ? Double(x) + 1 : exp(Double(x)) }

/// Holds numbers to those expected, to the promised tolerance.
private func expectClose(
  _ one: [Float], _ other: [Double], scale: Double = 1, at place: SourceLocation = #_sourceLocation
) {
  #expect(one.count == other.count, sourceLocation: place)
  let limit = 2e-6 * scale * max(1, other.map(abs).max() ?? 0)
  for (one, other) in zip(one, other) { #expect(abs(Double(one) - other) <= limit, sourceLocation: place) }
}

@Suite struct `Linear attention step by step` {
  @Test(arguments: ["queries 7 dim 5 value-dim 3 heads 4 kv-heads 2", "queries 1 dim 1", "queries 3 keys 8"])
  func `under a causal mask each query finds in the state what the pairs give it`(_ words: String) throws {
    let run = try Run(words + " mask causal kernel linear seed 6")
    let (shape, inputs) = (run.shape, Inputs.random(run.shape, seed: 6))
    let reference = ReferenceRun(run.recipe, inputs)
    let head = shape.heads - 1
    let kvHead = shape.kvHead(of: head)
    var steps = RecurrentSteps(run, head: head)
    #expect(steps.isCausal && steps.count == shape.queries)
    for row in 0..<steps.count {
      steps.go(to: row + 1)
      let end = run.recipe.queryStart + row + 1
      #expect(steps.keysInState == end)
      // S and z from their definition.
      let features = (0..<end).map { inputs.k.row(kvHead, $0).map(phi) }
      expectClose(steps.normalizer, (0..<shape.dim).map { channel in features.reduce(0) { $0 + $1[channel] } })
      let products = (0..<shape.dim).flatMap { channel in
        (0..<shape.valueDim).map { value in
          (0..<end).reduce(0) { $0 + features[$1][channel] * Double(inputs.v[kvHead, $1, value]) }
        }
      }
      expectClose(steps.state, products)
      let reading = steps.reading(query: row)
      expectClose(reading.output, reference.output[head][row])
      expectClose(reading.parallel, reference.output[head][row])
      #expect(reading.gap <= 4e-6)
      let query = inputs.q.row(head, row).map(phi)
      let sum = features.reduce(0) { $0 + zip(query, $1).reduce(0) { $0 + $1.0 * $1.1 } }
      #expect(abs(reading.denominator - sum) <= 1e-9 * sum)
    }
  }

  @Test func `without a mask one query comes closer with every key, and padding is left out`() throws {
    let run = try Run("queries 3 keys 10 mask padding:6 kernel linear seed 6")
    let reference = ReferenceRun(run.recipe, .random(run.shape, seed: 6))
    var steps = RecurrentSteps(run, head: 0)
    #expect(!steps.isCausal && steps.count == 6)
    #expect(steps.reading(query: 1).output.allSatisfy { $0 == 0 })
    steps.go(to: 1)
    // One key: its value, whatever the query.
    expectClose(steps.reading(query: 1).output, Inputs.random(run.shape, seed: 6).v.row(0, 0).map { Double($0) })
    steps.go(to: 6)
    for row in 0..<3 { expectClose(steps.reading(query: row).output, reference.output[0][row]) }
  }

  @Test func `going back gives the state as it was`() throws {
    let run = try Run("queries 6 mask causal kernel performer dim 4 seed 2")
    var steps = RecurrentSteps(run, head: 0)
    steps.go(to: 3)
    let (state, normalizer) = (steps.state, steps.normalizer)
    steps.go(to: 6)
    #expect(steps.state != state)
    #expect(steps.reading(query: 5).gap <= 4e-6)
    steps.go(to: 3)
    #expect(steps.state == state && steps.normalizer == normalizer)
    #expect(steps.featureCount == 16 && steps.state.count == 64)
  }

  @Test func `the state keeps its size while a cache would grow`() throws {
    let run = try Run("queries 40 dim 8 value-dim 6 mask causal kernel linear")
    var steps = RecurrentSteps(run, head: 0)
    steps.go(to: 2)
    #expect(steps.stateBytes == 4 * 8 * 7 && steps.cacheBytes == 4 * 2 * 14)
    steps.go(to: 40)
    #expect(steps.stateBytes == 4 * 8 * 7 && steps.cacheBytes == 4 * 40 * 14)
  }
}
