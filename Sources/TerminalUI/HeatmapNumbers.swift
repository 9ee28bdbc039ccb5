extension Float {
  /// The number in at most four characters: what a large cell of a picture has room for.
  func fourDigits(minus: Character) -> [Character] {
    let magnitude = abs(self)
    let isNegative = self < 0
    guard magnitude.isFinite else { return isNegative ? [minus, "i", "n", "f"] : ["i", "n", "f"] }
    let text: String
    switch (magnitude, isNegative) {
    case (..<9.995, false): text = Self.fixed(magnitude, decimals: 2)
    case (..<99.95, false), (..<9.95, true): text = Self.fixed(magnitude, decimals: 1)
    case (..<9999.5, false), (..<999.5, true): text = String(Int(magnitude.rounded()))
    default:
      var (power, rest) = (0, magnitude)
      while rest >= 9.5 { (power, rest) = (power + 1, rest / 10) }
      text = "\(Int(rest.rounded()))e\(power)"
    }
    return (isNegative ? [minus] : []) + Array(text)
  }

  private static func fixed(_ magnitude: Float, decimals: Int) -> String {
    let unit = decimals == 2 ? 100 : 10
    let whole = Int((magnitude * Float(unit)).rounded())
    let rest = String(whole % unit)
    return "\(whole / unit).\(String(repeating: "0", count: decimals - rest.count))\(rest)"
  }
}
