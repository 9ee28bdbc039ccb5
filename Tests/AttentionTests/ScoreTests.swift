import Attention
import Foundation
import Testing

/// One head of these rows.
private func tensor(_ rows: [[Float]]) -> Tensor {
  Tensor(heads: 1, rows: rows.count, columns: rows[0].count, values: rows.flatMap { $0 })
}

@Suite struct `Scores` {
  @Test func `of the cosine do not depend on lengths, and are 0 for a zero vector`() throws {
    let tiny = Float.leastNonzeroMagnitude
    let recipe = try Recipe("queries 2 keys 3 dim 2 value-dim 1 score cosine")
    let inputs = Inputs(
      q: tensor([[1e-30, 0], [0, 0]]), k: tensor([[5e30, 0], [-tiny, tiny], [0, 0]]), v: tensor([[1], [2], [3]]))
    let run = try Run(recipe, inputs)
    #expect(run.scores.values[0] == 1)
    #expect(abs(run.scores.values[1] + 0.707_106_8) < 1e-6)
    #expect(run.scores.values[2...].allSatisfy { $0 == 0 })
    expectAgreement(run, inputs)
  }

  @Test(arguments: ["additive", "bilinear"])
  func `without a file read tensors drawn from the seed, with a deviation near 1`(_ score: String) throws {
    let run = try Run("queries 40 dim 32 seed 2 score \(score)")
    let square = run.scores.values.map { $0 * $0 }.reduce(0, +) / 1600
    #expect(square > 0.2 && square < 3)
    try #expect(Run("queries 40 dim 32 seed 2 score \(score)") == run)
  }

  @Test(arguments: [
    ("score additive", "", "additive is missing, and score additive needs it"),
    ("score bilinear", "", "bilinear is missing, and score bilinear needs it"),
    ("score additive", #", "additive": 3"#, "additive must be an object with w, wk, wq"),
    (
      "score additive", #", "additive": {"wq": [[1, 2]], "wk": [[1, 2]], "w": [1], "b": [1]}"#,
      "additive.b: unknown key"
    ),
    ("score additive", #", "additive": {"wq": [[1, 2]], "w": [1]}"#, "additive.wk is missing, and additive needs it"),
    (
      "score additive", #", "additive": {"wq": [[1]], "wk": [[1, 2]], "w": [1]}"#,
      "additive.wq has 1 columns where 2 fit (additive.wq [1,1])"
    ),
    (
      "score additive", #", "additive": {"wq": [[1, 2]], "wk": [[1, 2]], "w": [1, 2]}"#,
      "additive.w has 2 numbers where 1 fit (additive.w [2])"
    ),
    ("score bilinear", #", "bilinear": {"w": [[1, 2]]}"#, "bilinear.w has 1 rows where 2 fit (bilinear.w [1,2])"),
  ])
  func `refuse a file without what they read`(_ words: String, _ more: String, _ line: String) throws {
    var recipe = try Recipe(words)
    let json = Data("{\"q\": [[1, 2]], \"k\": [[1, 2]], \"v\": [[1]]\(more)}".utf8)
    #expect(message { _ = try Inputs(json: json, recipe: &recipe) } == line)
  }

  @Test func `take no scale where they have none of their own`() throws {
    try #expect(Recipe("score additive").idleReason("scale")?.en == "score additive takes no scale")
    try #expect(Recipe("score cosine").idleReason("scale") == nil)
    var recipe = try Recipe("scale 2")
    #expect(throws: RecipeError.self) { try recipe.set("score", to: "bilinear") }
  }
}
