import Attention
import TerminalUI

/// One figure of a run, and how it is counted.
struct NumberRow {
  let group: String
  let label: String
  let value: String
  /// What it is, in a line.
  let how: String
  /// The count itself, with the run's own numbers, and where the definition comes from.
  let count: String
  var isKnown = true
  /// Whether it is the effective rank, which may have to be asked for.
  var isRank = false
}

extension NumberRow: Explanation {
  func title(_ session: Session) -> String { label }
  func sentence(_ session: Session) -> String { how }

  func lines(columns: Int, _ session: Session) -> [Line] {
    [Line(value, .strong), Line()]
      + [how, count].flatMap { wrap([Span($0)], columns: min(76, columns)) + [Line()] }.dropLast()
  }
}

/// The figures of a run in words.
struct NumberWording {
  let picture: RunPicture
  let head: Int
  let session: Session

  private var run: Run { picture.run }
  private var cost: Cost { picture.run.cost }
  private var shape: Shape { picture.shape }

  func weights(_ statistics: WeightStatistics, rank: Double?, canAsk: Bool, most: String) -> [NumberRow] {
    let heads = shape.heads
    let group =
      heads == 1
      ? session.say("Weights", "权重")
      : session.say("Weights of head \(head + 1) of \(heads)", "头 \(head + 1)/\(heads) 的权重")
    func row(_ label: Gloss, _ value: String?, _ how: Gloss, _ count: Gloss) -> NumberRow {
      NumberRow(
        group: group, label: session.say(label), value: value ?? "—", how: session.say(how), count: session.say(count))
    }
    let (keys, side) = (Figures.count(shape.keys), Figures.count(min(shape.queries, shape.keys)))
    let threshold = Figures.weight(Double(WeightStatistics.threshold))
    var ranked = row(
      Gloss(en: "effective rank", zh: "有效秩"),
      rank.map { session.say("\(Figures.tenth($0)) of \(side)", "\(Figures.tenth($0))/\(side)") }
        ?? (canAsk ? session.say("Enter computes it", "按 Enter 计算") : session.say("too large", "矩阵太大")),
      Gloss(
        en: "e^entropy of the singular values over their sum: directions in use", zh: "奇异值除以总和后，熵的指数：真正用到的方向数"),
      Gloss(
        en:
          "1 where all rows look alike, \(side) where all directions weigh the same. Computed for up to \(most) tokens "
          + "on the shorter side. Roy and Vetterli 2007, The effective rank.",
        zh: "各行都一样时为 1，各方向同样重要时为 \(side)。较短一边不超过 \(most) 个词元时计算。Roy 与 Vetterli，2007，The effective rank。"))
    (ranked.isKnown, ranked.isRank) = (rank != nil, true)
    return [
      row(
        Gloss(en: "row sums", zh: "行和"), statistics.rowSums.map(range),
        Gloss(en: "the least and the largest sum of a row of weights", zh: "一行权重之和的最小值与最大值"),
        Gloss(
          en:
            "Softmax over the keys makes every sum 1. Sigmoid, softmax1, dropout, the other axis or a fault do not. Rows "
            + "that see no key are left out.",
          zh: "沿键的 softmax 使每行之和为 1；sigmoid、softmax1、随机失活、另一条轴或典型错误则不然。看不到任何键的行不计。")),
      row(
        Gloss(en: "entropy", zh: "熵"),
        statistics.entropy.map { session.say("\(Figures.value($0)) nats", "\(Figures.value($0)) 奈特") },
        Gloss(en: "−Σ w ln w of a row, the mean over the head's rows", zh: "一行的 −Σ w ln w，取该头各行的平均"),
        Gloss(
          en:
            "0 where each query looks at one key, ln \(keys) where it looks at \(keys) alike. Weights before dropout, "
            + "divided by their sum. There is none where a weight is negative.",
          zh: "每个查询只看一个键时为 0，均看 \(keys) 个键时为 ln \(keys)。取随机失活之前的权重并除以其和；有负权重时没有熵。")),
      ranked,
      row(
        Gloss(en: "sparsity", zh: "稀疏度"),
        statistics.sparsity.map { session.say("\(percent($0)) below \(threshold)", "\(percent($0)) 小于 \(threshold)") },
        Gloss(en: "the share of kept pairs with a weight below \(threshold)", zh: "保留的配对中，权重小于 \(threshold) 的比例"),
        Gloss(
          en: "Masked pairs do not count: they have no weight at all. Sparsemax, entmax and top-k make exact zeros.",
          zh: "被掩蔽的配对不计，它们没有权重。sparsemax、entmax 与 top-k 会产生精确的零。")),
    ]
  }

  var work: [NumberRow] {
    let group = session.say("Work", "计算量")
    func row(_ label: Gloss, _ value: String, _ how: Gloss, _ count: Gloss) -> NumberRow {
      NumberRow(group: group, label: session.say(label), value: value, how: session.say(how), count: session.say(count))
    }
    let (all, kept) = (shape.queries * shape.keys, picture.keptPairs)
    let (d, e) = (Figures.count(shape.dim), Figures.count(shape.valueDim))
    let isProduct =
      !(run.recipe["score"] == Additive.name || run.recipe["score"] == Bilinear.name
      || run.recipe["score"] == Cosine.name)
    let formula =
      isProduct
      ? "2 × (\(d) + \(e)) × \(Figures.count(kept)) × \(shape.heads) = \(Figures.count(run.flops))"
      : Figures.count(run.flops)
    return [
      row(
        Gloss(en: "pairs kept", zh: "保留配对"),
        session.say(
          "\(Figures.count(kept)) of \(Figures.count(all))", "\(Figures.count(kept))/\(Figures.count(all))"),
        Gloss(en: "pairs of query and key that the masks keep, in a head", zh: "掩码保留的查询–键配对数，每个头"),
        Gloss(
          en: "\(percent(Double(kept) / Double(max(1, all)))) of all pairs.",
          zh: "占全部配对的 \(percent(Double(kept) / Double(max(1, all))))。")),
      row(
        Gloss(en: "FLOPs", zh: "浮点运算"), Figures.work(run.flops),
        Gloss(en: "2 (D + E) for each kept pair of each head", zh: "每个头、每个保留配对 2 (D + E)"),
        Gloss(
          en:
            "\(formula). A multiplication and an addition count one each. Exponentials, masks and biases are not counted.",
          zh: "\(formula)。乘法与加法各算一次；指数、掩码与偏置不计。")),
      row(
        Gloss(en: "bytes moved", zh: "搬运字节"), Figures.bytes(run.bytes),
        Gloss(en: "q, k, v, scores, weights and output, each once, in fp32", zh: "q、k、v、分数、权重与输出各一次，fp32"),
        Gloss(
          en:
            "\(Figures.count(run.bytes)) bytes. A kernel that keeps no weights, as flash, moves \(Figures.bytes(run.bytes - 2 * cost.scoreBytes)).",
          zh: "\(Figures.count(run.bytes)) 字节。不保留权重的内核（如 flash）只搬运 \(Figures.bytes(run.bytes - 2 * cost.scoreBytes))。")),
      row(
        Gloss(en: "intensity", zh: "算术强度"),
        session.say("\(Figures.tenth(cost.intensity)) FLOP a byte", "\(Figures.tenth(cost.intensity)) FLOP/字节"),
        Gloss(en: "FLOPs over bytes: when it is low, memory sets the pace", zh: "浮点运算除以字节：低则受内存带宽限制"),
        Gloss(
          en:
            "\(Figures.count(run.flops)) / \(Figures.count(run.bytes)). Below a machine's FLOP/s over its bytes a second, "
            + "it waits for memory. Williams et al. 2009, Roofline.",
          zh:
            "\(Figures.count(run.flops)) / \(Figures.count(run.bytes))。低于机器的 FLOP/s 与带宽之比时，计算在等内存。Williams 等，2009，Roofline。"
        )),
      row(
        Gloss(en: "time", zh: "时间"), Figures.time(picture.seconds),
        Gloss(en: "of this very run, drawing its inputs not counted", zh: "就是这次运行所用的时间，不含生成输入"),
        Gloss(
          en: "Every stage is kept to be looked at, so this is slower than a kernel made for speed.",
          zh: "为了便于查看，每个阶段都保留下来，所以比专为速度写的内核慢。")),
      row(
        Gloss(en: "speed", zh: "速度"), Figures.speed(run.flops, seconds: picture.seconds),
        Gloss(en: "FLOPs over time", zh: "浮点运算除以时间"),
        Gloss(
          en: "Small runs are slow by this measure: most of their time is not spent on products.",
          zh: "小规模的运行按此衡量会显得慢：大部分时间并不花在乘积上。")),
    ]
  }

  var memory: [NumberRow] {
    let group = session.say("Memory", "内存")
    func row(_ label: Gloss, _ bytes: Int, _ how: Gloss, _ count: Gloss) -> NumberRow {
      NumberRow(
        group: group, label: session.say(label), value: Figures.bytes(bytes), how: session.say(how),
        count: session.say(count))
    }
    let (n, m) = (Figures.count(shape.queries), Figures.count(shape.keys))
    let (d, e) = (Figures.count(shape.dim), Figures.count(shape.valueDim))
    return [
      row(
        Gloss(en: "KV cache", zh: "KV 缓存"), cost.cacheBytes,
        Gloss(en: "4 bytes × G × M × (D + E), of one layer", zh: "4 字节 × G × M × (D + E)，一层"),
        Gloss(
          en:
            "4 × \(shape.kvHeads) × \(m) × (\(d) + \(e)) = \(Figures.count(cost.cacheBytes)) bytes in fp32; half of it in bf16.",
          zh: "4 × \(shape.kvHeads) × \(m) × (\(d) + \(e)) = \(Figures.count(cost.cacheBytes)) 字节（fp32），bf16 减半。")),
      row(
        Gloss(en: "scores", zh: "分数"), cost.scoreBytes,
        Gloss(en: "one matrix of H × N × M numbers in fp32", zh: "一个 H × N × M 的 fp32 矩阵"),
        Gloss(
          en:
            "4 × \(shape.heads) × \(n) × \(m) = \(Figures.count(cost.scoreBytes)) bytes. Four times as much for twice the tokens.",
          zh: "4 × \(shape.heads) × \(n) × \(m) = \(Figures.count(cost.scoreBytes)) 字节。词元翻倍，占用为四倍。")),
      row(
        Gloss(en: "eager PyTorch", zh: "PyTorch 逐步执行"), shape.eagerBytes,
        Gloss(en: "vectors for each query head, scores and weights at once", zh: "每个查询头的向量，加上同时存在的分数与权重"),
        Gloss(
          en:
            "4 × H × ((N + M) × (D + E) + 2 × N × M) = \(Figures.count(shape.eagerBytes)) bytes: softmax(q @ kᵀ) @ v in "
            + "fp32, forward only. Training keeps the weights of every layer as well.",
          zh:
            "4 × H × ((N + M) × (D + E) + 2 × N × M) = \(Figures.count(shape.eagerBytes)) 字节：softmax(q @ kᵀ) @ v，fp32，仅前向。训练时还要保留每一层的权重。"
        )),
      row(
        Gloss(en: "this run", zh: "本次运行"), cost.peakBytes,
        Gloss(en: "all that heed held at its peak, inputs among it", zh: "heed 在峰值时占用的全部内存，含输入"),
        Gloss(
          en:
            "\(Figures.count(cost.peakBytes)) bytes: inputs, the output, a matrix for each stage that changes something, "
            + "and one byte a pair for the mask.",
          zh: "\(Figures.count(cost.peakBytes)) 字节：输入、输出、每个有变化的阶段一个矩阵，掩码每对一字节。")),
    ]
  }

  private func range(_ range: ClosedRange<Double>) -> String {
    let (low, high) = (Figures.weight(range.lowerBound), Figures.weight(range.upperBound))
    return low == high ? low : session.say("\(low) to \(high)", "\(low) 至 \(high)")
  }

  private func percent(_ share: Double) -> String {
    let percent = share * 100
    return percent > 0 && percent < 1 ? "<1%" : "\(Int(percent.rounded()))%"
  }
}
