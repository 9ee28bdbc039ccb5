/// ALiBi's penalty is added instead of subtracted: +slope·|i − j|.
///
/// Breaks: the farther a key, the lower its bias. Far keys win.
public struct AlibiSign: Fault {
  public static let name = "alibi-sign"
  public static let summary = Gloss(
    en: "ALiBi with the wrong sign: the farther a key, the more weight it gets",
    zh: "ALiBi 符号写反：键越远，权重越大")
  public static let invariant: Gloss? = Gloss(
    en: "the farther a key, the lower its bias must be",
    zh: "键越远，偏置必须越低")

  public init(_ numbers: [Double]) {}

  public static func refusal(of recipe: Recipe) -> Gloss? {
    recipe.bias is Alibi ? nil : needs("bias alibi")
  }

  public func mistaken(_ recipe: Recipe) -> Recipe {
    var wrong = recipe
    wrong.bias = Reward([])
    return wrong
  }

  private struct Reward: Bias {
    static let name = AlibiSign.name
    static let summary = AlibiSign.summary

    init(_ numbers: [Double]) {}

    func torch(_ program: TorchProgram) -> [String] { Alibi([]).torch(program) + ["bias = -bias"] }

    func value(head: Int, query i: Int, key j: Int, in context: PairContext) -> Double {
      -Alibi([]).value(head: head, query: i, key: j, in: context)
    }
  }
}
