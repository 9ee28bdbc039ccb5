import Foundation

extension String {
  /// The text for comparing: case, width, diacritics and runs of spaces do not count.
  public var folded: String {
    folding(options: [.caseInsensitive, .widthInsensitive, .diacriticInsensitive], locale: nil)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Character {
  /// The character for comparing: its plain, narrow, lower-case form.
  ///
  /// One character stays one character, so that what was found can be marked in the original.
  var folded: Character {
    guard let first = unicodeScalars.first else { return self }
    switch first.value {
    case 0..<0x80 where unicodeScalars.count == 1: return Character(first.properties.lowercaseMapping)
    case 0xFF01...0xFF5E: return Character(Unicode.Scalar(UInt8(first.value - 0xFEE0))).folded
    case 0x2E80...0xD7FF: return self
    default:
      let base = String(self).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? first
      return base.properties.lowercaseMapping.first ?? self
    }
  }
}
