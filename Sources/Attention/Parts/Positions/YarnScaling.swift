import Foundation

/// Pairs that turn often within the original context L stay, pairs that do not turn once are slowed down s times, and
/// those between are mixed; queries and keys are each multiplied by 0.1·ln s + 1.
///
/// A pair turns r = L/λ times within L, λ being its wavelength. It stays with r > 32, is divided by s with r < 1, and
/// the share (r − 1)/31 of it stays between (α = 1, β = 32).
///
/// Source: Peng et al. 2023, YaRN, sections 3.2 and 3.4, definition 2.
public struct YarnScaling: RopeScaling {
  /// How many times longer the text may be.
  public let factor: Double
  /// The tokens of the original context, L.
  public let context: Double

  public static let name = "yarn"
  public static let summary = Gloss(
    en: "slow pairs turn s times slower; L: the trained length",
    zh: "慢的通道对放慢 s 倍，快的不变；L 为原始长度")
  public static let arguments = [
    PartArgument.number("s", 1...1e9), PartArgument.whole("L", 1...1_000_000_000),
  ]

  public init(_ numbers: [Double]) { (factor, context) = (numbers[0], numbers[1]) }

  public func torch(_ program: TorchProgram) -> [String] {
    [
      "turns = \(context) * base**exponent / (2 * math.pi)", "stays = ((turns - 1) / 31).clamp(0, 1)",
      "frequency = base**exponent * (stays + (1 - stays) / \(factor))", "magnitude = 0.1 * math.log(\(factor)) + 1",
    ]
  }

  public var numbers: [Double] { [factor, context] }

  /// The keys are four times the original context.
  public static func example(in shape: Shape) -> YarnScaling? {
    YarnScaling([4, Double(Swift.max(1, shape.keys / 4))])
  }

  public var magnitude: Double { 0.1 * log(factor) + 1 }

  public func angle(position: Int, pair: Int, dim: Int, base: Double) -> Double {
    let angle = NoRopeScaling([]).angle(position: position, pair: pair, dim: dim, base: base)
    let turns = context * NoRopeScaling([]).angle(position: 1, pair: pair, dim: dim, base: base) / (2 * .pi)
    let stays = min(1, max(0, (turns - 1) / 31))
    return angle * stays + angle / factor * (1 - stays)
  }
}
