extension Parameter {
  static let score = part(
    "score", label: Gloss(en: "score", zh: "分数"), list: Parts.scores,
    summary: Gloss(en: "how a query is compared with a key", zh: "如何比较查询与键"),
    read: { $0.score }, write: { if let part = $1 as? any Score { $0.score = part } })

  /// What the arrow keys stop at, beside the score's own scale.
  private static let scales = [-1, -0.5, -0.1, 0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]

  static let scale = Parameter(
    name: "scale", label: Gloss(en: "scale", zh: "缩放"), group: .parts,
    kind: .number(-.greatestFiniteMagnitude...Double.greatestFiniteMagnitude),
    summary: Gloss(
      en: "what scores are multiplied by; auto: 1/√D for scaled-dot, else 1",
      zh: "分数乘以多少；auto：scaled-dot 为 1/√D，其余为 1"),
    handle: Handle(
      read: { $0.scale.map(NumberText.shortest) ?? "auto" }, standard: { _ in "auto" },
      write: { (recipe: inout Recipe, text: String) throws(RecipeError) in
        let range = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
        recipe.scale = text == "auto" ? nil : try number(text, "scale", range)
      },
      neighbour: { recipe, value, up in
        let own = recipe.score.standardScale(dim: recipe.dim)
        let rungs = (scales + [own]).sorted()
        let next = Ladder.neighbour(of: NumberText.number(value) ?? own, among: rungs, up: up)
        return next.map { $0 == own ? "auto" : NumberText.shortest($0) }
      },
      idle: { recipe in
        let score = type(of: recipe.score)
        return score.takesScale
          ? nil : Gloss(en: "score \(score.name) takes no scale", zh: "分数 \(score.name) 不使用缩放")
      }))

  /// What the arrow keys stop at, above which there is no cap.
  private static let caps: [Double] = [0.5, 1, 2, 5, 10, 20, 30, 50]

  static let softcap = Parameter(
    name: "softcap", label: Gloss(en: "soft-cap", zh: "软上限"), group: .parts,
    kind: .number(.leastNonzeroMagnitude...Double.greatestFiniteMagnitude),
    summary: Gloss(
      en: "the limit c that scores approach, c·tanh(s/c); none: no limit", zh: "分数趋近的上限 c：c·tanh(s/c)；none：没有上限"),
    handle: Handle(
      read: { $0.softcap.map(NumberText.shortest) ?? "none" }, standard: { _ in "none" },
      write: { (recipe: inout Recipe, text: String) throws(RecipeError) in
        let range = Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude
        recipe.softcap = text == "none" ? nil : try number(text, "softcap", range)
      },
      neighbour: { _, value, up in
        guard let number = NumberText.number(value) else { return up ? nil : caps.last.map(NumberText.shortest) }
        let next = Ladder.neighbour(of: number, among: caps, up: up).map(NumberText.shortest)
        return next ?? (up ? "none" : nil)
      },
      idle: { _ in nil }))

  static let bias = part(
    "bias", label: Gloss(en: "bias", zh: "偏置"), list: Parts.biases,
    summary: Gloss(en: "what is added to the scores for the places of query and key", zh: "按查询与键的位置加到分数上的量"),
    read: { $0.bias }, write: { if let part = $1 as? any Bias { $0.bias = part } })

  static let temperature = number(
    "temperature", label: Gloss(en: "temperature", zh: "温度"),
    range: .leastNonzeroMagnitude...Double.greatestFiniteMagnitude,
    rungs: [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10], standard: 1,
    summary: Gloss(en: "scores are divided by it: below 1 sharper, above 1 flatter", zh: "分数除以温度：小于 1 更尖锐，大于 1 更平坦"),
    read: { $0.temperature }, write: { $0.temperature = $1 })
}
