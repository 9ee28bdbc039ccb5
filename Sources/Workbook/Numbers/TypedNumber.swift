/// What was typed, cut into its number and its unit.
struct TypedNumber {
  /// Nil when there is no number, or it divides by zero.
  let value: Double?
  let unit: String

  init(_ typed: String) {
    let characters = Self.plain(typed)
    let end = Self.endOfNumber(characters)
    var number = Self.closed(Array(characters[..<end]))
    var unit = String(characters[end...]).trimmingSpaces
    if number.last == "/" {
      number.removeLast()
      unit = "/" + unit
    }
    if number.first == "+" { number.removeFirst() }
    self.unit = unit
    value = Self.withoutSeparators(String(number)).flatMap { text in
      try? Expression(parsing: text.replacing("**", with: "^"))()
    }
  }

  /// Full-width forms, typographic signs and raised digits as ASCII.
  private static func plain(_ typed: String) -> [Character] {
    var result: [Character] = []
    var raised = false
    for scalar in typed.unicodeScalars {
      let digit = raisedDigits[scalar]
      if digit != nil, !raised { result.append("^") }
      raised = digit != nil
      if let plain = digit ?? signs[scalar] {
        result.append(plain)
      } else if (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0) {
        result.append(Character(half))
      } else {
        result.append(Character(scalar))
      }
    }
    return result.map { $0 == "\u{3000}" ? " " : $0 }
  }

  private static let signs: [Unicode.Scalar: Character] = [
    "−": "-", "–": "-", "×": "*", "·": "*", "⋅": "*", "÷": "/", "∕": "/", "\u{A0}": " ", "\u{202F}": " ", "_": ",",
  ]
  private static let raisedDigits: [Unicode.Scalar: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-",
  ]

  /// Without spaces; one between two digits separates thousands and is checked as such.
  private static func closed(_ characters: [Character]) -> [Character] {
    var result: [Character] = []
    var spaced = false
    for character in characters {
      if character.isWhitespace {
        spaced = true
        continue
      }
      if spaced, character.isASCIIDigit, result.last?.isASCIIDigit == true { result.append(",") }
      spaced = false
      result.append(character)
    }
    return result
  }

  /// Where the number ends and the unit begins: at the first sign that no formula of numbers has. The e of an exponent
  /// belongs to the number.
  private static func endOfNumber(_ characters: [Character]) -> Int {
    for (place, character) in characters.enumerated() {
      if character.isASCIIDigit || character.isWhitespace || ".,+-*/^()".contains(character) { continue }
      let before = place > 0 ? characters[place - 1] : " "
      let after = characters[(place + 1)...].prefix(2)
      let isExponent =
        "eE".contains(character) && (before.isASCIIDigit || before == ".")
        && (after.first?.isASCIIDigit == true
          || after.count == 2 && "+-".contains(after.first ?? " ") && after.last?.isASCIIDigit == true)
      if !isExponent { return place }
    }
    return characters.count
  }

  /// The text without its commas; nil unless they stand in thousands.
  private static func withoutSeparators(_ text: String) -> String? {
    guard text.contains(",") else { return text }
    var result = ""
    var rest = text[...]
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCIIDigit || $0 == "," || $0 == "." }
      let groups = number.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
      let fraction = number.drop { $0 != "." }
      let isGrouped = (1...3).contains(groups.first?.count ?? 0) && groups.dropFirst().allSatisfy { $0.count == 3 }
      guard groups.count < 2 || isGrouped, !fraction.contains(",") else { return nil }
      result += groups.joined() + fraction
      rest = rest[number.endIndex...]
      let between = rest.prefix { !$0.isASCIIDigit && $0 != "," && $0 != "." }
      result += between
      rest = rest[between.endIndex...]
    }
    return result
  }
}
