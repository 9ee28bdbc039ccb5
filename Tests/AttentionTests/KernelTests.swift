import Foundation
import Testing

@testable import Attention

/// Sizes around the tiles: one, ragged, whole, and more queries than keys.
private let shapes = [
  "queries 1 keys 1 dim 1 value-dim 1", "queries 17 keys 33 dim 5 value-dim 3 heads 6 kv-heads 2",
  "queries 32 keys 64 heads 2", "queries 40 keys 9 dim 6", "queries 3 keys 70 dim 2 heads 3 kv-heads 1",
]

private func holds(_ words: String) throws {
  let recipe = try Recipe(words)
  let inputs = Inputs.random(recipe.shape, seed: 5)
  expectAgreement(try Run(recipe, inputs), inputs)
}

@Suite struct `Kernels` {
  @Test(arguments: shapes)
  func `flash gives what the plain path gives, whatever the parts`(_ shape: String) throws {
    for parts in [
      "", "mask causal", "mask window:3", "mask bigbird:2,1,2 mask causal", "bias alibi softcap 2", "mask padding:0",
      "bias t5 temperature 0.2", "score cosine scale 20", "score bilinear", "dropout 0.3 mask causal",
    ] {
      let words = "\(shape) seed 5 \(parts)"
      try holds("\(words) kernel flash")
      let (plain, flash) = try (Run(words), Run("\(words) kernel flash"))
      let limit =
        2e-6 * max(1, plain.logits.values.map(abs).max() ?? 0) * max(1, plain.output.values.map(abs).max() ?? 0)
      for (one, other) in zip(plain.output.values, flash.output.values) { #expect(abs(one - other) <= limit) }
      #expect(flash.emptyRows == plain.emptyRows)
      #expect(flash.flops == plain.flops)
    }
  }

  @Test func `flash bears scores of ten thousand, and names an overflow`() throws {
    try holds("queries 20 keys 40 score dot scale 300 kernel flash")
    try holds("queries 20 keys 40 score dot scale -300 kernel flash mask causal")
    #expect(
      message { _ = try Run("queries 2 score dot scale 1e38 kernel flash") }.contains("scores overflow to infinity"))
  }

  @Test(arguments: [
    "queries 9", "queries 5 keys 11 heads 4 kv-heads 2 dim 6", "queries 4 keys 9 query-start 8", "queries 1",
  ])
  func `decode gives what the full causal pass gives`(_ shape: String) throws {
    for parts in [
      "", "position rope", "mask window:3", "normalize sparsemax", "normalize top-k:2 bias alibi", "normalize none",
      "dropout 0.5", "mask padding:2 softcap 1", "normalize softmax1 mask padding:0",
    ] {
      try holds("\(shape) mask causal \(parts) kernel decode")
    }
  }

  @Test(arguments: [
    "queries 9", "queries 7 keys 12 heads 4 kv-heads 2 dim 6 value-dim 3", "queries 4 keys 9 query-start 8",
  ])
  func `decode gives the same in chunks of any size, and token by token`(_ shape: String) throws {
    for parts in ["", "position rope", "mask window:3 dropout 0.4", "normalize top-k:2 bias alibi", "mask padding:3"] {
      var recipe = try Recipe("\(shape) mask causal \(parts) kernel decode seed 2")
      let inputs = Inputs.random(recipe.shape, seed: 2)
      let single = try Run(recipe, inputs).output
      let full = try Run(Recipe("\(shape) mask causal \(parts) seed 2"), inputs).output
      for chunk in [2, 3, 4, 8, 100] {
        recipe.kernel = Decode(chunk: chunk)
        let chunked = try Run(recipe, inputs)
        expectAgreement(chunked, inputs)
        for (one, other) in zip(chunked.output.values, single.values) { #expect(abs(one - other) <= 4e-6) }
        for (one, other) in zip(chunked.output.values, full.values) { #expect(abs(one - other) <= 4e-6) }
      }
    }
  }

  @Test func `decode refuses queries that stand before any key`() throws {
    #expect(
      message { _ = try Run("queries 5 keys 3 mask causal kernel decode") }
        == "kernel decode: the first query stands at -2, before any key")
  }

  @Test(arguments: ["linear", "performer"])
  func `of features give the same from running sums as from pairs`(_ kernel: String) throws {
    for shape in shapes {
      for parts in ["", "mask causal", "mask causal mask padding:2", "mask padding:0"] {
        try holds("\(shape) \(parts) kernel \(kernel)")
      }
    }
    try holds("queries 9 dim 8 position rope mask causal kernel \(kernel)")
  }

  @Test func `linear gives the mean of the values where all queries and keys are alike`() throws {
    let recipe = try Recipe("queries 2 keys 2 dim 1 value-dim 1 kernel linear")
    let ones = Tensor(heads: 1, rows: 2, columns: 1, values: [1, 1])
    let values = Tensor(heads: 1, rows: 2, columns: 1, values: [3, 5])
    try #expect(Run(recipe, Inputs(q: ones, k: ones, v: values)).output.values == [4, 4])
    // elu(x) + 1 of 1 and of 0 are 2 and 1.
    let keys = Tensor(heads: 1, rows: 2, columns: 1, values: [1, 0])
    let output = try Run(recipe, Inputs(q: ones, k: keys, v: values)).output.values
    #expect(output.allSatisfy { abs($0 - 11.0 / 3) < 1e-6 })
  }

  @Test func `performer comes closer to softmax with more features`() throws {
    let recipe = try Recipe("queries 12 dim 4 value-dim 3 seed 3")
    let inputs = Inputs.random(recipe.shape, seed: 3)
    let exact = try Run(recipe, inputs).output.values
    func error(_ features: Int) throws -> Float {
      var other = recipe
      try other.set("kernel", to: "performer")
      var parts = PartTensors()
      parts.performer = NormalSource.tensor("performer.features", heads: 1, rows: features, columns: 4, seed: 1)
      let output = try Run(other, Inputs(q: inputs.q, k: inputs.k, v: inputs.v, parts: parts)).output.values
      return zip(exact, output).map { abs($0 - $1) }.reduce(0, +) / 36
    }
    #expect(try error(4096) < error(16) / 3)
    #expect(try error(4096) < 0.1)
  }

  @Test func `linformer mixes keys and values before attention`() throws {
    for shape in shapes {
      for parts in ["", "softcap 2 temperature 0.5", "normalize sparsemax", "score cosine scale 4"] {
        try holds("\(shape) \(parts) kernel linformer")
      }
    }
    try holds("queries 7 dim 8 position rope kernel linformer")
    // Unmixed keys and values give plain attention.
    var recipe = try Recipe("kernel linformer")
    let json =
      #"{"q": [[1, 2]], "k": [[1, 0], [0, 1]], "v": [[3], [4]], "linformer": {"e": [[1, 0], [0, 1]], "f": [[1, 0], [0, 1]]}}"#
    let inputs = try Inputs(json: Data(json.utf8), recipe: &recipe)
    let plain = try Run(Recipe("queries 1 keys 2 dim 2 value-dim 1"), inputs)
    try #expect(abs(Run(recipe, inputs).output.values[0] - plain.output.values[0]) < 1e-6)
  }

  @Test func `that hold no weights leave them out of the run and of its JSON`() throws {
    let run = try Run("queries 3 kernel flash mask causal")
    #expect(!run.keepsWeights && run.weights.values.isEmpty && run.rowSums.isEmpty)
    #expect(run.values(.output) == run.output)
    var data = Data()
    try RunJSON(run, seconds: 0).write { data.append(contentsOf: $0) }
    let json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(Set(json.keys) == ["shape", "keep", "output", "empty_rows", "flops", "bytes", "seconds"])
  }

  @Test func `without matrices of pairs take less memory and count other work`() throws {
    let (plain, flash) = try (Recipe("queries 4096"), Recipe("queries 4096 kernel flash"))
    // Two matrices of pairs, against 16 queries with 32 scores, 66 sums and a row of the mask each.
    #expect(plain.memory - flash.memory == 2 * 4 * 4096 * 4096 - 16 * (4 * 32 + 8 * 66 + 4096))
    // A number for each feature of each key is one addition more.
    try #expect(Run("queries 64 dim 4 kernel linear").flops == 128 * 2 * 4 * 4 + 64 * 4 + 2 * 64 * 4)
    try #expect(Run("queries 8 keys 16 dim 4 kernel linformer").flops == 2 * 4 * 8 * (16 + 8))
  }

  @Test(arguments: [
    ("performer", "{}", "performer.features is missing, and performer needs it"),
    (
      "performer", #"{"features": [[1, 2]]}"#, "performer.features has 2 columns where 1 fit (performer.features [1,2])"
    ),
    ("linformer", #"{"e": [[1]], "f": [[1], [2]]}"#, "linformer.f has 2 rows where 1 fit (linformer.f [2,1])"),
    ("linformer", "null", "linformer is missing, and kernel linformer needs it"),
  ])
  func `refuse tensors that do not fit`(_ kernel: String, _ value: String, _ line: String) throws {
    var recipe = try Recipe("kernel \(kernel)")
    let json = Data("{\"q\": [[1]], \"k\": [[1]], \"v\": [[1]], \"\(kernel)\": \(value)}".utf8)
    #expect(message { _ = try Inputs(json: json, recipe: &recipe) } == line)
  }
}
