import Foundation
import GRDB
import Testing

@testable import Learning

/// Every file of a folder, with its bytes.
private func bytes(of folder: URL) throws -> [String: Data] {
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
  return Dictionary(
    uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
}

/// Writes a database that is not this program's with SQLite alone.
private func makeDatabase(in folder: URL, sql: String) throws {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let queue = try DatabaseQueue(path: folder.appending(path: ReviewStore.fileName).path)
  try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  try queue.close()
}

@Test func `a log of a newer version is refused and not a byte changes`() throws {
  let folder = Sample.folder()
  let store = try ReviewStore(at: folder)
  _ = try store.append([.ran(flags: [])], at: Sample.noon)
  try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
  try store.queue.close()
  let before = try bytes(of: folder)
  #expect(before.keys.sorted() == ["heed.sqlite"])
  let error = #expect(throws: StoreError.self) { try ReviewStore(at: folder) }
  #expect(error == .newer(path: store.url.path, version: 99, known: 1))
  #expect(error?.description.contains("was written by a newer heed (format 99, this one knows 1)") == true)
  #expect(try bytes(of: folder) == before)
}

@Test func `a newer version that a crash left in the write-ahead log is refused too`() throws {
  let folder = Sample.folder()
  let store = try ReviewStore(at: folder)
  try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
  // A copy of the files of a running program is what a crash leaves behind.
  let crashed = Sample.folder()
  try FileManager.default.createDirectory(at: crashed, withIntermediateDirectories: true)
  for name in ["heed.sqlite", "heed.sqlite-wal"] {
    try FileManager.default.copyItem(at: folder.appending(path: name), to: crashed.appending(path: name))
  }
  let before = try bytes(of: crashed)
  #expect(throws: StoreError.newer(path: crashed.appending(path: "heed.sqlite").path, version: 99, known: 1)) {
    try ReviewStore(at: crashed)
  }
  let after = try bytes(of: crashed)
  #expect(after["heed.sqlite"] == before["heed.sqlite"])
  #expect(after["heed.sqlite-wal"] == before["heed.sqlite-wal"])
}

@Test(arguments: ["CREATE TABLE notes (text)", "PRAGMA application_id = 7", "PRAGMA user_version = 3"])
func `a database of another program is refused and not a byte changes`(sql: String) throws {
  let folder = Sample.folder()
  try makeDatabase(in: folder, sql: sql)
  let before = try bytes(of: folder)
  #expect(throws: StoreError.foreign(path: folder.appending(path: "heed.sqlite").path)) { try ReviewStore(at: folder) }
  #expect(try bytes(of: folder) == before)
}

@Test func `a file that is no database is refused and not a byte changes`() throws {
  let folder = Sample.folder()
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let text = Data(String(repeating: "my diary\n", count: 500).utf8)
  try text.write(to: folder.appending(path: "heed.sqlite"))
  #expect(throws: StoreError.foreign(path: folder.appending(path: "heed.sqlite").path)) { try ReviewStore(at: folder) }
  #expect(try bytes(of: folder) == ["heed.sqlite": text])
}

@Test func `an empty file, as a crash at birth leaves it, becomes a log`() throws {
  let folder = Sample.folder()
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  try Data().write(to: folder.appending(path: "heed.sqlite"))
  #expect(try ReviewStore(at: folder).entries().isEmpty)
}

@Test func `a folder that cannot be made is one clear line`() throws {
  let file = Sample.folder()
  try Data().write(to: file)
  let error = #expect(throws: StoreError.self) { try ReviewStore(at: file.appending(path: "data")) }
  #expect(
    error?.description
      == "cannot keep answers in \(file.path)/data: Not a directory. Make it writable, "
      + "or choose another folder with --data DIR")
}

@Test func `a folder that cannot be written is one clear line`() throws {
  let folder = URL(filePath: "/proc/self")
  let error = #expect(throws: StoreError.self) { try ReviewStore(at: folder) }
  #expect(error?.description.hasPrefix("cannot keep answers in /proc/self") == true)
  #expect(error?.description.contains("\n") == false)
}

@Test func `a full disk is told, nothing of the answer is half saved, and trying again works`() throws {
  let store = try ReviewStore(at: Sample.folder())
  let kept = try store.append([.note(Sample.question("a"), "kept")], at: Sample.noon)
  func limit(pages: Int) throws {
    try store.queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
  }
  let long = Event.note(Sample.question("b"), String(repeating: "long ", count: 20_000))
  try limit(pages: 10)
  #expect(throws: StoreError.diskFull(path: store.url.path)) {
    try store.append([.ran(flags: []), long], at: Sample.noon)
  }
  #expect(try store.entries() == kept)
  try limit(pages: 10_000)
  #expect(try store.append([.ran(flags: []), long], at: Sample.noon).count == 2)
  #expect(try store.entries().count == 3)
}

@Test func `a file that another program holds for too long is told`() {
  let error = StoreError(DatabaseError(resultCode: .SQLITE_BUSY), path: "/data/heed.sqlite")
  #expect(error == .busy(path: "/data/heed.sqlite"))
}
