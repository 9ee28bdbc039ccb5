import Foundation

/// Exact attention tile by tile: the softmax runs online, with a running maximum and sum for each query, and what has
/// been summed is rescaled whenever the maximum grows. No weights are kept.
///
/// Memory: a tile of scores and the rows of the masks, O(N + M), not O(N·M). It honours everything but normalisers other
/// than softmax, and `--axis queries`: both need a whole line at once.
///
/// Source: Dao et al. 2022, FlashAttention, algorithm 1; Milakov, Gimelshein 2018, Online normalizer calculation.
public struct Flash: Kernel {
  public static let name = "flash"
  public static let summary = Gloss(
    en: "tile by tile, online softmax: the same result, no weights kept",
    zh: "分块计算、在线 softmax：结果相同，不保留权重")

  /// Queries and keys of a tile.
  static let tile = (queries: 16, keys: 32)

  /// Whether what has been summed is rescaled when the maximum grows; false is the fault `no-rescale`.
  private let rescales: Bool

  public init(_ numbers: [Double]) { self.init(rescales: true) }

  init(rescales: Bool) { self.rescales = rescales }

  public static func check(_ recipe: Recipe) throws(RecipeError) {
    let honoured: Set = ["score", "scale", "softcap", "bias", "temperature", "dropout"]
    try refuse(recipe, except: honoured, masks: Parts.masks)
  }

  /// For the queries of a tile: their scores in a tile of keys, maximum, sum and sums of values in double precision, the
  /// rows of the masks, and those of dropout.
  public func workspace(_ recipe: Recipe, _ tensors: PartTensors) -> Int {
    let shape = recipe.shape
    let scores = 4 * min(Flash.tile.keys, shape.keys)
    let row = scores + 8 * (shape.valueDim + 2) + shape.keys + (recipe.dropout == 0 ? 0 : 8 * shape.keys)
    return min(Flash.tile.queries, shape.queries) * row
  }

  public func output(_ recipe: Recipe, _ inputs: Inputs) throws(InputError) -> Tensor {
    if rescales, let fast = FastAttention(recipe, inputs) { return fast.run().output }
    let (shape, pass) = (recipe.shape, HeadPass(recipe, inputs))
    var output = Tensor(heads: shape.heads, rows: shape.queries, columns: shape.valueDim)
    for first in stride(from: 0, to: shape.queries, by: Flash.tile.queries) {
      let rows = first..<min(first + Flash.tile.queries, shape.queries)
      let keep = rows.map { pass.keep(row: $0) }
      for head in 0..<shape.heads {
        var states = rows.map { _ in OnlineSoftmax(valueDim: shape.valueDim, rescales: rescales) }
        let dropout = Dropout(recipe).map { dropout in
          rows.map { dropout.factors(head: head, row: $0, keys: shape.keys) }
        }
        for start in stride(from: 0, to: shape.keys, by: Flash.tile.keys) {
          let keys = start..<min(start + Flash.tile.keys, shape.keys)
          // A tile that the masks empty is passed over.
          guard keep.contains(where: { $0[keys].contains(true) }) else { continue }
          let scores = pass.scores(head: head, rows: rows, keys: keys)
          for (index, row) in rows.enumerated() {
            let logits = keys.map { key in
              keep[index][key]
                ? pass.logit(scores[index * keys.count + key - start], head: head, row: row, key: key) : -.infinity
            }
            if let bad = logits.firstIndex(where: { $0.isNaN || $0 == .infinity }) {
              throw .overflow(stage: "scores", head: head, row: row, column: start + bad)
            }
            states[index].take(
              logits, pass.v, kvHead: shape.kvHead(of: head), firstKey: start, dropout: dropout?[index])
          }
        }
        for (index, row) in rows.enumerated() {
          let place = (head * shape.queries + row) * shape.valueDim
          for (channel, value) in states[index].result.enumerated() { output.values[place + channel] = value }
        }
      }
    }
    return output
  }
}

/// The softmax of one query on its way over the keys.
private struct OnlineSoftmax {
  private var maximum = -Float.infinity
  private var sum = 0.0
  private var weighted: [Double]
  private let rescales: Bool

  init(valueDim: Int, rescales: Bool) {
    (weighted, self.rescales) = ([Double](repeating: 0, count: valueDim), rescales)
  }

  /// Takes in the next keys.
  mutating func take(_ logits: [Float], _ v: Tensor, kvHead: Int, firstKey: Int, dropout: [Double]?) {
    let highest = max(maximum, logits.max() ?? -.infinity)
    guard highest > -.infinity else { return }
    if highest > maximum {
      let shrink = rescales ? exp(Double(maximum) - Double(highest)) : 1
      sum *= shrink
      for channel in weighted.indices { weighted[channel] *= shrink }
      maximum = highest
    }
    for (index, logit) in logits.enumerated() where logit > -.infinity {
      let power = exp(Double(logit) - Double(maximum))
      sum += power
      let weight = power * (dropout?[firstKey + index] ?? 1)
      for (channel, value) in v.row(kvHead, firstKey + index).enumerated() {
        weighted[channel] += weight * Double(value)
      }
    }
  }

  /// The weighted mean of the values; zeros where no key was seen.
  var result: [Float] { weighted.map { sum == 0 ? 0 : Float($0 / sum) } }
}
