/// With a cache, positions start at 0 again in every call: the new tokens, queries and the keys that they bring, turn as
/// if they stood at the beginning.
///
/// Breaks: with a cache the result is that of the full pass.
public struct RopeRestart: Fault {
  public static let name = "rope-restart"
  public static let summary = Gloss(
    en: "positions of new tokens start at 0 again: cached differs from the full pass",
    zh: "新词元的位置又从 0 数起：用缓存的结果与完整计算不同")
  public static let invariant: Gloss? = Gloss(
    en: "with a cache the result must be that of the full pass",
    zh: "使用缓存的结果必须与完整计算相同")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    Rope.torchFunction("rope", program.recipe.ropeStyle, program)
      + ["", "", "q = rope(q, i[:, 0] - P)", "k = rope(k, torch.where(j[0] < P, j[0], j[0] - P))"]
  }

  public static func refusal(of recipe: Recipe) -> Gloss? {
    if !(recipe.position is Rope) { return needs("position rope") }
    return recipe.queryStart > 0
      ? nil : needs("queries that start above 0, as with more keys than queries", "查询从大于 0 处开始，例如键多于查询")
  }

  public func mistaken(_ recipe: Recipe) -> Recipe {
    var wrong = recipe
    wrong.position = NoPosition([])
    return wrong
  }

  /// Queries turned from 0, and keys turned from 0 twice: the cached ones, then the new ones.
  public func mistaken(_ inputs: Inputs, _ recipe: Recipe) -> Inputs {
    var (q, cached, new) = (inputs.q, inputs.k, inputs.k)
    recipe.position.apply(to: &q, from: 0, recipe)
    recipe.position.apply(to: &cached, from: 0, recipe)
    recipe.position.apply(to: &new, from: -recipe.queryStart, recipe)
    var keys: [Float] = []
    keys.reserveCapacity(new.values.count)
    for head in 0..<new.heads {
      for row in 0..<new.rows { keys += row < recipe.queryStart ? cached.row(head, row) : new.row(head, row) }
    }
    return inputs.with(
      q: q, k: Tensor(heads: new.heads, rows: new.rows, columns: new.columns, values: keys))
  }
}
