public import Foundation
import GRDB

/// The log on disk, `heed.sqlite`: entries are added, and never changed or removed.
///
/// Several programs may use one file at once; a writer waits up to five seconds for another.
public struct ReviewStore: Sendable {
  public static let fileName = "heed.sqlite"

  /// The file.
  public let url: URL
  /// This installation, as its entries name it.
  public let device: UUID
  let queue: DatabaseQueue

  /// Opens the log in a folder, and makes both where they are missing.
  ///
  /// A file that a newer heed or another program wrote is refused, and not a byte of it changes.
  public init(at folder: URL) throws(StoreError) { try self.init(at: folder, device: nil) }

  /// - Parameter device: whose log a new one is; nothing for one of its own.
  init(at folder: URL, device: UUID?) throws(StoreError) {
    url = folder.appending(path: Self.fileName)
    let path = url.path
    do {
      try DataFolder.prepare(folder, file: url)
      try Self.check(path)
      queue = try Self.open(path)
      self.device = try queue.inDatabase { db in
        try Schema.migrate(db, path: path)
        if let device { try db.execute(sql: "UPDATE installation SET device = ?", arguments: [device]) }
        return try UUID.fetchOne(db, sql: "SELECT device FROM installation") ?? UUID()
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Adds entries, all or none of them. They are on the disk, safe from a loss of power, when this returns.
  ///
  /// Takes a millisecond or two, most of it the disk's.
  /// - Throws: `diskFull` and the like, with nothing added: call again with the same events.
  public func append(_ events: [Event], at now: Date) throws(StoreError) -> [Entry] {
    do {
      let bodies = try events.map { try EventBody($0) }
      let milliseconds = now.milliseconds
      return try queue.write { db in
        let last = try Int64.fetchOne(db, sql: "SELECT coalesce(max(seq), 0) FROM log") ?? 0
        let insert = try db.cachedStatement(
          sql: "INSERT INTO log (id, device, at, kind, body) VALUES (?, ?, ?, ?, ?)")
        return try zip(events, bodies).enumerated().map { index, pair in
          let (event, body) = pair
          let id = EntryID(
            milliseconds: milliseconds, place: last + 1 + Int64(index), random: .random(in: 0...UInt64.max))
          try insert.execute(arguments: [id, device, milliseconds, body.kind, body.json])
          return Entry(id: id, at: Date(milliseconds: milliseconds), device: device, event: event)
        }
      }
    } catch {
      throw StoreError(error, path: url.path)
    }
  }

  /// Every entry, in the order in which folds read them; those of other programs too, as of now.
  public func entries() throws(StoreError) -> [Entry] { try rows(after: 0).entries }

  /// The entries that arrived after the one of a number, in the order in which folds read them, and the last to arrive.
  func rows(after seq: Int64) throws(StoreError) -> (entries: [Entry], last: Snapshot.Mark?) {
    do {
      let (entries, last) = try queue.read { db in
        var reader = EventReader()
        var entries: [Entry] = []
        var last: Int64 = 0
        let rows = try Row.fetchCursor(
          db, sql: "SELECT id, device, at, kind, body, seq FROM log WHERE seq > ? ORDER BY seq", arguments: [seq])
        while let row = try rows.next() {
          let event = EventBody(kind: row[3], json: row[4]).event(&reader)
          entries.append(Entry(id: row[0], at: Date(milliseconds: row[2]), device: row[1], event: event))
          last = row[5]
        }
        return (entries, entries.last.map { Snapshot.Mark(seq: last, id: $0.id) })
      }
      let isOrdered = zip(entries, entries.dropFirst()).allSatisfy { !Entry.precedes($1, $0) }
      return (isOrdered ? entries : entries.sorted(by: Entry.precedes), last)
    } catch {
      throw StoreError(error, path: url.path)
    }
  }

  // MARK: Opening

  /// Refuses a file of others, without a change to it.
  private static func check(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    // A connection would change the file, or leave others beside it, before we could look. Only what a crash or a
    // running program has not yet moved into the file needs one, and it may not write.
    let waiting = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
    guard (waiting ?? 0) > 0 else { return try Marks(file: path).map { try $0.check(path: path) } ?? () }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    // In one transaction: while we look, another program may be filling the file.
    try DatabaseQueue(path: path, configuration: configuration).inDatabase { db in
      try db.inTransaction(.deferred) {
        try Schema.check(db, path: path)
        return .commit
      }
    }
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try beWriteAhead(db)
      // In WAL mode a lesser setting loses the last answers when the power fails.
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Switches to WAL. SQLite does not wait its time out here, so when two programs make the file at once it is for us
  /// to try again.
  private static func beWriteAhead(_ db: Database) throws {
    for _ in 0..<patience {
      do { return try db.execute(sql: "PRAGMA journal_mode = WAL") } catch DatabaseError.SQLITE_BUSY {
        usleep(10_000)
      }
    }
    throw DatabaseError(resultCode: .SQLITE_BUSY)
  }

  /// Tries of ten milliseconds each.
  private static let patience = 500
}
