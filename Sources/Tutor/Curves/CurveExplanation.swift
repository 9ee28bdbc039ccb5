import Attention
import TerminalUI

/// How a curve is computed, and why it runs as it does.
struct CurveExplanation: Explanation {
  private let figures: CurveFigures
  private let recipe: Recipe

  init(_ figures: CurveFigures, _ recipe: Recipe) { (self.figures, self.recipe) = (figures, recipe) }

  func title(_ session: Session) -> String { session.say(figures.kind.title) }
  func sentence(_ session: Session) -> String { session.say("How these numbers are computed.", "这些数值是如何算出的。") }

  func lines(columns: Int, _ session: Session) -> [Line] {
    paragraphs.enumerated().flatMap { index, text in
      (index == 0 ? [] : [Line()])
        + wrap([Span(session.say(text), index == paragraphs.count - 1 ? .quiet : .text)], columns: columns)
    }
  }

  private var paragraphs: [Gloss] {
    switch figures.kind {
    case .entropy: entropy
    case .deviation: deviation
    case .cost: cost
    case .cache: cache
    }
  }

  private var entropy: [Gloss] {
    [
      Gloss(
        en:
          "The experiment is run at each temperature τ: its scores are divided by τ before \(recipe["normalize"]). A row's "
          + "entropy is −Σ w ln w; the mean is over all rows of all heads. e to the entropy is the number of keys that a "
          + "uniform row would need for it: the effective keys.",
        zh: "在每个温度 τ 下运行此实验：分数除以 τ 再做 \(recipe["normalize"])。一行的熵为 −Σ w ln w；对所有头的所有行取平均。"
          + "e 的熵次方是均匀的一行达到此熵所需的键数：有效键数。"),
      Gloss(
        en:
          "Small τ stretches the differences of scores: the largest takes all, entropy 0. Large τ shrinks them: every kept "
          + "key gets the same, entropy ln(keys). Leaving out 1/√d is a temperature of 1/√d.",
        zh: "τ 小则分数差被拉大：最大者独占，熵为 0。τ 大则差被压小：保留的键均分，熵为 ln(键数)。不除以 √d 相当于温度为 1/√d。"),
      Gloss(
        en: "Hinton et al. 2015, Distilling the Knowledge in a Neural Network, section 2.",
        zh: "Hinton 等 2015，Distilling the Knowledge in a Neural Network，第 2 节。"),
    ]
  }

  private var deviation: [Gloss] {
    [
      Gloss(
        en:
          "For each d, 256 queries and 256 keys of d standard normal channels are drawn from the seed; the points are the "
          + "standard deviations of the 65,536 scores of one run with score dot, and one with scaled-dot.",
        zh: "对每个 d，由种子抽取 256 个查询和 256 个键，每个有 d 个标准正态通道；各点是 dot 与 scaled-dot 各一次运行的 65,536 个分数的标准差。"),
      Gloss(
        en:
          "Var(q·k) = Σ Var(q_i k_i) = d, so q·k spreads as √d: on a log–log scale a line of slope ½. Divided by √d it "
          + "stays at 1. Large scores saturate softmax: its weights are almost 0 or 1, and so are its gradients w(1 − w) "
          + "almost 0. The points lie off the line by chance, a few percent with so many scores.",
        zh: "Var(q·k) = Σ Var(q_i k_i) = d，因此 q·k 的标准差为 √d：双对数坐标下斜率为 ½ 的直线。除以 √d 后保持为 1。"
          + "分数过大会使 softmax 饱和：权重近乎 0 或 1，梯度 w(1 − w) 近乎 0。各点因随机性偏离直线百分之几。"),
      Gloss(
        en: "Vaswani et al. 2017, Attention Is All You Need, section 3.2.1, footnote 4.",
        zh: "Vaswani 等 2017，Attention Is All You Need，3.2.1 节，脚注 4。"),
    ]
  }

  private var cost: [Gloss] {
    let names = figures.plan.names.joined(separator: ", ")
    let shape = recipe.shape
    return [
      Gloss(
        en:
          "Each kernel (\(names)) is run three times at each n on this machine, with \(shape.heads) heads of \(shape.dim) "
          + "channels; the best time counts, without drawing the inputs. Of the experiment's parts only the causal mask is "
          + "kept. Lengths whose run would hold more than 256 MiB are left out.",
        zh: "每个内核（\(names)）在本机上对每个 n 运行三次，\(shape.heads) 个头，每头 \(shape.dim) 个通道；取最短时间，不含生成输入。"
          + "实验的部件中只保留因果掩码。占用超过 256 MiB 的长度不测。"),
      Gloss(
        en:
          "FLOPs are counted by the book: 2·(d + e) for each kept pair of each head; linear attention instead makes and "
          + "reads a state of d × e. On a log–log scale the slope is the power of n: 2 for all pairs, 1 for the state. Time "
          + "follows where arithmetic is the limit; a kernel that does fewer operations may still be slower for small n.",
        zh: "FLOP 按公式计：每个头每个保留的对 2·(d + e)；线性注意力则建立并读取 d × e 的状态。双对数坐标下斜率即 n 的幂次："
          + "逐对为 2，状态为 1。受限于算力时用时随之变化；运算更少的内核在 n 小时仍可能更慢。"),
      Gloss(
        en: "The second kernel is the experiment's own; linear where that is plain. Set kernel in the playground.",
        zh: "第二个内核是实验所用的内核；若为 plain，则用 linear。可在演练场设置内核。"),
    ]
  }

  private var cache: [Gloss] {
    let (heads, groups, dim) = (CacheCurve.heads(recipe), CacheCurve.groups(recipe), recipe.shape.dim)
    return [
      Gloss(
        en:
          "Numbers kept a token, in one layer: MHA 2·H·d, GQA 2·G·d, MQA 2·d, with H = \(heads) heads, G = \(groups) and "
          + "d = \(dim); MLA keeps one latent of 4·d and one rope key of d/2 for all heads. Four bytes each, as heed "
          + "computes; in fp16 half as much, and a model has tens of layers.",
        zh: "单层每个词元保留的数：MHA 2·H·d，GQA 2·G·d，MQA 2·d，其中 H = \(heads)、G = \(groups)、d = \(dim)；"
          + "MLA 为所有头保留一个 4·d 的潜向量和一个 d/2 的 rope 键。heed 以每数 4 字节计算；fp16 减半，而模型有几十层。"),
      Gloss(
        en:
          "All grow with the tokens: on a log–log scale parallel lines of slope 1. Only the constant differs, by what heads "
          + "share: MLA keeps as much as GQA with 2¼ groups.",
        zh: "都随词元数线性增长：双对数坐标下是斜率为 1 的平行线。区别只在常数，即各头共享多少：MLA 相当于 2¼ 组的 GQA。"),
      Gloss(
        en: "Shazeer 2019; Ainslie et al. 2023, GQA; DeepSeek-AI 2024, DeepSeek-V2, section 2.1 and table 1.",
        zh: "Shazeer 2019；Ainslie 等 2023，GQA；DeepSeek-AI 2024，DeepSeek-V2，2.1 节与表 1。"),
    ]
  }
}
