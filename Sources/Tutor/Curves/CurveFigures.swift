import Attention
import Foundation

/// What has been measured of a curve so far.
struct CurveFigures: Sendable {
  let kind: CurveKind
  let plan: CurvePlan
  /// `[lines][places]`; nil where nothing has come yet. Of costs, the best time in seconds.
  private(set) var values: [[Double?]]
  /// Of costs, floating-point operations by the book.
  private(set) var operations: [[Double?]]
  /// Of entropies, what they cannot exceed.
  private(set) var limit: Double?
  /// The place that is read off.
  var cursor: Int
  /// Runs that were made.
  private var made = 0

  init(_ kind: CurveKind, _ recipe: Recipe) {
    self.kind = kind
    plan = kind.plan(recipe)
    let empty = [[Double?]](repeating: Array(repeating: nil, count: plan.places.count), count: plan.names.count)
    values = plan.known.isEmpty ? empty : plan.known.map { $0.map { $0 } }
    operations = empty
    cursor = kind.firstPlace(plan, recipe)
  }

  /// The run that is to be made next; nil when all are made.
  var next: CurvePlan.Measurement? {
    let place = made / plan.repeats
    return place < plan.measurements.count ? plan.measurements[place] : nil
  }

  /// The part of the runs that is made, 0 to 1.
  var share: Double { Double(made) / Double(max(1, plan.measurements.count * plan.repeats)) }

  /// Takes in the run that was to be made next; nil where it could not be made.
  mutating func take(_ run: Run?, seconds: Double) {
    guard let next else { return }
    made += 1
    guard let run else { return }
    switch kind {
    case .entropy:
      values[next.line][next.place] = run.meanEntropy
      limit = EntropyCurve.limit(run)
    case .deviation: values[next.line][next.place] = DeviationCurve.reading(run)
    case .cost:
      values[next.line][next.place] = min(seconds, values[next.line][next.place] ?? .infinity)
      operations[next.line][next.place] = Double(run.flops)
    case .cache: break
    }
  }
}
