import Foundation

/// The members of a JSON object, each value as it is written.
struct JSONFields {
  private(set) var values: [String: String] = [:]
  private let bytes: [UInt8]
  private var place = 0

  /// Nothing where the text has not the form of an object; its values may still be no JSON.
  init?(_ text: some Sequence<UInt8>) {
    bytes = Array(text)
    guard take("{") else { return nil }
    if !take("}") {
      repeat {
        guard let name = string(), take(":"), let value = value() else { return nil }
        guard let name = try? JSONDecoder().decode(String.self, from: Data(name.utf8)) else { return nil }
        values[name] = value
      } while take(",")
      guard take("}") else { return nil }
    }
    skipSpace()
    guard place == bytes.count else { return nil }
  }

  private mutating func value() -> String? {
    skipSpace()
    let start = place
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""): guard string() != nil else { return nil }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return slice(from: start) }
        depth -= 1
        place += 1
      case UInt8(ascii: ",") where depth == 0: return slice(from: start)
      default: place += 1
      }
    }
    return nil
  }

  /// A string with its quotes.
  private mutating func string() -> String? {
    skipSpace()
    let start = place
    guard take("\"") else { return nil }
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    place += 1
    return place <= bytes.count ? slice(from: start) : nil
  }

  private func slice(from start: Int) -> String? {
    start < place ? String(decoding: bytes[start..<place], as: UTF8.self) : nil
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while place < bytes.count, bytes[place] <= UInt8(ascii: " ") { place += 1 }
  }
}
