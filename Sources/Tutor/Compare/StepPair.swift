import Attention
import TerminalUI

/// One step of the selected cell's derivation in A and in B, side by side; nil where one has no such step.
struct StepPair: Sendable {
  let a: WhyLine?
  let b: WhyLine?
  /// What B has after the step, less what A has.
  let change: Double?

  var parts: Bool { a?.result != b?.result || a == nil || b == nil }

  /// The steps of both in their order, those of the same name on one line.
  static func pairs(_ a: [(line: WhyLine, result: Double)], _ b: [(line: WhyLine, result: Double)]) -> [StepPair] {
    var pairs: [StepPair] = []
    var (one, other) = (a[...], b[...])
    while let left = one.first, let right = other.first {
      let isSame = left.line.label == right.line.label
      let comesLater = other.contains { $0.line.label == left.line.label }
      if isSame {
        pairs.append(StepPair(a: left.line, b: right.line, change: right.result - left.result))
      } else if comesLater {
        pairs.append(StepPair(a: nil, b: right.line, change: nil))
      } else {
        pairs.append(StepPair(a: left.line, b: nil, change: nil))
      }
      if isSame || !comesLater { one.removeFirst() }
      if isSame || comesLater { other.removeFirst() }
    }
    return pairs + one.map { StepPair(a: $0.line, b: nil, change: nil) }
      + other.map { StepPair(a: nil, b: $0.line, change: nil) }
  }
}

extension CompareScreen {
  /// The steps from the product to the weight in A and B; none for the output, which has none.
  func stepPairs(_ session: Session) -> [StepPair] {
    guard let both, let a = why, let b = now.why else { return [] }
    func steps(_ why: CellWhy, _ picture: RunPicture) -> [(line: WhyLine, result: Double)] {
      guard why.stage != .output, let derivation = why.derivation else { return [] }
      return Array(zip(why.stepLines(picture, session), derivation.steps.map(\.result)))
    }
    return StepPair.pairs(steps(a, both.a), steps(b, both.b))
  }

  /// What the message line says of them: where A and B part.
  static func parting(_ pairs: [StepPair], _ session: Session) -> String {
    guard let first = pairs.first(where: \.parts), let label = (first.b ?? first.a)?.label else {
      return session.say("Every step is the same in A and B.", "A 与 B 的每一步都相同。")
    }
    return session.say("A and B part at: \(label)", "A 与 B 从这一步起不同：\(label)")
  }
}
