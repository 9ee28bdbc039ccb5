extension ColourMap {
  /// The colour at a place of the map, 0 to 1, mixed of the two levels around it: `#21918c`.
  public func hexadecimal(at place: Float, on background: Look.Background) -> String {
    let levels = background == .dark ? dark : light
    let at = min(1, max(0, place)) * Float(levels.count - 1)
    let first = min(levels.count - 2, Int(at))
    let (one, other) = (PaletteColour(levels[first]), PaletteColour(levels[first + 1]))
    let mixed = zip(one.parts, other.parts).map { Int(($0 + ($1 - $0) * (at - Float(first))).rounded()) }
    let digits = Array("0123456789abcdef")
    return "#" + mixed.flatMap { [digits[$0 / 16], digits[$0 % 16]] }
  }
}

/// A colour of the 256-colour palette above its 16 named ones, as xterm shows it.
struct PaletteColour {
  /// Red, green and blue, 0 to 255.
  let parts: [Float]

  init(_ index: UInt8) {
    if index >= 232 {
      parts = Array(repeating: Float(8 + 10 * (Int(index) - 232)), count: 3)
    } else {
      let cube = max(0, Int(index) - 16)
      parts = [cube / 36, cube / 6 % 6, cube % 6].map { $0 == 0 ? 0 : Float(55 + 40 * $0) }
    }
  }
}
