import Attention
import Foundation
import TerminalUI

/// How the selected cell came about: the derivation of its weight, and where it stands in its row.
struct CellWhy: Sendable {
  /// What one key adds to the selected channel of the output.
  struct Share: Sendable {
    let key: Int
    let weight: Double
    let adds: Double
  }

  let stage: Stage
  let head: Int
  let query: Int
  let key: Int
  let channel: Int
  /// Nil where the kernel keeps no weights: there is only the output then.
  let derivation: Derivation?
  /// What the picture shows at the cell; nil where a mask hides it.
  let value: Float?
  var isMasked: Bool { value == nil }
  /// Keys that the masks leave to the query.
  let kept: Int
  /// Sum, entropy and the like of the weights of the row; nil where there are none.
  let row: RowFigures?
  /// Of the output: the heaviest keys first, as many as are listed.
  let shares: [Share]

  static let mostShares = 6

  init(_ picture: RunPicture, _ view: PlaygroundView) {
    let shape = picture.shape
    let place = view.place(in: shape)
    (stage, head, query, key) = (view.stage, picture.head(view), place.row, place.column)
    channel = view.channel(in: shape)
    let run = picture.run
    let line = picture.place(head: head, query: query).row
    kept = run.keep[line * shape.keys..<(line + 1) * shape.keys].count { $0 }
    derivation = run.keepsWeights ? picture.why(head: head, query: query, key: key) : nil
    row = run.keepsWeights ? RowFigures(picture, head: head, query: query, key: key) : nil
    let hasHoles = stage == .masked || stage == .weights
    let isHole = hasHoles && !picture.isKept(query: query, key: key)
    value = isHole ? nil : picture.value(stage, head: head, query: query, column: stage == .output ? channel : key)
    guard stage == .output, run.keepsWeights else {
      shares = []
      return
    }
    let weights = picture.weights(head: head, query: query)
    let seen = weights.indices.filter { picture.isKept(query: place.row, key: $0 - weights.startIndex) }
    let heaviest = seen.sorted { abs(weights[$0]) > abs(weights[$1]) }.prefix(Self.mostShares)
    shares = heaviest.map { index in
      let key = index - weights.startIndex
      let why = picture.why(head: picture.head(view), query: place.row, key: key)
      return Share(key: key, weight: why.weight, adds: Double(why.addsToOutput[view.channel(in: shape)]))
    }
  }

  /// The last step that the shown stage has taken.
  var stageStep: Int {
    let end: (Derivation.Step.Operation) -> Bool = { operation in
      switch (stage, operation) {
      case (.scores, _) where operation.isScore: true
      case (.biased, .softcap), (.biased, .bias): true
      case (.biased, _) where operation.isScore: true
      case (.masked, .softcap), (.masked, .bias), (.masked, .temperature), (.masked, .mask),
        (.masked, .scoreTimesMask):
        true
      case (.masked, _) where operation.isScore: true
      case (.weights, _), (.output, _): true
      default: false
      }
    }
    return derivation?.steps.lastIndex { end($0.operation) } ?? 0
  }

  /// The number that is explained; a masked place has none.
  var shown: String {
    guard let value else { return "—" }
    return stage == .weights ? Figures.weight(Double(value)) : Figures.value(Double(value))
  }

  /// What is asked: `Why 0.196`, `Why masked`.
  func question(_ session: Session) -> String {
    isMasked ? session.say("Why masked", "为何被掩蔽") : session.say("Why \(shown)", "为何是 \(shown)")
  }

  /// What is said of a query that the masks leave no key.
  func emptyRow(_ session: Session) -> String {
    session.say("nothing to share out, so its output is zeros", "无可分配，因此输出全为零")
  }

  /// Sums of the positive and of the negative products.
  var productSums: (up: Double, down: Double) {
    (derivation?.products ?? []).reduce(into: (0.0, 0.0)) { sums, product in
      if product > 0 { sums.up += Double(product) } else { sums.down += Double(product) }
    }
  }
}

extension Derivation.Step.Operation {
  /// Whether it belongs to the comparison of query and key itself.
  fileprivate var isScore: Bool {
    switch self {
    case .dot, .bilinear, .additive, .lengths, .scale: true
    default: false
    }
  }
}

/// What is known of one row of weights.
struct RowFigures: Sendable {
  let sum: Double
  /// In nats; nil where a weight is negative.
  let entropy: Double?
  /// Keys that the masks leave to the query.
  let kept: Int
  /// Which place the selected key takes by weight, from 1; nil where it is masked.
  let rank: Int?

  init(_ picture: RunPicture, head: Int, query: Int, key: Int) {
    let (run, keys) = (picture.run, picture.shape.keys)
    let place = picture.place(head: head, query: query)
    let keep = run.keep[place.row * keys..<(place.row + 1) * keys]
    let weights = picture.weights(head: head, query: query)
    sum = Double(run.rowSums[place.head][place.row])
    entropy = run.entropy[place.head][place.row].map(Double.init)
    kept = keep.count { $0 }
    let own = weights[weights.startIndex + key]
    rank = keep[keep.startIndex + key] ? 1 + weights.count { $0 > own } : nil
  }

  /// The entropy of equal weights.
  var mostEntropy: Double { kept > 0 ? log(Double(kept)) : 0 }

  /// How many keys, all of the same weight, would give the same entropy.
  var effectiveKeys: Double? { entropy.map { kept == 0 ? 0 : exp($0) } }
}
