/// The nearest point to the scores among all weights that are not negative and sum to 1: max(0, s − τ). Low scores get
/// exactly 0.
///
/// τ is found from the sorted scores; only those within 1 of the largest can matter.
///
/// Source: Martins, Astudillo 2016, From Softmax to Sparsemax, algorithm 1.
public struct Sparsemax: Normalizer {
  public static let name = "sparsemax"
  public static let summary = Gloss(
    en: "max(0, s − τ): low scores get exactly 0",
    zh: "max(0, s − τ)：低分恰为 0，其余之和为 1")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    [
      "s = s.movedim(dim, -1)", "best = s.sort(descending=True).values", "total = best.cumsum(-1)",
      "count = torch.arange(1, s.shape[-1] + 1)",
      "support = (1 + count * best > total).sum(-1, keepdim=True).clamp(min=1)",
      "threshold = (total.gather(-1, support - 1) - 1) / support",
      "w, s = (s - threshold).clamp(min=0).movedim(-1, dim), s.movedim(-1, dim)",
    ]
  }

  public func normalize(_ line: UnsafeMutableBufferPointer<Float>) { replaceExactly(line) }

  public func exact(_ line: [Double]) -> [Double] {
    guard let threshold = Sparsemax.threshold(line) else { return line.map { _ in 0 } }
    return line.map { max(0, $0 - threshold) }
  }

  public func derivation(_ line: [Double], at index: Int, along axis: Axis) -> [Derivation.Step] {
    let threshold = Sparsemax.threshold(line) ?? 0
    let over = line[index] - threshold
    return [
      Derivation.Step(operation: .subtractThreshold(threshold), result: over),
      Derivation.Step(operation: .positive, result: max(0, over)),
    ]
  }

  /// τ; nil for a line with nothing but masked places.
  private static func threshold(_ line: [Double]) -> Double? {
    guard let maximum = line.max(), maximum > -.infinity else { return nil }
    var (sum, threshold) = (0.0, 0.0)
    for (index, score) in line.map({ $0 - maximum }).filter({ $0 > -1 }).sorted(by: >).enumerated() {
      if 1 + Double(index + 1) * score <= sum + score { break }
      sum += score
      threshold = (sum - 1) / Double(index + 1)
    }
    return threshold + maximum
  }
}
