import Foundation
import GRDB

/// Puts a new log in the place of a damaged one: with the entries that can still be read, and those of the backups.
struct Repair {
  private let file: URL

  init(_ file: URL) { self.file = file }

  private var folder: URL { file.deletingLastPathComponent() }

  /// - Throws: `busy` while another program uses the log, and nothing has changed.
  func callAsFunction(now: Date) throws -> Checkup.Finding {
    let draft = folder.appending(path: ".heed-repair-\(UUID().uuidString)", directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: draft) }
    let (contents, device) = try salvage()
    let store = try ReviewStore(at: draft, device: device)
    _ = try store.merge(contents)
    let backups = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "backups").path)) ?? []
    for name in backups where name.hasSuffix(".sqlite") && !name.hasPrefix(".") {
      // A backup that cannot be read has nothing to give.
      guard let more = try? LogFile(folder.appending(path: "backups/\(name)")).read() else { continue }
      _ = try store.merge(more)
    }
    let entries = try store.entries().count
    try store.queue.close()
    let old = folder.appending(path: "\(ReviewStore.fileName).damaged-\(now.milliseconds)")
    for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: file.path + suffix) {
      try FileManager.default.moveItem(atPath: file.path + suffix, toPath: old.path + suffix)
    }
    try FileManager.default.moveItem(at: draft.appending(path: ReviewStore.fileName), to: file)
    return .repaired(entries: entries, lost: max(0, contents.faults.count - (entries - contents.rows.count)), old: old)
  }

  /// What can be read, while no other program writes.
  private func salvage() throws -> (LogFile.Contents, UUID?) {
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
    do {
      let queue = try DatabaseQueue(path: file.path, configuration: configuration)
      defer { try? queue.close() }
      return try queue.inDatabase { db in
        let device = try? UUID.fetchOne(db, sql: "SELECT device FROM installation")
        return (try LogFile.rows(db, path: file.path), device)
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return (LogFile.Contents(path: file.path), nil)
    }
  }
}
