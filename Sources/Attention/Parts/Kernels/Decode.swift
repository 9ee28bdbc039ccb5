/// Token by token with a cache of keys and values, as a model writes: the query at position i is asked when the cache
/// holds the keys up to i. It equals the full causal pass.
///
/// Keys enter the cache with their positions applied. It needs `mask causal`, honours every other part, and refuses
/// `--axis queries`, which looks at later queries, and queries before position 0, which no cache precedes.
public struct Decode: Kernel {
  public static let name = "decode"
  public static let summary = Gloss(
    en: "token by token with a KV cache: equals the full causal pass",
    zh: "借助 KV 缓存逐词元计算：等于完整的因果计算")

  public init(_ numbers: [Double]) {}

  public static func check(_ recipe: Recipe) throws(RecipeError) {
    let honoured: Set = ["score", "scale", "softcap", "bias", "temperature", "normalize", "dropout"]
    try refuse(recipe, except: honoured, masks: Parts.masks)
    if !recipe.masks.contains(where: { $0 is Causal }) {
      throw .refused(
        name: "kernel", value: name,
        why: Gloss(en: "needs mask causal: a cache holds no later keys", zh: "需要 mask causal：缓存中没有之后的键"))
    }
  }

  public func output(_ recipe: Recipe, _ inputs: Inputs) throws(InputError) -> Tensor {
    let (shape, pass) = (recipe.shape, HeadPass(recipe, inputs))
    if recipe.queryStart < 0 {
      throw .recipe(
        .refused(
          name: "kernel", value: Decode.name,
          why: Gloss(
            en: "the first query stands at \(recipe.queryStart), before any key",
            zh: "第一个查询位于 \(recipe.queryStart)，在所有键之前")))
    }
    var output = Tensor(heads: shape.heads, rows: shape.queries, columns: shape.valueDim)
    for row in 0..<shape.queries {
      // What the cache holds by now.
      let keys = 0..<min(recipe.queryStart + row + 1, shape.keys)
      let keep = pass.keep(row: row)
      for head in 0..<shape.heads {
        let scores = pass.scores(head: head, rows: row..<row + 1, keys: keys)
        var line = keys.map { keep[$0] ? pass.logit(scores[$0], head: head, row: row, key: $0) : -.infinity }
        if let bad = line.firstIndex(where: { $0.isNaN || $0 == .infinity }) {
          throw .overflow(stage: "scores", head: head, row: row, column: bad)
        }
        line.withUnsafeMutableBufferPointer { recipe.normalizer.normalize($0) }
        let dropout = Dropout(recipe)?.factors(head: head, row: row, keys: shape.keys)
        var sums = [Double](repeating: 0, count: shape.valueDim)
        for key in keys where line[key] != 0 {
          let weight = Double(line[key]) * (dropout?[key] ?? 1)
          for (channel, value) in inputs.v.row(shape.kvHead(of: head), key).enumerated() {
            sums[channel] += weight * Double(value)
          }
        }
        let place = (head * shape.queries + row) * shape.valueDim
        for channel in sums.indices { output.values[place + channel] = Float(sums[channel]) }
      }
    }
    return output
  }
}
