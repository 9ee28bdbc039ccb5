/// What stands before a unit, or alone behind a number: k, Gi, million, 亿.
enum UnitPrefix {
  /// The factor of a prefix of a unit; the empty prefix is 1.
  /// - Parameter smallAllowed: whether `m` is a thousandth, as in ms, and not a million.
  static func factor(_ prefix: String, smallAllowed: Bool) -> Double? {
    if prefix.isEmpty { return 1 }
    if smallAllowed { return small[prefix.lowercased()] }
    return symbols[prefix.lowercased()] ?? words[prefix.lowercased()]
  }

  /// The factor of a multiplier that stands alone: `124M`, `7B`, `1.3 亿`.
  ///
  /// Not exa: `2e` is the beginning of 2e9.
  static func multiplier(_ text: String) -> Double? {
    let text = text.lowercased()
    if text == "e" { return nil }
    return symbols[text] ?? counts[text] ?? words[text]
  }

  private static let symbols: [String: Double] = [
    "k": 1e3, "m": 1e6, "g": 1e9, "t": 1e12, "p": 1e15, "e": 1e18,
    "ki": 0x1p10, "mi": 0x1p20, "gi": 0x1p30, "ti": 0x1p40, "pi": 0x1p50, "ei": 0x1p60,
    "kilo": 1e3, "mega": 1e6, "giga": 1e9, "tera": 1e12, "kibi": 0x1p10, "mebi": 0x1p20, "gibi": 0x1p30,
    "tebi": 0x1p40,
  ]
  private static let small: [String: Double] = [
    "m": 1e-3, "milli": 1e-3, "u": 1e-6, "µ": 1e-6, "μ": 1e-6, "micro": 1e-6, "n": 1e-9, "nano": 1e-9,
  ]
  private static let counts: [String: Double] = ["b": 1e9, "bn": 1e9]
  private static let words: [String: Double] = [
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "千": 1e3, "万": 1e4, "百万": 1e6, "亿": 1e8,
    "万亿": 1e12,
  ]
}
