import Foundation

/// Bytes being written, in the machine's own order: they never leave it.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []
  private var places: [String: UInt32] = [:]
  private(set) var texts: [String] = []

  mutating func add<Number: BitwiseCopyable>(_ value: Number) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ id: UUID) { add(id.uuid) }

  /// A text, by its place in a table: a log says few things, often.
  mutating func add(_ text: String) { add(place(of: text)) }

  mutating func place(of text: String) -> UInt32 {
    if let place = places[text] { return place }
    let place = UInt32(texts.count)
    texts.append(text)
    places[text] = place
    return place
  }

  mutating func addBytes(_ text: String) {
    add(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ other: ByteWriter) { bytes.append(contentsOf: other.bytes) }
}

/// Bytes being read. They have been found whole before: what goes beyond their end is a fault of this program.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0
  var texts: [String] = []

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func read<Number: BitwiseCopyable>(_: Number.Type) -> Number {
    defer { place += MemoryLayout<Number>.size }
    return bytes.loadUnaligned(fromByteOffset: place, as: Number.self)
  }

  mutating func id() -> UUID { UUID(uuid: read(uuid_t.self)) }

  mutating func text() -> String { texts[Int(read(UInt32.self))] }

  mutating func count() -> Int { Int(read(UInt32.self)) }

  mutating func bytesOfText() -> String {
    let count = count()
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }
}

extension UnsafeRawBufferPointer {
  /// A sum by which damage shows: eight bytes at a time.
  ///
  /// Source: FNV-1a, on words, and a last mixing as in SplitMix64.
  var checksum: UInt64 {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(count)
    var place = 0
    while place + 8 <= count {
      sum = (sum ^ loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x100_0000_01b3
      sum ^= sum >> 29
      place += 8
    }
    for byte in self[place...] { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return (sum ^ sum >> 30) &* 0xbf58_476d_1ce4_e5b9
  }
}
