/// A window, and the first g tokens globally: |i − j| < w, or i < g, or j < g.
///
/// Source: Beltagy et al. 2020, Longformer, section 3.1.
public struct Longformer: Mask {
  /// How far a query sees, itself counted.
  public let width: Int
  /// How many tokens see all, and are seen by all.
  public let globals: Int

  public static let name = "longformer"
  public static let summary = Gloss(
    en: "a window, and g tokens that see and are seen by all",
    zh: "窗口，加上 g 个与所有词元互相可见的全局词元")
  public static let arguments = [PartArgument.whole("w", 1...16_384), PartArgument.whole("g", 0...16_384)]

  public init(_ numbers: [Double]) { (width, globals) = (Int(numbers[0]), Int(numbers[1])) }

  public func torch(_ program: TorchProgram) -> [String] {
    ["keep &= ((i - j).abs() < \(width)) | (i < \(globals)) | (j < \(globals))"]
  }

  public var numbers: [Double] { [Double(width), Double(globals)] }

  /// A narrow window and one global token.
  public static func example(in shape: Shape) -> Longformer? {
    Longformer([Double(Swift.max(1, shape.keys / 8)), 1])
  }

  public func keeps(query i: Int, key j: Int, in context: PairContext) -> Bool {
    abs(i - j) < width || i < globals || j < globals
  }
}
