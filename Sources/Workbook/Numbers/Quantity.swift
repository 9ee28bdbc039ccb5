/// A number as somebody typed it, understood: `1 GiB`, `1.07e9`, `2^30`, `1,073,741,824`, `1/8`, `50%`, `１２８`.
public struct Quantity: Sendable, Equatable {
  /// In the unit without a prefix: bytes, seconds, operations; a percentage is a hundredth.
  public let value: Double
  /// The name of that unit; nil for a plain number.
  public let unit: String?

  public init(value: Double, unit: String? = nil) {
    self.value = value
    self.unit = unit
  }

  /// Reads what was typed; nil when that is not a number yet.
  ///
  /// Arithmetic is understood (`2*32*128`), full-width signs count as their plain forms, and commas must stand in
  /// thousands. KB, MB, GB are powers of 1000; KiB, MiB, GiB of 1024.
  /// - Parameter expected: the unit of a bare number, and what the typed unit must measure. Without one any known unit
  ///   is taken.
  public init?(parsing typed: String, expecting expected: Unit? = nil) {
    let text = TypedNumber(typed)
    guard let number = text.value else { return nil }
    if text.unit.isEmpty {
      self.init(value: number * (expected?.factor ?? 1), unit: expected.flatMap(Self.name))
    } else {
      guard let unit = Unit(typed: text.unit, expecting: expected) else { return nil }
      self.init(value: number * unit.factor, unit: Self.name(expected ?? unit))
    }
    guard value.isFinite else { return nil }
  }

  /// What was understood, for the learner to check: `1,073,741,824 bytes`.
  public var echo: String {
    guard let unit else { return value.brief }
    if unit == "%" { return (value * 100).brief + "%" }
    return "\(value.brief) \(unit)"
  }

  static func name(_ unit: Unit) -> String? {
    if unit.name == "%" { return "%" }
    let name = unit.baseName
    return name.isEmpty ? nil : name
  }
}
