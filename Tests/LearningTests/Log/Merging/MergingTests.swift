import Foundation
import GRDB
import Testing

@testable import Learning

/// A log of a machine of its own, with answers, notes and undos.
private func store(_ seed: UInt64, entries: Int = 12) throws -> ReviewStore {
  let store = try ReviewStore(at: Sample.folder())
  var random = SeededGenerator(seed: seed)
  var written: [Entry] = []
  var now = Sample.noon
  for _ in 0..<entries {
    now += Double.random(in: 0.001...90_000, using: &random)
    let card = Sample.card("q\(Int.random(in: 0..<3, using: &random))")
    let event: Event =
      switch Int.random(in: 0..<8, using: &random) {
      case 0: .undo(written.randomElement(using: &random)?.id ?? UUID())
      case 1: .note(card.question, "“说”\n\u{2028}\\ \(now)")
      case 2: .weights(.standard)
      default: .review(Sample.review(card, Grade.allCases.randomElement(using: &random)!))
      }
    written += try store.append([event], at: now)
  }
  return store
}

private func contents(_ store: ReviewStore) throws -> LogFile.Contents { try LogFile(store.url).read() }

/// The logs joined one after the other in a new log.
private func union(_ logs: [ReviewStore]) throws -> ReviewStore {
  let whole = try ReviewStore(at: Sample.folder())
  for log in logs { _ = try whole.merge(contents(log)) }
  return whole
}

private struct Told: Equatable {
  let entries: [Entry]
  let cards: [CardID: Memory]
  let reviews: [Reviewed]

  init(_ store: ReviewStore) throws {
    let history = History(try store.entries(), scheduler: Sample.scheduler)
    (entries, cards, reviews) = (history.entries, history.cards, history.reviews)
  }
}

@Test(arguments: 1...12)
func `merging is commutative, associative and idempotent, and loses nothing`(seed: Int) throws {
  let logs = try (0..<3).map { try store(UInt64(seed * 10 + $0)) }
  let (a, b, c) = (logs[0], logs[1], logs[2])
  let whole = try Told(union([a, b, c]))
  #expect(whole.entries.count == 36)
  #expect(Set(whole.entries.map(\.id)) == Set(try logs.flatMap { try $0.entries().map(\.id) }))
  #expect(try Told(union([c, a, b])) == whole)
  #expect(try Told(union([b, a, b, c, c, a])) == whole)
  #expect(try Told(union([union([a, b]), c])) == whole)
  #expect(try Told(union([a, union([b, c])])) == whole)
  // Each machine takes the others' logs into its own.
  let again = try a.merge(contents(b))
  #expect(again.added == 12 && again.known == 0 && again.faults.isEmpty)
  _ = try b.merge(contents(a))
  _ = try c.merge(contents(a))
  _ = try a.merge(contents(c))
  _ = try b.merge(contents(c))
  #expect(try Told(a) == whole && Told(b) == whole && Told(c) == whole)
  let known = try a.merge(contents(c))
  #expect(known.added == 0 && known.known == 36 && known.faults.isEmpty)
}

@Test(arguments: 1...6)
func `a log comes back from its lines letter by letter`(seed: Int) throws {
  let log = try store(UInt64(seed), entries: 40)
  let file = try write(log.lines())
  let copy = try ReviewStore(at: Sample.folder())
  let merged = try copy.merge(LogFile(file).read())
  #expect(merged.added == 40 && merged.faults.isEmpty)
  #expect(try copy.entries() == log.entries())
  #expect(try copy.lines() == log.lines())
  #expect(try copy.merge(contents(log)).known == 40)
}

private func write(_ text: String, name: String = "log.jsonl") throws -> URL {
  let folder = Sample.folder()
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let file = folder.appending(path: name)
  try Data(text.utf8).write(to: file)
  return file
}

private let id = "01234567-89ab-7def-8123-456789abcdef"
private let good = #""at":5,"device":"\#(id)","kind":"note","body":{"question":"masks/a","text":"x"}"#

@Test(arguments: [
  ("garbage", "not a JSON object"), ("[1]", "not a JSON object"), ("{\"at\":5", "not a JSON object"),
  ("{\(good)}", "id: missing"), (#"{"id":"7",\#(good)}"#, "id: expected a UUID"),
  (#"{"id":"\#(id)",\#(good),"at":-1}"#, "at: expected milliseconds since 1970, to the year 9999"),
  (#"{"id":"\#(id)",\#(good),"at":1.5}"#, "at: expected milliseconds since 1970, to the year 9999"),
  (#"{"id":"\#(id)",\#(good),"kind":""}"#, "kind: expected a word"),
  (#"{"id":"\#(id)",\#(good),"body":[]}"#, "body: expected a JSON object"),
  (#"{"id":"\#(id)",\#(good),"body":{]}}"#, "not a JSON object"),
  (#"{"id":"\#(id)",\#(good),"kind":"review"}"#, "body: not a review that this heed can read"),
])
func `a bad line names file and line, and the rest is merged`(line: String, reason: String) throws {
  let log = try store(5, entries: 4)
  var lines = try log.lines().split(separator: "\n").map(String.init)
  lines.insert(contentsOf: ["", line], at: 2)
  let file = try write(lines.joined(separator: "\r\n"))
  let copy = try ReviewStore(at: Sample.folder())
  let merged = try copy.merge(LogFile(file).read())
  #expect(merged.faults.map(\.line) == [4])
  #expect(merged.faults.map { $0.reason.description } == [reason])
  #expect(merged.faults.map(\.path) == [file.path])
  #expect(try copy.entries() == log.entries())
}

@Test func `bytes that are no text are named, and what a newer heed wrote is passed on`() throws {
  let newer = #"{"id":"\#(id)",\#(good),"kind":"dream"}"#
  let file = try write("")
  try (Data([0xFF, 0xFE, 0x0A]) + Data(newer.utf8)).write(to: file)
  let copy = try ReviewStore(at: Sample.folder())
  let merged = try copy.merge(LogFile(file).read())
  #expect(merged.faults == [LogFault(path: file.path, line: 1, reason: .notText)])
  #expect(try copy.entries().map(\.event) == [.unknown(kind: "dream", body: #"{"question":"masks/a","text":"x"}"#)])
}

@Test func `an entry of the same id that says something else is named, and the one here stays`() throws {
  let log = try store(6, entries: 3)
  let before = try log.entries()
  let file = try write(log.lines().replacing("\"at\":", with: "\"at\":1"))
  let merged = try log.merge(LogFile(file).read())
  #expect(merged.added == 0 && merged.faults.count == 3)
  #expect(merged.faults.first?.reason == .differs(id: before[0].id))
  #expect(try log.entries() == before)
}

@Test func `a running program's database is read as of now, and not a byte of it changes`() throws {
  let log = try store(7)
  // The last entries stand in the write-ahead log.
  let names = try FileManager.default.contentsOfDirectory(atPath: log.url.deletingLastPathComponent().path)
  #expect(names.contains("heed.sqlite-wal"))
  let before = try names.map { try Data(contentsOf: log.url.deletingLastPathComponent().appending(path: $0)) }
  #expect(try contents(log).rows.count == 12)
  #expect(try FileManager.default.contentsOfDirectory(atPath: log.url.deletingLastPathComponent().path) == names)
  #expect(try names.map { try Data(contentsOf: log.url.deletingLastPathComponent().appending(path: $0)) } == before)
}

@Test func `a database of a newer heed or of another program is refused`() throws {
  let log = try store(8)
  try log.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
  #expect(throws: StoreError.newer(path: log.url.path, version: 99, known: 1)) { try contents(log) }
  try log.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = 99") }
  #expect(throws: StoreError.foreign(path: log.url.path)) { try contents(log) }
}

@Test func `a folder gives every log in it, by their paths`() throws {
  let log = try store(9, entries: 2)
  let folder = Sample.folder()
  try FileManager.default.createDirectory(at: folder.appending(path: "sub"), withIntermediateDirectories: true)
  try log.backUp(to: folder.appending(path: "sub/laptop (conflict).db"))
  try Data(log.lines().utf8).write(to: folder.appending(path: "a.jsonl"))
  try Data("mine".utf8).write(to: folder.appending(path: "readme.txt"))
  let names = LogFile.all(in: folder).map(\.url.lastPathComponent)
  #expect(names == ["a.jsonl", "laptop (conflict).db"])
  #expect(LogFile.all(in: folder.appending(path: "nowhere")).isEmpty)
}
