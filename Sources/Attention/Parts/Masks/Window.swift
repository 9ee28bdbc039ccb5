/// Only keys near the query: |i − j| < w. With `causal` the last w keys, the query's own among them.
///
/// Source: Beltagy et al. 2020, Longformer, section 3.1.
public struct Window: Mask {
  /// How far a query sees, itself counted.
  public let width: Int

  public static let name = "window"
  public static let summary = Gloss(
    en: "only keys near the query: |i − j| < w",
    zh: "只看邻近的键：|i − j| < w")
  public static let arguments = [PartArgument.whole("w", 1...16_384)]

  public init(_ numbers: [Double]) { width = Int(numbers[0]) }

  public func torch(_ program: TorchProgram) -> [String] { ["keep &= (i - j).abs() < \(width)"] }

  public var numbers: [Double] { [Double(width)] }

  /// A quarter of the keys to each side.
  public static func example(in shape: Shape) -> Window? { Window([Double(Swift.max(1, shape.keys / 4))]) }

  public func keeps(query i: Int, key j: Int, in context: PairContext) -> Bool { abs(i - j) < width }

  public func span(query i: Int, in context: PairContext) -> Range<Int>? { i - width + 1..<i + width }
}
