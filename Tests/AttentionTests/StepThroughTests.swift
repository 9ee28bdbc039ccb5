import Testing

@testable import Attention

private func refusal(_ kind: StepThrough, _ words: String) -> String {
  message { _ = try kind.recipe(from: Recipe(words)) }
}

@Suite struct `What can be stepped through` {
  @Test(arguments: [
    ("queries 8", StepThrough.online), ("mask causal", .online), ("kernel flash", .online),
    ("mask causal kernel decode", .decoding), ("kernel linear", .recurrent), ("kernel performer", .recurrent),
    ("mask causal normalize sparsemax", .decoding),
  ])
  func `follows from kernel, mask and normaliser`(words: String, kind: StepThrough) throws {
    #expect(try StepThrough(Recipe(words)) == kind)
  }

  @Test func `the kernel of the steps says what it cannot honour`() {
    #expect(refusal(.online, "normalize sparsemax") == "kernel flash: cannot honour normalize sparsemax")
    #expect(refusal(.decoding, "queries 4") == "kernel decode: needs mask causal: a cache holds no later keys")
    #expect(
      refusal(.decoding, "queries 5 keys 3 mask causal")
        == "kernel decode: the first query stands at -2, before any key")
    #expect(refusal(.recurrent, "bias alibi") == "kernel linear: cannot honour bias alibi")
    #expect(refusal(.online, "kernel latent").hasPrefix("kernel latent: no steps to show"))
  }

  @Test func `the steps have no fault but the one they can make, and their base none`() throws {
    let recipe = try Recipe("queries 40 kernel flash fault no-rescale")
    #expect(try StepThrough.online.recipe(from: recipe).fault is NoRescale)
    #expect(try StepThrough.online.base(of: recipe) == Recipe("queries 40"))
    let early = try Recipe("keys 12 mask causal fault top-left")
    #expect(try StepThrough.decoding.base(of: early) == Recipe("keys 12 mask causal"))
  }
}
