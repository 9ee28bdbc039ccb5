import Markdown

/// The numbers that an answer says, in whatever form: 8, 1,073,741,824, 1 GiB, 2^30, 50%, 1/8, 4.2 billion.
struct Figures {
  private let values: [Double]

  /// - Parameter text: the words of the answer, mathematics included.
  init(in text: String) {
    // TeX writes thousands as 1{,}024 and powers as 2^{30}.
    let plain = text.replacing("{,}", with: ",").replacing("\\,", with: "").replacing("\\times", with: "×")
      .replacing("^{", with: "^").replacing("10^(", with: "10^")
    let characters = Array(plain)
    var values: [Double] = []
    var place = 0
    while place < characters.count {
      guard Self.begins(characters, at: place) else {
        place += 1
        continue
      }
      let end = Self.endOfNumber(characters, from: place)
      // Every longer stretch too, up to the end of what may be a unit, but none that ends within a word.
      for last in end...Self.endOfQuantity(characters, from: end)
      where last == end || characters[last - 1] != " " && !Self.isWithinWord(characters, last) {
        let reading = String(characters[place..<last])
        if let value = Quantity(parsing: reading)?.value {
          values.append(value)
          if place > 0, "-−–".contains(characters[place - 1]) { values.append(-value) }
        }
      }
      place = end
    }
    self.values = values
  }

  /// Whether one of them is this number.
  func contain(_ figure: Double) -> Bool {
    values.contains { ($0 - figure).magnitude <= 1e-9 * max($0.magnitude, figure.magnitude) }
  }

  /// Behind what may still belong to a quantity: its unit, a power, another factor.
  private static func endOfQuantity(_ characters: [Character], from start: Int) -> Int {
    characters[start..<min(start + 16, characters.count)].firstIndex { ",;:!?=<>≈→|\n，。；：、（）".contains($0) }
      ?? min(start + 16, characters.count)
  }

  private static func isWithinWord(_ characters: [Character], _ place: Int) -> Bool {
    func isPart(_ character: Character) -> Bool { character.isASCII && (character.isLetter || character.isNumber) }
    return place < characters.count && isPart(characters[place - 1]) && isPart(characters[place])
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCIIDigit }

  /// A digit, or the point of .665, that continues neither a word nor a number.
  private static func begins(_ characters: [Character], at place: Int) -> Bool {
    let first = characters[place]
    let next = place + 1 < characters.count ? characters[place + 1] : " "
    guard isDigit(first) || first == "." && isDigit(next) else { return false }
    guard place > 0 else { return true }
    let before = characters[place - 1]
    return !(isDigit(before) || before == "." && isDigit(first) || before.isASCII && before.isLetter || before == "_")
  }

  /// Behind the digits, with their point and with commas where these stand in thousands.
  private static func endOfNumber(_ characters: [Character], from start: Int) -> Int {
    var end = start
    var firstComma: Int?
    while end < characters.count {
      let character = characters[end]
      let next = end + 1 < characters.count ? characters[end + 1] : " "
      guard isDigit(character) || (character == "." || character == ",") && isDigit(next) else { break }
      if character == "," { firstComma = firstComma ?? end }
      end += 1
    }
    guard let firstComma, Quantity(parsing: String(characters[start..<end])) == nil else { return end }
    return firstComma
  }
}
