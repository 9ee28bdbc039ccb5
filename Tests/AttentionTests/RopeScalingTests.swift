import Foundation
import Testing

@testable import Attention

private func angle(_ text: String, position: Int, pair: Int, dim: Int) throws -> Double {
  try Recipe("rope-scaling \(text)").ropeScaling.angle(position: position, pair: pair, dim: dim, base: 10_000)
}

@Suite struct `Rope's scaling` {
  @Test func `is nothing at a factor of 1`() throws {
    for pair in 0..<4 {
      for text in ["linear:1", "ntk:1", "yarn:1,16"] {
        let difference =
          try angle(text, position: 7, pair: pair, dim: 8) - angle("none", position: 7, pair: pair, dim: 8)
        #expect(abs(difference) < 1e-15)
      }
    }
  }

  @Test func `divides positions, or raises the base`() throws {
    try #expect(angle("linear:4", position: 8, pair: 1, dim: 8) == angle("none", position: 2, pair: 1, dim: 8))
    // Base 10,000, s = 4 and 128 channels make a base of 40,890; the slowest pair turns 4 times slower.
    let slowest = try angle("ntk:4", position: 1, pair: 63, dim: 128)
    try #expect(abs(slowest * 4 / angle("none", position: 1, pair: 63, dim: 128) - 1) < 1e-12)
    #expect(abs(slowest - pow(40_890.1, -126.0 / 128)) < 1e-9)
    try #expect(angle("ntk:4", position: 3, pair: 0, dim: 2) == 3)
  }

  @Test func `of YaRN leaves fast pairs, slows down slow ones, and mixes those between`() throws {
    func share(_ pair: Int) throws -> Double {
      try angle("yarn:8,2048", position: 1, pair: pair, dim: 128) / angle("none", position: 1, pair: pair, dim: 128)
    }
    // 2048/2π turns of the fastest pair are far above 32, those of the slowest below 1.
    try #expect(share(0) == 1)
    try #expect(abs(share(63) - 1.0 / 8) < 1e-15)
    let turns = 2048 / (2 * Double.pi) * pow(10_000, -30.0 * 2 / 128)
    let stays = (turns - 1) / 31
    try #expect(abs(share(30) - (stays + (1 - stays) / 8)) < 1e-12)
    try #expect(Recipe("rope-scaling yarn:8,2048").ropeScaling.magnitude == 0.1 * log(8) + 1)
  }

  @Test(arguments: ["linear:3", "ntk:2.5", "yarn:4,8"])
  func `leaves scores to depend on the distance only`(_ text: String) throws {
    let recipe = try Recipe("queries 6 dim 8 position rope rope-scaling \(text)")
    let random = Inputs.random(recipe.shape, seed: 6)
    func same(_ tensor: Tensor) -> Tensor {
      let row = Array(tensor.row(0, 0))
      return Tensor(heads: 1, rows: 6, columns: 8, values: (0..<6).flatMap { _ in row })
    }
    let scores = try Run(recipe, Inputs(q: same(random.q), k: same(random.k), v: random.v)).scores
    for i in 1..<6 { for j in 1..<6 { #expect(abs(scores[0, i, j] - scores[0, i - 1, j - 1]) <= 2e-6) } }
  }
}
