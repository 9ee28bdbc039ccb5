import Foundation

/// A hash that stays the same on every machine and in every version: FNV-1a, 64 bits (Fowler, Noll, Vo).
struct Fingerprint: CustomStringConvertible {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(_ data: Data) {
    data.withUnsafeBytes { bytes in
      for byte in bytes { add(byte) }
    }
  }

  /// Adds a text and a separator, so that "ab", "c" and "a", "bc" differ.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Sixteen hexadecimal digits.
  var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
