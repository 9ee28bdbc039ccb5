import Foundation
import Testing

@testable import Attention

/// Around the vectors and tiles of every instruction set, but small: the reference is slow.
private let sizes = [1, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 19]
/// Around the strips, now and then.
private let longSizes = [63, 64, 65, 130]

/// A recipe drawn from what the fast loops honour.
private func drawn(_ number: UInt64) throws -> Recipe {
  var dice = Dice(number)
  func size() -> Int { sizes.randomElement(using: &dice) ?? 1 }
  let keys = number.isMultiple(of: 4) ? longSizes.randomElement(using: &dice) ?? 1 : size()
  func pick(_ words: [String]) -> String { words.randomElement(using: &dice) ?? "" }
  let kvHeads = Int.random(in: 1...2, using: &dice)
  let words = [
    "heads \(kvHeads * Int.random(in: 1...2, using: &dice)) kv-heads \(kvHeads) seed \(number)",
    "queries \(size()) keys \(keys) dim \(size()) value-dim \(size())",
    pick(["", "", "score dot scale 0.5", "score dot scale -0.3", "score cosine scale 8", "score bilinear"]),
    pick(["", "", "softcap 3", "softcap 40"]), pick(["", "", "bias alibi", "bias t5"]),
    pick(["", "", "temperature 0.25", "temperature 3"]), pick(["", "", "normalize softmax1"]),
    pick(["", "", "mask causal", "mask window:3", "mask prefix:4"]),
    pick([
      "", "", "", "mask padding:9", "mask padding:0", "mask dilated:3,2", "mask bigbird:2,1,3", "mask longformer:4,2",
    ]),
    pick(["", "", "query-start 5", "query-start -3"]),
  ]
  return try Recipe(words.joined(separator: " "))
}

@Suite struct `Fast attention` {
  /// The tolerance is the promised one: scores are rounded once more on their way to powers of two, and the sums are
  /// short sums of short sums, so that the error stays a small part of it.
  @Test(arguments: InstructionSet.available)
  func `of every instruction set agrees with the reference over random ragged shapes`(_ set: InstructionSet) throws {
    for number in 0..<150 as Range<UInt64> {
      let recipe = try drawn(number)
      let inputs = Inputs.random(recipe.shape, seed: number)
      let reference = ReferenceRun(recipe, inputs)
      let agreement = Agreement(scores: reference.scores)
      var attention = try #require(FastAttention(recipe, inputs), "\(recipe.flags)")
      attention.instructions = set
      attention.threads = 1 + Int(number % 3)
      let alone = attention.run()
      let kept = attention.run(weights: true, scores: true)
      let weights = try #require(kept.weights)
      agreement.check(alone.output, reference.output, growing: true, "output of \(recipe.flags)")
      agreement.check(kept.output, reference.output, growing: true, "output beside weights of \(recipe.flags)")
      agreement.check(weights, reference.weights, growing: true, "weights of \(recipe.flags)")
      let places = zip(weights.values, reference.weights.joined().joined())
      #expect(places.allSatisfy { $0 == 0 || $1 != 0 }, "a masked weight of \(recipe.flags) is not 0")
      let run = try Run(recipe, inputs)
      agreement.check(run.logits, reference.scores, growing: false, "scores of \(recipe.flags)")
    }
  }

  @Test func `gives the same bits for any number of threads`() throws {
    // Of 97 rows shared out, the last is a task of its own.
    for words in ["heads 4 queries 700 keys 600 dim 8 mask causal softcap 5", "heads 2 queries 97 keys 130 dim 128"] {
      let recipe = try Recipe(words)
      var attention = try #require(FastAttention(recipe, .random(recipe.shape, seed: 1)))
      attention.threads = 1
      let one = attention.run().output
      for threads in [2, 3, 8] {
        attention.threads = threads
        #expect(attention.run().output == one, "\(words) on \(threads) threads")
      }
    }
  }

  @Test(arguments: [
    "causal", "window:3", "prefix:4", "padding:5", "padding:0", "dilated:2,3", "longformer:2,1", "bigbird:1,1,2",
    "causal,window:2", "causal,padding:3,dilated:2,2",
  ])
  func `sees the keys that the masks leave`(_ masks: String) throws {
    for shape in [
      "queries 7 keys 70", "queries 9 keys 4", "queries 5 keys 130 query-start -2", "queries 3 keys 3 query-start 90",
    ] {
      var masked = try Recipe("\(shape) seed 3")
      try masked.set("mask", to: masks)
      let context = PairContext(masked, .random(masked.shape, seed: 3))
      let spans = try #require(KeySpans(masked, context))
      let queries = masked.shape.queries
      let words = (masked.shape.keys + 63) / 64
      func isSeen(_ row: Int, _ key: Int) -> Bool {
        guard spans.ends[row] <= key, key < spans.ends[queries + row] else { return false }
        return spans.bits.isEmpty || spans.bits[row * words + key / 64] >> UInt64(key % 64) & 1 == 1
      }
      let seen: [Bool] = (0..<queries).flatMap { row in (0..<masked.shape.keys).map { isSeen(row, $0) } }
      #expect(seen == masked.keep(context))
      #expect(spans.keptPairs == seen.count { $0 })
    }
  }

  @Test(arguments: [
    "axis queries", "dropout 0.1", "normalize sparsemax", "normalize sigmoid", "score additive", "normalize none",
  ])
  func `leaves to the plain path what it does not do`(_ words: String) throws {
    let recipe = try Recipe(words)
    #expect(FastAttention(recipe, .random(recipe.shape, seed: 0)) == nil)
  }

  @Test func `leaves to the plain path what might overflow, which names the place`() throws {
    let recipe = try Recipe("queries 1 keys 2 dim 1 value-dim 1")
    func inputs(_ q: Float, _ v: Float) -> Inputs {
      Inputs(
        q: Tensor(heads: 1, rows: 1, columns: 1, values: [q]),
        k: Tensor(heads: 1, rows: 2, columns: 1, values: [q, 1]),
        v: Tensor(heads: 1, rows: 2, columns: 1, values: [v, v]))
    }
    #expect(FastAttention(recipe, inputs(1e20, 1)) == nil)
    #expect(FastAttention(recipe, inputs(1, 3e38)) == nil)
    #expect(FastAttention(recipe, inputs(1e10, 1)) != nil)
    #expect(message { _ = try Run(recipe, inputs(1e20, 1)) }.contains("scores overflow to infinity"))
    // Factors beyond 32 bits, and logits that only the temperature or the soft-cap makes too large.
    for words in ["softcap 1e300", "softcap 1e-300", "softcap 1e38 temperature 1e-3", "temperature 1e-39"] {
      let recipe = try Recipe("queries 2 \(words)")
      #expect(FastAttention(recipe, .random(recipe.shape, seed: 0)) == nil)
    }
    let cold = try Recipe("queries 1 keys 2 dim 1 value-dim 1 kernel flash temperature 1e-21")
    #expect(message { _ = try Run(cold, inputs(1e10, 1)) }.contains("scores overflow to infinity"))
    // The mean of two large values is no larger than they are.
    try #expect(Run(recipe, inputs(1, 3e38)).output.values == [3e38])
  }

  @Test(arguments: InstructionSet.available)
  func `bears large logits, tiny numbers, and rows that see nothing`(_ set: InstructionSet) throws {
    for words in [
      "queries 9 keys 70 score dot scale 1000", "queries 9 keys 70 score dot scale -1000 mask causal",
      "queries 9 keys 70 temperature 0.001", "queries 6 keys 3 mask causal", "queries 4 keys 5 mask padding:0",
      "queries 1 keys 1 dim 1 value-dim 1", "queries 5 keys 4 query-start -9 mask causal normalize softmax1",
    ] {
      for factor in [1, 1e-40, 1e-20] {
        let recipe = try Recipe("\(words) heads 2")
        func scaled(_ tensor: Tensor) -> Tensor {
          Tensor(
            heads: tensor.heads, rows: tensor.rows, columns: tensor.columns,
            values: tensor.values.map { Float(Double($0) * factor) })
        }
        let drawn = Inputs.random(recipe.shape, seed: 8)
        let inputs = Inputs(q: scaled(drawn.q), k: scaled(drawn.k), v: scaled(drawn.v))
        let reference = ReferenceRun(recipe, inputs)
        var attention = try #require(FastAttention(recipe, inputs))
        attention.instructions = set
        let result = attention.run(weights: true)
        let agreement = Agreement(scores: reference.scores)
        agreement.check(result.output, reference.output, growing: true, "output of \(words) × \(factor)")
        agreement.check(
          try #require(result.weights), reference.weights, growing: true, "weights of \(words) × \(factor)")
        for row in reference.keep.indices where !reference.keep[row].contains(true) {
          #expect(result.output.row(1, row).allSatisfy { $0 == 0 })
        }
      }
    }
  }

  @Test(arguments: InstructionSet.available)
  func `one row of the reference is that of the whole`(_ set: InstructionSet) throws {
    let recipe = try Recipe("queries 7 keys 9 heads 4 kv-heads 2 position rope bias alibi softcap 2 mask causal dim 6")
    let inputs = Inputs.random(recipe.shape, seed: 2)
    let whole = ReferenceRun(recipe, inputs)
    for (head, row) in [(0, 0), (3, 6), (2, 4)] {
      let one = ReferenceRow(recipe, inputs, head: head, row: row)
      #expect(zip(one.weights, whole.weights[head][row]).allSatisfy { abs($0 - $1) < 1e-12 })
      #expect(zip(one.output, whole.output[head][row]).allSatisfy { abs($0 - $1) < 1e-12 })
    }
    #expect(set.peak(threads: 1, seconds: 0) > 0)
  }
}
