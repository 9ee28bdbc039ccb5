import Attention
import TerminalUI

/// Linear attention when its state has taken in some keys.
struct RecurrentPage: StepPage {
  let steps: RecurrentSteps
  let recipe: Recipe
  /// The row of the query that reads the state.
  let query: Int
  /// What was read at this step and at those before that were looked at: their states are gone.
  let readings: [Int: RecurrentSteps.Reading]
  let session: Session
  private let reading: RecurrentSteps.Reading

  init(
    _ steps: RecurrentSteps, _ recipe: Recipe, query: Int, readings: [Int: RecurrentSteps.Reading], _ session: Session
  ) {
    (self.steps, self.recipe, self.query) = (steps, recipe, query)
    (self.readings, self.session) = (readings, session)
    reading = readings[max(0, steps.taken - 1)] ?? steps.reading(query: query)
  }

  private var shape: Shape { recipe.shape }
  private var features: String { Figures.count(steps.featureCount) }
  private var channels: String { Figures.count(shape.valueDim) }

  var current: Int { max(0, steps.taken - 1) }
  var rowCount: Int { steps.count }

  var title: String {
    let (at, all) = (Figures.count(current + 1), Figures.count(rowCount))
    return steps.isCausal
      ? session.say("Token \(at) of \(all)", "第 \(at) 个词元，共 \(all) 个")
      : session.say("Key \(at) of \(all)", "第 \(at) 个键，共 \(all) 个")
  }
  var subtitle: String {
    let (state, cache) = (Figures.bytes(steps.stateBytes), Figures.bytes(steps.cacheBytes))
    return session.say(
      "a state of \(state) a head, where a cache holds \(cache) by now",
      "每个头的状态为 \(state)，缓存此时则需 \(cache)")
  }

  var strip: StepStrip? { nil }
  var state: StepState? {
    StepState(
      title: "S  \(features) × \(channels)", matrix: steps.state, columns: shape.valueDim, vectorTitle: "z",
      vector: steps.normalizer)
  }

  var columns: [StepColumn] {
    [
      StepColumn(title: session.say("keys", "键数"), short: session.say("keys", "键数")), StepColumn(title: "φ(q)·z"),
      StepColumn(title: session.say("gap", "差"), short: session.say("gap", "差")),
    ]
  }

  func row(_ index: Int) -> StepRow {
    let label =
      steps.isCausal
      ? session.say("token \(index + 1)", "词元 \(index + 1)") : session.say("key \(index + 1)", "键 \(index + 1)")
    guard index <= current else { return StepRow(label: label, cells: []) }
    let keys = Figures.count(steps.keys(after: index + 1))
    guard let reading = index == current ? reading : readings[index] else {
      return StepRow(label: label, cells: [keys, "", ""])
    }
    return StepRow(label: label, cells: [keys, Figures.value(reading.denominator), Figures.gap(reading.gap)])
  }

  var total: StepRow {
    let keys = Figures.count(steps.keys(after: rowCount))
    return StepRow(label: session.say("all", "全部"), cells: [keys, "", "0"])
  }

  var formulas: [StepFormula] {
    [
      StepFormula(letters: "S ← S + φ(k) vᵀ", result: "\(features) × \(channels)"),
      StepFormula(letters: "z ← z + φ(k)", result: features),
      StepFormula(letters: "o = φ(q) S ÷ φ(q)·z", result: session.say("\(channels) numbers", "\(channels) 个数")),
    ]
  }

  func outputs(_ count: Int) -> [StepOutput] {
    [
      StepOutput(label: session.say("state", "状态"), values: reading.output),
      StepOutput(label: session.say("pairs", "逐对"), values: reading.parallel),
    ]
  }

  var message: String {
    let gap = Figures.gap(reading.gap)
    let isLast = current == rowCount - 1
    if !steps.isCausal, !isLast {
      return session.fitting(
        session.say(
          "q \(query) reads what the state holds so far: \(gap) from the full row.",
          "q \(query) 读取目前的状态：与完整一行之差 \(gap)。"),
        session.say("q \(query): \(gap) from the full row", "q \(query)：与完整一行之差 \(gap)"))
    }
    let short = session.say("As from the pairs; largest gap \(gap)", "等于逐对计算；最大差 \(gap)")
    guard isLast else {
      return session.fitting(
        session.say(
          "q \(query) reads S and z, and no key again; largest difference from the pairs \(gap).",
          "q \(query) 只读 S 和 z，不再读任何键；与逐对计算的最大差 \(gap)。"),
        short)
    }
    return session.fitting(
      session.say(
        "All keys are in: the state gives what the pairs give; largest difference \(gap).",
        "所有键都已加入：状态给出的等于逐对计算；最大差 \(gap)。"),
      short)
  }
}
