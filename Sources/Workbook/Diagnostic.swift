public import Markdown

/// Something wrong with a file of the bank, where it stands, and what to do about it.
public struct Diagnostic: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file, below the bank's folder as that was given.
  public let path: String
  public let location: Location
  public let message: String
  /// A warning leaves the bank valid.
  public let isWarning: Bool

  public init(path: String, location: Location, message: String, isWarning: Bool = false) {
    self.path = Self.printable(path)
    self.location = location
    self.message = Self.printable(message)
    self.isWarning = isWarning
  }

  /// Something wrong with a line as a whole.
  public init(path: String, line: Int, message: String) {
    self.init(path: path, location: Location(line: line, column: 1), message: message)
  }

  /// File names and what files say are untrusted: nothing of them may do something to a terminal, or end the line.
  private static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.isRefused || $0.value < 0x20 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(scalar.isRefused || scalar.value < 0x20 ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  public var line: Int { location.line }
  public var column: Int { location.column }

  /// `path:line:column: message`, with `warning: ` before the message of a warning.
  public var description: String { "\(path):\(line):\(column): \(isWarning ? "warning: " : "")\(message)" }
}

extension Diagnostic: Comparable {
  /// By file, then by place, then by wording: the order in which they are printed.
  public static func < (one: Diagnostic, other: Diagnostic) -> Bool {
    (one.path, one.location, one.message) < (other.path, other.location, other.message)
  }
}
