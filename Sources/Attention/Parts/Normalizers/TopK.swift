import Foundation

/// Softmax over the k best scores only. Scores equal to the k-th largest stay too; k beyond the number of keys keeps all.
///
/// Source: Gupta et al. 2021, Memory-efficient Transformers via Top-k Attention.
public struct TopK: Normalizer {
  /// How many scores stay.
  public let count: Int

  public static let name = "top-k"
  public static let summary = Gloss(
    en: "softmax over the k best scores only, ties staying",
    zh: "只对最高的 k 个分数做 softmax，同分者保留")
  public static let arguments = [PartArgument.whole("k", 1...16_384)]

  public init(_ numbers: [Double]) { count = Int(numbers[0]) }

  public func torch(_ program: TorchProgram) -> [String] {
    [
      "least = s.topk(min(\(count), s.shape[dim]), dim).values.amin(dim, keepdim=True)",
      "w = torch.softmax(s.masked_fill(s < least, -math.inf), dim)",
    ]
  }

  public var numbers: [Double] { [Double(count)] }

  /// A quarter of the keys.
  public static func example(in shape: Shape) -> TopK? { TopK([Double(max(1, shape.keys / 4))]) }

  public func normalize(_ line: UnsafeMutableBufferPointer<Float>) {
    let least = Float(cutoff(line.map { Double($0) }))
    for index in line.indices where line[index] < least { line[index] = -.infinity }
    Softmax([]).normalize(line)
  }

  public func exact(_ line: [Double]) -> [Double] {
    let least = cutoff(line)
    return Softmax([]).exact(line.map { $0 < least ? -.infinity : $0 })
  }

  public func derivation(_ line: [Double], at index: Int, along axis: Axis) -> [Derivation.Step] {
    let least = cutoff(line)
    let isKept = line[index] >= least
    let cut = Derivation.Step(
      operation: .cutoff(least, kept: isKept), result: isKept ? line[index] : -.infinity)
    guard isKept else { return [cut, Derivation.Step(operation: .exponent, result: 0)] }
    return [cut] + Softmax([]).derivation(line.map { $0 < least ? -.infinity : $0 }, at: index, along: axis)
  }

  /// The k-th largest score; −∞ where there are no more than k.
  private func cutoff(_ line: [Double]) -> Double {
    count >= line.count ? -.infinity : line.sorted(by: >)[count - 1]
  }
}
