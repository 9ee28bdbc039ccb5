import Foundation
import Testing

@testable import Attention

/// The same run without a fault and with it, on the same inputs.
private func runs(_ words: String, _ fault: String, _ inputs: Inputs? = nil) throws -> (sound: Run, faulty: Run) {
  let (sound, faulty) = try (Recipe(words), Recipe("\(words) fault \(fault)"))
  let inputs = inputs ?? .random(sound.shape, seed: sound.seed)
  return try (Run(sound, inputs), Run(faulty, inputs))
}

/// The inputs with some rows of k and v, from a key on, moved by one.
private func poked(_ inputs: Inputs, from first: Int) -> Inputs {
  func moved(_ tensor: Tensor) -> Tensor {
    var moved = tensor
    for index in moved.values.indices where index / tensor.columns % tensor.rows >= first { moved.values[index] += 1 }
    return moved
  }
  return inputs.with(k: moved(inputs.k), v: moved(inputs.v))
}

/// The rows of the output that differ between two runs.
private func movedRows(_ one: Run, _ other: Run) -> Set<Int> {
  Set(
    (0..<one.shape.queries).filter { row in
      (0..<one.shape.heads).contains { one.output.row($0, row) != other.output.row($0, row) }
    })
}

private func worst(_ one: some Sequence<Float>, _ other: some Sequence<Float>) -> Float {
  zip(one, other).map { abs($0 - $1) }.max() ?? 0
}

/// A recipe for each fault, with other parts and ragged shapes.
private let recipes = [
  "mask-after-softmax": "queries 7 keys 11 heads 2 mask window:3 mask padding:9 normalize softmax1 dropout 0.2",
  "mask-times-zero": "queries 7 mask causal bias t5 axis queries temperature 0.5",
  "mask-inverted": "queries 5 keys 9 heads 4 kv-heads 2 mask documents mask causal softcap 3",
  "top-left": "queries 5 keys 9 mask dilated:2,2 bias alibi position rope dim 6",
  "tile-kv": "queries 5 keys 3 heads 6 kv-heads 3 score cosine scale 4",
  "heads-reshape": "queries 5 keys 7 heads 6 kv-heads 2 dim 3 mask causal query-start 1",
  "rope-mixed": "queries 5 keys 8 dim 6 position rope rope-style half rope-scaling linear:2",
  "rope-restart": "queries 3 keys 9 dim 6 position rope mask causal query-start 4",
  "alibi-sign": "queries 6 heads 3 bias alibi mask bigbird:1,1,2",
  "scale-dk": "queries 6 dim 17 normalize sparsemax", "dropout-at-eval": "queries 13 normalize entmax15",
]

@Suite struct `A fault` {
  @Test func `does the same in double precision, whatever the other parts`() throws {
    // The reference has no tiles to forget anything between.
    #expect(Set(recipes.keys).union(["none", "no-rescale"]) == Set(Parts.faults.map { $0.name }))
    for (fault, words) in recipes {
      let recipe = try Recipe("\(words) fault \(fault)")
      let inputs = Inputs.random(recipe.shape, seed: 4)
      let (sound, faulty) = try (Run(Recipe(words), inputs), Run(recipe, inputs))
      expectAgreement(faulty, inputs)
      #expect(worst(sound.output.values, faulty.output.values) > 1e-3, "\(fault) changes something")
    }
  }

  @Test func `is made between the projections of tokens`() throws {
    var recipe = try Recipe([Flag(name: "fault", value: "heads-reshape")], shapeFollows: true)
    func matrix(_ seed: Float) -> String {
      "["
        + (0..<4).map { r in "[" + (0..<4).map { "\(sin(seed + Float(r * 4 + $0)))" }.joined(separator: ",") + "]" }
        .joined(separator: ",") + "]"
    }
    let fields = ["x", "wq", "wk", "wv", "wo"].enumerated().map { "\"\($1)\": \(matrix(Float($0) * 9))" }
    let json = Data("{\(fields.joined(separator: ",")), \"heads\": 2}".utf8)
    let inputs = try Inputs(json: json, recipe: &recipe)
    expectAgreement(try Run(recipe, inputs), inputs)
  }

  @Test func `of a mask after softmax leaves rows that do not sum to one`() throws {
    let (sound, faulty) = try runs("queries 5 mask causal", "mask-after-softmax")
    #expect(sound.rowSums[0].allSatisfy { abs($0 - 1) < 2e-6 })
    #expect(faulty.rowSums[0].dropLast().allSatisfy { $0 < 0.99 })
    #expect(abs(faulty.rowSums[0][4] - 1) < 2e-6, "the last row hides nothing")
    #expect(faulty.keep == sound.keep)
    for (weight, isKept) in zip(faulty.weights.values, faulty.keep) where !isKept { #expect(weight == 0) }
    // The future leaks through the sum.
    let inputs = Inputs.random(sound.shape, seed: 0)
    let (other, moved) = try runs("queries 5 mask causal", "mask-after-softmax", poked(inputs, from: 3))
    #expect(movedRows(sound, other) == [3, 4])
    #expect(movedRows(faulty, moved) == [0, 1, 2, 3, 4])
  }

  @Test func `of a mask that multiplies scores by 0 gives hidden keys a weight`() throws {
    let (sound, faulty) = try runs("queries 5 mask causal bias alibi", "mask-times-zero")
    for row in 0..<4 {
      #expect(sound.weights.row(0, row).suffix(4 - row).allSatisfy { $0 == 0 })
      #expect(faulty.weights.row(0, row).suffix(4 - row).reduce(0, +) > 0.05)
      #expect(faulty.logits.row(0, row).suffix(4 - row).allSatisfy { $0 == 0 })
    }
    #expect(faulty.rowSums[0].allSatisfy { abs($0 - 1) < 2e-6 })
    #expect(faulty.keep.allSatisfy { $0 } && faulty.emptyRows.isEmpty)
    // Scores −1 and ln 3 with the second hidden: e⁻¹ against e⁰.
    let recipe = try Recipe("queries 1 keys 2 dim 1 value-dim 1 score dot mask padding:1 fault mask-times-zero")
    let one = Tensor(heads: 1, rows: 1, columns: 1, values: [1])
    let run = try Run(
      recipe,
      Inputs(
        q: one, k: Tensor(heads: 1, rows: 2, columns: 1, values: [-1, Float(log(3.0))]),
        v: Tensor(heads: 1, rows: 2, columns: 1, values: [0, 1])))
    #expect(abs(Double(run.output.values[0]) - 1 / (1 + exp(-1))) < 1e-6)
  }

  @Test func `of an inverted mask lets the future leak, and hides the past`() throws {
    let (sound, faulty) = try runs("queries 5 mask causal mask padding:4", "mask-inverted")
    #expect(faulty.keep == sound.keep.map { !$0 })
    let inputs = Inputs.random(sound.shape, seed: 0)
    let words = "queries 5 mask causal mask padding:4"
    let (other, moved) = try runs(words, "mask-inverted", poked(inputs, from: 3))
    #expect(movedRows(sound, other) == [3, 4])
    #expect(movedRows(faulty, moved).isSuperset(of: [0, 1, 2]))
    try #expect(Run("queries 4 mask causal fault mask-inverted").emptyRows == [3])
  }

  @Test func `of a top-left mask keeps the last queries from the newest keys`() throws {
    let (sound, faulty) = try runs("queries 2 keys 6 mask causal mask padding:9", "top-left")
    #expect((0..<2).map { row in (0..<6).lastIndex { sound.keep[row * 6 + $0] } } == [4, 5])
    #expect((0..<2).map { row in (0..<6).lastIndex { faulty.keep[row * 6 + $0] } } == [0, 1])
    try #expect(Run("queries 3 keys 7 mask bigbird:1,0,2 fault top-left").keep.count { $0 } > 0)
  }

  @Test func `of tiled kv heads takes neighbouring heads to different key heads`() throws {
    let words = "queries 3 keys 4 heads 6 kv-heads 2 dim 4"
    let shape = try Recipe(words).shape
    // Key head 0 holds zeros and key head 1 ones: the values say which one was read.
    let values = Tensor(heads: 2, rows: 4, columns: 4, values: (0..<32).map { Float($0 / 16) })
    let random = Inputs.random(shape, seed: 2)
    let (sound, faulty) = try runs(words, "tile-kv", random.with(v: values))
    #expect((0..<6).map { sound.output[$0, 0, 0].rounded() } == [0, 0, 0, 1, 1, 1])
    #expect((0..<6).map { faulty.output[$0, 0, 0].rounded() } == [0, 1, 0, 1, 0, 1])
    #expect(faulty.shape == sound.shape && faulty.cacheBytes == sound.cacheBytes)
  }

  @Test func `of heads made by reshape cuts heads from the sequence`() throws {
    // Token t holds t everywhere: head 0 reads tokens 0, 0, 0, 0, 1, 1 instead of 0 to 5.
    let numbers = Tensor(
      heads: 4, rows: 6, columns: 2, values: (0..<4).flatMap { _ in (0..<12).map { Float($0 / 2) } })
    let recipe = try Recipe("queries 6 heads 4 dim 2 fault heads-reshape")
    let cut = recipe.asRun(on: Inputs(q: numbers, k: numbers, v: numbers)).inputs
    #expect((0..<6).map { cut.k[0, $0, 0] } == [0, 0, 0, 0, 1, 1])
    // A token that moves should move every row, and moves two.
    let words = "queries 8 heads 4 dim 4 query-start 0"
    let inputs = Inputs.random(try Recipe(words).shape, seed: 0)
    let (sound, faulty) = try runs(words, "heads-reshape", inputs)
    let (other, moved) = try runs(words, "heads-reshape", poked(inputs, from: 7))
    #expect(movedRows(sound, other) == Set(0..<8))
    #expect(movedRows(faulty, moved) == [6, 7])
  }

  @Test func `of mixed rope styles makes scores depend on more than the distance`() throws {
    for style in ["interleaved", "half"] {
      let words = "queries 6 dim 8 position rope rope-style \(style) query-start 0"
      let random = Inputs.random(try Recipe(words).shape, seed: 6)
      func same(_ tensor: Tensor) -> Tensor {
        let row = Array(tensor.row(0, 0))
        return Tensor(heads: 1, rows: 6, columns: 8, values: (0..<6).flatMap { _ in row })
      }
      let (sound, faulty) = try runs(words, "rope-mixed", random.with(q: same(random.q), k: same(random.k)))
      func spread(_ run: Run) -> Float {
        (1..<6).flatMap { i in (1..<6).map { abs(run.scores[0, i, $0] - run.scores[0, i - 1, $0 - 1]) } }.max() ?? 0
      }
      #expect(spread(sound) < 2e-6)
      #expect(spread(faulty) > 0.1)
    }
  }

  @Test func `of positions that restart makes the cached pass differ from the full one`() throws {
    let full = try Recipe("queries 9 keys 9 dim 8 position rope mask causal")
    let inputs = Inputs.random(full.shape, seed: 1)
    let whole = try Run(full, inputs)
    // The last three queries, with six keys in the cache.
    let tail = Tensor(heads: 1, rows: 3, columns: 8, values: Array(inputs.q.values.suffix(24)))
    let (sound, faulty) = try runs(
      "queries 3 keys 9 dim 8 position rope mask causal", "rope-restart", inputs.with(q: tail))
    let last = whole.output.values.suffix(24)
    #expect(worst(sound.output.values, last) < 4e-6)
    #expect(worst(faulty.output.values, last) > 0.05)
    // Among the new tokens alone distances are right.
    #expect(abs(faulty.scores[0, 2, 7] - sound.scores[0, 2, 7]) < 2e-6)
    #expect(abs(faulty.scores[0, 2, 1] - sound.scores[0, 2, 1]) > 1e-3)
  }

  @Test func `of alibi's sign gives the farthest key the most`() throws {
    // Equal scores: the bias alone decides.
    let zeros = Tensor(heads: 1, rows: 6, columns: 2, values: .init(repeating: 0, count: 12))
    let (sound, faulty) = try runs(
      "queries 6 dim 2 bias alibi mask causal", "alibi-sign", Inputs(q: zeros, k: zeros, v: zeros))
    let (right, wrong) = (Array(sound.weights.row(0, 5)), Array(faulty.weights.row(0, 5)))
    #expect(right == right.sorted() && wrong == wrong.sorted(by: >))
    #expect(right[5] > right[0] && wrong[0] > wrong[5])
  }

  @Test func `of dividing by d flattens the weights`() throws {
    let (sound, faulty) = try runs("queries 64", "scale-dk")
    func deviation(_ run: Run) -> Float {
      (run.scores.values.map { $0 * $0 }.reduce(0, +) / Float(run.scores.values.count)).squareRoot()
    }
    #expect(abs(deviation(sound) - 1) < 0.05)
    #expect(abs(deviation(faulty) - 0.125) < 0.01)
    // The largest entropy there is, of equal weights, is ln 64.
    let mean = faulty.entropy[0].compactMap(\.self).reduce(0, +) / 64
    #expect(mean > Float(log(64.0)) - 0.02)
  }

  @Test func `of sums that are not rescaled makes flash differ from plain`() throws {
    // 32 keys of score 0 and value 1 in the first tile, one of score 10 and value −1 in the second.
    let words = "queries 1 keys 33 dim 1 value-dim 1 score dot kernel flash"
    let one = Tensor(heads: 1, rows: 1, columns: 1, values: [1])
    let inputs = Inputs(
      q: one, k: Tensor(heads: 1, rows: 33, columns: 1, values: .init(repeating: 0, count: 32) + [10]),
      v: Tensor(heads: 1, rows: 33, columns: 1, values: .init(repeating: 1, count: 32) + [-1]))
    let (sound, faulty) = try runs(words, "no-rescale", inputs)
    let power = exp(10.0)
    #expect(abs(Double(sound.output.values[0]) - (32 - power) / (32 + power)) < 2e-6)
    #expect(abs(Double(faulty.output.values[0]) - 31.0 / 33) < 2e-6)
    // Where the first tile holds the largest score there is nothing to rescale.
    let (calm, same) = try runs(
      words, "no-rescale",
      inputs.with(k: Tensor(heads: 1, rows: 33, columns: 1, values: [10] + .init(repeating: 0, count: 32))))
    #expect(abs(calm.output.values[0] - same.output.values[0]) < 2e-6)
  }

  @Test func `of dropout in use leaves rows that do not sum to one, and depend on the seed`() throws {
    let zeros = Tensor(heads: 1, rows: 20, columns: 1, values: .init(repeating: 0, count: 20))
    let inputs = Inputs(q: zeros, k: zeros, v: zeros)
    let (sound, faulty) = try runs("queries 20 dim 1", "dropout-at-eval", inputs)
    #expect(sound.rowSums[0].allSatisfy { abs($0 - 1) < 2e-6 })
    // Of 20 equal weights those kept count 1/0.9 each: 20 of them give 1.11.
    for (row, sum) in faulty.rowSums[0].enumerated() {
      let kept = faulty.weights.row(0, row).count { $0 > 0 }
      #expect(abs(sum - Float(kept) / 18) < 2e-6)
    }
    #expect(faulty.rowSums[0].contains { abs($0 - 1) > 0.05 })
    let (_, other) = try runs("queries 20 dim 1 seed 1", "dropout-at-eval", inputs)
    #expect(other.weights != faulty.weights)
  }

  @Test(arguments: [
    ("fault no-mask", "fault no-mask: unknown. Known: none, mask-after-softmax, mask-times-zero"),
    ("fault mask-after-softmax", "fault mask-after-softmax: needs a mask"),
    ("fault mask-after-softmax mask causal normalize sigmoid", "normalize sigmoid takes each score by itself"),
    ("fault mask-times-zero mask causal normalize none", "under normalize none a score of 0 is a weight of 0"),
    ("fault mask-inverted", "fault mask-inverted: needs a mask"),
    ("fault top-left keys 9 mask padding:3", "fault top-left: needs a mask that looks at positions"),
    ("fault top-left mask causal", "queries start at 0 already"),
    ("fault tile-kv heads 4", "fault tile-kv: needs kv-heads above 1 and below heads"),
    ("fault tile-kv heads 4 kv-heads 1", "fault tile-kv: needs kv-heads above 1 and below heads"),
    ("fault heads-reshape", "fault heads-reshape: needs heads above 1 and more than one token"),
    ("fault rope-mixed", "fault rope-mixed: needs position rope"),
    ("fault rope-mixed position rope dim 2", "fault rope-mixed: needs dim above 2, where the styles differ"),
    ("fault rope-restart position rope", "fault rope-restart: needs queries that start above 0"),
    ("fault alibi-sign bias t5", "fault alibi-sign: needs bias alibi"),
    ("fault scale-dk score dot", "fault scale-dk: needs score scaled-dot"),
    ("fault scale-dk scale 2", "fault scale-dk: needs scale auto"),
    ("fault scale-dk dim 1", "fault scale-dk: needs dim above 1"),
    ("fault no-rescale keys 99", "fault no-rescale: needs kernel flash"),
    ("fault no-rescale kernel flash keys 32", "fault no-rescale: needs keys above 32, a second tile"),
    ("fault dropout-at-eval dropout 0.2", "fault dropout-at-eval: needs dropout 0"),
    ("fault mask-inverted mask causal kernel flash", "fault mask-inverted: needs kernel plain"),
  ])
  func `is refused where it would change nothing`(_ words: String, _ line: String) {
    #expect(message { _ = try Recipe(words) }.contains(line))
  }

  @Test func `is named in the run's JSON, and only there`() throws {
    func keys(_ words: String) throws -> [String: Any] {
      var data = Data()
      try RunJSON(Run(words), seconds: 0).write { data.append(contentsOf: $0) }
      return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
    try #expect(keys("queries 3 mask causal fault mask-inverted")["fault"] as? String == "mask-inverted")
    try #expect(keys("queries 3 mask causal")["fault"] == nil)
  }

  @Test func `is told in one line of 76 columns in either language`() {
    for fault in Parts.faults {
      #expect(fault.summary.en.count <= 76, "\(fault.name)")
      let width = fault.summary.zh.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2e80 ? 2 : 1) }
      #expect(width <= 76, "\(fault.name): \(width)")
    }
  }
}
