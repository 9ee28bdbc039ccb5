import Foundation

/// What tells whose a database file is.
struct Marks {
  /// The number by which a program marks its files; 0 for none.
  let application: Int32
  let version: Int
  /// Whether it has no table.
  let isEmpty: Bool

  /// Refuses a file that a newer heed or another program wrote.
  func check(path: String) throws(StoreError) {
    guard application == Schema.application else {
      guard application == 0, version == 0, isEmpty else { throw .foreign(path: path) }
      return
    }
    guard version <= Schema.version else { throw .newer(path: path, version: version, known: Schema.version) }
  }
}

extension Marks {
  /// Reads the marks from the file's first bytes; nothing where the file is empty.
  ///
  /// Source: sqlite.org, Database File Format, §1.3 (the header) and §1.6 (the page of the list of tables).
  init?(file path: String) throws {
    let handle = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? handle.close() }
    let bytes = try handle.read(upToCount: 108) ?? Data()
    if bytes.isEmpty { return nil }
    guard bytes.count == 108, bytes.starts(with: Data("SQLite format 3\0".utf8)) else {
      throw StoreError.foreign(path: path)
    }
    func number(_ range: Range<Int>) -> UInt32 { bytes[range].reduce(0) { $0 << 8 | UInt32($1) } }
    let leafOfTable: UInt32 = 13
    version = Int(Int32(bitPattern: number(60..<64)))
    application = Int32(bitPattern: number(68..<72))
    isEmpty = number(100..<101) == leafOfTable && number(103..<105) == 0
  }
}
