import Attention

extension Parameter.Choice {
  /// How it is written: `padding:len`.
  var form: String { argument.map { "\(name):\($0)" } ?? name }
}

extension Parameter {
  /// The parts that can be chosen; none for numbers.
  var choices: [Choice] {
    switch kind {
    case .choice(let choices), .choices(let choices): choices
    case .integer, .number: []
    }
  }

  /// The parts that a value names: of `causal,window:4` both.
  func parts(of value: String) -> [Choice] {
    value.split(separator: ",").compactMap { part in choices.first { $0.name == part.prefix { $0 != ":" } } }
  }

  var isNumeric: Bool { choices.isEmpty }

  /// A value of the recipe as it is shown: a number with its thousands apart and a real minus, a part as it is written.
  func shown(_ value: String) -> String {
    guard isNumeric, let number = Double(value) else { return value }
    if let whole = Int(exactly: number), abs(whole) < 1 << 53 { return Figures.count(whole) }
    return value.replacing("-", with: "−")
  }

  /// The values that the parameter takes, in words.
  func rangeText(_ session: Session) -> String {
    switch kind {
    case .integer(let range):
      let words =
        range.upperBound == Int.max
        ? session.say("\(range.lowerBound) or more", "不小于 \(range.lowerBound)")
        : Self.words(from: Figures.count(range.lowerBound), to: Figures.count(range.upperBound), session)
      return words + otherWord(session)
    case .number(let range): return Self.words(range, session) + otherWord(session)
    case .choice(let choices): return choices.map(\.name).joined(separator: ", ")
    case .choices(let choices): return choices.map(\.form).joined(separator: ", ")
    }
  }

  /// What may stand in the place of a number: `, or auto`.
  private func otherWord(_ session: Session) -> String {
    let standard = Recipe()[name]
    return Double(standard) == nil ? session.say(", or \(standard)", "，或 \(standard)") : ""
  }

  private static func words(from low: String, to high: String, _ session: Session) -> String {
    session.say("\(low) to \(high)", "\(low) 至 \(high)")
  }

  static func words(_ range: ClosedRange<Double>, _ session: Session) -> String {
    let isOpenBelow = range.lowerBound > 0 && range.lowerBound < 1e-30
    let hasTop = range.upperBound < 1e30
    let (low, high) = (isOpenBelow ? "0" : Figures.plain(range.lowerBound), Figures.plain(range.upperBound))
    switch (isOpenBelow, range.lowerBound < -1e30, hasTop) {
    case (_, true, false): return session.say("any number", "任意数")
    case (true, _, false): return session.say("above 0", "大于 0")
    case (true, _, true): return session.say("above 0, up to \(high)", "大于 0，至多 \(high)")
    case (false, _, false): return session.say("\(low) or more", "不小于 \(low)")
    // The largest number below a whole one stands for an end that is left out.
    case (false, _, true) where range.upperBound.nextUp == range.upperBound.rounded(.up):
      return session.say("\(low) or more, below \(high)", "不小于 \(low)，小于 \(high)")
    case (false, _, true): return words(from: low, to: high, session)
    }
  }
}
