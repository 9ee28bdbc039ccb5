/// No normaliser: the kept scores are the weights, negative ones too.
///
/// Source: linear attention without its denominator; what the other normalisers are there to improve on.
public struct NoNormalizer: Normalizer {
  public static let name = "none"
  public static let summary = Gloss(
    en: "the scores themselves are the weights, negative ones too",
    zh: "分数本身就是权重，负数也保留")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] { ["w = s.masked_fill(s.isneginf(), 0)"] }

  public func normalize(_ line: UnsafeMutableBufferPointer<Float>) {
    for index in line.indices where line[index] == -.infinity { line[index] = 0 }
  }

  public func exact(_ line: [Double]) -> [Double] { line.map { $0 == -.infinity ? 0 : $0 } }

  public func derivation(_ line: [Double], at index: Int, along axis: Axis) -> [Derivation.Step] { [] }
}
