import Testing

@testable import Attention

/// A recipe with what a kernel cannot do without.
private func recipe(_ words: String, _ kernel: String) throws -> Recipe {
  try Recipe("\(words) kernel \(kernel)\(kernel == "decode" && !words.contains("causal") ? " mask causal" : "")")
}

/// The inputs with every number replaced, and with what the kernel would draw.
private func changed(_ recipe: Recipe, seed: UInt64 = 3, _ change: (Float) -> Float) -> Inputs {
  func each(_ tensor: Tensor) -> Tensor {
    var result = tensor
    result.values = tensor.values.map(change)
    return result
  }
  let inputs = Inputs.random(recipe.shape, seed: seed)
  return inputs.with(q: each(inputs.q), k: each(inputs.k), v: each(inputs.v))
}

private func worst(_ one: some Sequence<Float>, _ other: some Sequence<Float>) -> Float {
  zip(one, other).map { abs($0 - $1) }.max() ?? 0
}

@Suite(.serialized) struct `Every kernel` {
  @Test(arguments: Parts.kernels.map { $0.name })
  func `bears one query, one key, one channel`(_ kernel: String) throws {
    for words in [
      "queries 1 keys 1 dim 1 value-dim 1", "queries 1 keys 9 dim 3", "queries 9 keys 1 query-start 0", "dim 1",
      "queries 5 keys 3 value-dim 1 heads 3 query-start 2",
    ] {
      let recipe = try recipe(words, kernel)
      let inputs = Inputs.random(recipe.shape, seed: 3)
      expectAgreement(try Run(recipe, inputs), inputs)
    }
  }

  @Test(arguments: Parts.kernels.map { $0.name })
  func `bears denormal numbers, zeros, and logits of ten thousand`(_ kernel: String) throws {
    let recipe = try recipe("queries 6 keys 9 dim 4 value-dim 3 heads 2", kernel)
    let tiny = Float.leastNonzeroMagnitude
    let changes: [(Float) -> Float] = [
      { $0 < 0 ? -tiny : tiny }, { $0 * .leastNormalMagnitude / 8 }, { _ in 0 }, { $0 * 100 },
      { $0 < 0 ? $0 * 150 : $0 * 1e-30 },
    ]
    for change in changes {
      let inputs = changed(recipe, change)
      let run = try Run(recipe, inputs)
      expectAgreement(run, inputs)
      #expect(run.output.values.allSatisfy { $0.isFinite })
    }
  }

  @Test(arguments: Parts.kernels.map { $0.name })
  func `gives zeros for a query that may look nowhere, and reports it`(_ kernel: String) throws {
    // A mixture of keys cannot be masked.
    if kernel == "linformer" { return }
    let run = try Run(recipe("queries 3 keys 5 mask causal mask padding:0", kernel))
    #expect(run.output.values.allSatisfy { $0 == 0 })
    #expect(run.emptyRows == [0, 1, 2])
    if kernel == "decode" { return }
    let some = try Run(recipe("queries 5 keys 3 mask causal", kernel))
    #expect(some.emptyRows == [0, 1])
    for row in 0..<5 { #expect(some.output.row(0, row).allSatisfy { $0 == 0 } == (row < 2)) }
  }

  @Test(arguments: Parts.kernels.map { $0.name })
  func `does not see the future through a causal mask`(_ kernel: String) throws {
    if kernel == "linformer" { return }
    let recipe = try recipe("queries 9 dim 4 value-dim 3 heads 2 mask causal", kernel)
    let inputs = Inputs.random(recipe.shape, seed: 3)
    var parts = inputs.parts.completed(for: recipe)
    var (k, v) = (inputs.k, inputs.v)
    for index in k.values.indices where index / 4 % 9 > 5 { k.values[index] += 1 }
    for index in v.values.indices where index / 3 % 9 > 5 { v.values[index] += 1 }
    let before = try Run(recipe, Inputs(q: inputs.q, k: inputs.k, v: inputs.v, parts: parts)).output
    if let latent = parts.latent {
      var c = latent.c
      for index in c.values.indices where index / c.columns > 5 { c.values[index] += 1 }
      parts.latent = LatentTensors(
        c: c, ropeKeys: latent.ropeKeys, keyMaps: latent.keyMaps, valueMaps: latent.valueMaps)
    }
    let after = try Run(recipe, Inputs(q: inputs.q, k: k, v: v, parts: parts)).output
    for head in 0..<2 {
      for row in 0..<9 {
        let difference = worst(before.row(head, row), after.row(head, row))
        #expect(row > 5 ? difference > 1e-3 : difference < 1e-6, "row \(row)")
      }
    }
  }

  @Test(arguments: ["plain", "flash", "linear", "performer"])
  func `gives the same for keys and values in another order`(_ kernel: String) throws {
    let recipe = try recipe("queries 5 keys 40 dim 4 value-dim 3", kernel)
    let inputs = Inputs.random(recipe.shape, seed: 3)
    func turned(_ tensor: Tensor) -> Tensor {
      let rows = (0..<40).map { ($0 * 7 + 3) % 40 }
      return Tensor(
        heads: 1, rows: 40, columns: tensor.columns, values: rows.flatMap { Array(tensor.row(0, $0)) })
    }
    let (one, other) = try (Run(recipe, inputs), Run(recipe, inputs.with(k: turned(inputs.k), v: turned(inputs.v))))
    #expect(worst(one.output.values, other.output.values) < 2e-6)
  }
}
