/// The dot product of query and key, not scaled. Its deviation grows with √D for unit-variance vectors.
///
/// Source: Luong et al. 2015, Effective Approaches to Attention-based Neural Machine Translation, section 3.1.
public struct Dot: DotProduct {
  public static let name = "dot"
  public static let summary = Gloss(
    en: "the dot product of query and key, not divided by √D",
    zh: "查询与键的点积，不除以 √D")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    ["scale = \(program.recipe.scale ?? 1)", TorchProgram.products]
  }

  public func standardScale(dim: Int) -> Double { 1 }
}
