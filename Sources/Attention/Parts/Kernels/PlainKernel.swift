/// The definition, stage by stage, with every stage kept: what `Run` does.
public struct PlainKernel: Kernel {
  public static let name = "plain"
  public static let summary = Gloss(
    en: "the definition, stage by stage: all scores and weights kept",
    zh: "按定义逐步计算，保留全部分数和权重")
  public static let keepsWeights = true
  public static let honoured = Set(Recipe.kernelParameters)

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    program.positioned + program.shared + program.logits + program.weighed
  }

  /// q, k, v, the output, scores and weights.
  public func moved(_ recipe: Recipe, _ tensors: PartTensors) -> Int {
    let shape = recipe.shape
    return shape.queryNumbers + shape.keyNumbers + shape.valueNumbers + shape.outputNumbers + 2 * shape.pairs
  }

  /// Every stage that changes the scores.
  public func workspace(_ recipe: Recipe, _ tensors: PartTensors) -> Int { 4 * recipe.matrices * recipe.shape.pairs }

  public func output(_ recipe: Recipe, _ inputs: Inputs) throws(InputError) -> Tensor {
    try Run(recipe, inputs).values(.output)
  }
}
