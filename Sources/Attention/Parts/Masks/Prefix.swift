/// The first p keys are seen by all queries, the rest causally: j ≤ i or j < p.
///
/// Source: Raffel et al. 2020, Exploring the Limits of Transfer Learning, section 3.2.1 (prefix LM).
public struct Prefix: Mask {
  /// How many keys every query sees.
  public let length: Int

  public static let name = "prefix"
  public static let summary = Gloss(
    en: "all queries see the first p keys: j ≤ i or j < p",
    zh: "前 p 个键人人可见，其余按因果：j ≤ i 或 j < p")
  public static let arguments = [PartArgument.whole("p", 0...16_384)]

  public init(_ numbers: [Double]) { length = Int(numbers[0]) }

  public func torch(_ program: TorchProgram) -> [String] { ["keep &= (j <= i) | (j < \(length))"] }

  public var numbers: [Double] { [Double(length)] }

  /// A third of the keys.
  public static func example(in shape: Shape) -> Prefix? { Prefix([Double(Swift.max(1, shape.keys / 3))]) }

  public func keeps(query i: Int, key j: Int, in context: PairContext) -> Bool { j <= i || j < length }

  public func span(query i: Int, in context: PairContext) -> Range<Int>? { 0..<max(i + 1, length) }
}
