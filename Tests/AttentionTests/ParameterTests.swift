import Attention
import Testing

/// The values that the arrow keys pass, from the recipe's own, one step at a time.
private func walk(_ name: String, _ steps: Int, from words: String = "") throws -> [String] {
  var recipe = try Recipe(words)
  let parameter = try #require(Recipe.parameter(name))
  return try (0..<abs(steps)).map { _ in
    try recipe.set(name, to: parameter.step(from: recipe[name], by: steps.signum(), in: recipe))
    return recipe[name]
  }
}

@Suite struct `The arrow keys` {
  @Test func `move tokens and heads by one, dims by powers of two, and stop at the ends`() throws {
    try #expect(walk("queries", 2) == ["9", "10"])
    try #expect(walk("queries", -2, from: "queries 2") == ["1", "1"])
    try #expect(walk("dim", -7) == ["32", "16", "8", "4", "2", "1", "1"])
    try #expect(walk("dim", 5, from: "dim 100") == ["128", "256", "512", "1024", "1024"])
    try #expect(walk("heads", 2) == ["2", "3"])
    try #expect(walk("seed", -1) == ["0"])
  }

  @Test func `pass over what the rest of the recipe refuses`() throws {
    try #expect(walk("kv-heads", -4, from: "heads 12") == ["6", "4", "3", "2"])
    try #expect(walk("heads", 2, from: "heads 4 kv-heads 2") == ["6", "8"])
    try #expect(walk("heads", -2, from: "heads 4 kv-heads 4") == ["3", "2"])
    try #expect(walk("heads", -2, from: "heads 4 kv-heads 2") == ["2", "2"])
    try #expect(walk("dim", -1, from: "dim 2 position rope") == ["2"])
    try #expect(walk("position", 2, from: "dim 7") == ["sinusoidal", "none"])
  }

  @Test func `go round the choices`() throws {
    try #expect(walk("score", 5) == ["dot", "cosine", "additive", "bilinear", "scaled-dot"])
    try #expect(walk("rope-scaling", 4, from: "position rope") == ["linear:4", "ntk:4", "yarn:4,2", "none"])
    try #expect(walk("position", -2) == ["rope", "sinusoidal"])
    try #expect(
      walk("normalize", 7) == ["softmax1", "sigmoid", "sparsemax", "entmax15", "top-k:2", "none", "softmax"])
    try #expect(walk("axis", 2) == ["queries", "keys"])
    try #expect(walk("kernel", 6) == ["flash", "latent", "linear", "performer", "linformer", "plain"])
    try #expect(walk("kernel", 3, from: "mask causal") == ["flash", "decode", "latent"])
    try #expect(walk("kernel", 2, from: "mask causal softcap 5 axis queries") == ["latent", "plain"])
  }

  @Test func `go round the useful sets of masks, and keep a length of one's own`() throws {
    let alone = ["window:2", "prefix:2", "padding:6", "dilated:2,2", "longformer:1,1", "bigbird:1,1,2", "documents"]
    try #expect(walk("mask", 16) == ["causal"] + alone.flatMap { [$0, "causal,\($0)"] } + ["none"])
    try #expect(walk("mask", 2, from: "mask padding:3") == ["causal,padding:3", "dilated:2,2"])
    try #expect(walk("mask", -1, from: "mask padding:3") == ["causal,prefix:2"])
    let none = try walk("mask", 1, from: "queries 9 keys 8 mask causal,bigbird:1,1,2")
    #expect(none == ["none"], "documents cannot be where queries stand before the keys")
    try #expect(walk("mask", 1, from: "mask custom") == ["causal,custom"])
  }

  @Test func `climb a ladder of numbers, with the score's own scale as a rung`() throws {
    try #expect(walk("temperature", 2) == ["1.5", "2"])
    try #expect(walk("temperature", -1, from: "temperature 0.6") == ["0.5"])
    try #expect(walk("scale", 2) == ["0.2", "0.5"])
    try #expect(walk("scale", 1, from: "scale 0.1") == ["auto"])
    try #expect(walk("scale", -1, from: "score dot") == ["0.5"])
    try #expect(walk("dropout", 2) == ["0.05", "0.1"])
    try #expect(walk("softcap", -2) == ["50", "30"])
    try #expect(walk("softcap", 3, from: "softcap 30") == ["50", "none", "none"])
    try #expect(walk("rope-base", 1, from: "position rope") == ["50000"])
    try #expect(walk("query-start", 2, from: "query-start -1") == ["auto", "1"])
  }

  @Test func `take many steps at once`() throws {
    let parameter = try #require(Recipe.parameter("queries"))
    #expect(parameter.step(from: "8", by: 5, in: Recipe()) == "13")
    #expect(parameter.step(from: "8", by: -50, in: Recipe()) == "1")
    #expect(parameter.step(from: "8", by: 0, in: Recipe()) == "8")
  }

  @Test func `never offer a value that the recipe refuses`() throws {
    for words in ["", "heads 12 kv-heads 3 dim 6 position rope mask causal", "queries 1 keys 1 dim 1 temperature 0.01"]
    {
      let recipe = try Recipe(words)
      for parameter in Recipe.parameters {
        for steps in -6...6 {
          var changed = recipe
          let value = parameter.step(from: recipe[parameter.name], by: steps, in: recipe)
          #expect(throws: Never.self) { try changed.set(parameter.name, to: value) }
        }
      }
    }
  }
}
