import Foundation
import Testing

@testable import Attention

/// Small shapes and what the twins know: dot products, softmax, no positions, at most a causal mask.
private let counted = [
  "queries 1 keys 1 dim 1 value-dim 1", "queries 5 keys 7 dim 4 value-dim 3 heads 4 kv-heads 2 query-start 2",
  "queries 6 dim 3 mask causal", "queries 20 keys 70 dim 3 value-dim 2 heads 2 mask causal",
]

@Suite struct `The cost of a run` {
  @Test func `counts the kept pairs, in flops, score bytes and cache bytes`() throws {
    let run = try Run("queries 32 heads 4 kv-heads 2 mask causal")
    #expect(run.cost.keptPairs == 528)
    #expect(run.flops == 528 * 4 * 2 * 128)
    #expect(run.cost.scoreBytes == 16_384)
    #expect(run.cacheBytes == 32 * 1_024)
    // q and the output, k and v of half as many heads, scores and weights.
    #expect(run.bytes == 4 * (2 * 4 * 32 * 64) + 32_768 + 2 * 16_384)
  }

  @Test func `is four N M D a head without a mask`() throws {
    try #expect(Run("queries 5 keys 7 dim 8 heads 3").flops == 4 * 5 * 7 * 8 * 3)
  }

  @Test func `adds the projections`() throws {
    let square = Projection.Linear(
      weight: Tensor(heads: 1, rows: 3, columns: 3, values: .init(repeating: 1, count: 9)), bias: nil)
    let tokens = Tensor(heads: 1, rows: 2, columns: 3, values: .init(repeating: 1, count: 6))
    let projection = Projection(x: tokens, y: nil, wq: square, wk: square, wv: square, wo: square)
    let recipe = try Recipe("queries 2 dim 3")
    #expect(Cost(recipe, keptPairs: 4, projection: projection).flops == 2 * 4 * 6 + 4 * (2 * 2 * 3 * 3))
  }

  @Test func `knows what a run would hold before there is one`() throws {
    let recipe = try Recipe("queries 16384 dim 1 temperature 2")
    // Three matrices of 16,384² floats, the mask, and four columns of floats.
    #expect(recipe.memory == 3 * (1 << 30) + (1 << 28) + 4 * 4 * 16_384)
    #expect(
      message { try recipe.checkMemory(Recipe.memoryLimit) }
        == "this run would hold 3.3 GiB, and 2 GiB is the limit: take fewer tokens or heads")
    #expect(throws: Never.self) { try Recipe().checkMemory(Recipe.memoryLimit) }
  }

  @Test(arguments: Parts.kernels.map { $0.name })
  func `is what a plain twin of the kernel counts`(_ kernel: String) throws {
    for words in counted {
      if kernel == "decode" && !words.contains("causal") || kernel == "linformer" && words.contains("causal") {
        continue
      }
      // Latents belong to all heads alike.
      let words = kernel == "latent" ? words.replacing("kv-heads 2 ", with: "") : words
      let recipe = try Recipe("\(words) kernel \(kernel)")
      let run = try Run(recipe)
      let twin = try Twin(run)
      for (one, other) in zip(run.output.values, twin.output) { #expect(abs(Double(one) - other) < 1e-5) }
      #expect(run.flops == twin.tally.operations, "operations of \(words)")
      #expect(run.bytes == twin.tally.movedBytes, "bytes moved by \(words)")
      #expect(run.cost.peakBytes == twin.tally.peakBytes, "peak memory of \(words)")
      #expect(recipe.memory == twin.tally.peakBytes, "peak memory of \(words) before there is a run")
      #expect(run.cacheBytes == twin.cachedBytes, "cache of \(words)")
    }
  }

  @Test(arguments: ["dot", "scaled-dot", "cosine", "additive", "bilinear"])
  func `of a score is what a plain twin counts`(_ score: String) throws {
    for words in counted {
      let run = try Run("\(words) score \(score)")
      let (shape, tally) = (run.shape, Tally())
      let tensors = run.context.tensors
      func dots(_ matrix: Tensor, _ vector: ArraySlice<Float>) -> [Double] {
        (0..<matrix.rows).map { row in
          tally.dot(vector.count, { Double(matrix[0, row, $0]) }, { Double(vector[vector.startIndex + $0]) })
        }
      }
      // What is made once of each query and of each key.
      func prepared(_ tensor: Tensor, _ body: (ArraySlice<Float>) -> [Double]) -> [[[Double]]] {
        (0..<tensor.heads).map { head in (0..<tensor.rows).map { body(tensor.row(head, $0)) } }
      }
      func doubles(_ row: ArraySlice<Float>) -> [Double] { row.map { Double($0) } }
      func length(_ row: ArraySlice<Float>) -> Double {
        tally.dot(row.count, { Double(row[row.startIndex + $0]) }, { Double(row[row.startIndex + $0]) }).squareRoot()
      }
      let queries = prepared(run.inputs.q) { row in
        switch score {
        case "cosine": doubles(row).map { [norm = length(row)] in $0 / norm }
        case "additive": tensors.additive.map { dots($0.wq, row) } ?? []
        case "bilinear":
          (0..<row.count).map { column in
            tally.dot(
              row.count, { Double(tensors.bilinear?[0, $0, column] ?? 0) }, { Double(row[row.startIndex + $0]) })
          }
        default: doubles(row)
        }
      }
      let keys = prepared(run.inputs.k) { row in
        switch score {
        case "cosine": doubles(row).map { [norm = length(row)] in $0 / norm }
        case "additive": tensors.additive.map { dots($0.wk, row) } ?? []
        default: doubles(row)
        }
      }
      for head in 0..<shape.heads {
        for row in 0..<shape.queries {
          for key in 0..<shape.keys where run.keep[row * shape.keys + key] {
            let (one, other) = (queries[head][row], keys[shape.kvHead(of: head)][key])
            let score =
              score == "additive"
              ? tally.dot(one.count, { Double(tensors.additive?.w[$0] ?? 0) }, { tanh(one[$0] + other[$0]) })
              : tally.dot(one.count, { one[$0] }, { other[$0] })
            #expect(abs(score * run.recipe.effectiveScale - Double(run.scores[head, row, key])) < 1e-5)
          }
        }
      }
      let values = 2 * shape.heads * run.cost.keptPairs * shape.valueDim
      #expect(run.flops == tally.operations + values, "\(words)")
    }
  }

  @Test func `of memory is what a run holds`() throws {
    for words in [
      "queries 9 keys 5 heads 4 kv-heads 2 dim 3 value-dim 7", "queries 6 position rope", "queries 6 softcap 2",
      "queries 6 bias alibi heads 2 temperature 2", "queries 6 position sinusoidal softcap 3 bias t5 temperature 0.5",
    ] {
      let run = try Run(words)
      let tensors = [
        run.inputs.q, run.inputs.k, run.inputs.v, run.q, run.k, run.scores, run.biased, run.logits, run.weights,
        run.headOutput, run.output,
      ]
      // A soft-capped matrix makes way when the bias is added: it is held at the peak, and gone afterwards.
      let gone = run.recipe.softcap != nil && !(run.recipe.bias is NoBias) ? 4 * run.scores.values.count : 0
      let different = Dictionary(
        tensors.map { tensor in (tensor.values.withUnsafeBufferPointer { $0.baseAddress }, tensor.values.count) },
        uniquingKeysWith: { one, _ in one })
      #expect(run.recipe.memory == 4 * different.values.reduce(0, +) + run.keep.count + gone, "\(words)")
    }
  }
}
