public import Foundation
import GRDB

/// Another machine's log, as a file: its database, or its entries line by line.
public struct LogFile: Equatable, Sendable {
  public let url: URL

  /// What was found in it.
  public struct Contents: Sendable {
    var rows: [LogRow] = []
    /// Where a row comes from, in the same order.
    var lines: [Int] = []
    public internal(set) var faults: [LogFault] = []
    let path: String
  }

  public init(_ url: URL) { self.url = url }

  /// The logs in a folder and those below it, by their paths: databases, and texts named `.jsonl`.
  public static func all(in folder: URL) -> [LogFile] {
    let keys: [URLResourceKey] = [.isRegularFileKey]
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys, options: .skipsHiddenFiles)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "jsonl" || isDatabase($0) }
      .sorted { $0.path < $1.path }.map(LogFile.init)
  }

  /// Reads all that can be read. The file does not change.
  /// - Throws: where it is not a log at all, or a newer heed's.
  public func read() throws(StoreError) -> Contents {
    do { return Self.isDatabase(url) ? try rows() : try lines() } catch { throw StoreError(error, path: url.path) }
  }

  private static func isDatabase(_ file: URL) -> Bool {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }

  // MARK: Text

  private func lines() throws -> Contents {
    var contents = Contents(path: url.path)
    var reader = EventReader()
    let bytes = try Data(contentsOf: url)
    for (place, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 <= UInt8(ascii: " ") }) { continue }
      do throws(LogFault.Reason) {
        guard let text = String(validating: line, as: UTF8.self) else { throw .notText }
        contents.rows.append(try LogLine.row(text[...].utf8, &reader))
        contents.lines.append(place + 1)
      } catch {
        contents.faults.append(LogFault(path: url.path, line: place + 1, reason: error))
      }
    }
    return contents
  }

  // MARK: Database

  /// A copy is read, with what a crash or a running program has not yet moved into the file: opening the file itself
  /// would write beside it.
  private func rows() throws -> Contents {
    let folder = FileManager.default.temporaryDirectory.appending(path: "heed-merge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = folder.appending(path: "log.sqlite")
    try copyFiles(to: copy)
    let queue = try DatabaseQueue(path: copy.path)
    defer { try? queue.close() }
    return try queue.inDatabase { db in
      try Schema.check(db, path: url.path)
      return try Self.rows(db, path: url.path)
    }
  }

  /// Copies the database and its write-ahead log as of one moment: where the log was begun anew meanwhile, its frames and
  /// the file's pages do not belong together, and are copied again.
  private func copyFiles(to copy: URL) throws {
    let files = FileManager.default
    func beginning() -> Data? {
      let handle = FileHandle(forReadingAtPath: url.path + "-wal")
      defer { try? handle?.close() }
      return try? handle?.read(upToCount: 32)
    }
    for _ in 0..<5 {
      let before = beginning()
      for suffix in ["", "-wal"] {
        try? files.removeItem(atPath: copy.path + suffix)
        guard suffix.isEmpty || files.fileExists(atPath: url.path + suffix) else { continue }
        try files.copyItem(atPath: url.path + suffix, toPath: copy.path + suffix)
      }
      if beginning() == before { return }
    }
    throw StoreError.busy(path: url.path)
  }

  /// Reads the table by its entries' numbers. One that cannot be read is named, and the next one is tried: of a damaged
  /// file this saves whatever stands on sound pages.
  static func rows(_ db: Database, path: String) throws -> Contents {
    var contents = Contents(path: path)
    let last =
      try (try? Int.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'log'"))
      ?? Int.fetchOne(db, sql: "SELECT max(seq) FROM log") ?? 0
    var next = 1
    while next <= last {
      do {
        let found = try Row.fetchCursor(
          db, sql: "SELECT \(LogRow.columns), seq FROM log WHERE seq >= ? ORDER BY seq", arguments: [next])
        while let row = try found.next() {
          next = row[5]
          do {
            contents.rows.append(try LogRow(row))
            contents.lines.append(next)
          } catch {
            contents.faults.append(LogFault(path: path, line: next, reason: .notAnObject))
          }
          next += 1
        }
        break
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        contents.faults.append(LogFault(path: path, line: next, reason: .notAnObject))
        next += 1
      }
    }
    return contents
  }
}
