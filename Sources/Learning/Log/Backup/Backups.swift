public import Foundation
import GRDB

/// The copies of the log in the folder `backups` beside it: `heed-2025-11-20.sqlite`, one a day.
public struct Backups: Sendable {
  public let folder: URL
  private let store: ReviewStore

  public init(of store: ReviewStore) {
    self.store = store
    folder = store.url.deletingLastPathComponent().appending(path: "backups", directoryHint: .isDirectory)
  }

  /// The daily ones, the oldest first.
  public var all: [(day: Day, file: URL)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.compactMap { name in Self.day(of: name).map { ($0, folder.appending(path: name)) } }
      .sorted { $0.0 < $1.0 }
  }

  /// Makes the copy of the learner's day, unless there is one or nothing to copy, and removes those that are no longer
  /// kept. Copies that were made by hand have other names, and stay.
  public func keep(_ day: Day, now: Date) throws(StoreError) {
    let file = folder.appending(path: "heed-\(day).sqlite")
    guard try store.hasEntries() else { return }
    guard !FileManager.default.fileExists(atPath: file.path) else { return }
    _ = Self.clearLeftovers(in: store.url.deletingLastPathComponent(), now: now)
    try store.backUp(to: file)
    let daily = all
    let kept = Thinning.kept(of: daily.map(\.day))
    for backup in daily where !kept.contains(backup.day) { try? FileManager.default.removeItem(at: backup.file) }
  }

  private static func day(of name: String) -> Day? {
    guard let parts = name.wholeMatch(of: /heed-(\d{4})-(\d{2})-(\d{2})\.sqlite/)?.output,
      let year = Int(parts.1), let month = Int(parts.2), let day = Int(parts.3)
    else { return nil }
    let found = Day(year: year, month: month, day: day)
    return name == "heed-\(found).sqlite" ? found : nil
  }
}

extension ReviewStore {
  func hasEntries() throws(StoreError) -> Bool {
    do { return try queue.read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM log)") ?? false } } catch {
      throw StoreError(error, path: url.path)
    }
  }

  /// Copies the log as of now, whole, while programs go on writing to it; the file appears when it is done.
  ///
  /// Source: sqlite.org, Online Backup API.
  /// - Throws: where the file exists or cannot be written.
  public func backUp(to file: URL) throws(StoreError) {
    let part = file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent).\(UUID().uuidString)")
    do {
      try DataFolder.prepare(file.deletingLastPathComponent(), file: file)
      defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(part.path + suffix) } }
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      // A connection of its own: answers do not wait for the copy.
      let source = try DatabaseQueue(path: url.path, configuration: configuration)
      let copy = try DatabaseQueue(path: part.path)
      try source.backup(to: copy)
      // A file that needs nothing beside it.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
      try source.close()
      // Never over a file that is there.
      guard link(part.path, file.path) == 0 || errno != EEXIST && rename(part.path, file.path) == 0 else {
        throw StoreError.unwritable(path: file.path, reason: String(cString: strerror(errno)))
      }
    } catch {
      throw StoreError(error, path: file.path)
    }
  }
}
