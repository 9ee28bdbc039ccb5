import Foundation

/// The 21 weights of FSRS-6 and the formulas they stand in.
///
/// Source: Ye et al., “The Algorithm”, wiki of open-spaced-repetition/fsrs4anki, section FSRS-6; figures as in
/// py-fsrs 6.
public struct Weights: Equatable, Sendable {
  let w: [Double]
  /// Makes the chance of recall 0.9 after as many days as the stability.
  private let factor: Double

  /// The 21 numbers.
  public var values: [Double] { w }

  /// The weights fitted to the reviews of many learners, published with FSRS-6.
  public static let standard = Weights([
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ])!

  /// Nothing unless there are 21 finite numbers.
  public init?(_ values: [Double]) {
    guard values.count == 21, values.allSatisfy(\.isFinite) else { return nil }
    w = values
    factor = pow(0.9, -1 / values[20]) - 1
  }

  static let lowestStability = 0.001
  private static func difficulty(_ d: Double) -> Double { min(max(d, 1), 10) }
  private static func stability(_ s: Double) -> Double { max(s, lowestStability) }

  /// The chance of recall `days` after a review: (1 + f · t / S)^−w₂₀, where f makes it 0.9 at t = S.
  func retrievability(stability s: Double, days: Double) -> Double {
    pow(1 + factor * days / s, -w[20])
  }

  /// The days after which the chance of recall falls to `retention`, not rounded.
  func days(stability s: Double, retention: Double) -> Double {
    s / factor * (pow(retention, -1 / w[20]) - 1)
  }

  // MARK: First review

  func firstStability(_ grade: Grade) -> Double { Self.stability(w[grade.rawValue - 1]) }

  func firstDifficulty(_ grade: Grade) -> Double { Self.difficulty(rawFirstDifficulty(grade)) }

  private func rawFirstDifficulty(_ grade: Grade) -> Double { w[4] - exp(w[5] * Double(grade.rawValue - 1)) + 1 }

  // MARK: Later reviews

  /// Moves by the grade, less the nearer difficulty is to 10, then a little towards that of a first Easy.
  func nextDifficulty(_ d: Double, _ grade: Grade) -> Double {
    let change = -w[6] * Double(grade.rawValue - 3)
    let damped = d + (10 - d) * change / 9
    return Self.difficulty(w[7] * rawFirstDifficulty(.easy) + (1 - w[7]) * damped)
  }

  /// After a review on the day of the one before.
  func sameDayStability(_ s: Double, _ grade: Grade) -> Double {
    let growth = exp(w[17] * (Double(grade.rawValue) - 3 + w[18])) * pow(s, -w[19])
    return Self.stability(s * (grade == .again ? min(growth, 1) : max(growth, 1)))
  }

  /// After a review on a later day, when the chance of recall was `r`.
  func laterDayStability(_ s: Double, difficulty d: Double, recall r: Double, _ grade: Grade) -> Double {
    guard grade != .again else {
      let forgotten = w[11] * pow(d, -w[12]) * (pow(s + 1, w[13]) - 1) * exp((1 - r) * w[14])
      // Forgetting is never kinder than a failure on the same day would be.
      return Self.stability(min(forgotten, s / exp(w[17] * w[18])))
    }
    let growth =
      exp(w[8]) * (11 - d) * pow(s, -w[9]) * (exp((1 - r) * w[10]) - 1)
      * (grade == .hard ? w[15] : 1) * (grade == .easy ? w[16] : 1)
    return Self.stability(s * (1 + growth))
  }
}

extension Weights: Codable {
  public init(from decoder: any Decoder) throws {
    let values = try decoder.singleValueContainer().decode([Double].self)
    guard let weights = Weights(values) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "expected 21 numbers, not \(values.count)"))
    }
    self = weights
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(w)
  }
}
