import Testing

@testable import Attention

/// Values at the ends of what parameters take, and some between.
private let extremes: [(name: String, values: [String])] = [
  ("position", ["none", "sinusoidal", "rope"]), ("rope-base", ["10000", "1e-300", "1e300"]),
  ("rope-scaling", ["none", "linear:1e-300", "ntk:1e9", "yarn:1e9,1"]),
  ("query-start", ["auto", "0", "1000000", "-1000000"]), ("score", ["scaled-dot", "dot", "cosine", "bilinear"]),
  ("scale", ["auto", "auto", "0", "1e300", "-1e38", "1e-300", "3e38"]), ("softcap", ["none", "1e-300", "1e308", "2"]),
  ("bias", ["none", "alibi", "t5"]), ("temperature", ["1", "1e-300", "1e300", "1e-30"]),
  ("mask", ["none", "causal", "padding:0", "window:1"]),
  ("normalize", ["softmax", "softmax1", "sigmoid", "sparsemax", "entmax15", "top-k:1", "none", "none"]),
  ("axis", ["keys", "queries"]), ("dropout", ["0", "0.9999999999999999", "0.5"]),
  ("kernel", ["plain", "plain", "flash", "decode", "latent", "linear", "performer", "linformer"]),
  ("fault", ["none", "mask-after-softmax", "mask-times-zero", "alibi-sign", "dropout-at-eval"]),
]

/// How large the inputs are.
private let sizes: [Float] = [1, 1, Float.leastNonzeroMagnitude, 1e-20, 1e10, 1e19, 1e30, 3e38]

@Test(arguments: 0..<600)
func `whatever the numbers, a run is finite or refused in one line`(_ number: Int) throws {
  var dice = Dice(UInt64(number) &+ 77)
  var recipe = try Recipe("queries 4 keys 5 dim 4 value-dim 3 heads 2")
  for (name, values) in extremes {
    // What does not go with the rest stays as it is.
    try? recipe.set(name, to: values.randomElement(using: &dice) ?? "")
  }
  let drawn = Inputs.random(recipe.shape, seed: UInt64(number))
  func sized(_ tensor: Tensor) -> Tensor {
    var tensor = tensor
    let size = sizes.randomElement(using: &dice) ?? 1
    // A normal number may lie beyond 1: the largest are held within what a float can be.
    tensor.values = tensor.values.map { max(-1, min(1, $0)) * size }
    return tensor
  }
  let run: Run
  do {
    run = try Run(recipe, Inputs(q: sized(drawn.q), k: sized(drawn.k), v: sized(drawn.v)))
  } catch {
    #expect(!"\(error)".contains("\n") && !"\(error)".contains("nan"))
    return
  }
  let words = recipe.flags.map { "\($0.name) \($0.value)" }.joined(separator: " ")
  for (what, numbers) in [
    ("scores", run.logits.values), ("weights", run.weights.values), ("output", run.output.values),
    ("row sums", run.rowSums.flatMap { $0 }), ("entropy", run.entropy.flatMap { $0.compactMap { $0 } }),
  ] {
    #expect(numbers.allSatisfy { $0.isFinite }, "\(what) of \(words)")
  }
}

@Suite struct `Too large for 32 bits` {
  private func run(_ words: String, q: [Float], k: [Float], v: [Float]) throws -> Run {
    func column(_ numbers: [Float]) -> Tensor {
      Tensor(heads: 1, rows: numbers.count, columns: 1, values: numbers)
    }
    let recipe = try Recipe("queries \(q.count) keys \(k.count) dim 1 value-dim 1 score dot \(words)")
    return try Run(recipe, Inputs(q: column(q), k: column(k), v: column(v)))
  }

  @Test func `is a row's sum, although each weight is not`() {
    #expect(
      message { _ = try run("normalize none", q: [0, 1], k: [2e38, 2e38], v: [0, 0]) }
        == "row sums overflow to infinity at [0][1][0]: too large for 32-bit floats")
  }

  @Test func `is a weight that dropout kept`() {
    #expect(
      message {
        _ = try run(
          "normalize none dropout 0.9 seed 1", q: [1], k: .init(repeating: 1e38, count: 40),
          v: .init(repeating: 0, count: 40))
      }
      .hasPrefix("weights overflow to infinity at [0][0]["))
  }

  @Test func `are the terms of an entropy, which is right all the same`() throws {
    let large = try run("normalize none", q: [1], k: [1e37, 1e37, 1e37, 1e37], v: [0, 0, 0, 0])
    #expect(abs(try #require(large.entropy[0][0]) - 1.386_294_4) < 1e-5)
    let tiny = try run(
      "normalize none", q: [1], k: [.leastNormalMagnitude / 512, .leastNormalMagnitude / 512], v: [0, 0])
    #expect(abs(try #require(tiny.entropy[0][0]) - 0.693_147_2) < 1e-5)
  }
}
