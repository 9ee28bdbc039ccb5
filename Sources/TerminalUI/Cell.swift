/// One place on the screen: a glyph of one or two columns and its style.
public struct Cell: Hashable, Sendable {
  public var glyph: Character
  /// 1 or 2 columns; 0 marks the second half of the wide glyph to the left.
  public var width: UInt8
  public var style: Style

  public init(_ glyph: Character = " ", width: UInt8 = 1, style: Style = Style()) {
    (self.glyph, self.width, self.style) = (glyph, width, style)
  }

  public static let blank = Cell()
}
