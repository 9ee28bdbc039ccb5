import Attention

/// How the steps of a derivation are worded.
struct StepWording {
  let recipe: Recipe
  let query: Int
  let key: Int
  let dim: Int
  let session: Session

  private var channels: String { Figures.count(dim) }

  func line(_ step: Derivation.Step) -> WhyLine {
    var line = wording(step.operation)
    line.result = Figures.value(step.result)
    switch step.operation {
    case .rowSum, .columnSum, .sumAndOne, .sigmoid, .dropout, .weightTimesMask:
      line.result = Figures.weight(step.result)
    case .mask(_, kept: false), .cutoff(_, kept: false): line.result = "−∞"
    default: break
    }
    return line
  }

  private func wording(_ operation: Derivation.Step.Operation) -> WhyLine {
    switch operation {
    case .dot:
      WhyLine(
        "q · k", session.say("\(channels) products", "\(channels) 个乘积"), brief: "",
        why: session.say(
          "\(channels) products of the channels of q and k, summed; Enter lists them",
          "q 与 k 的 \(channels) 个通道逐一相乘再相加；Enter 列出"))
    case .bilinear:
      WhyLine(
        "q · W · k", session.say("\(channels) products", "\(channels) 个乘积"), brief: "",
        why: session.say(
          "channels of Wᵀq times those of k, summed; Enter lists them", "Wᵀq 与 k 逐通道相乘再相加；Enter 列出"))
    case .additive:
      WhyLine(
        session.say("network", "网络"), "wᵀ tanh(…)", brief: "",
        why: session.say(
          "w·tanh(Wq·q + Wk·k) over the hidden units; Enter lists them",
          "对隐藏单元求和 w·tanh(Wq·q + Wk·k)；Enter 列出"))
    case .lengths(let product):
      WhyLine(
        "÷ |q||k|", Figures.value(product), isChanged: true,
        why: session.say(
          "divided by both lengths: the cosine, between −1 and 1", "除以两个向量的长度：夹角的余弦，介于 −1 与 1"))
    case .scale(let factor): scale(factor)
    case .softcap(let limit):
      WhyLine(
        session.say("soft-cap", "软上限"), Figures.plain(limit), isChanged: true,
        why: session.say(
          "c·tanh(s/c): small scores stay, none passes c", "c·tanh(s/c)：小分数几乎不变，大分数不会超过 c"))
    case .bias(let name, let amount):
      WhyLine(
        name, Figures.value(amount), isChanged: true,
        why: session.say(
          "\(name) adds \(Figures.value(amount)) to this score", "\(name) 给这个分数加上 \(Figures.value(amount))"))
    case .temperature(let divisor):
      WhyLine(
        session.say("÷ temp.", "÷ 温度"), Figures.plain(divisor), isChanged: true,
        why: session.say(
          "by the temperature: below 1 sharpens the row, above 1 flattens it", "除以温度：小于 1 更尖锐，大于 1 更平坦"))
    case .mask(let name, let kept): mask(name, kept: kept)
    case .scoreTimesMask(let factor), .weightTimesMask(let factor):
      WhyLine(
        session.say("× mask", "× 掩码"), Figures.plain(factor), isChanged: true,
        why: session.say(
          "the fault \(recipe["fault"]): the mask multiplies, where it should put −∞ before softmax",
          "典型错误 \(recipe["fault"])：掩码在做乘法，而它应在 softmax 之前设为 −∞"))
    case .rowMaximum(let maximum):
      WhyLine(
        session.say("− row max", "− 行最大值"), Figures.value(maximum), briefLabel: session.say("max", "最大"),
        brief: less(maximum),
        why: session.say(
          "less the row's largest, so that e^s never overflows; weights stay",
          "减去该行最大值，使指数不会溢出；权重不变"))
    case .columnMaximum(let maximum):
      WhyLine(
        session.say("− column max", "− 列最大值"), Figures.value(maximum), briefLabel: session.say("max", "最大"),
        brief: less(maximum),
        why: session.say(
          "the column's largest: normalised over the queries, a mistake",
          "减去该列最大值：沿查询归一化，典型的错误"))
    case .subtract, .sumAndOne, .sigmoid, .half, .subtractThreshold, .positive, .square, .cutoff:
      normalizer(operation)
    case .dropout(let factor):
      WhyLine(
        session.say("dropout", "随机失活"), "× \(Figures.plain(factor))", isChanged: true,
        why: factor == 0
          ? session.say("dropped: this weight is 0 in this run", "被丢弃：本次运行中该权重为 0")
          : session.say("kept, and divided by 1 − p so that the mean stays", "保留，并除以 1 − p 使均值不变"))
    case .exponent:
      WhyLine(
        "exp", why: session.say("e to that power: never negative, 1 for the largest", "取 e 的幂：从不为负，最大者为 1"))
    case .rowSum(let sum):
      WhyLine(
        session.say("÷ row sum", "÷ 行之和"), Figures.value(sum), briefLabel: session.say("÷ sum", "÷ 和"),
        why: session.say("divided by the sum of the row's exponents: shares of 1", "除以该行指数之和：得到总和为 1 的份额"))
    case .columnSum(let sum):
      WhyLine(
        session.say("÷ column sum", "÷ 列之和"), Figures.value(sum), briefLabel: session.say("÷ sum", "÷ 和"),
        why: session.say("by the column's sum: a column's weights add up to 1", "除以该列指数之和：一列的权重之和为 1"))
    }
  }

  /// The steps of normalisers other than softmax.
  private func normalizer(_ operation: Derivation.Step.Operation) -> WhyLine {
    switch operation {
    case .subtract(let maximum):
      WhyLine(
        session.say("− largest", "− 最大值"), Figures.value(maximum), briefLabel: session.say("max", "最大"),
        brief: less(maximum),
        why: session.say(
          "less the larger of 0 and the largest score, against overflow",
          "减去 0 与最大分数中较大者，使指数不会溢出"))
    case .sumAndOne(let sum):
      WhyLine(
        session.say("÷ 1 + sum", "÷ 1 + 和"), Figures.value(sum),
        why: session.say(
          "by the sum with one more e^0: a row may sum to less than 1",
          "除以指数之和再加一个 e^0：一行之和可以小于 1"))
    case .sigmoid:
      WhyLine(
        "sigmoid", "1/(1+e^−s)", brief: "",
        why: session.say("each score by itself: no other key has a say", "每个分数单独计算：与其他键无关"))
    case .half: WhyLine("÷ 2", why: session.say("half the score, as α = 1.5 wants it", "分数减半，α = 1.5 的要求"))
    case .subtractThreshold(let threshold):
      WhyLine(
        session.say("− threshold", "− 阈值"), Figures.value(threshold), briefLabel: "− τ",
        why: session.say("τ is chosen so that the weights sum to 1", "τ 的取值使权重之和为 1"))
    case .positive:
      WhyLine("max(0, ·)", why: session.say("what is below the threshold gets exactly 0", "低于阈值的恰好为 0"))
    case .square: WhyLine(session.say("squared", "平方"), why: session.say("the weight of entmax", "entmax 的权重"))
    case .cutoff(let least, let kept):
      WhyLine(
        "top-k", "\(kept ? "≥" : "<") \(Figures.value(least))",
        why: kept
          ? session.say("no less than the k-th best score: it stays", "不低于第 k 高的分数：保留")
          : session.say("below the k-th best score: its weight is 0", "低于第 k 高的分数：权重为 0"))
    default: WhyLine("", why: "")
    }
  }

  /// The maximum as it is taken away: `−0.92`, or `+0.92` for a negative one.
  private func less(_ maximum: Double) -> String { (maximum < 0 ? "+" : "−") + Figures.value(abs(maximum)) }

  private func scale(_ factor: Double) -> WhyLine {
    let root = factor > 0 ? (1 / (factor * factor)).rounded() : 0
    if root == Double(dim), recipe["scale"] == "auto" {
      return WhyLine(
        "÷ √\(channels)",
        why: session.say(
          "q · k of d unit-variance channels has variance d: ÷ √d makes it 1",
          "d 个单位方差通道的点积方差为 d：除以 √d 回到 1"))
    }
    return WhyLine(
      "× \(Figures.plain(factor))", isChanged: true,
      why: session.say("multiplied by the scale that is set", "乘以所设的缩放"))
  }

  private func mask(_ name: String, kept: Bool) -> WhyLine {
    let relation = relation(of: name, kept: kept).map { "\($0), " } ?? ""
    var line = WhyLine(
      name, relation + (kept ? session.say("kept", "保留") : session.say("hidden", "隐藏")), brief: "",
      why: kept
        ? session.say("\(relation)\(name) keeps k \(key)", "\(relation)\(name) 保留 k \(key)")
        : session.say(
          "\(relation)hides k \(key) from q \(query): e^−∞ = 0, no weight",
          "\(relation)对 q \(query) 隐藏 k \(key)：e^−∞ = 0，权重为 0"))
    line.isDetail = kept
    return line
  }

  /// What a mask compared, in numbers.
  private func relation(of name: String, kept: Bool) -> String? {
    switch name {
    case Causal.name: return "\(key) \(kept ? "≤" : ">") \(query + recipe.queryStart)"
    case Padding.name:
      let length = recipe.masks.lazy.compactMap { ($0 as? Padding)?.length }.first
      return length.map { "\(key) \(kept ? "<" : "≥") \($0)" }
    case Window.name:
      let width = recipe.masks.lazy.compactMap { ($0 as? Window)?.width }.first
      return width.map { "\(abs(query + recipe.queryStart - key)) \(kept ? "<" : "≥") \($0)" }
    default: return nil
    }
  }
}
