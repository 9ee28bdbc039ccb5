/// A query sees itself and the keys before it: j ≤ i.
///
/// With more queries than keys, and the default start of the queries, the first rows are empty, as in flash-attention
/// from version 2.1.
public struct Causal: Mask {
  public static let name = "causal"
  public static let summary = Gloss(
    en: "a query sees itself and what came before: j ≤ i",
    zh: "查询只能看到自己和之前的键：j ≤ i")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] { ["keep &= j <= i"] }

  public func keeps(query i: Int, key j: Int, in context: PairContext) -> Bool { j <= i }

  public func span(query i: Int, in context: PairContext) -> Range<Int>? { 0..<max(0, i + 1) }
}
