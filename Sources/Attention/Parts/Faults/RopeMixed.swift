/// Queries turn in one rope style, keys in the other: weights of one library in the code of another.
///
/// Breaks: a score depends on the distance alone.
public struct RopeMixed: Fault {
  public static let name = "rope-mixed"
  public static let summary = Gloss(
    en: "q and k turn in different rope styles: scores see more than the distance",
    zh: "查询和键按不同的 RoPE 方式旋转：分数不再只取决于距离")

  public init(_ numbers: [Double]) {}

  public static func refusal(of recipe: Recipe) -> Gloss? {
    if !(recipe.position is Rope) { return needs("position rope") }
    return recipe.shape.dim > 2 ? nil : needs("dim above 2, where the styles differ", "dim 大于 2，两种方式才不同")
  }

  public func mistaken(_ recipe: Recipe) -> Recipe {
    var wrong = recipe
    wrong.position = NoPosition([])
    return wrong
  }

  /// Queries and keys as they come out of the two styles.
  public func mistaken(_ inputs: Inputs, _ recipe: Recipe) -> Inputs {
    var (q, k) = (inputs.q, inputs.k)
    recipe.position.apply(to: &q, from: recipe.queryStart, recipe)
    var other = recipe
    other.ropeStyle = recipe.ropeStyle == .half ? .interleaved : .half
    recipe.position.apply(to: &k, from: 0, other)
    return inputs.with(q: q, k: k)
  }
}
