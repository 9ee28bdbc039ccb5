import Attention
import TerminalUI

/// One line under the pictures: a figure of A, of B, and what lies between.
struct CompareFigure: Sendable {
  let label: Gloss
  /// The label of a narrow screen.
  let brief: Gloss
  let a: String
  let b: String
  /// B − A, with its sign.
  let change: String
  /// Below 0, 0, or above.
  let sign: Int
}

/// The figures that differ, the most telling first, and the selected cell.
extension CompareScreen {
  func figures(_ session: Session) -> [CompareFigure] {
    guard let statistics else { return [] }
    var figures = Self.figures(statistics.a, statistics.b).filter { $0.a != $0.b }
    // Where there is room for three lines it is one of them.
    let place = broken(session) == nil ? 2 : 1
    cell(session).map { figures.insert($0, at: min(place, figures.count)) }
    return figures
  }

  private static func figures(_ a: RunStatistics, _ b: RunStatistics) -> [CompareFigure] {
    [
      count(("KV cache", "KV 缓存"), ("KV cache", "KV 缓存"), a.cost.cacheBytes, b.cost.cacheBytes, Figures.bytes),
      number(
        ("row sum, least", "行和最小"), ("sum, min", "行和小"), a.rowSums?.lowerBound, b.rowSums?.lowerBound, Figures.weight),
      number(
        ("row sum, most", "行和最大"), ("sum, max", "行和大"), a.rowSums?.upperBound, b.rowSums?.upperBound, Figures.weight),
      number(("entropy, mean", "平均熵"), ("entropy", "熵"), a.entropy, b.entropy, Figures.value),
      number(("effective keys", "有效键数"), ("eff. keys", "有效键"), a.effectiveKeys, b.effectiveKeys, Figures.tenth),
      number(("scores deviate by", "分数标准差"), ("scores sd", "标准差"), a.scoreDeviation, b.scoreDeviation, Figures.value),
      count(("pairs kept", "保留对数"), ("pairs", "对数"), a.cost.keptPairs, b.cost.keptPairs, Figures.count),
      count(("work", "运算量"), ("work", "运算"), a.cost.flops, b.cost.flops, Figures.work),
      count(("scores, weights", "分数与权重"), ("pairs held", "权重"), a.pairBytes, b.pairBytes, Figures.bytes),
    ].compactMap { $0 }
  }

  /// The selected cell of the stage.
  private func cell(_ session: Session) -> CompareFigure? {
    guard let b = now.why else { return nil }
    let isOutput = now.view.stage == .output
    let (place, pair) =
      isOutput
      ? ("q \(b.query) · c \(b.channel)", "\(b.query)·c\(b.channel)")
      : ("q \(b.query) · k \(b.key)", "\(b.query)·\(b.key)")
    let (label, brief) = (Gloss(en: place, zh: place), Gloss(en: pair, zh: pair))
    func shown(_ why: CellWhy?) -> String {
      guard let why else { return "—" }
      return why.isMasked ? session.say("masked", "被掩蔽") : why.shown
    }
    let isWeight = now.view.stage == .weights
    let write: (Double) -> String = { isWeight ? Figures.weight($0) : Figures.value($0) }
    // A hidden weight is 0; a hidden score is no number.
    func value(_ why: CellWhy?) -> Double? { why.flatMap { $0.value.map(Double.init) ?? (isWeight ? 0 : nil) } }
    guard let one = value(why), let other = value(b) else {
      return CompareFigure(label: label, brief: brief, a: shown(why), b: shown(b), change: "—", sign: 0)
    }
    return CompareFigure(
      label: label, brief: brief, a: shown(why), b: shown(b), change: Self.signed(other - one, write),
      sign: Self.sign(other - one))
  }

  private typealias Words = (en: String, zh: String)

  private static func number(
    _ label: Words, _ brief: Words, _ a: Double?, _ b: Double?, _ write: (Double) -> String
  ) -> CompareFigure? {
    guard let a, let b else { return nil }
    return CompareFigure(
      label: Gloss(en: label.en, zh: label.zh), brief: Gloss(en: brief.en, zh: brief.zh), a: write(a), b: write(b),
      change: signed(b - a, write), sign: sign(b - a))
  }

  /// A whole number, with how many times larger the one is where it goes even.
  private static func count(
    _ label: Words, _ brief: Words, _ a: Int, _ b: Int, _ write: (Int) -> String
  ) -> CompareFigure {
    var change = (b < a ? "−" : "+") + write(abs(b - a))
    if a > b, b > 0, a % b == 0 { change = "÷ \(Figures.count(a / b))   " + change }
    if b > a, a > 0, b % a == 0 { change = "× \(Figures.count(b / a))   " + change }
    return CompareFigure(
      label: Gloss(en: label.en, zh: label.zh), brief: Gloss(en: brief.en, zh: brief.zh), a: write(a), b: write(b),
      change: change, sign: sign(Double(b - a)))
  }

  private static func signed(_ number: Double, _ write: (Double) -> String) -> String {
    (number < 0 ? "−" : number > 0 ? "+" : "") + write(abs(number))
  }

  private static func sign(_ number: Double) -> Int { number < 0 ? -1 : number > 0 ? 1 : 0 }
}
