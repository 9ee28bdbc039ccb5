import Foundation
import Testing
import Workbook

@testable import Index

/// What is known of a bank of one question, and a folder to keep it in.
private struct Cached {
  let bank = TemporaryBank(["en/masks/one.md": question("One", tags: "x", body: "padding")])
  var folder: URL { bank.cache }
  var file: URL { folder.appending(path: "headers") }
  let catalogue: Catalogue

  init() { catalogue = bank.catalogue }
}

@Test func `what is known of a bank is there at the next start`() {
  let cached = Cached()
  #expect(cached.catalogue != Catalogue())
  let cache = HeaderCache(folder: cached.folder, program: Bundle.main.executableURL)
  #expect(cache.load() == Catalogue())
  cache.save(cached.catalogue)
  #expect(cache.load() == cached.catalogue)
}

@Test func `what one program noted is nothing to another`() throws {
  let cached = Cached()
  let program = cached.folder.deletingLastPathComponent().appending(path: "program")
  try Data("one".utf8).write(to: program)
  HeaderCache(folder: cached.folder, program: program).save(cached.catalogue)
  #expect(HeaderCache(folder: cached.folder, program: program).load() == cached.catalogue)
  try Data("other".utf8).write(to: program)
  #expect(HeaderCache(folder: cached.folder, program: program).load() == Catalogue())
  #expect(HeaderCache(folder: cached.folder, program: nil).load() == Catalogue())
}

@Test func `a broken cache knows nothing, and one that cannot be written is no fault`() throws {
  let cached = Cached()
  let cache = HeaderCache(folder: cached.folder, program: nil)
  cache.save(cached.catalogue)
  try Data([0xFF, 0xFE, 0x00]).write(to: cached.file)
  #expect(cache.load() == Catalogue())
  let nowhere = HeaderCache(folder: URL(filePath: "/dev/null/heed"), program: nil)
  nowhere.save(cached.catalogue)
  #expect(nowhere.load() == Catalogue())
}
