import Attention
import Testing

@Suite struct `A recipe` {
  @Test func `starts with the defaults of the pipeline`() {
    let recipe = Recipe()
    #expect(recipe.shape == Shape(heads: 1, kvHeads: 1, queries: 8, keys: 8, dim: 64, valueDim: 64))
    #expect(recipe.flags.isEmpty)
    let shown = Recipe.parameters.map { "\($0.name) \(recipe[$0.name])" }
    #expect(
      shown == [
        "queries 8", "keys 8", "dim 64", "value-dim 64", "heads 1", "kv-heads 1", "seed 0", "position none",
        "rope-style interleaved", "rope-base 10000", "rope-scaling none", "query-start auto", "score scaled-dot",
        "scale auto", "softcap none", "bias none", "temperature 1", "mask none", "normalize softmax", "axis keys",
        "dropout 0", "kernel plain", "fault none",
      ])
  }

  @Test func `lets keys, value dim and kv heads follow until they are set`() throws {
    var recipe = Recipe()
    try recipe.set("queries", to: "12")
    try recipe.set("dim", to: "16")
    try recipe.set("heads", to: "6")
    #expect(recipe.shape == Shape(heads: 6, kvHeads: 6, queries: 12, keys: 12, dim: 16, valueDim: 16))
    try recipe.set("keys", to: "10")
    try recipe.set("queries", to: "11")
    #expect(recipe.shape.keys == 10)
    try recipe.set("queries", to: "10")
    try recipe.set("queries", to: "9")
    #expect(recipe.shape.keys == 10, "passing by the keys does not tie them to the queries")
    try recipe.set("keys", to: "9")
    try recipe.set("queries", to: "20")
    #expect(recipe.shape.keys == 20, "set to what they would be by themselves, they follow again")
  }

  @Test func `is reproduced by its flags, in whatever order they stand`() throws {
    let recipe = try Recipe(
      "mask padding:5 heads 4 kv-heads 2 seed 7 mask causal score dot temperature 0.5 keys 9 scale -2")
    #expect(
      recipe.flags.map { "\($0.name) \($0.value)" } == [
        "keys 9", "heads 4", "kv-heads 2", "seed 7", "score dot", "scale -2", "temperature 0.5", "mask causal",
        "mask padding:5",
      ])
    try #expect(Recipe(recipe.flags) == recipe)
    try #expect(Recipe(recipe.flags.reversed()) == recipe)
    #expect(recipe["mask"] == "causal,padding:5")
    #expect(recipe.isDefault("dim") && !recipe.isDefault("mask"))
  }

  @Test func `takes several masks in one value, and the same one twice as once`() throws {
    try #expect(Recipe("mask causal,padding:5") == Recipe("mask padding:5 mask causal"))
    try #expect(Recipe("mask causal,bigbird:3,1,2,window:4")["mask"] == "causal,window:4,bigbird:3,1,2")
    try #expect(Recipe("mask causal mask causal")["mask"] == "causal")
    try #expect(Recipe("mask none") == Recipe())
  }

  @Test func `stays as it was when it refuses`() throws {
    var recipe = try Recipe("heads 4 kv-heads 2 position rope")
    let before = recipe
    for (name, value) in [("heads", "5"), ("kv-heads", "3"), ("dim", "7"), ("mask", "causal,window:0"), ("nope", "1")] {
      #expect(throws: RecipeError.self) { try recipe.set(name, to: value) }
      #expect(recipe == before)
    }
  }

  @Test func `aligns the last query with the last key unless told where queries start`() throws {
    try #expect(Recipe("queries 3 keys 8").queryStart == 5)
    try #expect(Recipe("queries 8 keys 3").queryStart == -5)
    try #expect(Recipe("queries 3 keys 8 query-start 0").queryStart == 0)
    // What a file brings may differ from the defaults: a start that was given is kept as given.
    try #expect(Recipe("query-start 0").flags == [Flag(name: "query-start", value: "0")])
  }

  @Test func `says why a parameter has no effect`() throws {
    let recipe = Recipe()
    #expect(recipe.idleReason("rope-base")?.en == "no effect without position rope")
    #expect(recipe.idleReason("rope-style")?.zh == "位置不是 rope，不起作用")
    #expect(recipe.idleReason("kv-heads")?.en == "with one head there is nothing to share")
    #expect(recipe.idleReason("query-start")?.en == "nothing here looks at positions")
    #expect(recipe.idleReason("queries") == nil)
    let roped = try Recipe("position rope heads 2")
    for name in ["rope-base", "rope-style", "kv-heads", "query-start"] { #expect(roped.idleReason(name) == nil) }
    try #expect(Recipe("mask causal").idleReason("query-start") == nil)
    try #expect(Recipe("mask padding:3").idleReason("query-start") != nil)
  }

  @Test func `describes every parameter and choice in both languages`() {
    var glosses: [Gloss] = []
    for parameter in Recipe.parameters {
      glosses += [parameter.label, parameter.summary]
      if case .choice(let choices) = parameter.kind { glosses += choices.map(\.summary) }
      if case .choices(let choices) = parameter.kind { glosses += choices.map(\.summary) }
      #expect(parameter.label.en.count <= 12, "\(parameter.name) must fit its column")
    }
    for gloss in glosses {
      #expect(!gloss.en.isEmpty && gloss.en.unicodeScalars.allSatisfy { $0.value < 0x3000 })
      #expect(gloss.zh.unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) }, "\(gloss.en)")
      #expect(!gloss.en.hasSuffix(".") && !gloss.zh.hasSuffix("。"))
    }
    #expect(Set(Recipe.parameters.map(\.name)).count == Recipe.parameters.count)
  }
}
