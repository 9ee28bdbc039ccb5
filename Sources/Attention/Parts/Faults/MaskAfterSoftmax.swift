/// The mask is applied to the weights, after the normaliser has seen every score.
///
/// Breaks: a row's weights sum to 1. What hidden keys took in the sum is missing from the others. (A later key still
/// changes the weights of earlier ones, so the future leaks as well.)
public struct MaskAfterSoftmax: Fault {
  public static let name = "mask-after-softmax"
  public static let summary = Gloss(
    en: "hidden weights are set to 0 after softmax: rows no longer sum to 1",
    zh: "softmax 之后才把被掩蔽的权重置 0：每行之和不再为 1")
  public static let invariant: Gloss? = Gloss(
    en: "a row's weights must sum to 1: what hidden keys took is missing",
    zh: "一行的权重之和必须为 1：被掩蔽的键分走的部分不见了")

  public init(_ numbers: [Double]) {}

  public static func refusal(of recipe: Recipe) -> Gloss? {
    if recipe.masks.isEmpty { return needs("a mask", "一个 mask") }
    guard recipe.normalizer is Sigmoid || recipe.normalizer is NoNormalizer else { return nil }
    let normalizer = recipe.normalizer.text
    return Gloss(
      en: "normalize \(normalizer) takes each score by itself, so that nothing would change",
      zh: "normalize \(normalizer) 对每个分数单独计算，不会有任何变化")
  }

  public var masking: Masking { .zeroAfter }
}
