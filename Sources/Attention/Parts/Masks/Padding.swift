/// Only the first `length` keys are real, the rest fill the batch: j < len.
public struct Padding: Mask {
  /// How many keys are real, from 0.
  public let length: Int

  public static let name = "padding"
  public static let summary = Gloss(
    en: "the first len keys are real, the rest padding: j < len",
    zh: "只有前 len 个键是真实的，其余为填充：j < len")
  public static let arguments = [PartArgument.whole("len", 0...16_384)]
  public static let looksAtPositions = false

  public init(_ numbers: [Double]) { length = Int(numbers[0]) }

  public func torch(_ program: TorchProgram) -> [String] { ["keep &= j < \(length)"] }

  public var numbers: [Double] { [Double(length)] }

  /// A quarter of the keys is padding, and at least one key is real.
  public static func example(in shape: Shape) -> Padding? {
    Padding([Double(Swift.max(1, shape.keys - shape.keys / 4))])
  }

  public func keeps(query i: Int, key j: Int, in context: PairContext) -> Bool { j < length }

  public func span(query i: Int, in context: PairContext) -> Range<Int>? { 0..<length }
}
