import Foundation

/// How numbers become colours and glyphs.
///
/// Sequential maps run from the darkest (the low end) to the lightest; the signed map has the ground's grey at zero.
public struct ColourMap: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case sequential, signed }

  public let name: String
  public let kind: Kind
  let dark: [UInt8]
  let light: [UInt8]
  /// Equal steps of colour are equal factors, down to a thousandth of the range's end.
  public var isLogarithmic = false

  /// The powers of ten that a logarithmic map tells apart.
  static let decades: Float = 3

  public static let viridis = ColourMap(sequential: "viridis", [53, 54, 24, 30, 36, 71, 77, 113, 149, 185, 227])
  public static let magma = ColourMap(sequential: "magma", [53, 54, 90, 126, 162, 168, 204, 209, 216, 223, 230])
  public static let cividis = ColourMap(sequential: "cividis", [18, 24, 60, 59, 102, 101, 143, 144, 186, 185, 227])
  public static let grey = ColourMap(sequential: "grey", [236, 238, 240, 242, 244, 246, 248, 250, 252, 254, 231])
  public static let signed = ColourMap(
    name: "signed", kind: .signed, dark: [153, 117, 75, 32, 24, 236, 94, 130, 172, 214, 222],
    light: [24, 31, 74, 110, 152, 254, 223, 215, 172, 130, 94])

  /// What a picture that waits for its successor is drawn in: greys near the ground.
  var faded: ColourMap {
    var faded = kind == .signed ? Self.fadedSigned : Self.fadedSequential
    faded.isLogarithmic = isLogarithmic
    return faded
  }
  private static let fadedSequential = ColourMap(
    name: "faded", kind: .sequential, dark: Array(234...244), light: (244...254).reversed())
  private static let fadedSigned = ColourMap(
    name: "faded", kind: .signed, dark: [243, 241, 239, 237, 236, 234, 236, 237, 239, 241, 243],
    light: [245, 247, 249, 251, 252, 254, 252, 251, 249, 247, 245])

  /// Those a learner can choose for weights.
  public static let sequential: [ColourMap] = [.viridis, .magma, .cividis, .grey]

  private init(sequential name: String, _ levels: [UInt8]) {
    self.init(name: name, kind: .sequential, dark: levels, light: levels)
  }

  private init(name: String, kind: Kind, dark: [UInt8], light: [UInt8]) {
    (self.name, self.kind, self.dark, self.light) = (name, kind, dark, light)
  }

  /// Where a value lies in the map, 0…1; values outside the range take its ends.
  public func position(of value: Float, in range: ClosedRange<Float>) -> Float {
    if isLogarithmic {
      let share = max(0, min(1, 1 + log10(abs(value) / range.upperBound) / Self.decades))
      // A NaN compares as smallest.
      let size = share > 0 ? share : 0
      return kind == .signed ? (1 + (value < 0 ? -size : size)) / 2 : value > 0 ? size : 0
    }
    let width = range.upperBound - range.lowerBound
    guard width > 0, value.isFinite else { return value > range.upperBound ? 1 : 0 }
    return min(1, max(0, (value - range.lowerBound) / width))
  }

  /// The value that lies at a place of the map, 0…1.
  func value(at place: Float, in range: ClosedRange<Float>) -> Float {
    guard isLogarithmic else { return range.lowerBound + place * (range.upperBound - range.lowerBound) }
    let (size, sign): (Float, Float) = kind == .signed ? (abs(place * 2 - 1), place < 0.5 ? -1 : 1) : (place, 1)
    return sign * range.upperBound * pow(10, (size - 1) * Self.decades)
  }

  /// The palette index of a value.
  func colour(of value: Float, in range: ClosedRange<Float>, on background: Look.Background) -> UInt8 {
    let levels = background == .dark ? dark : light
    let place = position(of: value, in: range)
    if kind == .signed { return levels[Int((place * Float(levels.count - 1)).rounded())] }
    return levels[min(levels.count - 1, Int(place * Float(levels.count)))]
  }

  /// Black or white, whichever is read on the colour of a value.
  func contrast(to value: Float, in range: ClosedRange<Float>, on background: Look.Background) -> UInt8 {
    let place = position(of: value, in: range)
    guard kind == .signed else { return place > 0.5 ? 16 : 231 }
    let isFar = abs(place - 0.5) > 0.3
    return isFar == (background == .dark) ? 16 : 231
  }

  /// How light a colour of the palette looks, 0…1: the root of its luminance.
  static func lightness(of index: UInt8) -> Float {
    let parts = PaletteColour(index).parts.map { $0 / 255 }
    return zip([0.2126, 0.7152, 0.0722], parts).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }.squareRoot()
  }

  /// The ink of a value outside the picture: of its bar, of its number.
  public func colourInk(of value: Float, in range: ClosedRange<Float>, look: Look) -> Ink {
    switch look.colours {
    case .many: .colour(colour(of: value, in: range, on: look.background))
    case .eight, .none: glyphStyle(of: value, in: range, look: look).ink
    }
  }

  /// The glyph of a value where colours cannot carry it.
  func glyph(of value: Float, in range: ClosedRange<Float>) -> Character {
    let ramp: [Character] = kind == .signed ? ["=", "-", ".", "+", "#"] : Self.ramp
    let place = position(of: value, in: range)
    if kind == .signed { return ramp[Int((place * 4).rounded())] }
    return ramp[min(ramp.count - 1, Int(place * Float(ramp.count)))]
  }

  /// How a glyph of the ramp looks with few colours or none.
  func glyphStyle(of value: Float, in range: ClosedRange<Float>, look: Look) -> Style {
    let place = position(of: value, in: range)
    switch look.colours {
    case .none: return Style()
    case .many: return Style(.colour(colour(of: value, in: range, on: look.background)))
    case .eight where kind == .signed:
      let inks: [UInt8?] = [6, 4, nil, 3, 3]
      let level = Int((place * 4).rounded())
      return inks[level].map { Style(.colour($0), bold: level == 4) } ?? Style(.faint)
    case .eight:
      let inks: [UInt8] = look.background == .dark ? [4, 6, 2, 3, 7] : [6, 2, 4, 5, 0]
      let level = min(4, Int(place * 5))
      return Style(.colour(inks[level]), bold: level == 4)
    }
  }

  private static let ramp: [Character] = [".", ":", "-", "=", "+", "*", "#", "%", "@"]
}
