import CNcurses
import Glibc

/// What terminfo says beyond what curses uses by itself.
struct Capabilities {
  /// Understands the private modes of xterm: mouse, bracketed paste, synchronised output.
  var isLikeXterm: Bool
  /// Colours are given as 24-bit values, not as palette indices.
  var hasDirectColour: Bool
  /// Shows the cursor.
  var cursor: String
  /// The bytes that bring the screen back from any state, also from the middle of a sequence.
  var reset: String

  /// Reads the entry of the current terminal, after the screen was opened.
  init() {
    isLikeXterm = Self.string("kmous") != nil
    hasDirectColour = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || Self.string("RGB") != nil
    // CAN ends a sequence that was cut off, so that the next one is read as such.
    var bytes = "\u{18}"
    if isLikeXterm { bytes += Modes.synchronised.off + Modes.input(mouse: true).off }
    for name in ["sgr0", "op", "rmkx", "cnorm"] { bytes += Self.string(name) ?? "" }
    cursor = Self.string("cnorm") ?? ""
    // Terminals made with libvterm bring back with the shell's screen that the cursor was hidden.
    reset = bytes + (Self.string("rmcup") ?? "\r\n") + cursor
  }

  /// Throws the reason why no screen can be opened here.
  static func check(terminal name: String) throws(TerminalError) {
    if isatty(STDOUT_FILENO) == 0 { throw .notATerminal(.output) }
    if isatty(STDIN_FILENO) == 0 { throw .notATerminal(.input) }
    if name.isEmpty { throw .noTerm }
    if cn_find_terminal(name) != 1 { throw .unknownTerminal(name) }
    if string("cup") == nil { throw .cannotMoveCursor(name) }
  }

  /// A string capability without its padding (`$<5>`), which no terminal of today needs.
  private static func string(_ name: String) -> String? {
    guard let found = tigetstr(name), found != UnsafeMutablePointer(bitPattern: -1) else { return nil }
    var text = String(cString: found)
    while let start = text.firstRange(of: "$<"), let end = text[start.upperBound...].firstIndex(of: ">") {
      text.removeSubrange(start.lowerBound...end)
    }
    return text
  }
}

/// Private modes of xterm that terminfo does not name everywhere; other terminals ignore them.
struct Modes {
  var on: String
  var off: String

  private init(_ numbers: [Int]) {
    on = numbers.map { "\u{1B}[?\($0)h" }.joined()
    off = numbers.reversed().map { "\u{1B}[?\($0)l" }.joined()
  }

  /// Pasted text comes between marks; clicks (1000), drags (1002), as decimal numbers (1006).
  static func input(mouse: Bool) -> Modes { Modes(mouse ? [2004, 1000, 1002, 1006] : [2004]) }
  /// The terminal shows a frame when it is complete.
  static let synchronised = Modes([2026])
}
