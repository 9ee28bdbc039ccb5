/// Halfway between softmax and sparsemax: max(0, s/2 − τ)². Low scores get exactly 0.
///
/// τ makes the weights sum to 1; it is found from the sorted scores, of which only those within 2 of the largest can
/// matter.
///
/// Source: Peters, Niculae, Martins 2019, Sparse Sequence-to-Sequence Models, algorithm 2 (α = 1.5).
public struct Entmax15: Normalizer {
  public static let name = "entmax15"
  public static let summary = Gloss(
    en: "max(0, s/2 − τ)²: between softmax and sparsemax",
    zh: "max(0, s/2 − τ)²：介于 softmax 与 sparsemax 之间")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    [
      "s = s.movedim(dim, -1)", "half = (s - s.amax(-1, keepdim=True)) / 2", "best = half.sort(descending=True).values",
      "count = torch.arange(1, s.shape[-1] + 1)", "mean = best.cumsum(-1) / count",
      "spread = (1 - (best.square().cumsum(-1) - count * mean.square())) / count",
      "thresholds = mean - spread.clamp(min=0).sqrt()",
      "support = (thresholds <= best).sum(-1, keepdim=True).clamp(min=1)",
      "over = (half - thresholds.gather(-1, support - 1)).clamp(min=0)",
      "w, s = over.square().movedim(-1, dim), s.movedim(-1, dim)",
    ]
  }

  public func normalize(_ line: UnsafeMutableBufferPointer<Float>) { replaceExactly(line) }

  public func exact(_ line: [Double]) -> [Double] {
    guard let threshold = Entmax15.threshold(line) else { return line.map { _ in 0 } }
    return line.map { score in
      let over = max(0, score / 2 - threshold)
      return over * over
    }
  }

  public func derivation(_ line: [Double], at index: Int, along axis: Axis) -> [Derivation.Step] {
    let threshold = Entmax15.threshold(line) ?? 0
    let over = line[index] / 2 - threshold
    return [
      Derivation.Step(operation: .half, result: line[index] / 2),
      Derivation.Step(operation: .subtractThreshold(threshold), result: over),
      Derivation.Step(operation: .positive, result: max(0, over)),
      Derivation.Step(operation: .square, result: max(0, over) * max(0, over)),
    ]
  }

  /// τ; nil for a line with nothing but masked places.
  private static func threshold(_ line: [Double]) -> Double? {
    guard let maximum = line.max(), maximum > -.infinity else { return nil }
    var (sum, squares, threshold) = (0.0, 0.0, 0.0)
    for (index, score) in line.map({ ($0 - maximum) / 2 }).filter({ $0 > -1 }).sorted(by: >).enumerated() {
      let count = Double(index + 1)
      sum += score
      squares += score * score
      let mean = sum / count
      let spread = (1 - (squares - count * mean * mean)) / count
      let next = mean - max(0, spread).squareRoot()
      if next > score { break }
      threshold = next
    }
    return threshold + maximum / 2
  }
}
