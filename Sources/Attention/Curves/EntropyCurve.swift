import Foundation

/// How even the weights are at each temperature: the mean entropy of the rows, in nats.
///
/// From 0, where each row looks at one key, to the mean of ln(keys that the row's masks keep), where it looks at all of
/// them alike. Source: Hinton et al. 2015, Distilling the Knowledge in a Neural Network, section 2 (the temperature).
public enum EntropyCurve {
  /// From 1/16 to 16, two to an octave.
  static let temperatures = (-8...8).map { pow(2, Double($0) / 2) }

  /// The recipe at each temperature, on the plain path and without a fault.
  public static func plan(_ recipe: Recipe) -> CurvePlan {
    var plain = recipe
    plain.fault = NoFault([])
    plain.kernel = PlainKernel([])
    let measurements = temperatures.indices.map { place in
      var run = plain
      run.temperature = temperatures[place]
      return CurvePlan.Measurement(line: 0, place: place, recipe: run)
    }
    return CurvePlan(places: temperatures, names: ["entropy"], measurements: measurements)
  }

  /// What the mean entropy cannot exceed: the mean of ln(kept keys) over the rows that see any.
  public static func limit(_ run: Run) -> Double {
    let keys = run.shape.keys
    let counts = (0..<run.shape.queries).map { row in run.keep[row * keys..<(row + 1) * keys].count { $0 } }
    // An empty row has the entropy 0.
    return counts.reduce(0) { $0 + log(Double(max(1, $1))) } / Double(max(1, counts.count))
  }
}

extension Run {
  /// The mean of the rows' entropies over all heads, in nats; nil where no row has one.
  public var meanEntropy: Double? {
    let known = entropy.joined().compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(0) { $0 + Double($1) } / Double(known.count)
  }
}
