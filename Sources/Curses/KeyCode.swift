import CNcurses
import TerminalUI

/// The key codes that are ours, above those that curses gives away.
enum OwnCode: Int32, CaseIterable {
  case mouse = 2000
  case pasteStart, pasteEnd

  var sequence: String {
    switch self {
    case .mouse: "\u{1B}[<"
    case .pasteStart: "\u{1B}[200~"
    case .pasteEnd: "\u{1B}[201~"
    }
  }
}

enum KeyCode {
  /// Tells curses the sequences that terminals send whatever their terminfo entry says, in both cursor key modes.
  static func define() {
    for code in OwnCode.allCases { define_key(code.sequence, code.rawValue) }
    for (sequence, code) in common { define_key("\u{1B}" + sequence, code) }
  }

  /// The key for a code of curses; nil for keys without a meaning here.
  static func key(_ code: Int32) -> Key? {
    switch code {
    case KEY_UP, KEY_SR: .up
    case KEY_DOWN, KEY_SF: .down
    case KEY_LEFT, KEY_SLEFT: .left
    case KEY_RIGHT, KEY_SRIGHT: .right
    case KEY_HOME, KEY_SHOME, KEY_FIND, KEY_A1: .home
    case KEY_END, KEY_SEND, KEY_SELECT, KEY_C1: .end
    case KEY_PPAGE, KEY_SPREVIOUS, KEY_A3: .pageUp
    case KEY_NPAGE, KEY_SNEXT, KEY_C3: .pageDown
    case KEY_BACKSPACE: .backspace
    case KEY_DC, KEY_SDC: .delete
    case KEY_BTAB: .backTab
    case KEY_ENTER: .enter
    case KEY_F0...KEY_F0 + 63: .function(Int(code - KEY_F0))
    default: withModifiers(code)
    }
  }

  /// The character as typed; controls become keys.
  static func key(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    // Enter sends CR; a line feed comes from ^J and from programs that type.
    case 10, 13: .enter
    case 9: .tab
    case 8, 127: .backspace
    case 27: .escape
    case 0: .control(" ")
    case 1...26: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    case 28...31: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    case 0x80...0x9F: nil
    default: .character(Character(scalar))
    }
  }

  /// Keys with Shift, Alt or Control have no constant in curses, but a name such as `kUP5`.
  private static func withModifiers(_ code: Int32) -> Key? {
    guard let name = keyname(code).map({ String(cString: $0) }), name.hasPrefix("k") else { return nil }
    let plain: [String: Key] = [
      "kUP": .up, "kDN": .down, "kLFT": .left, "kRIT": .right, "kHOM": .home, "kEND": .end, "kPRV": .pageUp,
      "kNXT": .pageDown, "kDC": .delete,
    ]
    return plain[name.filter { !$0.isNumber }]
  }

  private static let common: [(String, Int32)] = [
    ("[A", KEY_UP), ("[B", KEY_DOWN), ("[C", KEY_RIGHT), ("[D", KEY_LEFT), ("[H", KEY_HOME), ("[F", KEY_END),
    ("OA", KEY_UP), ("OB", KEY_DOWN), ("OC", KEY_RIGHT), ("OD", KEY_LEFT), ("OH", KEY_HOME), ("OF", KEY_END),
    ("[Z", KEY_BTAB), ("[1~", KEY_HOME), ("[4~", KEY_END), ("[7~", KEY_HOME), ("[8~", KEY_END), ("[3~", KEY_DC),
    ("[5~", KEY_PPAGE), ("[6~", KEY_NPAGE), ("OM", KEY_ENTER), ("OP", KEY_F0 + 1), ("[11~", KEY_F0 + 1),
    ("[[A", KEY_F0 + 1),
  ]
}
