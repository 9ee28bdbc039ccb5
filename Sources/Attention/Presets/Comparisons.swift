extension Comparison {
  /// Every comparison that has a name, in the order of a course. To add one: its lines here.
  public static let all: [Comparison] = scaling + heads + weights + kernels + faults

  private static let scaling = [(4, 2), (16, 4), (64, 8), (256, 16), (1024, 32)].map { dim, root in
    Comparison(
      "scaled-or-not-\(dim)", "queries 24 mask causal seed 3 dim \(dim)", b: "score dot",
      en: "scaled and not, d = \(dim)",
      "Without ÷ √d scores deviate by \(root), not 1: B has less entropy.",
      zh: "缩放与不缩放，d = \(dim)", "不除以 √d，分数的标准差是 \(root) 而不是 1：B 的熵更低。")
  }

  private static let heads = [
    Comparison(
      "mha-or-gqa", "queries 16 heads 8 dim 32 mask causal", b: "kv-heads 2", head: 1,
      en: "MHA and GQA", "Four heads share keys and values: a quarter of the cache. Head 1 stays.",
      zh: "MHA 与 GQA", "每四个头共用键和值：缓存只有四分之一。头 1 不变。"),
    Comparison(
      "mha-or-mqa", "queries 16 heads 8 dim 32 mask causal", b: "kv-heads 1", head: 1,
      en: "MHA and MQA", "All heads share keys and values: an eighth of the cache. Head 1 stays.",
      zh: "MHA 与 MQA", "所有头共用一个键值头：缓存只有八分之一。头 1 不变。"),
    Comparison(
      "gqa-or-mqa", "queries 16 heads 8 dim 32 mask causal", a: "kv-heads 2", b: "kv-heads 1", head: 4,
      en: "GQA and MQA", "From two key and value heads to one: half the cache. Heads 1 to 4 stay.",
      zh: "GQA 与 MQA", "从两个键值头减到一个：缓存减半。头 1 至 4 不变。"),
  ]

  private static let weights = [
    Comparison(
      "softmax-or-sigmoid", "queries 24 mask causal", b: "normalize sigmoid",
      en: "softmax and sigmoid", "Nothing competes under sigmoid: rows of B do not sum to 1.",
      zh: "softmax 与 sigmoid", "sigmoid 没有竞争：B 的行之和不为 1。"),
    Comparison(
      "axis", "queries 24", b: "axis queries",
      en: "softmax over keys and over queries",
      "Over queries the columns sum to 1 and the rows do not: the wrong axis.",
      zh: "沿键与沿查询的 softmax", "沿查询归一化时列之和为 1，行则不然：轴弄错了。"),
    Comparison(
      "window", "queries 24 mask causal", b: "mask causal mask window:6",
      en: "window and full", "Keys more than five back are gone; the rest share what those took.",
      zh: "窗口与完整", "五个之外的旧键不见了，它们的份额归剩下的键。"),
  ]

  private static let kernels = [
    Comparison(
      "plain-or-flash", "queries 64 heads 4 mask causal", b: "kernel flash", stage: .output,
      en: "plain and FlashAttention", "The same output, up to rounding; but no matrix of scores is held.",
      zh: "plain 与 FlashAttention", "输出相同，只差舍入；但不保存分数矩阵。"),
    Comparison(
      "plain-or-linear", "queries 64 mask causal", b: "kernel linear", stage: .output,
      en: "plain and linear attention", "No softmax: another mechanism, whose cost grows with the tokens only.",
      zh: "plain 与线性注意力", "没有 softmax：这是另一种机制，代价只随词元数线性增长。"),
  ]

  /// Each fault against the right way, on a recipe where it shows.
  private static let faults = [
    fault(MaskAfterSoftmax.self, "queries 16 mask causal"),
    fault(MaskTimesZero.self, "queries 16 mask causal"),
    fault(MaskInverted.self, "queries 16 mask causal"),
    fault(TopLeft.self, "queries 8 keys 24 mask causal"),
    fault(TileKV.self, "queries 16 heads 8 kv-heads 2 mask causal", head: 1),
    fault(HeadsReshape.self, "queries 16 heads 4 mask causal"),
    fault(RopeMixed.self, "queries 24 position rope mask causal", stage: .scores),
    fault(RopeRestart.self, "queries 8 keys 24 position rope mask causal"),
    fault(AlibiSign.self, "queries 24 heads 4 bias alibi mask causal"),
    fault(ScaleDK.self, "queries 24 mask causal"),
    fault(NoRescale.self, "queries 64 kernel flash", stage: .output),
    fault(DropoutAtEval.self, "queries 24 mask causal"),
  ]

  private static func fault(
    _ fault: any Fault.Type, _ words: String, stage: Stage = .weights, head: Int = 0
  ) -> Comparison {
    Comparison(
      fault.name, words, b: "fault \(fault.name)", stage: stage, head: head,
      en: "right and faulty, \(fault.name)", fault.summary.en, zh: "正确与错误，\(fault.name)", fault.summary.zh)
  }
}
