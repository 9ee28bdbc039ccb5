/// The definition, stage by stage, with every stage kept: what `Run` does.
public struct PlainKernel: Kernel {
  public static let name = "plain"
  public static let summary = Gloss(
    en: "the definition, stage by stage, with all scores and weights kept",
    zh: "按定义逐步计算，保留全部分数和权重")
  public static let keepsWeights = true

  public init(_ numbers: [Double]) {}

  public func output(_ recipe: Recipe, _ inputs: Inputs) throws(InputError) -> Tensor {
    try Run(recipe, inputs).values(.output)
  }
}
