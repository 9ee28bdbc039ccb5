/// What a piece of text is for; the theme decides how that looks.
public enum Ink: Hashable, Sendable {
  /// What you read.
  case text
  /// Titles, selected text, results.
  case strong
  /// Labels, units, explanations.
  case quiet
  /// Rules, empty parts of bars, closed or absent things.
  case faint
  /// Focus, keys, what is due, matched letters.
  case accent
  /// Quantities, mathematics, code, changed values.
  case data
  /// Right, checked.
  case good
  /// Wrong, refused, keeps slipping.
  case bad
  /// A colour of a picture, by its index in the 256-colour palette.
  case colour(UInt8)
}

/// What text stands on.
public enum Ground: Hashable, Sendable {
  /// The terminal's own background.
  case plain
  /// The focused row.
  case focus
  case overlay
  case code
  /// A colour of a picture, by its index in the 256-colour palette.
  case colour(UInt8)
}

/// How a cell looks, in terms of meaning.
public struct Style: Hashable, Sendable {
  public var ink: Ink
  public var ground: Ground
  public var isBold: Bool
  public var isReversed: Bool

  public init(_ ink: Ink = .text, on ground: Ground = .plain, bold: Bool = false, reversed: Bool = false) {
    (self.ink, self.ground, self.isBold, self.isReversed) = (ink, ground, bold, reversed)
  }
}
