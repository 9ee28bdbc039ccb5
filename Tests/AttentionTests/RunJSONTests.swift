import Attention
import Foundation
import Testing

private func text(_ run: Run) throws -> String {
  var data = Data()
  try RunJSON(run, seconds: 0.25).write { data.append(contentsOf: $0) }
  return String(decoding: data, as: UTF8.self)
}

@Suite struct `A run as JSON` {
  @Test func `has the keys of the contract, in its order`() throws {
    let recipe = try Recipe("queries 2 dim 1 mask causal")
    let inputs = Inputs(
      q: Tensor(heads: 1, rows: 2, columns: 1, values: [1, 0]),
      k: Tensor(heads: 1, rows: 2, columns: 1, values: [0.1, 1e-10]),
      v: Tensor(heads: 1, rows: 2, columns: 1, values: [3, 1]))
    let printed = try text(Run(recipe, inputs))
    #expect(
      printed == """
        {"shape": {"heads": 1, "kv_heads": 1, "queries": 2, "keys": 2, "dim": 1, "value_dim": 1},
        "scores": [[[0.1, 1e-10], [0, 0]]],
        "keep": [[true, false], [true, true]],
        "weights": [[[1, 0], [0.5, 0.5]]],
        "output": [[[3], [2]]],
        "row_sums": [[1, 1]],
        "entropy": [[0, 0.6931472]],
        "empty_rows": [],
        "flops": 12, "bytes": 64, "seconds": 0.25}

        """)
  }

  @Test func `reads back to the same floats`() throws {
    let run = try Run("queries 40 keys 33 heads 3 seed 9")
    let object = try #require(JSONSerialization.jsonObject(with: Data(text(run).utf8)) as? [String: Any])
    let scores = try #require(object["scores"] as? [[[Double]]])
    #expect(scores.joined().joined().map { Float($0) } == run.logits.values)
    let output = try #require(object["output"] as? [[[Double]]])
    #expect(output.joined().joined().map { Float($0) } == run.output.values)
  }

  @Test func `prints scores after the temperature`() throws {
    let run = try Run("queries 1 temperature 4")
    #expect(run.logits.values.map { $0 * 4 } == run.scores.values)
    try #expect(text(run).contains("\"scores\": [[[\(run.logits.values[0])"))
  }

  @Test func `drops the heads of a projected output, and lists the empty rows`() throws {
    var recipe = try Recipe("mask custom")
    let inputs = try Inputs(
      json: Data(
        """
        {"x": [[1], [2]], "wq": [[1]], "wk": [[1]], "wv": [[1]], "wo": [[1], [2]], "bo": [0.5, 0],
         "mask": [[false, false], [true, false]]}
        """.utf8), recipe: &recipe)
    let printed = try text(Run(recipe, inputs))
    #expect(printed.contains("\"output\": [[0.5, 0], [1.5, 2]]"))
    #expect(printed.contains("\"empty_rows\": [0]"))
    #expect(printed.contains("\"entropy\": [[0, 0]]"))
  }
}
