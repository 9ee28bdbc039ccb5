/// Dropout stays on when the model is used: a tenth of the weights is dropped, although `--dropout` is 0.
///
/// Breaks: in use, a row's weights sum to 1, whatever the seed of the dropout.
public struct DropoutAtEval: Fault {
  /// The rate of the Transformer's paper, which a forgotten `eval()` leaves on.
  private static let rate = 0.1

  public static let name = "dropout-at-eval"
  public static let summary = Gloss(
    en: "a tenth of the weights is still dropped in use: rows no longer sum to 1",
    zh: "使用模型时仍随机丢弃十分之一的权重：每行之和不再为 1")
  public static let invariant: Gloss? = Gloss(
    en: "in use, the weights of a row must sum to 1, whatever the seed",
    zh: "使用模型时，无论种子如何，一行的权重之和必须为 1")

  public init(_ numbers: [Double]) {}

  public static func refusal(of recipe: Recipe) -> Gloss? {
    guard recipe.dropout > 0 else { return nil }
    return Gloss(
      en: "needs dropout 0: with dropout the run is one of training, where dropping is right",
      zh: "需要 dropout 0：带 dropout 的运行属于训练，那时丢弃是对的")
  }

  public func mistaken(_ recipe: Recipe) -> Recipe {
    var wrong = recipe
    wrong.dropout = DropoutAtEval.rate
    return wrong
  }
}
