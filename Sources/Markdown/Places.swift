/// Turns the parser's lines and byte columns into locations.
struct Places {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let firstLine: Int
  /// The offset of the first byte of each line.
  private let starts: [Int]

  init(bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      if byte == 0x0A {
        starts.append(offset + 1)
      } else if byte == 0x0D, offset + 1 >= bytes.count || bytes[offset + 1] != 0x0A {
        starts.append(offset + 1)
      }
    }
    self.starts = starts
  }

  /// The line of the file for a line of the parsed text.
  func line(_ line: Int) -> Int { firstLine + max(line, 1) - 1 }

  /// The place of a byte column, counted from 1; a column beyond the line is the place behind its last character.
  func location(line: Int, byteColumn: Int) -> Location {
    Location(line: self.line(line), column: byteColumn <= 1 ? 1 : characters(before: byteColumn, in: line) + 1)
  }

  private func characters(before byteColumn: Int, in line: Int) -> Int {
    guard starts.indices.contains(line - 1) else { return byteColumn - 1 }
    let start = starts[line - 1]
    let end = line < starts.count ? starts[line] : bytes.count
    let prefix = bytes[start..<min(start + byteColumn - 1, end)]
    return prefix.allSatisfy { $0 < 0x80 } ? prefix.count : String(decoding: prefix, as: UTF8.self).count
  }
}
