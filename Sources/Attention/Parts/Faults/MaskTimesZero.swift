/// Hidden scores are multiplied by 0 instead of being set to −∞: e⁰ is 1, so hidden keys get a weight.
///
/// Breaks: a hidden key gets no weight. The run counts every pair as kept, as the normaliser does.
public struct MaskTimesZero: Fault {
  public static let name = "mask-times-zero"
  public static let summary = Gloss(
    en: "hidden scores are multiplied by 0, not set to −∞: hidden keys get weight",
    zh: "被掩蔽的分数乘以 0 而不是设为 −∞：被掩蔽的键仍得到权重")
  public static let invariant: Gloss? = Gloss(
    en: "a hidden key must get no weight: a score of 0 counts as e^0 = 1",
    zh: "被掩蔽的键不得有权重：分数 0 仍然算作 e^0 = 1")

  public init(_ numbers: [Double]) {}

  public static func refusal(of recipe: Recipe) -> Gloss? {
    if recipe.masks.isEmpty { return needs("a mask", "一个 mask") }
    guard recipe.normalizer is NoNormalizer else { return nil }
    return Gloss(
      en: "under normalize none a score of 0 is a weight of 0, so that nothing would change",
      zh: "normalize none 下分数 0 就是权重 0，不会有任何变化")
  }

  public var masking: Masking { .zeroBefore }
}
