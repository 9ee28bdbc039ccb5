import Foundation
import GRDB
import Testing
import Workbook

@testable import Index

private func indexed(_ cache: URL) throws -> [String] {
  let database = try DatabaseQueue(path: cache.appending(path: "index.sqlite").path)
  return try database.read { try String.fetchAll($0, sql: "SELECT id FROM page ORDER BY id") }
}

@Test func `only what changed is read into the file again`() throws {
  let bank = TemporaryBank([
    "en/masks/one.md": question("One", tags: "x", body: "padding"),
    "en/masks/two.md": question("Two", tags: "x", body: "padding"),
    "en/masks/three.md": question("Three", tags: "x", body: "padding"),
  ])
  #expect(try Index(cache: bank.cache, bank: bank.bank).search("padding", language: "en").count == 3)
  // What was read stays as it was read: a word put in by hand is still there afterwards.
  let database = try DatabaseQueue(path: bank.cache.appending(path: "index.sqlite").path)
  try database.write { try $0.execute(sql: "UPDATE words SET tags = 'handmade'") }
  try database.close()

  bank.write(question("Two", tags: "x", body: "window"), to: "en/masks/two.md")
  bank.remove("en/masks/three.md")
  let index = Index(cache: bank.cache, bank: bank.bank)
  #expect(try index.search("padding", language: "en").map(\.id.slug) == ["one"])
  #expect(try index.search("window", language: "en").map(\.id.slug) == ["two"])
  #expect(try index.search("handmade", language: "en").map(\.id.slug) == ["one"])
  #expect(try indexed(bank.cache) == ["masks/one", "masks/two"])
}

@Test func `nothing is opened before the first search`() throws {
  let bank = TemporaryBank(["en/masks/one.md": question("One", tags: "x", body: "padding")])
  let index = Index(cache: bank.cache, bank: bank.bank)
  #expect(!FileManager.default.fileExists(atPath: bank.cache.path))
  index.prepare()
  #expect(FileManager.default.fileExists(atPath: bank.cache.appending(path: "index.sqlite").path))
}

@Test(arguments: ["not a database, and long enough to be read as the header of one, one would think", ""])
func `a broken file is made anew`(content: String) throws {
  let bank = TemporaryBank(["en/masks/one.md": question("One", tags: "x", body: "padding")])
  let file = bank.cache.appending(path: "index.sqlite")
  try FileManager.default.createDirectory(at: bank.cache, withIntermediateDirectories: true)
  try Data(content.utf8).write(to: file)
  #expect(try Index(cache: bank.cache, bank: bank.bank).search("padding", language: "en").count == 1)
  #expect(try indexed(bank.cache).count == 1)
}

@Test func `a file that was cut off is made anew`() throws {
  let bank = TemporaryBank(["en/masks/one.md": question("One", tags: "x", body: "padding")])
  Index(cache: bank.cache, bank: bank.bank).prepare()
  let file = bank.cache.appending(path: "index.sqlite")
  try Data(contentsOf: file).prefix(6000).write(to: file)
  #expect(try Index(cache: bank.cache, bank: bank.bank).search("padding", language: "en").count == 1)
}

@Test func `a file of another version is made anew`() throws {
  let bank = TemporaryBank(["en/masks/one.md": question("One", tags: "x", body: "padding")])
  try FileManager.default.createDirectory(at: bank.cache, withIntermediateDirectories: true)
  let database = try DatabaseQueue(path: bank.cache.appending(path: "index.sqlite").path)
  try database.write { try $0.execute(sql: "CREATE TABLE page (x); PRAGMA user_version = 99") }
  try database.close()
  #expect(try Index(cache: bank.cache, bank: bank.bank).search("padding", language: "en").count == 1)
}

@Test func `where the file cannot be written the index lives in memory`() throws {
  let bank = TemporaryBank(["en/masks/one.md": question("One", tags: "x", body: "padding")])
  // A file stands where the folder should be.
  try Data().write(to: bank.cache)
  #expect(try Index(cache: bank.cache, bank: bank.bank).search("padding", language: "en").count == 1)
}

@Test func `a folder in the place of the file is left alone`() throws {
  let bank = TemporaryBank(["en/masks/one.md": question("One", tags: "x", body: "padding")])
  let folder = bank.cache.appending(path: "index.sqlite/mine")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  #expect(try Index(cache: bank.cache, bank: bank.bank).search("padding", language: "en").count == 1)
  #expect(FileManager.default.fileExists(atPath: folder.path))
}

@Test func `a file that another process holds is not waited for`() throws {
  let bank = TemporaryBank(["en/masks/one.md": question("One", tags: "x", body: "padding")])
  Index(cache: bank.cache, bank: bank.bank).prepare()
  bank.write(question("Two", tags: "x", body: "padding"), to: "en/masks/two.md")
  let other = try DatabaseQueue(path: bank.cache.appending(path: "index.sqlite").path)
  try other.inDatabase { database in
    try database.execute(sql: "BEGIN EXCLUSIVE")
    #expect(try Index(cache: bank.cache, bank: bank.bank).search("padding", language: "en").count == 2)
    try database.execute(sql: "COMMIT")
  }
  #expect(try indexed(bank.cache).count == 1)
}
