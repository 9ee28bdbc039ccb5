/// What a number counts: bytes, seconds, operations, any other noun; or a rate of these a second.
public struct Unit: Sendable, Equatable {
  /// As it was written: `bytes`, `GiB`, `tokens/s`.
  public let name: String
  let noun: Noun
  let isRate: Bool
  /// How many of the noun one unit is: 2³⁰ for GiB.
  let factor: Double

  enum Noun: Sendable, Equatable {
    /// Nothing: a ratio, a plain number.
    case one
    case byte
    case second
    case operation
    /// Anything else, folded: `token`.
    case other(String)
  }

  /// The unit of a template: any word is one.
  public init(_ name: String) {
    let (stem, isRate) = Self.splitRate(name)
    let known = Self.known(stem)
    self.init(
      name: name, noun: known?.noun ?? .other(Self.folded(stem)), isRate: isRate, factor: known?.factor ?? 1)
  }

  private init(name: String, noun: Noun, isRate: Bool, factor: Double) {
    self.name = name
    self.noun = noun
    self.isRate = isRate
    self.factor = factor
  }

  /// The unit that somebody typed behind a number, or nil when it is none, or measures something else.
  ///
  /// Multipliers alone (`7B`, `124M`, `1.3 亿`) are read as the expected unit's: 7B is seven bytes where bytes are
  /// expected and seven milliard where parameters are.
  init?(typed: String, expecting expected: Unit?) {
    let (stem, isRate) = Self.splitRate(typed)
    if let expected, let factor = Self.factor(of: stem, as: expected.noun) {
      // FLOPS is how most people write FLOP/s.
      let meansRate = isRate || expected.isRate && expected.noun == .operation && Self.folded(stem).hasSuffix("flop")
      guard meansRate == expected.isRate else { return nil }
      self.init(name: expected.baseName, noun: expected.noun, isRate: expected.isRate, factor: factor)
    } else if let known = Self.known(stem) {
      if let expected, expected.noun != known.noun || expected.isRate != isRate { return nil }
      let base = Unit(name: typed, noun: known.noun, isRate: isRate, factor: known.factor)
      self.init(name: base.baseName, noun: known.noun, isRate: isRate, factor: known.factor)
    } else if expected == nil, !isRate, let factor = UnitPrefix.multiplier(stem) {
      self.init(name: "", noun: .one, isRate: false, factor: factor)
    } else {
      return nil
    }
  }

  /// The name of the unit whose factor is 1.
  var baseName: String {
    if factor == 1 { return name }
    let base =
      switch noun {
      case .one: ""
      case .byte: "bytes"
      case .second: "s"
      case .operation: "FLOP"
      case .other(let word): word
      }
    return isRate ? base + "/s" : base
  }

  /// The factor of a stem where the noun is expected: a unit of it, a multiplier, or the noun behind a multiplier.
  private static func factor(of stem: String, as noun: Noun) -> Double? {
    if let known = known(stem), known.noun == noun { return known.factor }
    switch noun {
    case .second: return nil
    case .one, .byte, .operation: return UnitPrefix.multiplier(stem)
    case .other(let word):
      if let factor = UnitPrefix.multiplier(stem) { return factor }
      // The noun may be several words: `FLOPs per byte`.
      if folded(stem) == word { return 1 }
      let words = stem.split(separator: " ", maxSplits: 1).map(String.init)
      return words.count == 2 && folded(words[1]) == word ? UnitPrefix.multiplier(words[0]) : nil
    }
  }

  private static func known(_ stem: String) -> (noun: Noun, factor: Double)? {
    let text = stem.trimmingSpaces
    if ["%", "percent"].contains(text.lowercased()) { return (.one, 0.01) }
    for (noun, factor, symbols) in symbols {
      for symbol in symbols where text.lowercased().hasSuffix(symbol) {
        let prefix = String(text.dropLast(symbol.count)).trimmingSpaces
        if let scale = UnitPrefix.factor(prefix, smallAllowed: noun == .second) { return (noun, scale * factor) }
      }
    }
    return nil
  }

  /// Longest symbols first within a noun, so that `bytes` is not `byte` and an s.
  private static let symbols: [(Noun, Double, [String])] = [
    (.byte, 1, ["bytes", "byte", "b", "字节"]),
    (.byte, 0.125, ["bits", "bit", "比特"]),
    (.operation, 1, ["flops", "flop", "ops", "op", "次运算"]),
    (.second, 60, ["minutes", "minute", "min", "分钟"]),
    (.second, 3600, ["hours", "hour", "h", "小时"]),
    (.second, 1e-3, ["毫秒"]),
    (.second, 1e-6, ["微秒"]),
    (.second, 1, ["seconds", "second", "sec", "s", "秒"]),
  ]

  private static func splitRate(_ text: String) -> (stem: String, isRate: Bool) {
    let text = text.trimmingSpaces
    for suffix in ["/s", "/sec", "/second", " per second", "/秒"] where text.lowercased().hasSuffix(suffix) {
      return (String(text.dropLast(suffix.count)).trimmingSpaces, true)
    }
    if text.hasPrefix("每秒") { return (String(text.dropFirst(2)).trimmingSpaces, true) }
    return (text, false)
  }

  /// Case and the plural's s do not tell nouns apart.
  private static func folded(_ word: String) -> String {
    let word = word.lowercased()
    return word.count > 1 && word.hasSuffix("s") ? String(word.dropLast()) : word
  }
}
