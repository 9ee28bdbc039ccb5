import Attention
import TerminalUI

/// A line of the right pane: what is done, what stands after it, and what the message line says about it.
struct WhyLine: Sendable {
  enum Part: Sendable { case step, row, run }

  var part = Part.step
  var label: String
  var briefLabel: String
  /// What is done with the number before: beside the label where there is room, briefly where there is not.
  var operand: String
  var briefOperand: String
  var result: String
  var ink = Ink.text
  /// An operand that comes from a value the learner changed.
  var isChanged: Bool
  /// Only where there is room, as it changes no number; it cannot be selected.
  var isDetail = false
  var explanation: String

  init(
    _ label: String, _ operand: String = "", briefLabel: String? = nil, brief: String? = nil, result: String = "",
    isChanged: Bool = false, part: Part = .step, why explanation: String
  ) {
    (self.label, self.briefLabel) = (label, briefLabel ?? label)
    (self.operand, briefOperand, self.result) = (operand, brief ?? operand, result)
    (self.isChanged, self.part, self.explanation) = (isChanged, part, explanation)
  }
}

extension CellWhy {
  /// The lines of the right pane, in order.
  func lines(_ picture: RunPicture, _ session: Session) -> [WhyLine] {
    (stage == .output ? outputLines(session) : stepLines(picture, session))
      + rowLines(picture, session) + runLines(picture, session)
  }

  /// Those that the arrow keys stop at.
  func selectable(_ picture: RunPicture, _ session: Session) -> [WhyLine] {
    lines(picture, session).filter { !$0.isDetail }
  }

  func stepLines(_ picture: RunPicture, _ session: Session) -> [WhyLine] {
    let wording = StepWording(recipe: picture.recipe, query: query, key: key, dim: picture.shape.dim, session: session)
    return (derivation?.steps ?? []).enumerated().map { index, step in
      var line = wording.line(step)
      if index == stageStep { line.ink = .strong } else if index > stageStep { line.ink = .quiet }
      return line
    }
  }

  /// What the heaviest keys add to the channel, and the rest in one line.
  private func outputLines(_ session: Session) -> [WhyLine] {
    let total = Double(value ?? 0)
    var lines = shares.map { share in
      let weight = Figures.weight(share.weight)
      let value = Figures.value(share.weight == 0 ? 0 : share.adds / share.weight)
      return WhyLine(
        "k \(share.key)", "\(weight) × \(value)", brief: weight, result: Figures.value(share.adds),
        why: session.say(
          "weight \(weight) × \(value), channel \(channel) of the value of k \(share.key)",
          "权重 \(weight) × \(value)，后者是 k \(share.key) 的值的通道 \(channel)"))
    }
    let others = kept - shares.count
    if others > 0, derivation != nil {
      lines.append(
        WhyLine(
          session.say("\(Figures.count(others)) others", "其余 \(Figures.count(others)) 个"),
          result: Figures.value(total - shares.reduce(0) { $0 + $1.adds }),
          why: session.say(
            "what the \(Figures.count(others)) lighter keys add together", "其余 \(Figures.count(others)) 个较轻的键加起来的贡献")))
    }
    var sum = WhyLine(session.say("sum", "和"), result: Figures.value(total), why: outputMeaning(session))
    sum.ink = .strong
    return lines + [sum]
  }

  private func outputMeaning(_ session: Session) -> String {
    if kept == 0 { return session.say("q \(query) sees no key: ", "q \(query) 看不到任何键：") + emptyRow(session) }
    if derivation == nil {
      return session.say("no weights are kept: what each key adds is not known", "不保留权重：各个键的贡献无从得知")
    }
    return session.say(
      "channel \(channel) of the output: the weighted sum over the values", "输出的通道 \(channel)：各个值在这里的加权和")
  }

  /// How many lines tell of the row.
  static let rowFigures = 4

  private func rowLines(_ picture: RunPicture, _ session: Session) -> [WhyLine] {
    guard let row else { return [] }
    let effective = row.effectiveKeys.map(Figures.tenth) ?? "—"
    let entropy = self.kept == 0 ? nil : row.entropy
    let kept = Figures.count(self.kept)
    return [
      WhyLine(
        session.say("sum", "和"), result: Figures.weight(row.sum), part: .row, why: sumMeaning(picture, session)),
      WhyLine(
        session.say("entropy", "熵"), result: entropy.map(Figures.value) ?? "—", part: .row,
        why: session.say(
          "−Σ w ln w: 0 for one key alone, \(Figures.value(row.mostEntropy)) for \(kept) alike",
          "−Σ w ln w：一个键独占为 0，\(kept) 个键均分为 \(Figures.value(row.mostEntropy))")),
      WhyLine(
        session.say("eff. keys", "有效键数"), result: effective, part: .row,
        why: session.say(
          "e^entropy: as widely spread as \(effective) keys of equal weight", "e 的熵次方：与 \(effective) 个等权的键同样分散")),
      WhyLine(
        session.say("rank", "名次"),
        result: row.rank.map { rankText($0, session) } ?? "—",
        part: .row,
        why: row.rank == nil
          ? session.say("k \(key) is masked and takes no place", "k \(key) 被掩蔽，没有名次")
          : session.say(
            "the place of k \(key) by weight among the \(kept) keys that q \(query) sees",
            "在 q \(query) 可以看的 \(kept) 个键中，k \(key) 按权重排的名次")),
    ]
  }

  /// `3 of 22`; of very many keys the place alone, which is all there is room for.
  private func rankText(_ rank: Int, _ session: Session) -> String {
    let (place, kept) = (Figures.count(rank), Figures.count(kept))
    let full = session.say("\(place) of \(kept)", "\(place)/\(kept)")
    return full.count <= 11 ? full : place
  }

  private func sumMeaning(_ picture: RunPicture, _ session: Session) -> String {
    if kept == 0 {
      return session.say("the masks leave this query no key: its row is zeros", "掩码没有给这个查询留下任何键：整行为零")
    }
    if picture.recipe["dropout"] != "0" {
      return session.say(
        "dropout took some weights and raised the others: it need not be 1", "随机失活去掉一些权重、放大其余的：和不一定为 1")
    }
    switch picture.recipe["normalize"] {
    case Softmax1.name: return session.say("one more e^0 in the sum: a row stays below 1", "分母中多一个 e^0：一行之和小于 1")
    case Sigmoid.name: return session.say("each weight stands alone: the sum may be anything", "每个权重各自独立：和可以是任意值")
    case NoNormalizer.name: return session.say("nothing is normalised: the sum may be anything", "没有归一化：和可以是任意值")
    default: break
    }
    return picture.recipe["axis"] == "queries"
      ? session.say("normalised over the queries: columns add up to 1, rows need not", "沿查询归一化：列之和为 1，行则不一定")
      : session.say("the weights of a row add up to 1", "一行的权重之和为 1")
  }

  private func runLines(_ picture: RunPicture, _ session: Session) -> [WhyLine] {
    let shape = picture.shape
    let all = Figures.count(shape.queries * shape.keys)
    let (keys, dim) = (Figures.count(shape.keys), "(\(Figures.count(shape.dim)) + \(Figures.count(shape.valueDim)))")
    return [
      WhyLine(
        session.say("pairs kept", "保留对数"), session.say("of \(all)", "共 \(all)"), briefLabel: session.say("pairs", "对数"),
        brief: "",
        result: Figures.shortCount(picture.keptPairs), part: .run,
        why: session.say(
          "pairs of query and key that the masks keep, of \(all) a head", "掩码保留的查询–键对数，每个头共 \(all) 对")),
      WhyLine(
        session.say("KV cache", "KV 缓存"), result: Figures.bytes(picture.cost.cacheBytes), part: .run,
        why: session.say(
          "4 bytes × \(shape.kvHeads) kv heads × \(keys) keys × \(dim) channels",
          "4 字节 × \(shape.kvHeads) 个 KV 头 × \(keys) 个键 × \(dim) 个通道")),
    ]
  }
}
