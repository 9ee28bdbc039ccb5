/// Which keys a query may look at. Several masks are and-ed.
public protocol Mask: Part {
  /// Whether the query at position `i` may look at the key at position `j`.
  ///
  /// - Parameters:
  ///   - i: The position of the query: its row plus `context.queryStart`. It may be negative.
  ///   - j: The position of the key, which is its column.
  func keeps(query i: Int, key j: Int, in context: PairContext) -> Bool
  /// Clears the places of a row `[keys]` that the mask hides. It is there already, made of `keeps`; as a requirement it
  /// is compiled once for each mask, without a call for each pair.
  func narrow(_ row: UnsafeMutableBufferPointer<Bool>, query i: Int, in context: PairContext)
  /// The keys that the query at position `i` may look at, where they are a range for every query; else nil. It may
  /// reach beyond the keys there are.
  func span(query i: Int, in context: PairContext) -> Range<Int>?
  /// Whether the query's place matters.
  static var looksAtPositions: Bool { get }
  /// The key of the input file that the mask reads, if it reads one.
  static var inputField: String? { get }
}

extension Mask {
  public static var looksAtPositions: Bool { true }
  public static var inputField: String? { nil }
  public func span(query i: Int, in context: PairContext) -> Range<Int>? { nil }

  public func narrow(_ row: UnsafeMutableBufferPointer<Bool>, query i: Int, in context: PairContext) {
    for j in row.indices where row[j] { row[j] = keeps(query: i, key: j, in: context) }
  }
}
