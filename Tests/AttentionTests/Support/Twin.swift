import Foundation
import Testing

@testable import Attention

/// A kernel written once more, number by number, on memory and arithmetic that count themselves.
///
/// It knows dot products, softmax, and a causal mask, no positions.
struct Twin {
  let tally = Tally()
  private(set) var output: [Double] = []
  /// Bytes of what a next query would have to find in a cache.
  private(set) var cachedBytes = 0

  private let run: Run
  private let shape: Shape
  private let q: Memory
  private let k: Memory
  private let v: Memory
  private let out: Memory

  init(_ run: Run) throws {
    (self.run, shape) = (run, run.shape)
    let inputs = run.inputs
    q = Memory(tally, heads: shape.heads, rows: shape.queries, columns: shape.dim, inputs.q.values)
    k = Memory(tally, heads: shape.kvHeads, rows: shape.keys, columns: shape.dim, inputs.k.values)
    v = Memory(tally, heads: shape.kvHeads, rows: shape.keys, columns: shape.valueDim, inputs.v.values)
    out = Memory(tally, heads: shape.heads, rows: shape.queries, columns: shape.valueDim)
    tally.hold(run.keep.count)
    cachedBytes = 4 * shape.kvHeads * shape.keys * (shape.dim + shape.valueDim)
    let tensors = run.context.tensors
    switch run.recipe.kernel {
    case is PlainKernel: plain(q, k, v, out, scale: run.recipe.effectiveScale)
    case is Flash: flash()
    case is Decode: decode()
    case is Linear: features(nil)
    case is Performer: features(tensors.performer)
    case is Linformer: linformer(try #require(tensors.linformer))
    case is Latent: latent(try #require(tensors.latent))
    default: Issue.record("kernel \(run.recipe.kernel.text) has no twin")
    }
    output = out.all
  }

  private func isKept(_ row: Int, _ key: Int) -> Bool {
    run.recipe.masks.isEmpty || key <= run.recipe.queryStart + row
  }

  /// Scores, weights and weighted sums, with both matrices in memory.
  private func plain(_ q: Memory, _ k: Memory, _ v: Memory, _ out: Memory, scale: Double) {
    let keys = k.size.rows
    let scores = Memory(tally, heads: shape.heads, rows: shape.queries, columns: keys)
    let weights = Memory(tally, heads: shape.heads, rows: shape.queries, columns: keys)
    for head in 0..<shape.heads {
      let kvHead = head * k.size.heads / shape.heads
      for row in 0..<shape.queries {
        for key in 0..<keys {
          scores[head, row, key] =
            isKept(row, key)
            ? scale * tally.dot(q.size.columns, { q[head, row, $0] }, { k[kvHead, key, $0] }) : -.infinity
        }
        let highest = (0..<keys).map { scores[head, row, $0] }.max() ?? 0
        let total = (0..<keys).reduce(0) { $0 + exp(scores[head, row, $1] - highest) }
        for key in 0..<keys { weights[head, row, key] = exp(scores[head, row, key] - highest) / total }
        let kept = (0..<keys).filter { isKept(row, $0) }
        for channel in 0..<v.size.columns {
          out[head, row, channel] = tally.dot(
            kept.count, { weights[head, row, kept[$0]] }, { v[kvHead, kept[$0], channel] })
        }
      }
    }
  }

  /// Tile by tile, with nothing of a matrix in memory.
  private func flash() {
    let (tile, scale) = (Flash.tile, run.recipe.effectiveScale)
    for first in stride(from: 0, to: shape.queries, by: tile.queries) {
      let rows = first..<min(first + tile.queries, shape.queries)
      tally.hold(rows.count * (shape.keys + 4 * min(tile.keys, shape.keys) + 8 * (shape.valueDim + 2)))
      for head in 0..<shape.heads {
        for row in rows {
          let kvHead = shape.kvHead(of: head)
          var (maximum, total) = (-Double.infinity, 0.0)
          var sums = [Double](repeating: 0, count: shape.valueDim)
          for start in stride(from: 0, to: shape.keys, by: tile.keys) {
            let kept = (start..<min(start + tile.keys, shape.keys)).filter { isKept(row, $0) }
            let scores = kept.map { key in
              scale * tally.dot(shape.dim, { q[head, row, $0] }, { k[kvHead, key, $0] })
            }
            let highest = max(maximum, scores.max() ?? maximum)
            let shrink = maximum == highest ? 1 : exp(maximum - highest)
            maximum = highest
            total = total * shrink + scores.reduce(0) { $0 + exp($1 - highest) }
            for channel in sums.indices {
              sums[channel] *= shrink
              for (key, score) in zip(kept, scores) {
                sums[channel] = tally.sum(sums[channel], tally.product(exp(score - highest), v[kvHead, key, channel]))
              }
            }
          }
          for channel in sums.indices { out[head, row, channel] = sums[channel] / total }
        }
      }
      tally.release(rows.count * (shape.keys + 4 * min(tile.keys, shape.keys) + 8 * (shape.valueDim + 2)))
    }
  }

  /// One query after the other, each reading the whole cache anew.
  private func decode() {
    tally.hold(shape.keys + 8 * shape.keys + 8 * shape.valueDim)
    for row in 0..<shape.queries {
      k.forget()
      v.forget()
      let keys = Array(0..<min(run.recipe.queryStart + row + 1, shape.keys))
      for head in 0..<shape.heads {
        let kvHead = shape.kvHead(of: head)
        let scores = keys.map { key in
          run.recipe.effectiveScale * tally.dot(shape.dim, { q[head, row, $0] }, { k[kvHead, key, $0] })
        }
        let powers = scores.map { exp($0 - (scores.max() ?? 0)) }
        let total = powers.reduce(0, +)
        for channel in 0..<shape.valueDim {
          out[head, row, channel] = tally.dot(keys.count, { powers[$0] / total }, { v[kvHead, $0, channel] })
        }
      }
    }
  }

  /// Running sums of features: elu + 1, or random ones with a matrix.
  private mutating func features(_ drawn: Tensor?) {
    let omega = drawn.map { Memory(tally, heads: 1, rows: $0.rows, columns: $0.columns, $0.values) }
    let count = drawn?.rows ?? shape.dim
    let root = pow(Double(shape.dim), 0.25)
    func exponents(_ vector: [Double]) -> [Double] {
      guard let omega else { return [] }
      let x = vector.map { $0 / root }
      let half = tally.dot(x.count, { x[$0] }, { x[$0] }) / 2
      return (0..<count).map { row in tally.dot(x.count, { omega[0, row, $0] }, { x[$0] }) - half }
    }
    func made(_ memory: Memory, _ head: Int, isShared: Bool) -> [[Double]] {
      let (rows, held) = (memory.size.rows, memory.size.rows * ((omega == nil ? 1 : 2) * count + shape.dim))
      tally.hold(8 * held)
      defer { tally.release(8 * (held - rows * count)) }
      let vectors = (0..<rows).map { row in (0..<shape.dim).map { memory[head, row, $0] } }
      if omega == nil { return vectors.map { $0.map { $0 > 0 ? $0 + 1 : exp($0) } } }
      let all = vectors.map(exponents)
      let highest = all.joined().max() ?? 0
      return all.map { line in line.map { exp($0 - (isShared ? highest : line.max() ?? 0)) } }
    }
    for head in 0..<shape.heads {
      let kvHead = shape.kvHead(of: head)
      let queries = made(q, head, isShared: false)
      let keys = made(k, kvHead, isShared: true)
      tally.hold(8 * count * (shape.valueDim + 1))
      var sums = [Double](repeating: 0, count: count)
      var products = [[Double]](repeating: [Double](repeating: 0, count: shape.valueDim), count: count)
      var next = 0
      for row in 0..<shape.queries {
        while next < shape.keys, isKept(row, next) {
          for feature in 0..<count {
            sums[feature] = tally.sum(sums[feature], keys[next][feature])
            for channel in 0..<shape.valueDim {
              products[feature][channel] = tally.sum(
                products[feature][channel], tally.product(keys[next][feature], v[kvHead, next, channel]))
            }
          }
          next += 1
        }
        let total = tally.dot(count, { queries[row][$0] }, { sums[$0] })
        for channel in 0..<shape.valueDim {
          out[head, row, channel] = tally.dot(count, { queries[row][$0] }, { products[$0][channel] }) / total
        }
      }
      tally.release(8 * count * (shape.valueDim + 1 + shape.queries + shape.keys))
    }
    cachedBytes = 4 * shape.kvHeads * (count + count * shape.valueDim)
  }

  /// Keys and values mixed, then plain attention.
  private mutating func linformer(_ tensors: LinformerTensors) {
    let rows = tensors.e.rows
    func mixed(_ matrix: Tensor, _ memory: Memory) -> Memory {
      let mixture = Memory(tally, heads: 1, rows: rows, columns: shape.keys, matrix.values)
      let result = Memory(tally, heads: shape.kvHeads, rows: rows, columns: memory.size.columns)
      for head in 0..<shape.kvHeads {
        for row in 0..<rows {
          for column in 0..<memory.size.columns {
            result[head, row, column] = tally.dot(
              shape.keys, { mixture[0, row, $0] }, { memory[head, $0, column] })
          }
        }
      }
      return result
    }
    let (keys, values) = (mixed(tensors.e, k), mixed(tensors.f, v))
    tally.hold(shape.queries * rows)
    plain(q, keys, values, out, scale: run.recipe.effectiveScale)
    cachedBytes = 4 * (keys.all.count + values.all.count)
  }

  /// Wuk into the queries, plain attention over the latents, Wuv after it.
  private mutating func latent(_ tensors: LatentTensors) {
    let (rank, turning) = (tensors.rank, tensors.ropeKeys.columns)
    let content = shape.dim - turning
    func memory(_ tensor: Tensor) -> Memory {
      Memory(tally, heads: tensor.heads, rows: tensor.rows, columns: tensor.columns, tensor.values)
    }
    let (c, kr) = (memory(tensors.c), memory(tensors.ropeKeys))
    let (wuk, wuv) = (memory(tensors.keyMaps), memory(tensors.valueMaps))
    cachedBytes = 4 * (c.all.count + kr.all.count)
    // Wukᵀ·q; beside it the channels that turn stay what they are, and both are put together.
    let absorbed = Memory(tally, heads: shape.heads, rows: shape.queries, columns: rank)
    for head in 0..<shape.heads {
      for row in 0..<shape.queries {
        for place in 0..<rank {
          absorbed[head, row, place] = tally.dot(content, { wuk[head, $0, place] }, { q[head, row, $0] })
        }
      }
    }
    tally.hold(4 * shape.heads * shape.queries * (turning + rank + turning))
    tally.hold(4 * shape.keys * (rank + turning) + run.keep.count)
    let mixed = Memory(tally, heads: shape.heads, rows: shape.queries, columns: rank)
    let queries = Joined(left: absorbed, right: q, from: content, split: rank)
    let keys = Joined(left: c, right: kr, from: 0, split: rank)
    let scores = Memory(tally, heads: shape.heads, rows: shape.queries, columns: shape.keys)
    let weights = Memory(tally, heads: shape.heads, rows: shape.queries, columns: shape.keys)
    for head in 0..<shape.heads {
      for row in 0..<shape.queries {
        for key in 0..<shape.keys {
          scores[head, row, key] =
            isKept(row, key)
            ? run.recipe.effectiveScale
              * tally.dot(rank + turning, { queries[head, row, $0] }, { keys[0, key, $0] }) : -.infinity
        }
        let highest = (0..<shape.keys).map { scores[head, row, $0] }.max() ?? 0
        let total = (0..<shape.keys).reduce(0) { $0 + exp(scores[head, row, $1] - highest) }
        for key in 0..<shape.keys { weights[head, row, key] = exp(scores[head, row, key] - highest) / total }
        let kept = (0..<shape.keys).filter { isKept(row, $0) }
        for place in 0..<rank {
          mixed[head, row, place] = tally.dot(kept.count, { weights[head, row, kept[$0]] }, { c[0, kept[$0], place] })
        }
        for channel in 0..<shape.valueDim {
          out[head, row, channel] = tally.dot(rank, { wuv[head, channel, $0] }, { mixed[head, row, $0] })
        }
      }
    }
  }

  /// Columns of one memory, then those of another from a place on.
  private struct Joined {
    let left: Memory
    let right: Memory
    let from: Int
    let split: Int

    subscript(_ head: Int, _ row: Int, _ column: Int) -> Double {
      column < split ? left[head, row, column] : right[head, row, from + column - split]
    }
  }
}
