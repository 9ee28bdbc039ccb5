import Testing

@testable import Attention

@Suite struct `A preset` {
  @Test(arguments: Preset.all.map(\.name))
  func `runs, and agrees with the reference`(_ name: String) throws {
    let recipe = try Recipe(#require(Preset.named(name)).flags)
    let inputs = Inputs.random(recipe.shape, seed: recipe.seed)
    expectAgreement(try Run(recipe, inputs), inputs)
  }

  @Test func `has a name, a label and a line of its own in both languages`() {
    let all = Preset.all
    #expect(all.count == 34)
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(Set(all.map(\.label.en)).count == all.count && Set(all.map(\.label.zh)).count == all.count)
    for preset in all {
      #expect(preset.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
      #expect(preset.summary.en.count <= 76, "\(preset.name)")
      let width = preset.summary.zh.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2e80 ? 2 : 1) }
      #expect(width <= 76, "\(preset.name): \(width)")
      let isMistaken = preset.summary.en.hasPrefix("faulty")
      #expect(isMistaken == preset.label.en.hasPrefix("faulty") && isMistaken == preset.summary.zh.hasPrefix("错误"))
      // A year stands for the source.
      #expect(isMistaken || preset.summary.en.contains(/\b(19|20)\d\d\b/), "\(preset.name)")
      #expect(isMistaken || preset.summary.zh.contains(/(19|20)\d\d/), "\(preset.name)")
    }
  }

  @Test func `gives way to the flags beside it, and to the shape of a file`() throws {
    func words(_ flags: [Flag]) -> [String] { flags.map { "\($0.name) \($0.value)" } }
    let preset = try #require(Preset.named("sliding-window"))
    let given = [Flag(name: "mask", value: "padding:3"), Flag(name: "dim", value: "8")]
    #expect(words(preset.flags(overriddenBy: given)) == ["queries 24", "mask padding:3", "dim 8"])
    #expect(words(preset.flags(overriddenBy: [], shapeFollows: true)) == ["mask causal", "mask window:6"])
  }

  @Test func `that is a mistake shows what it breaks`() throws {
    func run(_ name: String) throws -> Run { try Run(Recipe(#require(Preset.named(name)).flags)) }
    let sigmoid = try run("sigmoid-for-softmax").rowSums[0]
    #expect(abs(sigmoid.reduce(0, +) / 16 - 8) < 0.5, "half of sixteen keys")
    let axis = try run("wrong-axis")
    #expect(axis.rowSums[0].contains { abs($0 - 1) > 0.2 })
    for key in 0..<16 { #expect(abs((0..<16).map { axis.weights[0, $0, key] }.reduce(0, +) - 1) < 2e-6) }
    let sharp = try run("no-scale")
    let heaviest = (0..<16).map { sharp.weights.row(0, $0).max() ?? 0 }.reduce(0, +) / 16
    #expect(heaviest > 0.9)
  }
}
