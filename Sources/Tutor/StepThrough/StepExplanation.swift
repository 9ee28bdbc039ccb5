import Attention
import TerminalUI

/// Why the steps come to the same as the whole, and what they save.
struct StepExplanation: Explanation {
  private let kind: StepThrough
  private let recipe: Recipe
  private let page: any StepPage

  init(_ kind: StepThrough, _ recipe: Recipe, _ page: some StepPage) {
    (self.kind, self.recipe, self.page) = (kind, recipe, page)
  }

  func title(_ session: Session) -> String { session.say(kind.label) + session.say(": ", "：") + page.title }

  func sentence(_ session: Session) -> String {
    switch kind {
    case .online: session.say("Why the tiles give what the whole row gives.", "为什么分块得到的与整行相同。")
    case .decoding: session.say("Why keys and values are worth keeping.", "为什么值得缓存键和值。")
    case .recurrent: session.say("Why a state of fixed size can stand for all keys.", "为什么固定大小的状态能代表所有键。")
    }
  }

  func lines(columns: Int, _ session: Session) -> [Line] {
    let formulas = page.formulas.map { formula in
      Line(
        [Span(formula.letters, .data), Span(formula.numbers.isEmpty ? "" : "   " + formula.numbers, .quiet)],
        trailing: [Span(formula.result, .strong)])
    }
    let paragraphs = paragraphs.flatMap { text in
      [Line()] + wrap([Span(session.say(text))], columns: columns)
    }
    return formulas + paragraphs + [Line()] + wrap([Span(session.say(source), .quiet)], columns: columns)
  }

  private var paragraphs: [Gloss] {
    switch kind {
    case .online:
      [
        Gloss(
          en:
            "Softmax needs the row's largest score before the first exponent, or e^s overflows. A tile knows only the "
            + "largest so far, m. When a larger one comes, every old term e^(s − m) has to become e^(s − m′), and all of "
            + "them change by the same factor e^(m − m′): one multiplication mends the sum l and the output o.",
          zh: "softmax 在取第一个指数之前需要整行的最大分数，否则 e^s 会溢出。一块只知道到目前为止的最大值 m。出现更大的 m′ 时，"
            + "每个旧项 e^(s − m) 都应变为 e^(s − m′)，它们都乘以同一个因子 e^(m − m′)：一次乘法就修正了和 l 与输出 o。"),
        Gloss(
          en:
            "After the last tile m is the row's maximum, so l and o are those of the plain pass; only rounding differs. "
            + "Until then o / l is the exact answer for the keys read so far.",
          zh: "读完最后一块，m 就是整行的最大值，l 和 o 与一次算完的相同，只差舍入。在此之前，o / l 是已读的键的精确结果。"),
        Gloss(
          en:
            "Kept are m, l and the \(recipe.shape.valueDim) numbers of o, whatever the number of keys: scores and weights "
            + "never go to memory. A tile that the masks hide is passed over.",
          zh: "保留的只有 m、l 和 o 的 \(recipe.shape.valueDim) 个数，与键数无关：分数和权重从不写入内存。被掩码整块隐藏的块直接跳过。"),
      ]
    case .decoding:
      [
        Gloss(
          en:
            "Under a causal mask a token's key and value never depend on later tokens. So they are made once, put into "
            + "the cache with their position applied, and only read from then on.",
          zh: "在因果掩码下，词元的键和值不依赖之后的词元。因此只需计算一次，应用位置后放入缓存，此后只读取。"),
        Gloss(
          en:
            "A new token costs one row of scores instead of all rows again: the work of a step grows with the keys kept, "
            + "not with their square. The price is memory, and its reading: each step reads the whole cache for one query, "
            + "which is why decoding waits for memory, not for arithmetic.",
          zh: "新词元只需一行分数，而不是重算所有行：一步的计算量随缓存的键数增长，而非其平方。代价是内存及其读取："
            + "每一步为一个查询读取整个缓存，所以解码受限于内存带宽而非算力。"),
        Gloss(
          en:
            "Bytes: 4 (fp32) × kv heads × keys × (d + e), in one layer. Fewer kv heads (GQA, MQA) or one short vector for "
            + "all heads (MLA) make it smaller.",
          zh: "字节数：4（fp32）× KV 头数 × 键数 × (d + e)，单层。减少 KV 头（GQA、MQA）或让所有头共用一个短向量（MLA）可使其变小。"),
      ]
    case .recurrent:
      [
        Gloss(
          en:
            "Without softmax a weight is a product, φ(q)·φ(k), so the sum over keys can be done before the query comes: "
            + "Σ (φ(q)·φ(k)) v = φ(q) Σ φ(k) vᵀ = φ(q) S. The denominator is φ(q) Σ φ(k) = φ(q)·z.",
          zh: "没有 softmax，权重就是乘积 φ(q)·φ(k)，于是对键的求和可以先于查询完成：Σ (φ(q)·φ(k)) v = φ(q) Σ φ(k) vᵀ = φ(q) S。"
            + "分母为 φ(q) Σ φ(k) = φ(q)·z。"),
        Gloss(
          en:
            "S and z keep their size however many keys come: a step costs the same at any length, and no cache grows. "
            + "Under a causal mask this is a recurrent network with S and z for its state.",
          zh: "无论来多少键，S 和 z 的大小不变：任何长度下一步的代价相同，也没有增长的缓存。在因果掩码下，这就是以 S 和 z 为状态的循环网络。"),
        Gloss(
          en:
            "What is lost: S can keep apart only as many keys as it has rows, \(page.state?.vector.count ?? 0) here. This "
            + "is another attention than softmax, not an approximation of it.",
          zh: "失去的是：S 能区分的键数不超过它的行数，这里是 \(page.state?.vector.count ?? 0)。它是与 softmax 不同的注意力，而不是其近似。"),
      ]
    }
  }

  private var loss: Gloss {
    let rows = Figures.count(page.state?.vector.count ?? 0)
    return Gloss(
      en:
        "What is lost: S can keep apart only as many keys as it has rows, \(rows) here. This is another attention than "
        + "softmax, not an approximation of it.",
      zh: "失去的是：S 能区分的键数不超过它的行数，这里是 \(rows)。它是与 softmax 不同的注意力，而不是其近似。")
  }

  private var approximation: Gloss {
    let rows = Figures.count(page.state?.vector.count ?? 0)
    return Gloss(
      en:
        "The \(rows) features here are random and positive, and the mean of φ(q)·φ(k) is e^(q·k ÷ √d): the more of them, "
        + "the closer the result is to softmax.",
      zh: "这里的 \(rows) 个特征是随机且为正的，φ(q)·φ(k) 的均值为 e^(q·k ÷ √d)：特征越多，结果越接近 softmax。")
  }

  private var source: Gloss {
    switch kind {
    case .online:
      Gloss(
        en: "Milakov, Gimelshein 2018, Online normalizer calculation for softmax, algorithm 3; Dao et al. 2022, "
          + "FlashAttention, section 3.1.",
        zh: "Milakov、Gimelshein 2018，Online normalizer calculation for softmax，算法 3；Dao 等 2022，FlashAttention，3.1 节。")
    case .decoding:
      Gloss(
        en: "Shazeer 2019, Fast transformer decoding, sections 2.4 and 3.",
        zh: "Shazeer 2019，Fast transformer decoding，2.4 与 3 节。")
    case .recurrent:
      Gloss(
        en: "Katharopoulos et al. 2020, Transformers are RNNs, section 3.4.",
        zh: "Katharopoulos 等 2020，Transformers are RNNs，3.4 节。")
    }
  }
}
