import Attention
import TerminalUI

/// Online softmax after one of its tiles.
struct OnlinePage: StepPage {
  let steps: OnlineSoftmaxSteps
  let current: Int
  let session: Session

  private var tile: OnlineSoftmaxSteps.Tile { steps.tiles[current] }
  private var before: OnlineSoftmaxSteps.Tile? { current > 0 ? steps.tiles[current - 1] : nil }

  var title: String { session.say("Tile \(current + 1) of \(rowCount)", "第 \(current + 1) 块，共 \(rowCount) 块") }
  var subtitle: String {
    let (all, size) = (Figures.count(steps.scores.count), Figures.count(steps.tiles[0].keys.count))
    return session.say(
      "the row's \(all) scores come in tiles of \(size); nothing else is kept",
      "该行的 \(all) 个分数按每块 \(size) 个读入；此外什么也不保留")
  }

  var strip: StepStrip? {
    StepStrip(
      label: session.say("scores", "分数"), values: steps.scores, now: tile.keys, group: steps.tiles[0].keys.count,
      map: .signed, range: HeatmapRange(signed: steps.scores.compactMap { $0 }).range,
      before: session.say("read", "已读"), after: session.say("to come", "未读"))
  }
  var state: StepState? { nil }

  var columns: [StepColumn] {
    [
      StepColumn(title: session.say("tile max", "块内最大")),
      StepColumn(title: session.say("running max", "当前最大")),
      StepColumn(title: session.say("rescale", "缩放"), short: session.say("rescale", "缩放")),
      StepColumn(title: session.say("denominator", "分母"), short: session.say("sum", "分母")),
      StepColumn(title: session.say("gap to full", "与完整之差"), short: session.say("gap", "差")),
    ]
  }

  var rowCount: Int { steps.tiles.count }

  func row(_ index: Int) -> StepRow {
    let label = session.say("tile \(index + 1)", "块 \(index + 1)")
    guard index <= current else { return StepRow(label: label, cells: []) }
    let tile = steps.tiles[index]
    return StepRow(
      label: label,
      cells: [
        tile.largest.map { Figures.weight(Double($0)) } ?? session.say("hidden", "被掩蔽"), number(tile.maximum),
        tile.rescale.map(Figures.weight) ?? "—", Figures.weight(tile.denominator), Figures.gap(tile.gap),
      ])
  }

  var total: StepRow {
    let all = Figures.count(steps.scores.count)
    return StepRow(
      label: session.say("all \(all)", "全部 \(all)"),
      cells: ["", number(steps.maximum), "", Figures.weight(steps.denominator), "0"])
  }

  var formulas: [StepFormula] {
    let old = before?.denominator ?? 0
    let kept = steps.rescales ? " · e^(m − m′)" : ""
    let factor = steps.rescales ? tile.rescale.map { " × \(Figures.weight($0))" } ?? "" : ""
    let rescaled = old == 0 ? "0" : Figures.weight(old) + factor
    return [
      StepFormula(
        letters: session.say("m′ = max(m, tile max)", "m′ = max(m, 块内最大)"),
        numbers: "max(\(number(before?.maximum ?? -.infinity)), \(number(tile.largest ?? -.infinity)))",
        result: "= \(number(tile.maximum))"),
      StepFormula(
        letters: "l′ = l\(kept) + Σ e^(s − m′)", numbers: "\(rescaled) + \(Figures.weight(tile.gain))",
        result: "= \(Figures.weight(tile.denominator))"),
      StepFormula(
        letters: "o′ = o\(kept) + Σ e^(s − m′) v",
        result: session.say("\(Figures.count(steps.full.count)) numbers", "\(Figures.count(steps.full.count)) 个数")),
    ]
  }

  private func number(_ score: Float) -> String { Figures.weight(Double(score)) }

  func outputs(_ count: Int) -> [StepOutput] {
    let partial = (max(0, current + 1 - count)...current).map { index in
      StepOutput(
        label: index == current ? "o / l" : session.say("tile \(index + 1)", "块 \(index + 1)"),
        values: steps.tiles[index].output)
    }
    return partial + [StepOutput(label: session.say("full", "完整"), values: steps.full)]
  }

  var message: String {
    if steps.maximum == -.infinity {
      return session.say("The masks hide every key: the output is 0.", "掩码隐藏了所有的键：输出为 0。")
    }
    if current == rowCount - 1 { return ending }
    guard tile.largest != nil else {
      return session.say("The masks hide the whole tile: it is passed over.", "掩码隐藏了整个块：直接跳过。")
    }
    guard let rescale = tile.rescale else {
      return session.say("The first scores: their largest is the maximum so far.", "最先读到的分数：其中最大的就是当前最大值。")
    }
    if tile.maximum == before?.maximum {
      return session.fitting(
        session.say("No larger score came: the old sums stay as they are.", "没有更大的分数：已有的和保持不变。"),
        session.say("No larger score: the sums stay.", "没有更大的分数：和不变。"))
    }
    guard steps.rescales else {
      return session.say(
        "A larger maximum came, and the old sums were not rescaled: the fault no-rescale.",
        "出现了更大的最大值，却没有缩放已有的和：典型错误 no-rescale。")
    }
    let share = Figures.weight(rescale)
    return session.fitting(
      session.say(
        "A larger maximum came: the old sum shrinks to \(share) of itself.", "出现了更大的最大值：已有的和缩小为原来的 \(share)。"),
      session.say("Larger: the old sum × \(share)", "更大：已有的和 × \(share)"))
  }

  /// The last tile: how far the result is from the plain pass.
  private var ending: String {
    let gap = Figures.gap(tile.gap)
    guard steps.rescales else {
      return session.say(
        "Without rescaling o / l misses the plain pass: largest difference \(gap).",
        "不缩放，o / l 偏离一次算完的结果：最大差 \(gap)。")
    }
    return session.fitting(
      session.say(
        "The last tile: o / l is the plain pass's output; largest difference \(gap).",
        "最后一块：o / l 就是一次算完的输出；最大差 \(gap)。"),
      session.say("Equal to plain; largest gap \(gap)", "等于一次算完；最大差 \(gap)"))
  }
}
