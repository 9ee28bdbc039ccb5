import Foundation

/// A larger base, base · s^(D/(D−2)): fast pairs stay as they are, the slowest turns s times slower.
///
/// With D = 2 there is only the fastest pair, and nothing changes.
///
/// Source: bloc97 2023, NTK-Aware Scaled RoPE; Peng et al. 2023, YaRN, section 3.1.
public struct NTKScaling: RopeScaling {
  /// How many times slower the slowest pair turns.
  public let factor: Double

  public static let name = "ntk"
  public static let summary = Gloss(
    en: "a larger base: slow pairs turn up to s times slower",
    zh: "增大底数：转得快的通道对不变，慢的最多慢 s 倍")
  public static let arguments = [PartArgument.number("s", .leastNonzeroMagnitude...1e9)]

  public init(_ numbers: [Double]) { factor = numbers[0] }

  public func torch(_ program: TorchProgram) -> [String] {
    ["larger = base * \(factor) ** (width / (width - 2)) if width > 2 else base", "frequency = larger**exponent"]
  }

  public var numbers: [Double] { [factor] }

  public static func example(in shape: Shape) -> NTKScaling? { NTKScaling([4]) }

  public func angle(position: Int, pair: Int, dim: Int, base: Double) -> Double {
    let larger = dim > 2 ? base * pow(factor, Double(dim) / Double(dim - 2)) : base
    return NoRopeScaling([]).angle(position: position, pair: pair, dim: dim, base: larger)
  }
}
