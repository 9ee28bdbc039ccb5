public import Attention
public import TerminalUI

/// What a person did. (The log has events too.)
public typealias Event = TerminalUI.Event

/// A language of the interface.
public enum Language: String, Sendable, CaseIterable {
  case en, zh

  /// The language that `L` switches to.
  public var other: Language { self == .en ? .zh : .en }
  /// The language's own name.
  public var name: String { self == .en ? "English" : "中文" }
}

extension Gloss {
  /// The line in a language of the interface.
  public func text(in language: Language) -> String { language == .zh ? zh : en }
}
