public import Attention
public import TerminalUI

/// One row of a screen's table of keys: what is pressed, what it does in words, and what it does.
///
/// The footer, the help, the command palette and the README's table are all made from these rows.
public struct Binding<Target>: Sendable {
  let keys: [Key]
  /// How the keys are written, where it is not simply the first one: `↑↓`, `1 2 3 4`.
  let written: String?
  let label: @Sendable (Target, Session) -> Gloss
  /// The label where it does not depend on the target: of global keys, and in tables for readers.
  let labelWithoutTarget: Gloss
  /// Lower comes first in the footer; nil is left to the help.
  let footer: Int?
  let isAvailable: @Sendable (Target, Session) -> Bool
  let perform: @Sendable (inout Target, Key, Session) -> [Effect]
  /// Why the key does nothing now, where that is said rather than the key passed on.
  var reason: @Sendable (Target, Session) -> Gloss? = { _, _ in nil }

  init(
    _ keys: [Key], written: String? = nil, _ label: Gloss, footer: Int? = nil,
    when isAvailable: @escaping @Sendable (Target, Session) -> Bool = { _, _ in true },
    _ perform: @escaping @Sendable (inout Target, Key, Session) -> [Effect]
  ) {
    self.init(
      keys, written: written, as: label, labelled: { _, _ in label }, footer: footer, when: isAvailable, perform)
  }

  init(
    _ keys: [Key], written: String? = nil, as fixed: Gloss,
    labelled label: @escaping @Sendable (Target, Session) -> Gloss,
    footer: Int? = nil, when isAvailable: @escaping @Sendable (Target, Session) -> Bool = { _, _ in true },
    _ perform: @escaping @Sendable (inout Target, Key, Session) -> [Effect]
  ) {
    (self.keys, self.written, self.label, self.footer) = (keys, written, label, footer)
    (self.isAvailable, self.perform, labelWithoutTarget) = (isAvailable, perform, fixed)
  }
}

extension Binding {
  /// The same row, available only while a further condition holds.
  ///
  /// - Parameter refusal: What pressing the key says while it does not.
  func only(
    when condition: @escaping @Sendable (Target, Session) -> Bool, else refusal: Gloss? = nil
  ) -> Binding {
    let (isAvailable, reason) = (isAvailable, reason)
    var limited = Binding(
      keys, written: written, as: labelWithoutTarget, labelled: label, footer: footer,
      when: { condition($0, $1) && isAvailable($0, $1) }, perform)
    limited.reason = { condition($0, $1) ? reason($0, $1) : refusal }
    return limited
  }
}

/// A binding as the footer, the help and the palette need it.
public struct KeyHelp: Sendable {
  public let keys: [Key]
  public let written: String
  public let label: Gloss
  public let footer: Int?
  public let isAvailable: Bool
  /// The keys are letters while letters are text: the palette can do it, the keyboard cannot.
  public let isText: Bool

  /// The key that stands for the row when it is clicked or chosen.
  public var key: Key { keys[0] }
}

extension Key {
  /// How a key is written in the interface.
  public var written: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "C-\(character)"
    case .alt(let character): "M-\(character)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "⇧Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }
}
