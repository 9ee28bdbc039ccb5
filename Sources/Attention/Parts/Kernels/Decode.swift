/// Token by token with a cache of keys and values, as a model writes: the query at position i is asked when the cache
/// holds the keys up to i. It equals the full causal pass.
///
/// Keys enter the cache with their positions applied. It needs `mask causal`, honours every other part, and refuses
/// `--axis queries`, which looks at later queries, and queries before position 0, which no cache precedes.
public struct Decode: Kernel {
  public static let name = "decode"
  public static let summary = Gloss(
    en: "token by token with a KV cache: equals the causal pass",
    zh: "借助 KV 缓存逐词元计算：等于完整的因果计算")

  /// How many queries are asked together: 1 as a model writes, more as it reads a prompt. The result is the same.
  private let chunk: Int

  public init(_ numbers: [Double]) { self.init(chunk: 1) }

  public func torch(_ program: TorchProgram) -> [String] {
    let factor = program.recipe.dropout > 0 ? " * dropped[:, n, :cached]" : ""
    return program.positioned + program.shared + program.logits + program.kept + program.hidden + program.normaliser
      + program.dropped + program.heading("kernel", self) + [
        "rows = []", "for n in range(N):",
        "    cached = min(P + n + 1, M)  # keys in the cache when this query is asked",
        "    row = normalise(scores[:, n, :cached], -1)\(factor)",
        "    rows.append((row[:, None] @ v[:, :cached])[:, 0])", "output = torch.stack(rows, dim=1)",
      ]
  }

  init(chunk: Int) { self.chunk = chunk }

  public static let honoured: Set = ["score", "scale", "softcap", "bias", "temperature", "normalize", "dropout"]

  public static func check(_ recipe: Recipe) throws(RecipeError) {
    try refuse(recipe, masks: Parts.masks)
    if !recipe.masks.contains(where: { $0 is Causal }) {
      throw .refused(
        name: "kernel", value: name,
        why: Gloss(en: "needs mask causal: a cache holds no later keys", zh: "需要 mask causal：缓存中没有之后的键"))
    }
  }

  /// Refuses queries before position 0. It is no part of `check`: a file's tensors may come later.
  static func checkStart(_ recipe: Recipe) throws(RecipeError) {
    guard recipe.queryStart < 0 else { return }
    throw .refused(
      name: "kernel", value: name,
      why: Gloss(
        en: "the first query stands at \(recipe.queryStart), before any key",
        zh: "第一个查询位于 \(recipe.queryStart)，在所有键之前"))
  }

  /// Each chunk reads the keys and values that the cache holds by then.
  public func moved(_ recipe: Recipe, _ tensors: PartTensors) -> Int {
    let shape = recipe.shape
    let read = chunks(recipe).reduce(0) { $0 + recipe.cachedKeys(by: $1.last ?? 0) }
    return shape.queryNumbers + shape.outputNumbers + read * shape.kvHeads * (shape.dim + shape.valueDim)
  }

  /// Of one chunk: scores and weights, sums in double precision, the rows of the masks, and those of dropout.
  public func workspace(_ recipe: Recipe, _ tensors: PartTensors) -> Int {
    let shape = recipe.shape
    let row = (8 + 1 + (recipe.dropout == 0 ? 0 : 8)) * shape.keys + 8 * shape.valueDim
    return min(chunk, shape.queries) * row
  }

  /// The rows of the queries that are asked together.
  private func chunks(_ recipe: Recipe) -> [Range<Int>] {
    let queries = recipe.shape.queries
    return stride(from: 0, to: queries, by: chunk).map { $0..<min($0 + chunk, queries) }
  }

  public func output(_ recipe: Recipe, _ inputs: Inputs) throws(InputError) -> Tensor {
    let (shape, pass) = (recipe.shape, HeadPass(recipe, inputs))
    do { try Decode.checkStart(recipe) } catch { throw .recipe(error) }
    var output = Tensor(heads: shape.heads, rows: shape.queries, columns: shape.valueDim)
    for rows in chunks(recipe) {
      let keys = 0..<recipe.cachedKeys(by: rows.upperBound - 1)
      for head in 0..<shape.heads {
        let scores = pass.scores(head: head, rows: rows, keys: keys)
        for row in rows {
          let place = (head * shape.queries + row) * shape.valueDim
          let own = scores[(row - rows.lowerBound) * keys.count..<(row - rows.lowerBound + 1) * keys.count]
          let attended = try pass.attend(head: head, row: row, scores: own)
          output.values.replaceSubrange(place..<place + shape.valueDim, with: attended.output)
        }
      }
    }
    return output
  }
}

extension Recipe {
  /// How many keys a cache holds when the query of a row is asked.
  func cachedKeys(by row: Int) -> Int { max(0, min(queryStart + row + 1, shape.keys)) }
}
