import CNcurses
import TerminalUI

/// What curses hands over, one at a time.
enum Input: Equatable {
  case character(Unicode.Scalar)
  case code(Int32)
}

/// Makes events of input: keys, mouse reports, pasted text.
struct Decoder {
  /// The next input; it waits for one for as many milliseconds as told (0: only what is already there).
  var next: (_ patience: Int32) -> Input?

  /// Everything that is there.
  func events() -> [Event] {
    var events: [Event] = []
    while let input = next(0) { events += decode(input) }
    return events
  }

  private func decode(_ input: Input) -> [Event] {
    switch input {
    case .code(OwnCode.mouse.rawValue): return mouse().map { [.mouse($0)] } ?? []
    case .code(OwnCode.pasteStart.rawValue): return [.paste(pasted())]
    case .code(let code): return KeyCode.key(code).map { [.key($0)] } ?? []
    case .character("\u{1B}"): return escape()
    case .character(let scalar): return KeyCode.key(scalar).map { [.key($0)] } ?? []
    }
  }

  /// Curses has waited already, so an Esc that is followed by something at once is a prefix.
  private func escape() -> [Event] {
    guard let following = next(0) else { return [.key(.escape)] }
    // Alt and a named key: the key counts.
    guard case .character(let scalar) = following else { return decode(following) }
    switch scalar {
    case "\u{1B}": return [.key(.escape)] + escape()
    case "[", "O":
      guard let first = next(0) else { return [.key(.alt(Character(scalar)))] }
      if scalar == "[" { skipSequence(from: first) }
      return []
    case " "..."~", "\u{A0}"...: return [.key(.alt(Character(scalar)))]
    default: return decode(following)
    }
  }

  /// A control sequence that nobody knows must not become letters that act.
  private func skipSequence(from first: Input) {
    var input: Input? = first
    while case .character(let scalar) = input, !("@"..."~").contains(scalar) { input = next(20) }
  }

  private func mouse() -> Mouse? {
    var report = ""
    while report.count < 20, case .character(let scalar) = next(50) {
      report.unicodeScalars.append(scalar)
      if scalar == "M" || scalar == "m" { break }
    }
    return Mouse(report: report)
  }

  /// Up to the closing mark, or until nothing has come for a while: then the mark is lost.
  private func pasted() -> String {
    var pasted = PastedText()
    while let input = next(500), input != .code(OwnCode.pasteEnd.rawValue) {
      if case .character(let scalar) = input { pasted.append(scalar) }
    }
    return pasted.text
  }
}
