/// What is added to a score because of where query and key stand.
public protocol Bias: Part {
  /// The amount added, in every head's row `i − queryStart` and column `j`.
  ///
  /// - Parameters:
  ///   - head: The query head, from 0.
  ///   - i: The position of the query, which may be negative.
  ///   - j: The position of the key.
  func value(head: Int, query i: Int, key j: Int, in context: PairContext) -> Double
  /// Whether `value` is 0 everywhere, so that the stage can be left out.
  static var addsNothing: Bool { get }
  /// Whether `value` depends on j − i only, for a head.
  static var dependsOnDistance: Bool { get }
  /// Whether the query's place matters.
  static var looksAtPositions: Bool { get }
}

extension Bias {
  public static var addsNothing: Bool { false }
  public static var dependsOnDistance: Bool { false }
  public static var looksAtPositions: Bool { true }
}
