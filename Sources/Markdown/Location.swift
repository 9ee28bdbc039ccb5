/// A place in a text file.
///
/// Lines and columns count from 1; columns count characters as a reader sees them, not bytes.
public struct Location: Hashable, Sendable, Comparable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first character of a file.
  public static let start = Location(line: 1, column: 1)

  public static func < (one: Location, other: Location) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}
