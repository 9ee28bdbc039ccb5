/// A part of a whole, kept as both numbers, so that it can be explained and added up.
public struct Share: Equatable, Sendable {
  public var part: Double
  public var of: Int

  public init(part: Double = 0, of: Int = 0) {
    self.part = part
    self.of = of
  }

  /// From 0 to 1; nothing of nothing.
  public var value: Double? { of > 0 ? part / Double(of) : nil }

  mutating func count(_ part: Double) {
    self.part += part
    of += 1
  }

  mutating func count(_ isPart: Bool) { count(isPart ? 1 : 0) }
}
