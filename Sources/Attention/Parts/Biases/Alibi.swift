import Foundation

/// A penalty that grows with the distance: −slope·|i − j|, with a slope for each head.
///
/// With H a power of two the slopes are 2^(−8k/H) for k = 1…H. For other H the published rule takes the slopes of the
/// next smaller power of two, then every second one of twice that power.
///
/// Source: Press, Smith, Lewis 2022, Train Short, Test Long, section 3, and `get_slopes` of its code.
public struct Alibi: Bias {
  public static let name = "alibi"
  public static let summary = Gloss(
    en: "a penalty that grows with distance, its slope set by the head",
    zh: "随距离增大的惩罚，每个头的斜率不同")

  public static let dependsOnDistance = true

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    [
      "power = 2 ** (H.bit_length() - 1)",
      "steps = [(h + 1) / power if h < power else (h - power + 0.5) / power for h in range(H)]",
      "slopes = torch.tensor([2.0 ** (-8 * step) for step in steps])",
      "bias = -slopes[:, None, None] * (i - j).abs()",
    ]
  }

  public func value(head: Int, query i: Int, key j: Int, in context: PairContext) -> Double {
    -Alibi.slope(head: head, of: context.shape.heads) * Double(abs(i - j))
  }

  /// The slope of a head, from 0, of `heads`.
  static func slope(head: Int, of heads: Int) -> Double {
    let power = 1 << (Int.bitWidth - 1 - heads.leadingZeroBitCount)
    let exponent = head < power ? Double(head + 1) / Double(power) : (Double(head - power) + 0.5) / Double(power)
    return pow(2, -8 * exponent)
  }
}
