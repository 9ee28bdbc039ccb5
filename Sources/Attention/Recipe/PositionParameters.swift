extension Parameter {
  static let position = part(
    "position", label: Gloss(en: "position", zh: "位置"), list: Parts.positions,
    summary: Gloss(en: "how queries and keys learn where their tokens stand", zh: "查询和键如何得知词元的位置"),
    read: { $0.position }, write: { if let part = $1 as? any Position { $0.position = part } })

  static let ropeStyle = option(
    "rope-style", label: Gloss(en: "rope style", zh: "RoPE 方式"), summaries: \RopeStyle.summary,
    summary: Gloss(en: "which two channels rope turns together", zh: "RoPE 把哪两个通道配成一对旋转"),
    read: { $0.ropeStyle }, write: { $0.ropeStyle = $1 }, idle: withoutRope)

  static let ropeBase = number(
    "rope-base", label: Gloss(en: "rope base", zh: "RoPE 底数"),
    range: .leastNonzeroMagnitude...Double.greatestFiniteMagnitude,
    rungs: [10, 100, 500, 1_000, 10_000, 50_000, 100_000, 500_000, 1_000_000], standard: 10_000,
    summary: Gloss(en: "the base of rope's wavelengths: larger turns slower", zh: "RoPE 波长的底数：越大，旋转越慢"),
    read: { $0.ropeBase }, write: { $0.ropeBase = $1 }, idle: withoutRope)

  static let ropeScaling = part(
    "rope-scaling", label: Gloss(en: "rope scaling", zh: "RoPE 缩放"), list: Parts.ropeScalings,
    summary: Gloss(en: "how rope's angles are stretched for longer texts", zh: "为更长文本而缩放 RoPE 角度的方式"),
    read: { $0.ropeScaling }, write: { if let part = $1 as? any RopeScaling { $0.ropeScaling = part } },
    idle: withoutRope)

  static let queryStart = Parameter(
    name: "query-start", label: Gloss(en: "query start", zh: "查询起点"), group: .parts,
    kind: .integer(Ranges.queryStart),
    summary: Gloss(
      en: "where the first query stands; auto: the last at the last key",
      zh: "第一个查询的位置；auto：最后一个查询与最后一个键对齐"),
    handle: Handle(
      read: { $0.ownQueryStart.map(String.init) ?? "auto" }, standard: { _ in "auto" },
      write: { (recipe: inout Recipe, text: String) throws(RecipeError) in
        recipe.ownQueryStart = text == "auto" ? nil : try whole(text, "query-start", Ranges.queryStart)
      },
      neighbour: { recipe, value, up in
        let aligned = recipe.shape.keys - recipe.shape.queries
        let next = Ladder.neighbour(of: Int(value) ?? aligned, in: Ranges.queryStart, up: up)
        return next.map { $0 == aligned ? "auto" : "\($0)" }
      },
      idle: { recipe in
        let matters =
          type(of: recipe.position).looksAtPositions || type(of: recipe.bias).looksAtPositions
          || recipe.masks.contains { type(of: $0).looksAtPositions }
        return matters ? nil : Gloss(en: "nothing here looks at positions", zh: "目前没有哪个部件用到位置")
      }))

  @Sendable private static func withoutRope(_ recipe: Recipe) -> Gloss? {
    recipe.position is Rope ? nil : Gloss(en: "no effect without position rope", zh: "位置不是 rope，不起作用")
  }
}
