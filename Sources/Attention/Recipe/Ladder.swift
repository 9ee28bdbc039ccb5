/// The values that the arrow keys walk along.
enum Ladder {
  /// The neighbour of a number among rungs in ascending order; a number between two rungs goes to the nearer side.
  static func neighbour(of value: Double, among rungs: [Double], up: Bool) -> Double? {
    up ? rungs.first { $0 > value } : rungs.last { $0 < value }
  }

  /// The neighbour of a name in a circle of names; the first one for a name that is not in it.
  static func neighbour(of name: String, around names: [String], up: Bool) -> String? {
    guard !names.isEmpty else { return nil }
    guard let index = names.firstIndex(of: name) else { return names[0] }
    return names[(index + (up ? 1 : names.count - 1)) % names.count]
  }

  /// The next whole number of a range.
  static func neighbour(of value: Int, in range: ClosedRange<Int>, up: Bool) -> Int? {
    let next = up ? value.addingReportingOverflow(1) : value.subtractingReportingOverflow(1)
    return !next.overflow && range.contains(next.partialValue) ? next.partialValue : nil
  }
}
