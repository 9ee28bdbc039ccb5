import Attention
import TerminalUI

/// Decoding when one of its tokens has been asked.
struct DecodingPage: StepPage {
  let steps: DecodingSteps
  let recipe: Recipe
  let current: Int
  /// The largest difference of all tokens, once the last one was reached.
  let largestGap: Double?
  let session: Session
  private let token: DecodingSteps.Token

  init(_ steps: DecodingSteps, _ recipe: Recipe, at current: Int, largestGap: Double?, _ session: Session) {
    (self.steps, self.recipe, self.current) = (steps, recipe, current)
    (self.largestGap, self.session) = (largestGap, session)
    token = steps.token(current)
  }

  private var shape: Shape { recipe.shape }

  var title: String {
    session.say("Token \(current + 1) of \(rowCount)", "第 \(current + 1) 个词元，共 \(rowCount) 个")
  }
  var subtitle: String {
    session.say("one query asks; the keys and values before it were kept", "只问一个查询；它之前的键和值都已缓存")
  }

  var strip: StepStrip? {
    let cached = token.cached
    let weights = (0..<shape.keys).map { key in
      key < cached ? (token.keep[key] ? token.weights[key] : nil) : Float(0)
    }
    let isSigned = token.weights.contains { $0 < 0 }
    let range =
      isSigned
      ? HeatmapRange(signed: token.weights) : HeatmapRange(weights: token.weights, columns: max(1, cached))
    return StepStrip(
      label: session.say("weights", "权重"), values: weights, now: cached - token.added..<cached, group: nil,
      map: isSigned ? .signed : .viridis, range: range.range, before: session.say("in the cache", "缓存中"),
      after: session.say("to come", "未到"))
  }
  var state: StepState? { nil }

  var columns: [StepColumn] {
    [
      StepColumn(title: session.say("keys", "键数")),
      StepColumn(title: session.say("KV cache", "KV 缓存"), short: session.say("KV cache", "KV 缓存")),
      StepColumn(title: session.say("heaviest", "最重的键")),
      StepColumn(title: session.say("its weight", "其权重")),
      StepColumn(title: session.say("gap to full", "与完整之差"), short: session.say("gap", "差")),
    ]
  }

  var rowCount: Int { steps.count }

  func row(_ index: Int) -> StepRow {
    let label = session.say("token \(index + 1)", "词元 \(index + 1)")
    guard index <= current else { return StepRow(label: label, cells: []) }
    let token = index == current ? token : steps.token(index)
    let heaviest = token.weights.indices.filter { token.keep[$0] }.max { token.weights[$0] < token.weights[$1] }
    return StepRow(
      label: label,
      cells: [
        Figures.count(token.cached), Figures.bytes(token.cacheBytes), heaviest.map { "k \($0)" } ?? "—",
        heaviest.map { Figures.weight(Double(token.weights[$0])) } ?? "—", Figures.gap(token.gap),
      ])
  }

  var total: StepRow {
    let last = min(shape.keys, recipe.queryStart + rowCount)
    return StepRow(
      label: session.say("all \(Figures.count(rowCount))", "全部 \(Figures.count(rowCount))"),
      cells: [Figures.count(last), Figures.bytes(steps.finalCacheBytes), "", "", "0"])
  }

  var formulas: [StepFormula] {
    let (cached, added) = (Figures.count(token.cached), Figures.count(token.added))
    let channels = "(\(Figures.count(shape.dim)) + \(Figures.count(shape.valueDim)))"
    return [
      StepFormula(
        letters: "K ← [K ; k]   V ← [V ; v]", numbers: "\(Figures.count(token.cached - token.added)) + \(added)",
        result: session.say("= \(cached) keys", "= \(cached) 个键")),
      StepFormula(
        letters: session.say("4 B · kv heads · keys · (d + e)", "4 B · KV 头 · 键数 · (d + e)"),
        numbers: "4 × \(shape.kvHeads) × \(cached) × \(channels)", result: "= \(Figures.bytes(token.cacheBytes))"),
      StepFormula(
        letters: "o = \(recipe["normalize"])(s) V",
        numbers: session.say("1 row of scores, not \(cached)", "1 行分数，而非 \(cached) 行"),
        result: session.say("\(Figures.count(shape.valueDim)) numbers", "\(Figures.count(shape.valueDim)) 个数")),
    ]
  }

  func outputs(_ count: Int) -> [StepOutput] {
    [
      StepOutput(label: session.say("cached", "缓存得"), values: token.output),
      StepOutput(label: session.say("full", "完整"), values: token.full),
    ]
  }

  var message: String {
    if current == rowCount - 1 {
      let gap = Figures.gap(largestGap ?? token.gap)
      let short = session.say("Equal to the full pass; gap \(gap)", "等于完整计算；最大差 \(gap)")
      return session.fitting(
        largestGap == nil
          ? session.say(
            "The last token equals the full causal pass; largest difference \(gap).",
            "最后一个词元等于完整的因果计算；最大差 \(gap)。")
          : session.say(
            "Every token equals the full causal pass; largest difference \(gap).",
            "每个词元都等于完整的因果计算；最大差 \(gap)。"),
        short)
    }
    if token.added > 1 {
      let prompt = Figures.count(token.added)
      return session.say(
        "The first token: the cache begins with the \(prompt) keys up to its place.",
        "第一个词元：缓存从它所在位置为止的 \(prompt) 个键开始。")
    }
    if token.added == 0 { return session.say("No key stands at this place: the cache stays.", "这个位置没有键：缓存不变。") }
    let key = Figures.count(token.cached - 1)
    return session.fitting(
      session.say(
        "k \(key) and v \(key) enter the cache; the others are read, not made again.",
        "k \(key) 和 v \(key) 进入缓存；其余只读取，不重新计算。"),
      session.say("k \(key) and v \(key) enter the cache.", "k \(key) 和 v \(key) 进入缓存。"))
  }
}
