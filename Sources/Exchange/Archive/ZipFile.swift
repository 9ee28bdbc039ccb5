import CArchive
import Foundation

/// Why a zip file cannot be read.
enum ZipError: Error, Equatable {
  case notAZip
  case damaged
}

/// A zip file in memory: written without compression, read with and without.
///
/// Source: PKWARE, APPNOTE.TXT 6.3.10, §4.3. No zip64, no encryption, no parts on several disks.
struct ZipFile {
  struct Entry: Equatable {
    let name: String
    let data: Data
  }

  private static let local: UInt32 = 0x0403_4b50
  private static let central: UInt32 = 0x0201_4b50
  private static let end: UInt32 = 0x0605_4b50
  /// 1 January 1980, as the format writes days: the same entries give the same bytes.
  private static let firstDay: UInt16 = 0x21

  // MARK: Writing

  static func writing(_ entries: [Entry]) -> Data {
    var data = Data()
    var directory = Data()
    for entry in entries {
      let name = Data(entry.name.utf8)
      let bytes = [UInt8](entry.data)
      var common = Data()
      common.add(UInt16(20))  // version needed
      common.add(UInt16(1 << 11))  // names are UTF-8
      common.add(UInt16(0))  // stored
      common.add(UInt16(0))  // time
      common.add(firstDay)
      common.add(archive_checksum(bytes, bytes.count))
      common.add(UInt32(bytes.count))
      common.add(UInt32(bytes.count))
      common.add(UInt16(name.count))
      common.add(UInt16(0))  // extra field
      let offset = UInt32(data.count)
      data.add(local)
      data += common + name + entry.data
      directory.add(central)
      directory.add(UInt16(20))  // version made by
      directory += common
      directory.add(UInt16(0))  // comment
      directory.add(UInt16(0))  // disk
      directory.add(UInt16(0))  // internal attributes
      directory.add(UInt32(0))  // external attributes
      directory.add(offset)
      directory += name
    }
    let start = UInt32(data.count)
    data += directory
    data.add(end)
    data.add(UInt32(0))  // disks
    data.add(UInt16(entries.count))
    data.add(UInt16(entries.count))
    data.add(UInt32(directory.count))
    data.add(start)
    data.add(UInt16(0))  // comment
    return data
  }

  // MARK: Reading

  /// The names in the file and where each stands.
  private let places: [(name: String, method: UInt16, packed: Int, sum: UInt32, offset: Int)]
  private let data: Data

  init(_ data: Data) throws(ZipError) {
    self.data = Data(data)
    guard let end = Self.end(of: self.data) else { throw .notAZip }
    guard let count = self.data.number(UInt16.self, at: end + 10),
      var place = self.data.number(UInt32.self, at: end + 16)
    else { throw .damaged }
    var places: [(name: String, method: UInt16, packed: Int, sum: UInt32, offset: Int)] = []
    for _ in 0..<count {
      let start = Int(place)
      guard self.data.number(UInt32.self, at: start) == Self.central,
        let method = self.data.number(UInt16.self, at: start + 10),
        let sum = self.data.number(UInt32.self, at: start + 16),
        let packed = self.data.number(UInt32.self, at: start + 20),
        let name = self.data.number(UInt16.self, at: start + 28),
        let extra = self.data.number(UInt16.self, at: start + 30),
        let comment = self.data.number(UInt16.self, at: start + 32),
        let offset = self.data.number(UInt32.self, at: start + 42),
        let bytes = self.data.part(start + 46, Int(name))
      else { throw .damaged }
      places.append((String(decoding: bytes, as: UTF8.self), method, Int(packed), sum, Int(offset)))
      place += 46 + UInt32(name) + UInt32(extra) + UInt32(comment)
    }
    self.places = places
  }

  var names: [String] { places.map(\.name) }

  /// The bytes of an entry; nothing where there is none of that name.
  func data(of name: String) throws(ZipError) -> Data? {
    guard let place = places.first(where: { $0.name == name }) else { return nil }
    guard data.number(UInt32.self, at: place.offset) == Self.local,
      let name = data.number(UInt16.self, at: place.offset + 26),
      let extra = data.number(UInt16.self, at: place.offset + 28),
      let packed = data.part(place.offset + 30 + Int(name) + Int(extra), place.packed)
    else { throw .damaged }
    let whole: Data
    switch place.method {
    case 0: whole = packed
    case 8: whole = try Decompression.deflate(packed)
    default: throw .damaged
    }
    let bytes = [UInt8](whole)
    guard archive_checksum(bytes, bytes.count) == place.sum else { throw .damaged }
    return whole
  }

  /// The place of the record at the end, which a comment of up to 64 KiB may follow.
  private static func end(of data: Data) -> Int? {
    guard data.count >= 22 else { return nil }
    return stride(from: data.count - 22, through: max(0, data.count - 22 - 0xFFFF), by: -1).first {
      data.number(UInt32.self, at: $0) == end
    }
  }
}

extension Data {
  /// Appends a number with its lowest byte first.
  fileprivate mutating func add(_ number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }

  /// The number at an offset; nothing where the data ends before it does.
  fileprivate func number<Number: FixedWidthInteger>(_ type: Number.Type, at offset: Int) -> Number? {
    part(offset, MemoryLayout<Number>.size).map { bytes in
      bytes.reversed().reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
    }
  }

  fileprivate func part(_ offset: Int, _ count: Int) -> Data? {
    guard offset >= 0, count >= 0, offset <= self.count - count else { return nil }
    return self[startIndex + offset..<startIndex + offset + count]
  }
}
