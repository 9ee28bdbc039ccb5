extension Parameter {
  static let mask = Parameter(
    name: "mask", label: Gloss(en: "mask", zh: "掩码"), group: .parts, kind: .choices(Parts.masks.map { $0.choice }),
    summary: Gloss(
      en: "keys a query may look at: all masks must agree", zh: "查询可以看哪些键：须所有掩码都允许"),
    handle: Handle(
      read: { $0.masks.isEmpty ? "none" : $0.masks.map(\.text).joined(separator: ",") }, standard: { _ in "none" },
      write: { (recipe: inout Recipe, text: String) throws(RecipeError) in
        let masks = try Parts.parts(text, of: Parts.masks, flag: "mask").compactMap { $0 as? any Mask }
        // And-ing commutes: one order, that of the list, makes equal sets read alike.
        recipe.masks = Parts.masks.flatMap { part in masks.filter { type(of: $0) == part } }
      },
      neighbour: { recipe, value, up in Ladder.neighbour(of: value, around: sets(of: value, recipe.shape), up: up) },
      idle: { _ in nil }))

  static let normalize = part(
    "normalize", label: Gloss(en: "normalise", zh: "归一化"), list: Parts.normalizers,
    summary: Gloss(en: "what makes weights of scores", zh: "如何把分数变成权重"),
    read: { $0.normalizer }, write: { if let part = $1 as? any Normalizer { $0.normalizer = part } })

  static let axis = option(
    "axis", label: Gloss(en: "axis", zh: "轴"), summaries: \Axis.summary,
    summary: Gloss(en: "along which axis weights are normalised", zh: "沿哪个轴归一化"),
    read: { $0.axis }, write: { $0.axis = $1 },
    idle: { recipe in
      guard recipe.normalizer is Sigmoid || recipe.normalizer is NoNormalizer else { return nil }
      let name = type(of: recipe.normalizer).name
      return Gloss(en: "normalise \(name) takes each score by itself", zh: "归一化 \(name) 逐个处理分数")
    })

  static let dropout = number(
    "dropout", label: Gloss(en: "dropout", zh: "随机失活"), range: 0...(1.0.nextDown),
    rungs: [0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8], standard: 0,
    summary: Gloss(
      en: "the share p of weights set to 0; the rest is divided by 1 − p",
      zh: "权重变为 0 的比例 p，其余除以 1 − p"),
    read: { $0.dropout }, write: { $0.dropout = $1 })

  static let kernel = part(
    "kernel", label: Gloss(en: "kernel", zh: "内核"), list: Parts.kernels,
    summary: Gloss(en: "how the result is computed", zh: "结果如何计算"),
    read: { $0.kernel }, write: { if let part = $1 as? any Kernel { $0.kernel = part } })

  static let fault = part(
    "fault", label: Gloss(en: "fault", zh: "典型错误"), list: Parts.faults,
    summary: Gloss(en: "a known mistake, made on purpose to show what breaks", zh: "故意犯的已知错误，用来看什么会坏掉"),
    read: { $0.fault }, write: { if let part = $1 as? any Fault { $0.fault = part } })

  /// The sets of masks that the arrow keys stop at: none, causal, then each other mask alone and with causal.
  private static func sets(of value: String, _ shape: Shape) -> [String] {
    let shown = Parts.pieces(value)
    var sets = ["none", Causal.name]
    for type in Parts.masks where type != Causal.self {
      // A mask with numbers of the learner's own stands where the list's example of it stands.
      let own = shown.first { $0.prefix { $0 != ":" } == type.name }
      guard let text = own ?? type.example(in: shape)?.text else { continue }
      sets += [text, "\(Causal.name),\(text)"]
    }
    return sets
  }
}
