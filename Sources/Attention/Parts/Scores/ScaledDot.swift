/// The dot product of query and key divided by √D, which keeps the deviation of scores at 1.
///
/// Source: Vaswani et al. 2017, Attention Is All You Need, section 3.2.1.
public struct ScaledDot: DotProduct {
  public static let name = "scaled-dot"
  public static let summary = Gloss(
    en: "the dot product of query and key divided by √D",
    zh: "查询与键的点积除以 √D")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    ["scale = \(program.recipe.scale.map(\.description) ?? "1 / math.sqrt(D)")", TorchProgram.products]
  }

  public func standardScale(dim: Int) -> Double { 1 / Double(dim).squareRoot() }
}
