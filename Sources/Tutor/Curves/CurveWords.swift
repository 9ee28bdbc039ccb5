import Attention
import Foundation
import TerminalUI

/// What a curve says at the place that is read off.
struct CurveWords {
  private let figures: CurveFigures
  private let recipe: Recipe
  private let session: Session

  init(_ figures: CurveFigures, _ recipe: Recipe, _ session: Session) {
    (self.figures, self.recipe, self.session) = (figures, recipe, session)
  }

  private var place: Double { figures.plan.places[figures.cursor] }
  private func value(_ line: Int) -> Double? { figures.values[line][figures.cursor] }

  /// How a place is written at the axis.
  func place(_ index: Int) -> String {
    let place = figures.plan.places[index]
    switch figures.kind {
    case .entropy:
      return place < 1 && index.isMultiple(of: 2) ? "1/\(Int((1 / place).rounded()))" : Figures.plain(place)
    case .deviation, .cost: return Figures.count(Int(place))
    case .cache: return "\(Int(place) / 1024)Ki"
    }
  }

  /// The figures of each line, in words that stand beside its mark.
  var readings: [String] {
    figures.plan.names.indices.map { line in
      let name = name(line)
      guard let value = value(line) else { return "\(name)  \(session.say("not yet", "尚无"))" }
      switch figures.kind {
      case .entropy:
        let keys = Figures.tenth(exp(value))
        return "\(name)  \(Figures.value(value))   " + session.say("\(keys) effective keys", "有效键数 \(keys)")
      case .deviation: return "\(name)  \(Figures.value(value))"
      case .cost:
        let operations = figures.operations[line][figures.cursor] ?? 0
        let speed = Figures.speed(Int(operations), seconds: value)
        return "\(name)  \(Figures.time(value))   \(Figures.work(Int(operations)))   \(speed)"
      case .cache: return "\(name)  \(Figures.bytes(Int(value)))"
      }
    }
  }

  /// A line's name in the interface's language.
  func name(_ line: Int) -> String {
    figures.kind == .entropy ? session.say("entropy", "熵") : figures.plan.names[line]
  }

  /// What there is to see at this place.
  var sentence: String {
    switch figures.kind {
    case .entropy: entropy
    case .deviation: deviation
    case .cost: cost
    case .cache: cache
    }
  }

  private var entropy: String {
    guard let value = value(0), let limit = figures.limit else {
      return session.say("Nothing was measured.", "没有测得数值。")
    }
    let share = limit > 0 ? value / limit : 0
    let (tau, most) = (Figures.plain(place), Figures.value(limit))
    if share < 0.1 {
      return session.say("τ \(tau): almost one-hot, each row looks at one key.", "τ \(tau)：近乎独热，每行只看一个键。")
    }
    if share > 0.98 {
      return session.say("τ \(tau): all but uniform; the limit is \(most) nats.", "τ \(tau)：几乎均匀；上限为 \(most) nat。")
    }
    let percent = Int((share * 100).rounded())
    return session.say(
      "τ \(tau): \(percent)% of the \(most) nats that uniform rows have.", "τ \(tau)：为均匀行的 \(most) nat 的 \(percent)%。")
  }

  private var deviation: String {
    let (d, root) = (Figures.count(Int(place)), Figures.value(place.squareRoot()))
    return session.fitting(
      session.say(
        "d \(d): theory says √d = \(root) for q·k, and 1 after ÷ √d.",
        "d \(d)：理论上 q·k 为 √d = \(root)，除以 √d 后为 1。"),
      session.say("d \(d): √d = \(root)", "d \(d)：√d = \(root)"))
  }

  private var cost: String {
    guard let one = value(0), let other = value(1) else { return session.say("Nothing was measured.", "没有测得数值。") }
    let (n, names) = (Figures.count(Int(place)), figures.plan.names)
    let (slow, fast) = one > other ? (names[0], names[1]) : (names[1], names[0])
    let ratio = Figures.tenth(max(one, other) / min(one, other))
    return session.say(
      "n \(n): \(slow) takes \(ratio)× as long as \(fast).", "n \(n)：\(slow) 用时是 \(fast) 的 \(ratio) 倍。")
  }

  private var cache: String {
    let (heads, groups) = (CacheCurve.heads(recipe), CacheCurve.groups(recipe))
    let context = Figures.count(Int(place))
    return session.fitting(
      session.say(
        "\(context) tokens, \(heads) heads of \(recipe.shape.dim); GQA shares among \(groups), MLA keeps one latent.",
        "\(context) 个词元，\(heads) 个头，每头 \(recipe.shape.dim)；GQA 用 \(groups) 组，MLA 只存一个潜向量。"),
      session.say("\(context) tokens, \(heads) heads", "\(context) 个词元，\(heads) 个头"))
  }
}
