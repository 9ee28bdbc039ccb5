import Foundation
import Testing

@testable import Attention

@Suite struct `Curves` {
  @Test func `entropy grows with the temperature, from one key to all that are kept`() throws {
    let recipe = try Recipe("queries 6 heads 2 dim 8 mask causal seed 3 kernel flash")
    let plan = EntropyCurve.plan(recipe)
    #expect(plan.places.first == 0.0625 && plan.places.last == 16 && plan.places.contains(1))
    #expect(plan.names == ["entropy"] && plan.repeats == 1)
    var last = -1.0
    for (place, measurement) in plan.measurements.enumerated() {
      #expect(measurement.place == place && measurement.recipe.temperature == plan.places[place])
      let run = try Run(measurement.recipe)
      let reading = try #require(run.meanEntropy)
      let reference = ReferenceRun(measurement.recipe, .random(run.shape, seed: 3))
      let entropies = reference.weights.joined().map { row in -row.reduce(0) { $0 + ($1 > 0 ? $1 * log($1) : 0) } }
      #expect(abs(reading - entropies.reduce(0, +) / 12) < 1e-4)
      #expect(reading > last)
      last = reading
      #expect(abs(EntropyCurve.limit(run) - (1...6).reduce(0) { $0 + log(Double($1)) } / 6) < 1e-12)
      #expect(reading < EntropyCurve.limit(run))
    }
    #expect(last > 0.97 * log(720.0) / 6)
  }

  @Test func `scores spread as the root of d, and stay at 1 after the division`() throws {
    let plan = DeviationCurve.plan(try Recipe("seed 5"))
    #expect(plan.places == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024])
    #expect(plan.names.count == 2 && plan.measurements.count == 22)
    for measurement in plan.measurements {
      let dim = plan.places[measurement.place]
      #expect(Double(measurement.recipe.shape.dim) == dim && measurement.recipe.seed == 5)
      let run = try Run(measurement.recipe)
      let reading = try #require(DeviationCurve.reading(run))
      let scores = run.scores.values.map { Double($0) }
      let squares = scores.reduce(0) { $0 + $1 * $1 } / 65_536
      let mean = scores.reduce(0, +) / 65_536
      #expect(abs(reading - (squares - mean * mean).squareRoot()) < 1e-6 * max(1, reading))
      let expected = measurement.line == 0 ? dim.squareRoot() : 1
      #expect(abs(reading / expected - 1) < 0.15)
    }
  }

  @Test func `cost is that of two kernels at lengths that double and fit`() throws {
    let plan = CostCurve.plan(try Recipe("queries 9 heads 4 kv-heads 2 dim 8 bias alibi"))
    #expect(plan.names == ["plain", "linear"] && plan.repeats == 3)
    #expect(plan.places == [64, 128, 256, 512, 1024, 2048])
    for measurement in plan.measurements {
      #expect(measurement.recipe.memory <= 256 << 20)
      #expect(measurement.recipe.shape.queries == Int(plan.places[measurement.place]))
      #expect(measurement.recipe.shape.kvHeads == 2)
    }
    func flops(_ line: Int, _ place: Int) throws -> Int {
      let found = plan.measurements.first { $0.line == line && $0.place == place }
      return try Run(#require(found).recipe).flops
    }
    #expect(try flops(0, 1) == 4 * flops(0, 0))
    #expect(try flops(1, 1) == 2 * flops(1, 0))
  }

  @Test func `of the experiment the kernel and the causal mask count for its cost`() throws {
    let own = CostCurve.plan(try Recipe("mask causal mask window:2 kernel flash"))
    #expect(own.names == ["plain", "flash"])
    #expect(own.measurements.allSatisfy { $0.recipe["mask"] == "causal" })
    // decode needs the mask that is kept.
    #expect(CostCurve.plan(try Recipe("mask causal kernel decode")).names == ["plain", "decode"])
    // latent has no shared heads.
    #expect(CostCurve.plan(try Recipe("kernel latent")).names == ["plain", "latent"])
  }

  @Test func `a cache grows with the tokens, by what the heads share`() throws {
    let recipe = try Recipe("heads 8 kv-heads 2 dim 16 value-dim 12")
    let plan = CacheCurve.plan(recipe)
    #expect(plan.names == ["MHA", "GQA", "MQA", "MLA"] && plan.measurements.isEmpty)
    #expect(plan.places.first == 1024 && plan.places.last == 131_072)
    let tokens = 1024.0
    #expect(plan.known.map { $0[0] } == [8 * 28 * 4 * tokens, 2 * 28 * 4 * tokens, 28 * 4 * tokens, 72 * 4 * tokens])
    for line in plan.known { #expect(line[7] == 128 * line[0]) }
    let whole = try Recipe("queries 1 keys 1024 heads 8 kv-heads 2 dim 16 value-dim 12")
    #expect(plan.known[1][0] == Double(Cost(whole, keptPairs: 1024).cacheBytes))
    // One head shares nothing.
    #expect(CacheCurve.heads(try Recipe("heads 1")) == 32)
    #expect(CacheCurve.groups(try Recipe("heads 12")) == 3)
  }
}
