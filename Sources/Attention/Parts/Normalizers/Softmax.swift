import Foundation

/// exp(s) over the sum of exp, after the line's maximum is subtracted so that nothing overflows.
///
/// Adding one number to all scores changes nothing.
public struct Softmax: Normalizer {
  public static let name = "softmax"
  public static let summary = Gloss(
    en: "e^s divided by its sum: positive weights that sum to 1",
    zh: "取指数再除以总和：权重为正，且和为 1")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] { ["w = torch.softmax(s, dim)"] }

  public func normalize(_ line: UnsafeMutableBufferPointer<Float>) {
    let maximum = VectorLine.maximum(line)
    guard maximum > -.infinity else {
      line.update(repeating: 0)
      return
    }
    let sum = VectorLine.exponentials(line, minus: maximum)
    VectorLine.scale(line, by: Float(1 / sum))
  }

  public func exact(_ line: [Double]) -> [Double] {
    guard let maximum = line.max(), maximum > -.infinity else { return line.map { _ in 0 } }
    let exponentials = line.map { exp($0 - maximum) }
    let sum = exponentials.reduce(0, +)
    return exponentials.map { $0 / sum }
  }

  public func derivation(_ line: [Double], at index: Int, along axis: Axis) -> [Derivation.Step] {
    let maximum = line.max() ?? 0
    let sum = line.reduce(0) { $0 + exp($1 - maximum) }
    let shifted = line[index] - maximum
    return [
      Derivation.Step(operation: .maximum(maximum, along: axis), result: shifted),
      Derivation.Step(operation: .exponent, result: exp(shifted)),
      Derivation.Step(operation: .sum(sum, along: axis), result: exp(shifted) / sum),
    ]
  }
}
