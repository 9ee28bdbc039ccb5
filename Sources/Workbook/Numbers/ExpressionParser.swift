/// Recursive descent over a formula: sum, product, sign, power, atom.
struct ExpressionParser {
  private typealias Node = Expression.Node

  private let characters: [Character]
  private var position = 0
  private var depth = 0
  private(set) var names: Set<String> = []

  /// Deeper formulas are refused: a hostile file cannot exhaust the stack.
  private static let deepest = 64

  init(_ source: String) { characters = Array(source) }

  mutating func parse() throws(ExpressionError) -> Expression.Node {
    guard peek() != nil else { throw ExpressionError(.empty, at: 0) }
    let node = try sum()
    if let extra = peek() { throw ExpressionError(.unexpected(String(extra)), at: position) }
    return node
  }

  private mutating func sum() throws(ExpressionError) -> Node {
    var left = try product()
    while let sign = take(anyOf: [.plus, .minus]) {
      left = .binary(sign.0, left, try product(), offset: sign.offset)
    }
    return left
  }

  private mutating func product() throws(ExpressionError) -> Node {
    var left = try signed()
    while let sign = take(anyOf: [.times, .over]) {
      left = .binary(sign.0, left, try signed(), offset: sign.offset)
    }
    return left
  }

  private mutating func signed() throws(ExpressionError) -> Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw ExpressionError(.tooDeep, at: position) }
    if take(anyOf: [.minus]) != nil { return .negative(try signed()) }
    let base = try atom()
    guard let sign = take(anyOf: [.power]) else { return base }
    return .binary(.power, base, try signed(), offset: sign.offset)
  }

  private mutating func atom() throws(ExpressionError) -> Node {
    guard let next = peek() else { throw ExpressionError(.unfinished, at: position) }
    let start = position
    if next == "(" {
      position += 1
      let inner = try sum()
      try close()
      return inner
    }
    if next.isASCIIDigit || next == "." { return .number(try number()) }
    guard next.isNameStart else { throw ExpressionError(.unexpected(String(next)), at: start) }
    let name = word()
    guard peek() == "(" else {
      names.insert(name)
      return .name(name, offset: start)
    }
    guard let function = Expression.Function(rawValue: name) else {
      throw ExpressionError(.unknownFunction(name), at: start)
    }
    return .call(function, try arguments(of: function), offset: start)
  }

  private mutating func arguments(of function: Expression.Function) throws(ExpressionError) -> [Node] {
    position += 1
    var arguments = [try sum()]
    while peek() == "," {
      guard function.isVariadic else { throw ExpressionError(.wrongCount(function: function.rawValue), at: position) }
      position += 1
      arguments.append(try sum())
    }
    try close()
    return arguments
  }

  private mutating func close() throws(ExpressionError) {
    guard let next = peek() else { throw ExpressionError(.unfinished, at: position) }
    guard next == ")" else { throw ExpressionError(.unexpected(String(next)), at: position) }
    position += 1
  }

  private mutating func number() throws(ExpressionError) -> Double {
    let start = position
    skip { $0.isASCIIDigit }
    if here == "." {
      position += 1
      skip { $0.isASCIIDigit }
    }
    if here == "e" || here == "E" {
      let exponent = position
      position += 1
      if here == "+" || here == "-" { position += 1 }
      let digits = position
      skip { $0.isASCIIDigit }
      if position == digits { position = exponent }
    }
    let text = String(characters[start..<position])
    guard let value = Double(text) else { throw ExpressionError(.unexpected(text), at: start) }
    guard value.isFinite else { throw ExpressionError(.overflow, at: start) }
    return value
  }

  private mutating func word() -> String {
    let start = position
    skip { $0.isNameStart || $0.isASCIIDigit }
    return String(characters[start..<position])
  }

  private var here: Character? { position < characters.count ? characters[position] : nil }

  private mutating func skip(while matches: (Character) -> Bool) {
    while let next = here, matches(next) { position += 1 }
  }

  /// The next character that is not a space.
  private mutating func peek() -> Character? {
    skip { $0.isWhitespace }
    return here
  }

  private mutating func take(anyOf signs: [Expression.Operator]) -> (Expression.Operator, offset: Int)? {
    guard let next = peek(), let sign = Expression.Operator(rawValue: next), signs.contains(sign) else { return nil }
    position += 1
    return (sign, position - 1)
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
  /// Whether a name in a formula may begin with it.
  var isNameStart: Bool { self == "_" || isASCII && isLetter }
}
