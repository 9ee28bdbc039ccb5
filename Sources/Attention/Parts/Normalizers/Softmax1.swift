import Foundation

/// Softmax with one more e⁰ in the sum: exp(s) over 1 + Σexp. A row may sum to less than 1, and so attend to nothing.
///
/// The larger of 0 and the line's maximum is subtracted first, so that nothing overflows.
///
/// Source: Miller 2023, Attention Is Off By One.
public struct Softmax1: Normalizer {
  public static let name = "softmax1"
  public static let summary = Gloss(
    en: "exp over 1 + Σexp: a row may sum to less than 1",
    zh: "指数除以 1 + Σexp：一行之和可以小于 1")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    [
      "one = torch.zeros_like(s.narrow(dim, 0, 1))  # one more score, of 0, that is then left out",
      "w = torch.softmax(torch.cat((s, one), dim), dim).narrow(dim, 0, s.shape[dim])",
    ]
  }

  public func normalize(_ line: UnsafeMutableBufferPointer<Float>) {
    let maximum = max(0, VectorLine.maximum(line))
    let sum = VectorLine.exponentials(line, minus: maximum) + exp(-Double(maximum))
    VectorLine.scale(line, by: Float(1 / sum))
  }

  public func exact(_ line: [Double]) -> [Double] {
    let maximum = max(0, line.max() ?? 0)
    let exponentials = line.map { exp($0 - maximum) }
    let sum = exponentials.reduce(exp(-maximum), +)
    return exponentials.map { $0 / sum }
  }

  public func derivation(_ line: [Double], at index: Int, along axis: Axis) -> [Derivation.Step] {
    let maximum = max(0, line.max() ?? 0)
    let shifted = line[index] - maximum
    let sum = line.reduce(exp(-maximum)) { $0 + exp($1 - maximum) }
    return [
      Derivation.Step(operation: .subtract(maximum), result: shifted),
      Derivation.Step(operation: .exponent, result: exp(shifted)),
      Derivation.Step(operation: .sumAndOne(sum), result: exp(shifted) / sum),
    ]
  }
}
