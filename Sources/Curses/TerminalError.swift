/// Why no screen could be opened. The description is one line that says what to do.
public nonisolated enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Stream: String, Hashable, Sendable { case input, output }

  /// A standard stream is a file or a pipe.
  case notATerminal(Stream)
  /// `TERM` is empty or not set.
  case noTerm
  /// The terminfo database has no such entry.
  case unknownTerminal(String)
  /// The terminal cannot place its cursor (`dumb`).
  case cannotMoveCursor(String)
  /// Curses refused for another reason.
  case notOpened(String)

  public var description: String {
    switch self {
    case .notATerminal(let stream):
      "standard \(stream.rawValue) is not a terminal; try heed show, list or attend"
    case .noTerm:
      "TERM is not set, so the terminal's abilities are unknown; try TERM=xterm-256color heed"
    case .unknownTerminal(let name):
      "the terminal type “\(name)” (TERM) is not known here; try TERM=xterm-256color heed"
    case .cannotMoveCursor(let name):
      "the terminal type “\(name)” (TERM) cannot place its cursor; try heed show, list or attend"
    case .notOpened(let name):
      "the terminal type “\(name)” (TERM) could not be opened; try TERM=xterm-256color heed"
    }
  }
}
