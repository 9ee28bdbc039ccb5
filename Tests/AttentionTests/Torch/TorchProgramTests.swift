import Foundation
import Testing

@testable import Attention

/// Recipes that between them use every part, with ragged shapes.
private let recipes = [
  "queries 5 keys 9 heads 6 kv-heads 3 dim 7 value-dim 4 seed 3 position sinusoidal mask causal",
  "queries 5 keys 9 dim 6 position rope rope-style half rope-base 500 rope-scaling linear:4 bias alibi heads 3 mask causal",
  "queries 9 keys 5 dim 8 position rope rope-scaling ntk:4 mask causal mask padding:4",
  "queries 6 dim 8 position rope rope-scaling yarn:4,16 bias t5 heads 2",
  "queries 6 keys 300 bias t5 mask causal query-start 200",
  "queries 7 keys 4 score dot scale -0.3 temperature 0.7 softcap 2.5",
  "queries 7 keys 4 score cosine scale 4 heads 4 kv-heads 1",
  "queries 7 keys 4 score additive dim 6 mask window:2",
  "queries 7 keys 4 score bilinear dim 6 heads 2 mask prefix:2",
  "queries 9 mask dilated:2,2 normalize softmax1", "queries 9 mask longformer:2,1 normalize sigmoid",
  "queries 9 keys 20 mask bigbird:1,1,3 normalize sparsemax seed 11", "queries 12 mask documents normalize entmax15",
  "queries 9 normalize top-k:3 mask causal dropout 0.3", "queries 9 normalize none mask causal axis queries",
  "queries 6 keys 8 normalize sparsemax axis queries mask causal", "queries 5 keys 7 normalize softmax1 axis queries",
  "queries 5 keys 7 normalize entmax15 axis queries heads 2", "queries 5 keys 7 normalize top-k:2 axis queries",
  "queries 40 keys 70 kernel flash mask causal bias alibi heads 3 dropout 0.2 query-start 2 softcap 4",
  "queries 5 keys 9 kernel decode mask causal position rope heads 4 kv-heads 2 normalize top-k:4 dropout 0.1",
  "queries 9 kernel latent heads 3 dim 12 value-dim 5 position rope mask causal normalize entmax15",
  "queries 5 kernel latent dim 2 heads 2",
  "queries 9 keys 11 kernel linear mask causal mask padding:6 heads 2 kv-heads 1",
  "queries 9 keys 11 kernel performer dim 4 mask causal", "queries 9 keys 11 kernel linformer heads 4 kv-heads 2",
]

/// A recipe for each fault.
private let faulty = [
  "queries 7 keys 11 heads 2 mask window:3 mask padding:9 normalize softmax1 dropout 0.2 fault mask-after-softmax",
  "queries 7 mask causal bias t5 axis queries temperature 0.5 fault mask-times-zero",
  "queries 5 keys 9 heads 4 kv-heads 2 mask documents mask causal softcap 3 fault mask-inverted",
  "queries 5 keys 9 mask dilated:2,2 mask bigbird:1,1,1 bias alibi position rope dim 6 fault top-left",
  "queries 5 keys 3 heads 6 kv-heads 3 score cosine scale 4 fault tile-kv",
  "queries 5 keys 7 heads 6 kv-heads 2 dim 3 mask causal query-start 1 fault heads-reshape",
  "queries 5 keys 8 dim 6 position rope rope-style half rope-scaling linear:2 fault rope-mixed",
  "queries 3 keys 9 dim 6 position rope mask causal query-start 4 fault rope-restart",
  "queries 6 heads 3 bias alibi mask bigbird:1,1,2 fault alibi-sign",
  "queries 6 dim 17 normalize sparsemax fault scale-dk",
  "queries 40 kernel flash mask causal score dot fault no-rescale",
  "queries 13 normalize entmax15 fault dropout-at-eval",
]

@Suite struct `A PyTorch program` {
  @Test func `is written for every part`() throws {
    let used = try Set((recipes + faulty).flatMap { try Recipe($0).parts.map { "\(type(of: $0.part))" } })
    let all: [any Part.Type] =
      Parts.positions + Parts.ropeScalings + Parts.scores + Parts.biases + Parts.masks + Parts.normalizers
      + Parts.kernels + Parts.faults
    // A mask of a file's has a test of its own.
    #expect(Set(all.map { "\($0)" }).subtracting(used) == ["CustomMask"])
  }

  @Test(.enabled(if: Python.hasTorch, "python3 has no torch here: the programs are not run"))
  func `asserts what heed computed, with every part and every preset`() throws {
    var programs: [(name: String, text: String)] = []
    for words in recipes + faulty { programs.append((words, try TorchProgram(Run(words)).text)) }
    for preset in Preset.all { programs.append((preset.name, try TorchProgram(Run(Recipe(preset.flags))).text)) }
    for vector in VectorCase.all {
      var recipe = try Recipe(vector.flags, shapeFollows: true)
      let inputs = try Inputs(json: vector.input, recipe: &recipe)
      programs.append((vector.name, try TorchProgram(Run(recipe, inputs), inputs: inputs).text))
    }
    let complaints = try complaints(of: programs)
    #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
  }

  @Test(.enabled(if: Python.hasTorch, "python3 has no torch here: the programs are not run"))
  func `fails where the numbers differ`() throws {
    let text = try TorchProgram(Run("queries 3 mask causal")).text
    let bent = text.replacing("masked_fill(~keep, -math.inf)", with: "masked_fill(~keep, -1.0)")
    let spoilt = try complaints(of: [("sound", text), ("bent", bent)])
    #expect(spoilt.count == 1 && spoilt[0].hasPrefix("bent"), "\(spoilt)")
  }

  @Test func `asks PyTorch's own attention where that can do the same`() throws {
    func asks(_ words: String) throws -> Bool {
      try TorchProgram(Run(words)).text.contains("scaled_dot_product_attention(")
    }
    for words in [
      "heads 4 kv-heads 2 mask causal", "bias alibi temperature 2", "score cosine", "kernel flash", "position rope",
    ] { #expect(try asks(words), "\(words)") }
    for words in [
      "normalize sigmoid", "softcap 2", "score additive", "kernel linear", "dropout 0.1", "axis queries",
      "dim 8 fault scale-dk",
    ] { #expect(try !asks(words), "\(words)") }
  }

  @Test func `is refused where it would be too long`() throws {
    let run = try Run("queries 1001 keys 1000 dim 1")
    #expect(
      message { _ = try TorchProgram(run) }
        == "format python: 1002001 numbers are too many for a program; up to 1000000 fit")
  }

  /// Runs the programs in one Python, which reads PyTorch once; returns what failed.
  private func complaints(of programs: [(name: String, text: String)]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "heed-torch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, program) in programs.enumerated() {
      try Data(program.text.utf8).write(to: folder.appending(path: "\(index).py"))
    }
    let driver = """
      import contextlib, io, runpy, sys
      for index in range(int(sys.argv[2])):
          try:
              with contextlib.redirect_stdout(io.StringIO()):
                  runpy.run_path(f"{sys.argv[1]}/{index}.py")
          except Exception as error:
              print(f"{index} {type(error).__name__}: {error}")
      """
    let result = try Python.run(["-c", driver, folder.path, "\(programs.count)"])
    #expect(result.status == 0, "\(result.text)")
    return result.text.split(separator: "\n").map { line in
      let words = line.split(separator: " ", maxSplits: 1)
      return Int(words[0]).map { "\(programs[$0].name): \(words.last ?? "")" } ?? String(line)
    }
  }
}
