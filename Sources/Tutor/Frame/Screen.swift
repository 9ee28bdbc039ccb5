public import Attention
public import TerminalUI

/// One screen or overlay: a value that events change and that draws itself.
public protocol Screen: Sendable {
  /// The keys that mean something here, the most important first.
  static var bindings: [Binding<Self>] { get }

  /// The words this screen adds to the path in the header.
  func crumbs(_ session: Session) -> [String]
  /// What stands at the right of the header.
  func status(_ session: Session) -> [Span]
  /// The line above the footer when nothing else has to be said.
  func message(_ session: Session) -> Line?
  /// Whether letters are text now.
  var isTyping: Bool { get }
  /// What `Esc` does now, in a word.
  var escape: Gloss { get }
  /// Whether the screen lies over the one below it.
  static var isOverlay: Bool { get }
  /// Whether the passing of seconds is seen here.
  var showsClock: Bool { get }
  /// Which of the main places this is, if one: going there again finds it as it was left.
  var place: Place? { get }

  /// Called when the screen comes to the front.
  mutating func appear(_ session: Session) -> [Effect]
  /// Called when the screen is left, not when an overlay covers it.
  mutating func disappear(_ session: Session) -> [Effect]
  /// Text typed into a field, and what is neither a key of the table nor global.
  mutating func update(_ event: Event, _ session: Session) -> [Effect]
  /// Called when the screen above is left, before this one appears: takes over what it leaves behind.
  mutating func takeOver(from screen: any Screen)
  mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect]
  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session)
}

extension Screen {
  public func crumbs(_ session: Session) -> [String] { [] }
  public func status(_ session: Session) -> [Span] { [] }
  public func message(_ session: Session) -> Line? { nil }
  public var isTyping: Bool { false }
  public var escape: Gloss { Self.isOverlay ? Gloss(en: "close", zh: "关闭") : Gloss(en: "back", zh: "返回") }
  public static var isOverlay: Bool { false }
  public var showsClock: Bool { false }
  public var place: Place? { nil }
  public mutating func appear(_ session: Session) -> [Effect] { [] }
  public mutating func disappear(_ session: Session) -> [Effect] { [] }
  public mutating func update(_ event: Event, _ session: Session) -> [Effect] { [] }
  public mutating func takeOver(from screen: any Screen) {}
  public mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect] { [] }

  /// Performs the first available binding of a key, or says why there is none; nil when the key means nothing here.
  ///
  /// - Parameter isCommand: It was chosen from the palette, so that even a letter is no text.
  mutating func press(_ key: Key, _ session: Session, isCommand: Bool = false) -> [Effect]? {
    for binding in Self.bindings where binding.keys.contains(key) && binding.isAvailable(self, session) {
      if isTyping, !isCommand, case .character = key { continue }
      return binding.perform(&self, key, session)
    }
    guard !isTyping else { return nil }
    for binding in Self.bindings where binding.keys.contains(key) {
      if let reason = binding.reason(self, session) { return [.say(Notice(session.say(reason)))] }
    }
    return nil
  }

  /// The table of keys as the footer, the help and the palette show it.
  func help(_ session: Session) -> [KeyHelp] {
    Self.bindings.compactMap { binding in
      guard let key = binding.keys.first else { return nil }
      return KeyHelp(
        keys: binding.keys, written: binding.written ?? key.written, label: binding.label(self, session),
        footer: binding.footer, isAvailable: binding.isAvailable(self, session),
        isText: isTyping && binding.keys.allSatisfy { if case .character = $0 { true } else { false } })
    }
  }
}
