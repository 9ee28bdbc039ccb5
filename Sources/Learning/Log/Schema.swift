import GRDB

/// The tables of the log, and the steps from one version of them to the next.
///
/// Only a change that an older program would misread raises the version; a new kind of entry does not.
enum Schema {
  /// Marks the file as ours: “heed” in ASCII.
  static let application: Int32 = 0x6865_6564

  /// Step n leads from version n to n + 1. A step that has been released never changes.
  static let steps = [
    """
    CREATE TABLE log (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,                          -- order of arrival in this file
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),                -- UUID
      device BLOB NOT NULL CHECK (length(device) = 16),               -- UUID of the installation that wrote it
      at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799999),   -- milliseconds since 1970, UTC, to year 9999
      kind TEXT NOT NULL CHECK (kind <> ''),
      body TEXT NOT NULL CHECK (json_valid(body) AND json_type(body) = 'object')
    ) STRICT;
    CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log BEGIN
      SELECT RAISE(ABORT, 'the log is append-only');
    END;
    CREATE TRIGGER log_is_never_cut BEFORE DELETE ON log BEGIN
      SELECT RAISE(ABORT, 'the log is append-only');
    END;
    -- INSERT OR REPLACE deletes without asking the trigger above.
    CREATE TRIGGER log_is_never_replaced BEFORE INSERT ON log
    WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id OR seq = NEW.seq) BEGIN
      SELECT RAISE(ABORT, 'the log is append-only');
    END;
    CREATE TABLE installation (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      device BLOB NOT NULL CHECK (length(device) = 16)
    ) STRICT;
    INSERT INTO installation VALUES (1, randomblob(16));
    """
  ]

  static var version: Int { steps.count }

  /// Refuses what a newer heed or another program wrote.
  static func check(_ db: Database, path: String) throws {
    try Marks(
      application: Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
      version: Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
      isEmpty: Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    ).check(path: path)
  }

  /// Brings the file to this version. Of two programs that start at once, one does it and the other finds it done.
  static func migrate(_ db: Database, path: String) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA user_version") != version else { return }
    try db.inTransaction(.immediate) {
      try check(db, path: path)
      for step in try (Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0)..<version {
        try db.execute(sql: steps[step])
      }
      try db.execute(sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(version)")
      return .commit
    }
  }
}
