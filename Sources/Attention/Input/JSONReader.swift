/// Reads the JSON of input files: numbers go straight into flat memory, and what is wrong is named with its field and
/// place. Nesting is limited, so no file exhausts the stack.
struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  /// The key being read, dots between levels: `additive.wq`.
  private var field = ""

  /// An object in an object in an object is already more than the format has.
  private static let deepestObject = 3
  private static let deepestArray = 4

  /// The top-level object of a text.
  static func object(_ bytes: [UInt8]) throws(InputError) -> [String: JSONValue] {
    var reader = JSONReader(bytes: bytes)
    reader.skipSpace()
    guard reader.peek == UInt8(ascii: "{") else { throw reader.problem("expected an object, as {\"q\": …}") }
    let object = try reader.object(depth: 1)
    reader.skipSpace()
    if reader.peek != nil { throw reader.problem("expected nothing after the object") }
    return object
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark is no part of the text.
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { index = 3 }
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func object(depth: Int) throws(InputError) -> [String: JSONValue] {
    if depth > JSONReader.deepestObject { throw problem("objects are nested too deep") }
    let outer = field
    defer { field = outer }
    var members: [String: JSONValue] = [:]
    index += 1
    skipSpace()
    if take("}") { return members }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw problem("expected a key in quotes") }
      let key = try string()
      field = outer.isEmpty ? key : "\(outer).\(key)"
      if members[key] != nil { throw .repeatedKey(field) }
      skipSpace()
      guard take(":") else { throw problem("expected : after the key") }
      members[key] = try value(depth: depth)
      skipSpace()
      if take("}") { return members }
      guard take(",") else { throw problem("expected , or }") }
    }
  }

  private mutating func value(depth: Int) throws(InputError) -> JSONValue {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .grid(try grid())
    case UInt8(ascii: "\""):
      _ = try string()
      return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool(try bool())
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    default:
      guard let number = Double(try number([])), number.isFinite else { throw .notFinite(field: field, place: "") }
      return .number(number)
    }
  }

  private mutating func grid() throws(InputError) -> JSONGrid {
    var builder = GridBuilder(field: field)
    try array(into: &builder, place: [])
    return try builder.grid()
  }

  private mutating func array(into builder: inout GridBuilder, place: [Int]) throws(InputError) {
    if place.count >= JSONReader.deepestArray { throw problem("\(field) is nested too deep") }
    index += 1
    skipSpace()
    var count = 0
    if !take("]") {
      while true {
        skipSpace()
        switch peek {
        case UInt8(ascii: "["): try array(into: &builder, place: place + [count])
        case UInt8(ascii: "t"), UInt8(ascii: "f"):
          let bool = try bool()
          try builder.append(bool, place)
        case UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "n"):
          throw .wrongKind(field: field, expected: "arrays of numbers")
        default:
          guard let number = Float(try number(place + [count])), number.isFinite else {
            throw .notFinite(field: field, place: GridBuilder.text(place + [count]))
          }
          try builder.append(number, place)
        }
        count += 1
        skipSpace()
        if take("]") { break }
        guard take(",") else { throw problem("expected , or ]") }
      }
    }
    try builder.close(count: count, place)
  }

  /// The text of a number.
  private mutating func number(_ place: [Int]) throws(InputError) -> Substring {
    let start = index
    _ = take("-")
    // What Python's json module writes for numbers that JSON does not have.
    if peek == UInt8(ascii: "N") || peek == UInt8(ascii: "I") {
      throw .notFinite(field: field, place: GridBuilder.text(place))
    }
    let whole = digits()
    var isNumber = whole > 0 && !(whole > 1 && bytes[index - whole] == UInt8(ascii: "0"))
    if take(".") { isNumber = digits() > 0 && isNumber }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      isNumber = digits() > 0 && isNumber
    }
    if !isNumber {
      index = start
      throw problem("expected a value")
    }
    return Substring(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = index
    while let byte = peek, byte >= 48, byte <= 57 { index += 1 }
    return index - start
  }

  private mutating func bool() throws(InputError) -> Bool {
    let isTrue = peek == UInt8(ascii: "t")
    try word(isTrue ? "true" : "false")
    return isTrue
  }

  private mutating func word(_ word: StaticString) throws(InputError) {
    let length = word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { bytes[index...].prefix(length).elementsEqual($0) }
    if !matches { throw problem("expected a value") }
    index += length
  }

  /// A quoted text. No key of the format needs an escape, so escapes are kept as they stand.
  private mutating func string() throws(InputError) -> String {
    let start = index + 1
    index = start
    while let byte = peek, byte != UInt8(ascii: "\"") { index += byte == UInt8(ascii: "\\") ? 2 : 1 }
    guard index < bytes.count else {
      index = start - 1
      throw problem("the quote is not closed")
    }
    index += 1
    return String(decoding: bytes[start..<index - 1], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 32 || byte == 10 || byte == 13 || byte == 9 { index += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private func problem(_ text: String) -> InputError {
    let before = bytes[..<min(index, bytes.count)]
    let line = before.count { $0 == 10 } + 1
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    // Continuation bytes of UTF-8 are no columns of their own.
    let column = bytes[lineStart..<before.endIndex].count { $0 & 0xc0 != 0x80 } + 1
    return .syntax(line: line, column: column, problem: peek == nil ? "the text ends too early, \(text)" : text)
  }
}
