import Attention
import Foundation

/// What is compared of two runs besides their pictures, each a mean over all heads and rows that have one.
struct RunStatistics: Sendable {
  /// In nats.
  let entropy: Double?
  let effectiveKeys: Double?
  /// The least and the largest sum of a row's weights.
  let rowSums: ClosedRange<Double>?
  /// The standard deviation of the scores around their mean.
  let scoreDeviation: Double?
  let cost: Cost
  /// Bytes of scores and weights that are held at once.
  let pairBytes: Int

  init(_ run: Run) {
    let known = run.entropy.joined().compactMap { $0.map(Double.init) }
    entropy = known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    effectiveKeys = known.isEmpty ? nil : known.reduce(0) { $0 + exp($1) } / Double(known.count)
    let sums = run.rowSums.joined().map(Double.init)
    rowSums = sums.min().flatMap { low in sums.max().map { low...$0 } }
    scoreDeviation = Self.deviation(run.scores.values)
    cost = run.cost
    pairBytes = run.keepsWeights ? 2 * run.cost.scoreBytes : 0
  }

  private static func deviation(_ values: [Float]) -> Double? {
    guard !values.isEmpty else { return nil }
    var (sum, squares) = (0.0, 0.0)
    for value in values {
      sum += Double(value)
      squares += Double(value) * Double(value)
    }
    let mean = sum / Double(values.count)
    return max(0, squares / Double(values.count) - mean * mean).squareRoot()
  }
}
