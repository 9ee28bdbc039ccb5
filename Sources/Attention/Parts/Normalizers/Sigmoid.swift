import Foundation

/// 1/(1 + e⁻ˢ), each score by itself: weights do not compete, and a row may sum to anything up to the number of keys.
///
/// Source: Ramapuram et al. 2024, Theory, Analysis, and Best Practices for Sigmoid Self-Attention, without its bias.
public struct Sigmoid: Normalizer {
  public static let name = "sigmoid"
  public static let summary = Gloss(
    en: "each score by itself, 0 to 1: keys do not compete",
    zh: "每个分数各自压到 0 与 1 之间：键之间不竞争")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] { ["w = torch.sigmoid(s)"] }

  public func normalize(_ line: UnsafeMutableBufferPointer<Float>) {
    for index in line.indices { line[index] = Float(Sigmoid.value(Double(line[index]))) }
  }

  public func exact(_ line: [Double]) -> [Double] { line.map(Sigmoid.value) }

  public func derivation(_ line: [Double], at index: Int, along axis: Axis) -> [Derivation.Step] {
    [Derivation.Step(operation: .sigmoid, result: Sigmoid.value(line[index]))]
  }

  /// The exponential of a number that is not positive, so that nothing overflows; −∞ becomes 0.
  private static func value(_ score: Double) -> Double {
    let power = exp(-abs(score))
    return score >= 0 ? 1 / (1 + power) : power / (1 + power)
  }
}
