import Foundation
import GRDB
import Testing

@testable import Learning

private func closed(_ events: [Event], at folder: URL) throws -> [Entry] {
  let store = try ReviewStore(at: folder)
  let entries = try store.append(events, at: Sample.noon)
  try store.queue.close()
  return entries
}

private let notes = (0..<400).map { Event.note(Sample.question("q\($0)"), String(repeating: "word ", count: 20)) }

@Test func `a whole log is told to be whole, and nothing is touched where there is none`() throws {
  let folder = Sample.folder()
  #expect(try ReviewStore.checkUp(at: folder, now: Sample.noon).findings.isEmpty)
  #expect(!FileManager.default.fileExists(atPath: folder.path))
  _ = try closed([.review(Sample.review(Sample.card("a"), .good)), notes[0]], at: folder)
  let checkup = try ReviewStore.checkUp(at: folder, now: Sample.noon + 60)
  #expect(checkup.findings == [.whole])
  #expect(checkup.entries == 2 && checkup.reviews == 1 && !checkup.isDamaged)
}

@Test func `a clock that went back, entries ahead of time and unreadable ones are found and kept`() throws {
  let folder = Sample.folder()
  let store = try ReviewStore(at: folder)
  for hours in [0.0, 5, 1, 2, 0] { _ = try store.append([notes[0]], at: Sample.noon + hours * 3600) }
  try store.queue.write {
    try $0.execute(
      sql: "INSERT INTO log (id, device, at, kind, body) VALUES (randomblob(16), randomblob(16), 1, 'dream', '{}')")
  }
  let checkup = try ReviewStore.checkUp(at: folder, now: Sample.noon + 3 * 3600)
  #expect(checkup.findings == [.whole, .unreadable(1), .setbacks(2), .ahead(1)])
  #expect(try store.entries().count == 6)
}

@Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
func `of a damaged log everything on sound pages is saved, and the rest from the backups`(seed: Int) throws {
  let folder = Sample.folder()
  let entries = try closed(notes, at: folder)
  let store = try ReviewStore(at: folder)
  try Backups(of: store).keep(Sample.today, now: Sample.noon)
  let later = try store.append([.note(Sample.question("late"), "after the backup")], at: Sample.noon + 1000)
  try store.queue.close()
  let file = folder.appending(path: ReviewStore.fileName)
  var bytes = try Data(contentsOf: file)
  var random = SeededGenerator(seed: UInt64(seed))
  let pages = bytes.count / 4096
  for _ in 0..<3 {
    let page = Int(random.next() % UInt64(pages - 1)) + 1
    bytes.replaceSubrange(page * 4096..<page * 4096 + 4096, with: Data(repeating: UInt8(seed), count: 4096))
  }
  try bytes.write(to: file)
  let checkup = try ReviewStore.checkUp(at: folder, now: Sample.noon + 2000)
  guard case .damaged = checkup.findings[0], case .repaired(let count, _, let old) = checkup.findings[1] else {
    Issue.record("\(checkup.findings)")
    return
  }
  #expect(!checkup.isDamaged)
  #expect(try Data(contentsOf: old) == bytes)
  let repaired = try ReviewStore(at: folder)
  #expect(Set(try repaired.entries().map(\.id)).isSuperset(of: entries.map(\.id)))
  #expect(try repaired.entries().allSatisfy { (entries + later).contains($0) })
  #expect(try repaired.entries().count == count)
  #expect(try ReviewStore.checkUp(at: folder, now: Sample.noon + 2000).findings == [.whole])
}

@Test func `without a backup, what stands on sound pages is saved`() throws {
  let folder = Sample.folder()
  let entries = try closed(notes, at: folder)
  let file = folder.appending(path: ReviewStore.fileName)
  var bytes = try Data(contentsOf: file)
  // A page in the middle of the table.
  let hit = try #require(bytes.range(of: Data("masks/q200".utf8))).lowerBound / 4096
  bytes.replaceSubrange(hit * 4096..<(hit + 1) * 4096, with: Data(repeating: 7, count: 4096))
  try bytes.write(to: file)
  let checkup = try ReviewStore.checkUp(at: folder, now: Sample.noon + 2000)
  guard case .repaired(let count, let lost, _) = checkup.findings[1] else {
    Issue.record("\(checkup.findings)")
    return
  }
  #expect(count + lost == 400 && lost < 40)
  let saved = try ReviewStore(at: folder).entries()
  #expect(saved.count == count && saved.allSatisfy(entries.contains))
}

@Test func `a damaged log that another program uses is left alone`() throws {
  let folder = Sample.folder()
  _ = try closed(notes, at: folder)
  let file = folder.appending(path: ReviewStore.fileName)
  var bytes = try Data(contentsOf: file)
  let hit = try #require(bytes.range(of: Data("masks/q200".utf8))).lowerBound / 4096
  bytes.replaceSubrange(hit * 4096..<(hit + 1) * 4096, with: Data(repeating: 7, count: 4096))
  try bytes.write(to: file)
  let other = try ReviewStore(at: folder)
  _ = try other.append([notes[1]], at: Sample.noon + 5000)
  #expect(throws: StoreError.busy(path: file.path)) { try ReviewStore.checkUp(at: folder, now: Sample.noon) }
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.contains("damaged") })
}

@Test func `a newer heed's log is refused by the doctor too`() throws {
  let folder = Sample.folder()
  _ = try closed([notes[0]], at: folder)
  let queue = try DatabaseQueue(path: folder.appending(path: ReviewStore.fileName).path)
  try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
  try queue.close()
  let before = try Data(contentsOf: folder.appending(path: ReviewStore.fileName))
  #expect(throws: StoreError.self) { try ReviewStore.checkUp(at: folder, now: Sample.noon) }
  #expect(try Data(contentsOf: folder.appending(path: ReviewStore.fileName)) == before)
}

@Test func `what an interrupted backup left is removed once it is old`() throws {
  let folder = Sample.folder()
  _ = try closed([notes[0]], at: folder)
  let left = [".heed-2025-11-20.sqlite.1", "backups/.heed-2025-11-20.sqlite.2"].map { folder.appending(path: $0) }
  try FileManager.default.createDirectory(at: folder.appending(path: "backups"), withIntermediateDirectories: true)
  for file in left { try Data("half".utf8).write(to: file) }
  #expect(try ReviewStore.checkUp(at: folder, now: Date()).findings == [.whole])
  #expect(try ReviewStore.checkUp(at: folder, now: Date() + 7200).findings == [.whole, .leftovers(2)])
  #expect(left.allSatisfy { !FileManager.default.fileExists(atPath: $0.path) })
}
