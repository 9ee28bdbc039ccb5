/// How widely scores spread as queries and keys get more channels: their standard deviation, of q·k and of q·k/√d.
///
/// Of standard normal channels the first is √d, the second 1. Source: Vaswani et al. 2017, Attention Is All You Need,
/// section 3.2.1, footnote 4.
public enum DeviationCurve {
  static let dims = (0...10).map { 1 << $0 }
  /// Queries, and as many keys: 65,536 scores a point.
  static let tokens = 256

  /// Random queries and keys of each dimension, from the recipe's seed, with dot and scaled-dot.
  public static func plan(_ recipe: Recipe) -> CurvePlan {
    let scores: [any Score] = [Dot([]), ScaledDot([])]
    let measurements = dims.indices.flatMap { place in
      scores.indices.map { line in
        var run = Recipe()
        (run.seed, run.score) = (recipe.seed, scores[line])
        let dim = dims[place]
        run.take(Shape(heads: 1, kvHeads: 1, queries: tokens, keys: tokens, dim: dim, valueDim: 1))
        return CurvePlan.Measurement(line: line, place: place, recipe: run)
      }
    }
    return CurvePlan(places: dims.map { Double($0) }, names: ["q·k", "q·k / √d"], measurements: measurements)
  }

  /// A point: the standard deviation of the scores about their mean.
  public static func reading(_ run: Run) -> Double? {
    let count = Double(run.scores.values.count)
    guard count > 0 else { return nil }
    let mean = run.scores.values.reduce(0) { $0 + Double($1) } / count
    return (run.scores.values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / count).squareRoot()
  }
}
