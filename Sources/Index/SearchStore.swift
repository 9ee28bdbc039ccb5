import Foundation
import GRDB
import Workbook

/// The tables of the index.
struct SearchStore: Sendable {
  struct Row {
    let id: QuestionID
    let language: String
    /// Smaller is better.
    let rank: Double
  }

  private let database: DatabaseQueue

  /// Opens the file in a folder and brings it up to date; in memory where that fails.
  static func open(in folder: URL?, questions: [Question]) throws -> SearchStore {
    if let folder {
      let file = folder.appending(path: "index.sqlite")
      try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      do { return try SearchStore(file.path, questions) } catch {
        // A locked or unwritable file is someone's; only a broken one is ours to replace.
        if isBroken(error), isFile(file), (try? FileManager.default.removeItem(at: file)) != nil,
          let store = try? SearchStore(file.path, questions)
        {
          return store
        }
      }
    }
    return try SearchStore(nil, questions)
  }

  private init(_ path: String?, _ questions: [Question]) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(0.2)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
    database = try path.map { try DatabaseQueue(path: $0, configuration: configuration) } ?? DatabaseQueue()
    try database.write { database in
      try Self.makeTables(database)
      try Self.update(database, questions)
    }
  }

  /// Raised whenever the tables or what stands in them changes.
  private static let version = 1

  private static func makeTables(_ database: Database) throws {
    if try Int.fetchOne(database, sql: "PRAGMA user_version") == version { return }
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS page;
        DROP TABLE IF EXISTS vocabulary;
        DROP TABLE IF EXISTS words;
        CREATE TABLE page (
          key INTEGER PRIMARY KEY, id TEXT NOT NULL, language TEXT NOT NULL, stamp TEXT NOT NULL,
          UNIQUE (id, language)
        );
        CREATE VIRTUAL TABLE words USING fts5(title, tags, text, tokenize = 'unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, 'row');
        PRAGMA user_version = \(version);
        """)
  }

  /// Reads in what is new or changed, and drops what is gone.
  private static func update(_ database: Database, _ questions: [Question]) throws {
    var old: [String: (key: Int64, stamp: String)] = [:]
    for row in try GRDB.Row.fetchAll(database, sql: "SELECT key, id, language, stamp FROM page") {
      old["\(row["id"] as String) \(row["language"] as String)"] = (row["key"], row["stamp"])
    }
    for question in questions {
      if let known = old.removeValue(forKey: "\(question.id) \(question.language)") {
        if known.stamp == question.stamp { continue }
        try delete(database, key: known.key)
      }
      try insert(database, question)
    }
    for gone in old.values { try delete(database, key: gone.key) }
  }

  private static func delete(_ database: Database, key: Int64) throws {
    try database.execute(sql: "DELETE FROM page WHERE key = ?", arguments: [key])
    try database.execute(sql: "DELETE FROM words WHERE rowid = ?", arguments: [key])
  }

  private static func insert(_ database: Database, _ question: Question) throws {
    try database.execute(
      sql: "INSERT INTO page (id, language, stamp) VALUES (?, ?, ?)",
      arguments: [question.id.description, question.language, question.stamp])
    let text = question.plainText
    try database.execute(
      sql: "INSERT INTO words (rowid, title, tags, text) VALUES (?, ?, ?, ?)",
      arguments: [
        database.lastInsertedRowID, SearchText.indexed("\(question.title) \(question.id)"),
        SearchText.indexed(question.tags.joined(separator: " ")), SearchText.indexed(text),
      ])
  }

  /// Every page that matches, the best first.
  func rows(matching query: String) throws -> [Row] {
    try database.read { database in
      let rows = try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT page.id, page.language, bm25(words, 10.0, 5.0, 1.0) AS rank
          FROM words JOIN page ON page.key = words.rowid
          WHERE words MATCH ? ORDER BY rank
          """, arguments: [query])
      return rows.compactMap { row in
        QuestionID(row["id"]).map { Row(id: $0, language: row["language"], rank: row["rank"]) }
      }
    }
  }

  /// Every word that stands in some page.
  func vocabulary() throws -> [String] {
    try database.read { try String.fetchAll($0, sql: "SELECT term FROM vocabulary ORDER BY term") }
  }

  /// The word that most pages of a language hold.
  func mostUsed(among words: [String], language: String) throws -> String? {
    try database.read { database in
      try words.map { word in
        let count = try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM words JOIN page ON page.key = words.rowid
            WHERE words MATCH ? AND page.language = ?
            """, arguments: ["\"\(word)\"", language])
        return (word: word, count: count ?? 0)
      }.max { ($0.count, $1.word) < ($1.count, $0.word) }?.word
    }
  }

  private static func isBroken(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return false }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR: return true
    default: return false
    }
  }

  private static func isFile(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && !isFolder.boolValue
  }
}
