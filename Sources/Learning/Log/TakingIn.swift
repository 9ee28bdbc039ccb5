import Foundation
import GRDB

extension ReviewStore {
  /// Adds entries that were written elsewhere, all or none of them; those that are here already stay as they are.
  /// - Returns: those that were added.
  public func takeIn(_ entries: [Entry]) throws(StoreError) -> [Entry] {
    do {
      let bodies = try entries.map { try EventBody($0.event) }
      return try queue.write { db in
        // The log refuses an id that it has, rather than to leave it out.
        let insert = try db.cachedStatement(
          sql: """
            INSERT INTO log (id, device, at, kind, body)
            SELECT :id, :device, :at, :kind, :body WHERE NOT EXISTS (SELECT 1 FROM log WHERE id = :id)
            """)
        return try zip(entries, bodies).compactMap { entry, body in
          try insert.execute(arguments: [
            "id": entry.id, "device": entry.device, "at": entry.at.milliseconds, "kind": body.kind, "body": body.json,
          ])
          return db.changesCount > 0 ? entry : nil
        }
      }
    } catch {
      throw StoreError(error, path: url.path)
    }
  }
}
