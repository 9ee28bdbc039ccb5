public import Foundation
import GRDB

/// What looking through the log found, and what was done about it.
public struct Checkup: Equatable, Sendable {
  public enum Finding: Equatable, Sendable {
    /// SQLite finds the file whole.
    case whole
    /// What SQLite finds wrong with the file; the first of it.
    case damaged(String)
    /// What could be read, with the backups' entries, stands in a new file; the old one lies beside it.
    case repaired(entries: Int, lost: Int, old: URL)
    /// Entries that a newer program wrote, or that cannot be read; kept as they are.
    case unreadable(Int)
    /// The clock went back this often while answers were given here.
    case setbacks(Int)
    /// Entries of a time that is yet to come.
    case ahead(Int)
    /// Files that a backup or a repair left when it was interrupted; removed.
    case leftovers(Int)
  }

  public internal(set) var findings: [Finding] = []
  public internal(set) var entries = 0
  public internal(set) var reviews = 0

  public var isDamaged: Bool {
    findings.contains { if case .damaged = $0 { true } else { false } }
      && !findings.contains { if case .repaired = $0 { true } else { false } }
  }
}

extension ReviewStore {
  /// Looks through the log in a folder, and repairs what can be repaired. What is wrong stays beside what replaces it.
  /// - Throws: where there is no log of this program, or another program is using a damaged one.
  public static func checkUp(at folder: URL, now: Date) throws(StoreError) -> Checkup {
    let file = folder.appending(path: fileName)
    var checkup = Checkup()
    do {
      guard FileManager.default.fileExists(atPath: file.path) else { return checkup }
      if let damage = try damage(in: file) {
        checkup.findings.append(.damaged(damage))
        checkup.findings.append(try Repair(file).callAsFunction(now: now))
      } else {
        checkup.findings.append(.whole)
      }
      let leftovers = Backups.clearLeftovers(in: folder, now: now)
      if leftovers > 0 { checkup.findings.append(.leftovers(leftovers)) }
      try ReviewStore(at: folder).count(into: &checkup, now: now)
      return checkup
    } catch {
      throw StoreError(error, path: file.path)
    }
  }

  /// What SQLite finds wrong; nothing where the file is whole.
  private static func damage(in file: URL) throws -> String? {
    do {
      // Opening checks whose it is first.
      let store = try ReviewStore(at: file.deletingLastPathComponent())
      return try store.queue.read { db in
        let found = try String.fetchAll(db, sql: "PRAGMA integrity_check(10)")
        return found == ["ok"] ? nil : found.first ?? "?"
      }
    } catch let error as StoreError {
      guard case .damaged(_, let reason) = error else { throw error }
      return reason
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return error.message ?? "?"
    }
  }

  private func count(into checkup: inout Checkup, now: Date) throws {
    var written: [(place: Int64, at: Int64)] = []
    var (unreadable, ahead) = (0, 0)
    var reader = EventReader()
    let horizon = now.milliseconds + Int64(History.tolerance * 1000)
    try queue.read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT \(LogRow.columns) FROM log ORDER BY seq")
      while let found = try rows.next() {
        let row = try LogRow(found)
        checkup.entries += 1
        switch EventBody(kind: row.kind, json: row.body).event(&reader) {
        case .review: checkup.reviews += 1
        case .unknown: unreadable += 1
        default: break
        }
        if row.milliseconds > horizon { ahead += 1 }
        if row.device == device { written.append((row.id.place, row.milliseconds)) }
      }
    }
    // In the order of writing, whatever was merged or repaired since.
    written.sort { $0 < $1 }
    let setbacks = zip(written, written.dropFirst()).count { $0.at - $1.at > Int64(History.tolerance * 1000) }
    if unreadable > 0 { checkup.findings.append(.unreadable(unreadable)) }
    if setbacks > 0 { checkup.findings.append(.setbacks(setbacks)) }
    if ahead > 0 { checkup.findings.append(.ahead(ahead)) }
  }
}

extension Backups {
  /// Removes what a backup or a repair left when it was interrupted, once it is an hour old; says how many files.
  static func clearLeftovers(in folder: URL, now: Date) -> Int {
    let files = FileManager.default
    var cleared = 0
    for place in [folder, folder.appending(path: "backups")] {
      for name in (try? files.contentsOfDirectory(atPath: place.path)) ?? [] where name.hasPrefix(".heed") {
        let file = place.appending(path: name)
        let changed = (try? files.attributesOfItem(atPath: file.path))?[.modificationDate] as? Date
        guard let changed, now.timeIntervalSince(changed) > 3600 else { continue }
        if (try? files.removeItem(at: file)) != nil { cleared += 1 }
      }
    }
    return cleared
  }
}
