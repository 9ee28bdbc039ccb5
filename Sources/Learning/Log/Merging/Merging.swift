import Foundation
import GRDB

/// What joining another log to this one came to.
public struct Merged: Equatable, Sendable {
  /// Entries that were not here.
  public var added = 0
  /// Answers among them.
  public var reviews = 0
  /// Entries that were here already.
  public var known = 0
  /// What could not be taken.
  public var faults: [LogFault] = []
}

extension ReviewStore {
  /// Adds the entries of another log that are not here, in one transaction.
  ///
  /// A log is a set of entries, and this is the union of two sets: whatever is merged, in which order and how often,
  /// the same entries are here at the end, and so the same schedules and scores.
  public func merge(_ other: LogFile.Contents) throws(StoreError) -> Merged {
    do {
      return try queue.write { db in
        var merged = Merged(faults: other.faults)
        let find = try db.cachedStatement(sql: "SELECT \(LogRow.columns) FROM log WHERE id = ?")
        let insert = try db.cachedStatement(sql: "INSERT INTO log (\(LogRow.columns)) VALUES (?, ?, ?, ?, ?)")
        for (row, line) in zip(other.rows, other.lines) {
          if let known = try Row.fetchOne(find, arguments: [row.id]) {
            if (try? LogRow(known)) == row {
              merged.known += 1
            } else {
              merged.faults.append(LogFault(path: other.path, line: line, reason: .differs(id: row.id)))
            }
            continue
          }
          do {
            try insert.execute(arguments: row.arguments)
            merged.added += 1
            if row.kind == "review" { merged.reviews += 1 }
          } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            merged.faults.append(LogFault(path: other.path, line: line, reason: .wrong(field: "body")))
          }
        }
        merged.faults.sort { $0.line < $1.line }
        return merged
      }
    } catch {
      throw StoreError(error, path: url.path)
    }
  }

  /// The log line by line, as `merge` reads it.
  public func lines() throws(StoreError) -> String {
    do {
      return try queue.read { db in
        var text = ""
        let rows = try Row.fetchCursor(db, sql: "SELECT \(LogRow.columns) FROM log ORDER BY at, id")
        while let row = try rows.next() { text += LogLine.text(try LogRow(row)) + "\n" }
        return text
      }
    } catch {
      throw StoreError(error, path: url.path)
    }
  }
}
