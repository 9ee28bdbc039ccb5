/// Scores are divided by D instead of √D.
///
/// Breaks: scores of standard normal queries and keys have a deviation of 1. It becomes 1/√D, and weights are nearly
/// equal.
public struct ScaleDK: Fault {
  public static let name = "scale-dk"
  public static let summary = Gloss(
    en: "scores divided by D, not √D: too small, so weights are nearly equal",
    zh: "分数除以 D 而不是 √D：太小，权重几乎相等")
  public static let invariant: Gloss? = Gloss(
    en: "scores of unit-variance q and k must have deviation 1, not 1/√d",
    zh: "q、k 为单位方差时，分数的标准差必须为 1，而不是 1/√d")

  public init(_ numbers: [Double]) {}

  public static func refusal(of recipe: Recipe) -> Gloss? {
    if !(recipe.score is ScaledDot) { return needs("score scaled-dot") }
    if recipe.scale != nil { return needs("scale auto") }
    return recipe.shape.dim > 1 ? nil : needs("dim above 1", "dim 大于 1")
  }

  public func mistaken(_ recipe: Recipe) -> Recipe {
    var wrong = recipe
    wrong.scale = 1 / Double(recipe.shape.dim)
    return wrong
  }
}
