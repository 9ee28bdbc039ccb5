import Foundation
import Testing

@testable import Attention

private func close(_ one: Tensor, _ other: Tensor) -> Bool {
  let limit = 4e-6 * max(1, other.values.map(abs).max() ?? 0)
  return one.shapeText == other.shapeText && zip(one.values, other.values).allSatisfy { abs($0 - $1) <= limit }
}

private func text(_ tensor: Tensor) -> String {
  let rows = (0..<tensor.heads * tensor.rows).map { row in
    "[" + tensor.values[row * tensor.columns..<(row + 1) * tensor.columns].map { "\($0)" }.joined(separator: ",") + "]"
  }
  return "[\(rows.joined(separator: ","))]"
}

@Suite struct `Latent attention` {
  @Test(arguments: [
    "queries 1 keys 1 dim 1 value-dim 1", "queries 5 keys 7 dim 6 value-dim 3 heads 4", "queries 9 keys 4 dim 16",
    "queries 12 dim 64 heads 2", "queries 4 keys 9 dim 4 heads 3 value-dim 11",
  ])
  func `on the latents gives what the expanded keys and values give`(_ shape: String) throws {
    for parts in [
      "", "mask causal", "mask window:3 bias alibi", "bias t5 temperature 0.5", "softcap 2 dropout 0.3",
      "score dot scale 0.2 normalize sparsemax", "normalize softmax1 axis queries", "mask padding:0",
    ] {
      for position in ["none", "rope"] where position == "none" || !shape.contains("dim 1 ") {
        let recipe = try Recipe("\(shape) kernel latent position \(position) \(parts) seed 3")
        let inputs = Inputs.random(recipe.shape, seed: 3)
        // The reference makes the keys and values of every head.
        expectAgreement(try Run(recipe, inputs), inputs)
      }
    }
  }

  @Test func `of a file is the same by the plain kernel, from the keys and values it stands for`() throws {
    let recipe = try Recipe("queries 6 keys 8 dim 8 value-dim 5 heads 3 mask causal kernel latent")
    let latent = LatentTensors(recipe.shape, seed: 5)
    let queries = Inputs.random(recipe.shape, seed: 5).q
    let maps = (wuk: latent.keyMaps, wuv: latent.valueMaps)
    let q = (0..<3).map { head in
      text(Tensor(heads: 1, rows: 6, columns: 8, values: Array(queries.values[head * 48..<(head + 1) * 48])))
    }
    let json = Data(
      """
      {"q": [\(q.joined(separator: ","))], "latent": {"c": \(text(latent.c)), "kr": \(text(latent.ropeKeys)),
       "wuk": \(text(maps.wuk)), "wuv": \(text(maps.wuv))}}
      """.utf8)
    var runs: [String: Run] = [:]
    for kernel in ["latent", "plain", "flash"] {
      var recipe = try Recipe("mask causal kernel \(kernel)")
      let inputs = try Inputs(json: json, recipe: &recipe)
      #expect(recipe.shape == Shape(heads: 3, kvHeads: 3, queries: 6, keys: 8, dim: 8, valueDim: 5))
      #expect(inputs.parts.latent == latent)
      runs[kernel] = try Run(recipe, inputs)
    }
    let naive = try #require(runs["plain"])
    #expect(close(try #require(runs["latent"]).output, naive.output))
    #expect(close(try #require(runs["flash"]).output, naive.output))
  }

  @Test func `turns the last channels of the queries, and no others`() throws {
    let recipe = try Recipe("queries 5 dim 8 heads 2 kernel latent position rope")
    var still = recipe
    try still.set("position", to: "none")
    let inputs = Inputs.random(recipe.shape, seed: 1)
    try #expect(Run(recipe, inputs).output != Run(still, inputs).output)
    // Without the two channels that turn, positions do not matter.
    var q = inputs.q
    for index in q.values.indices where index % 8 >= 6 { q.values[index] = 0 }
    try #expect(close(Run(recipe, inputs.with(q: q)).output, Run(still, inputs.with(q: q)).output))
    #expect([1, 2, 3, 4, 8, 9, 64, 192].map(LatentTensors.turning) == [0, 0, 2, 2, 2, 4, 16, 48])
  }

  @Test func `of the last queries is that of the full pass`() throws {
    let full = try Recipe("queries 7 dim 8 value-dim 4 kernel latent position rope mask causal")
    let inputs = Inputs.random(full.shape, seed: 2)
    let whole = try Run(full, inputs).output.values
    let last = try Recipe("queries 2 keys 7 dim 8 value-dim 4 kernel latent position rope mask causal")
    let tail = Tensor(heads: 1, rows: 2, columns: 8, values: Array(inputs.q.values.suffix(16)))
    let parts = inputs.parts.completed(for: full)
    let cached = try Run(last, Inputs(q: tail, k: inputs.k, v: inputs.v, parts: parts)).output.values
    #expect(zip(cached, whole.suffix(8)).allSatisfy { abs($0 - $1) < 4e-6 })
  }

  @Test func `of DeepSeek-V2 caches 67.5 KiB a token, as published`() throws {
    func zeros(_ rows: Int, _ columns: Int) -> Tensor { Tensor(heads: 1, rows: rows, columns: columns) }
    var parts = PartTensors()
    parts.latent = LatentTensors(
      c: zeros(1, 512), ropeKeys: zeros(1, 64), keyMaps: zeros(128, 512), valueMaps: zeros(128, 512))
    let recipe = try Recipe("queries 1 dim 192 value-dim 128 kernel latent")
    // 512 + 64 numbers in each of 60 layers, of two bytes where a run counts four.
    #expect(Cost(recipe, keptPairs: 1, tensors: parts).cacheBytes * 60 / 2 == 69_120)
    // What 128 heads would keep without latents.
    try #expect(Cost(Recipe("queries 1 dim 128 heads 128"), keptPairs: 1).cacheBytes == 4 * 2 * 128 * 128)
  }

  @Test func `multiplies as one does by hand`() throws {
    // Keys (2c, kr) and values 3c: the query (1, 1) scores 2 + 10 and 4 + 20, times 0.1.
    var recipe = try Recipe("kernel latent score dot scale 0.1")
    let json = #"{"q": [[1, 1]], "latent": {"c": [[1], [2]], "kr": [[10], [20]], "wuk": [[2]], "wuv": [[3]]}}"#
    let inputs = try Inputs(json: Data(json.utf8), recipe: &recipe)
    #expect(inputs.k.values == [2, 10, 4, 20] && inputs.v.values == [3, 6])
    let (one, two) = (exp(1.2), exp(2.4))
    try #expect(abs(Double(Run(recipe, inputs).output.values[0]) - (3 * one + 6 * two) / (one + two)) < 1e-6)
  }

  @Test(arguments: [
    ("3", "latent must be an object with c, kr, wuk, wuv"),
    (#"{"c": [[1]], "wuk": [[1], [2]]}"#, "latent.wuv is missing, and latent needs it"),
    (#"{"c": [[1]], "wuk": [[1]], "wuv": [[1]]}"#, "latent.wuk has 1 rows where 2 fit (latent.wuk [1,1])"),
    (
      #"{"c": [[1, 2]], "wuk": [[1], [2]], "wuv": [[1]]}"#, "latent.wuk has 1 columns where 2 fit (latent.wuk [2,1])"
    ),
    (
      #"{"c": [[1]], "kr": [[1], [2]], "wuk": [[1]], "wuv": [[1]]}"#,
      "latent.kr has 2 rows where 1 fit (latent.kr [2,1])"
    ),
    (
      #"{"c": [[1]], "kr": [[1, 2]], "wuk": [[1]], "wuv": [[1]]}"#,
      "latent.kr has 2 columns, but must leave some of the 2 of q"
    ),
    (#"{"c": [[1]], "wuk": [[1], [2]], "wuv": [[1]], "wdq": 1}"#, "latent.wdq: unknown key"),
  ])
  func `refuses a file that does not fit`(_ value: String, _ line: String) throws {
    var recipe = try Recipe("kernel latent")
    let json = Data("{\"q\": [[1, 2]], \"latent\": \(value)}".utf8)
    #expect(message { _ = try Inputs(json: json, recipe: &recipe) } == line)
  }

  @Test func `says what a file lacks, or turns an odd channel`() throws {
    var recipe = try Recipe("kernel latent")
    let plain = Data(#"{"q": [[1]], "k": [[1]], "v": [[1]]}"#.utf8)
    #expect(
      message { _ = try Inputs(json: plain, recipe: &recipe) } == "latent is missing, and kernel latent needs it")
    try recipe.set("position", to: "rope")
    let odd = #"{"q": [[1, 1]], "latent": {"c": [[1]], "kr": [[1]], "wuk": [[1]], "wuv": [[1]]}}"#
    let inputs = try Inputs(json: Data(odd.utf8), recipe: &recipe)
    #expect(
      message { _ = try Run(recipe, inputs) } == "latent.kr has 1 columns, but rope turns pairs of channels")
  }
}
