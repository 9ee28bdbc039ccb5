/// Numbers as flags show them.
enum NumberText {
  /// The shortest text that reads back to the same number, whole numbers without a point: `8`, `0.125`.
  static func shortest(_ number: Double) -> String { withoutPoint(number.description) }

  /// The same for 32 bits.
  static func shortest(_ number: Float) -> String { withoutPoint(number.description) }

  private static func withoutPoint(_ text: String) -> String { text.hasSuffix(".0") ? String(text.dropLast(2)) : text }

  /// The number that a text spells, if it is one and finite. Only plain decimal notation counts: no hexadecimal.
  static func number(_ text: some StringProtocol) -> Double? {
    guard text.utf8.allSatisfy({ ($0 >= 48 && $0 <= 57) || [43, 45, 46, 69, 101].contains($0) }) else { return nil }
    guard let number = Double(text), number.isFinite else { return nil }
    return number
  }

  /// A range in words: `1 to 128`, `above 0`, `any finite number`.
  static func range(_ range: ClosedRange<Double>) -> String {
    let start = range.lowerBound == .leastNonzeroMagnitude ? "above 0" : shortest(range.lowerBound)
    switch (range.lowerBound, range.upperBound) {
    case (-.greatestFiniteMagnitude, .greatestFiniteMagnitude): return "any finite number"
    case (.leastNonzeroMagnitude, .greatestFiniteMagnitude): return start
    case (_, 1.0.nextDown): return "\(start) or more, below 1"
    case (_, .greatestFiniteMagnitude): return "\(start) or more"
    case (.leastNonzeroMagnitude, let end): return "\(start), at most \(shortest(end))"
    case (_, let end): return "\(start) to \(shortest(end))"
    }
  }
}
