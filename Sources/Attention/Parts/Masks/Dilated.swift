/// A window with gaps: |i − j| < w·r, and r divides i − j. As many keys as a window of w, r times as far.
///
/// Source: Beltagy et al. 2020, Longformer, section 3.1 (dilated sliding window).
public struct Dilated: Mask {
  /// How many steps a query sees, itself counted.
  public let width: Int
  /// How far apart the steps are.
  public let rate: Int

  public static let name = "dilated"
  public static let summary = Gloss(
    en: "a window with gaps: |i − j| < w·r, and r divides i − j",
    zh: "带间隔的窗口：|i − j| < w·r，且 r 整除 i − j")
  public static let arguments = [PartArgument.whole("w", 1...16_384), PartArgument.whole("r", 1...16_384)]

  public init(_ numbers: [Double]) { (width, rate) = (Int(numbers[0]), Int(numbers[1])) }

  public func torch(_ program: TorchProgram) -> [String] {
    ["keep &= ((i - j).abs() < \(width * rate)) & ((i - j) % \(rate) == 0)"]
  }

  public var numbers: [Double] { [Double(width), Double(rate)] }

  /// Every second key, a quarter of them.
  public static func example(in shape: Shape) -> Dilated? { Dilated([Double(Swift.max(1, shape.keys / 4)), 2]) }

  public func keeps(query i: Int, key j: Int, in context: PairContext) -> Bool {
    abs(i - j) < width * rate && (i - j).isMultiple(of: rate)
  }
}
