/// How the terminal at hand wants things drawn: how many colours, on which ground, with which glyphs.
public struct Look: Hashable, Sendable {
  public enum Colours: Int, Hashable, Sendable, CaseIterable {
    case none = 0
    case eight = 8
    case many = 256
  }
  public enum Background: String, Hashable, Sendable, CaseIterable { case dark, light }

  public var colours: Colours
  public var background: Background
  public var isASCII: Bool

  public init(colours: Colours = .many, background: Background = .dark, ascii: Bool = false) {
    (self.colours, self.background, isASCII) = (colours, background, ascii)
  }

  /// Stands in for what a terminal must not see.
  public var replacement: Character { isASCII ? "?" : "\u{FFFD}" }
  public var glyphs: Glyphs { isASCII ? .ascii : .unicode }
}
