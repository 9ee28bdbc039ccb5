import Dispatch
import Foundation
import Synchronization

/// Weights fitted to one learner's log, and whether they foretell better what was held out.
///
/// The objective is that of the FSRS optimizer: the log-loss of recall on a later day, newer reviews counting more, and a
/// penalty for leaving the published weights, by how much learners differ. It is followed downhill by Adam over the
/// whole log; the same log always gives the same weights.
///
/// Source: fsrs-rs, `src/training.rs`, `src/parameter_clipper.rs`; Kingma, Ba 2014, Adam.
public struct Fit: Equatable, Sendable {
  /// Reviews that it takes.
  public static let leastReviews = 400

  public enum Refusal: Error, Equatable, Sendable {
    /// The log has fewer reviews than it takes.
    case tooFew(Int)
    /// Too few cards were asked again on a later day.
    case nothingLater
  }

  public let reviews: Int
  /// Reviews on a later day that the weights were fitted to.
  public let fitted: Int
  /// Later ones, by which they are judged.
  public let heldOut: Int
  /// The mean log-loss of the reviews held out, with the weights in use.
  public let before: Double
  /// The same with the fitted weights.
  public let after: Double
  public let weights: Weights

  public var isBetter: Bool { after < before - 1e-9 }

  /// Takes some seconds for ten thousand reviews.
  /// - Throws: `Refusal`.
  public init(_ history: History) throws(Refusal) {
    let all = history.reviews
    guard all.count >= Self.leastReviews else { throw .tooFew(all.count) }
    let recollections = Recollections(all, history.scheduler)
    guard recollections.seen >= 20, recollections.heldOut >= 5 else { throw .nothingLater }
    reviews = all.count
    (fitted, heldOut) = (recollections.seen, recollections.heldOut)
    weights = Self.descend(recollections)
    before = recollections.heldOutLoss(history.scheduler.weights)
    after = recollections.heldOutLoss(weights)
  }

  // MARK: Descent

  /// How much the weights of learners differ.
  private static let deviations = [
    6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32,
    0.14, 0.27,
  ]

  private static let steps = 150
  /// Steps without gain after which no more is to be had.
  private static let patience = 15

  private static func descend(_ recollections: Recollections) -> Weights {
    let origin = Weights.standard.values
    @Sendable func weights(_ point: [Double]) -> Weights {
      Weights(clamping: zip(origin, zip(point, deviations)).map { $0 + $1.0 * $1.1 })
    }
    @Sendable func objective(_ point: [Double]) -> Double {
      recollections.loss(weights(point)) + point.reduce(0) { $0 + $1 * $1 }
    }
    var point = Array(repeating: 0.0, count: origin.count)
    var best = (point: point, value: objective(point), step: 0)
    var (mean, square) = (point, point)
    for step in 1...steps {
      let slope = slope(of: objective, at: point)
      let rate = 0.05 * (1 + cos(.pi * Double(step - 1) / Double(steps))) / 2
      for index in point.indices {
        mean[index] = 0.9 * mean[index] + 0.1 * slope[index]
        square[index] = 0.999 * square[index] + 0.001 * slope[index] * slope[index]
        let (m, v) = (mean[index] / (1 - pow(0.9, Double(step))), square[index] / (1 - pow(0.999, Double(step))))
        point[index] -= rate * m / (v.squareRoot() + 1e-8)
      }
      // Where a weight was clamped, the point goes no farther either.
      point = zip(weights(point).values, zip(origin, deviations)).map { ($0 - $1.0) / $1.1 }
      let value = objective(point)
      if value < best.value * (1 - 1e-5) { best = (point, value, step) }
      if step - best.step >= patience { break }
    }
    return weights(best.point)
  }

  /// By central differences, on all cores.
  private static func slope(of objective: @Sendable ([Double]) -> Double, at point: [Double]) -> [Double] {
    let reach = 1e-4
    let result = Mutex(Array(repeating: 0.0, count: point.count))
    DispatchQueue.concurrentPerform(iterations: point.count) { index in
      var (up, down) = (point, point)
      up[index] += reach
      down[index] -= reach
      let slope = (objective(up) - objective(down)) / (2 * reach)
      result.withLock { $0[index] = slope }
    }
    return result.withLock { $0 }
  }
}

extension Weights {
  /// Within the bounds in which the formulas make sense: grades keep their order, a pass never lowers stability and a
  /// failure never raises it.
  init(clamping values: [Double]) {
    let bounds: [ClosedRange<Double>] = [
      0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4, 0.001...0.75, 0...4.5, 0...0.8,
      0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4, 0...1, 1...6, 0...2, 0...2, 0.01...0.8, 0.1...0.8,
    ]
    var w = zip(values, bounds).map { min(max($0, $1.lowerBound), $1.upperBound) }
    for grade in 1..<4 { w[grade] = max(w[grade], w[grade - 1]) }
    self = Weights(w) ?? .standard
  }
}
