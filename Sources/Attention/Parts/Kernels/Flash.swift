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

  public func torch(_ program: TorchProgram) -> [String] {
    let factor = program.recipe.dropout > 0 ? " * dropped[..., keys]" : ""
    let rescaled = [
      "    shrink = (maximum - safe).exp()  # what was summed refers to the old maximum",
      "    total, output = total * shrink, output * shrink",
    ]
    return program.positioned + program.shared + program.logits + program.kept + program.hidden + program.dropped
      + program.heading("kernel", self) + [
        "maximum = torch.full((H, N, 1), -math.inf)", "total, output = torch.zeros(H, N, 1), torch.zeros(H, N, E)",
        "for start in range(0, M, \(Flash.tile.keys)):", "    keys = slice(start, start + \(Flash.tile.keys))",
        "    highest = torch.maximum(maximum, scores[..., keys].amax(-1, keepdim=True))",
        "    safe = highest.masked_fill(highest.isneginf(), 0)  # where nothing was seen yet",
      ] + (rescales ? rescaled : []) + [
        "    power = (scores[..., keys] - safe).exp()", "    total = total + power.sum(-1, keepdim=True)",
        "    output = output + (power\(factor)) @ v[:, keys]", "    maximum = highest",
        "output = torch.where(total > 0, output / total, 0.0)",
      ]
  }

  init(rescales: Bool) { self.rescales = rescales }

  public static let honoured: Set = ["score", "scale", "softcap", "bias", "temperature", "dropout"]

  public static func check(_ recipe: Recipe) throws(RecipeError) {
    try refuse(recipe, masks: Parts.masks)
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
