/// Queries turn in one rope style, keys in the other: weights of one library in the code of another.
///
/// Breaks: a score depends on the distance alone.
public struct RopeMixed: Fault {
  public static let name = "rope-mixed"
  public static let summary = Gloss(
    en: "q and k turn in different rope styles: scores see more than the distance",
    zh: "查询和键按不同的 RoPE 方式旋转：分数不再只取决于距离")
  public static let invariant: Gloss? = Gloss(
    en: "a score must depend on how far apart two tokens are, not on where",
    zh: "分数必须只取决于两个词元的距离，而不是所在位置")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    let other = program.run.recipe.ropeStyle == .half ? RopeStyle.interleaved : .half
    return Rope.torchFunction("rope", program.run.recipe.ropeStyle, program) + ["", ""]
      + Rope.torchFunction("other_rope", other, program)
      + ["", "", "q = rope(q, i[:, 0])", "k = other_rope(k, j[0])"]
  }

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
