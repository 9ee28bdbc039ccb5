/// Position interpolation: every position is divided by s, so that a text s times as long spans the trained angles.
///
/// Source: Chen et al. 2023, Extending Context Window of Large Language Models via Positional Interpolation.
public struct LinearScaling: RopeScaling {
  /// How many times longer the text may be.
  public let factor: Double

  public static let name = "linear"
  public static let summary = Gloss(en: "positions divided by s", zh: "位置除以 s")
  public static let arguments = [PartArgument.number("s", .leastNonzeroMagnitude...1e9)]

  public init(_ numbers: [Double]) { factor = numbers[0] }

  public func torch(_ program: TorchProgram) -> [String] { ["frequency = base**exponent / \(factor)"] }

  public var numbers: [Double] { [factor] }

  public static func example(in shape: Shape) -> LinearScaling? { LinearScaling([4]) }

  public func angle(position: Int, pair: Int, dim: Int, base: Double) -> Double {
    NoRopeScaling([]).angle(position: position, pair: pair, dim: dim, base: base) / factor
  }
}
