import Attention
import Learning
import TerminalUI

/// One thing to predict: a change, and four answers of which one is what it does.
struct Challenge: Sendable {
  /// What is asked for.
  enum Kind: Sendable, CaseIterable { case picture, entropy }

  /// An answer: a setting that was run.
  struct Option: Sendable {
    let neighbour: Neighbour
    let picture: RunPicture
  }

  let kind: Kind
  let options: [Option]
  /// Which of them the change makes.
  let right: Int

  static let count = 4

  /// - Parameter found: Settings with different answers, the one that is asked about first.
  init(_ kind: Kind, _ found: [Option], seed: UInt64) {
    var generator = SeededGenerator(seed: seed, name: "options")
    let order = Array(found.indices).ordered(by: &generator)
    (self.kind, options) = (kind, order.map { found[$0] })
    right = order.firstIndex(of: 0) ?? 0
  }

  var asked: Option { options[right] }

  /// Whether a setting has an answer at all.
  static func isClear(_ picture: RunPicture, _ kind: Kind) -> Bool { kind == .picture || picture.wholeEntropy != nil }

  /// Whether two settings would have different answers, told apart at a glance.
  static func differ(_ one: RunPicture, _ other: RunPicture, head: Int, _ kind: Kind) -> Bool {
    switch kind {
    case .entropy:
      guard let first = one.wholeEntropy, let second = other.wholeEntropy else { return false }
      return abs(first - second) > 0.12 * max(first, second) && Figures.value(first) != Figures.value(second)
    case .picture:
      let end = max(one.range(.weights).range.upperBound, other.range(.weights).range.upperBound)
      let (left, right) = (one.inks(head: head, end), other.inks(head: head, end))
      let gap = zip(left, right).reduce(Float(0)) { $0 + abs($1.0 - $1.1) }
      return gap > 0.05 * Float(left.count)
    }
  }
}

extension RunPicture {
  /// The mean entropy, where every row has one.
  fileprivate var wholeEntropy: Double? {
    run.entropy.joined().contains { $0 == nil } ? nil : run.meanEntropy
  }

  /// How light each cell of a head is drawn, 0 to 1; masked cells stand apart from all of them.
  fileprivate func inks(head: Int, _ end: Float) -> [Float] {
    zip(run.weights.matrix(head), run.keep).map { $1 ? min(1, max(-1, $0 / end)) : -0.5 }
  }
}
