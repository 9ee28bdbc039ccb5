import Foundation
import GRDB
import Testing

@testable import Learning

private let everyEvent: [Event] = [
  .review(
    Review(
      card: Sample.card("causal", 2), grade: .hard, score: 0.5, seconds: 12.25, hints: 1, answer: "1,3",
      fingerprint: "0a1b", language: "zh", quiz: QuizID("7"))),
  .review(Review(card: Sample.card("causal", nil), grade: .easy, seconds: 3, language: "en")),
  .undo(UUID()), .redo(UUID()),
  .bookmark(Sample.question("causal"), true), .bookmark(Sample.question("causal"), false),
  .note(Sample.question("causal"), "以 −∞ 掩蔽\n“then” \\ softmax"),
  .read(Sample.question("causal"), parts: 2, of: 5),
  .quizStarted(
    QuizPlan(
      id: QuizID("7"), cards: [Sample.card("causal"), Sample.card("causal", nil)], seed: .max, feedback: .final,
      topics: ["masks"], language: "zh")),
  .quizEnded(QuizID("7")),
  .ran(flags: [RunFlag(name: "mask", value: "causal"), RunFlag(name: "mask", value: "padding:5")]), .ran(flags: []),
  .weights(.standard), .weights(nil),
  .review(Review(card: Sample.card("causal"), grade: .easy, seconds: 1, language: "en", interval: 12)),
]

@Test func `a new log is empty`() throws {
  let store = try ReviewStore(at: Sample.folder().appending(path: "deeper"))
  #expect(try store.entries().isEmpty)
  #expect(try store.append([], at: Sample.noon).isEmpty)
}

@Test func `every kind of entry comes back from the disk as it went in`() throws {
  let folder = Sample.folder()
  let written = try ReviewStore(at: folder).append(everyEvent, at: Sample.noon)
  #expect(written.map(\.event) == everyEvent)
  let reopened = try ReviewStore(at: folder)
  #expect(try reopened.entries() == written)
  #expect(written.allSatisfy { $0.device == reopened.device })
}

@Test func `entries of one moment keep the order in which they were added`() throws {
  let store = try ReviewStore(at: Sample.folder())
  var expected: [EntryID] = []
  for number in 0..<50 {
    let question = Sample.question("q\(number)")
    expected += try store.append([.bookmark(question, true), .note(question, "n")], at: Sample.noon).map(\.id)
  }
  #expect(try store.entries().map(\.id) == expected)
}

@Test func `time is kept to the millisecond`() throws {
  let store = try ReviewStore(at: Sample.folder())
  let at = Sample.noon + 0.123_456
  let entry = try #require(try store.append([.ran(flags: [])], at: at).first)
  #expect(entry.at.milliseconds == 1_763_636_400_123)
  #expect(try store.entries() == [entry])
}

@Test func `a clock that is out of its mind is kept within four digits of a year`() throws {
  let store = try ReviewStore(at: Sample.folder())
  for at in [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: .infinity)] {
    _ = try store.append([.ran(flags: [])], at: at)
  }
  #expect(try store.entries().map(\.at.milliseconds) == [0, 64_092_211_200_000, 253_402_300_799_999])
}

@Test func `entries come in the order of time, whatever the order of arrival`() throws {
  let store = try ReviewStore(at: Sample.folder())
  _ = try store.append([.note(Sample.question("a"), "later")], at: Sample.noon)
  _ = try store.append([.note(Sample.question("a"), "earlier")], at: Sample.noon - 60)
  #expect(try store.entries().map(\.at) == [Sample.noon - 60, Sample.noon])
}

@Test func `a second program sees each entry at once`() throws {
  let folder = Sample.folder()
  let one = try ReviewStore(at: folder)
  let other = try ReviewStore(at: folder)
  #expect(one.device == other.device)
  for number in 1...5 {
    let writer = number % 2 == 0 ? one : other
    _ = try writer.append([.bookmark(Sample.question("q\(number)"), true)], at: Sample.noon + Double(number))
    #expect(try one.entries().count == number)
    #expect(try one.entries() == other.entries())
  }
}

@Test func `programs that start and write at once wait for each other`() async throws {
  let folder = Sample.folder()
  try await withThrowingTaskGroup(of: Void.self) { group in
    for writer in 0..<4 {
      group.addTask {
        let store = try ReviewStore(at: folder)
        for number in 0..<10 {
          _ = try store.append([.note(Sample.question("q\(writer)"), "\(number)")], at: Sample.noon)
        }
      }
    }
    try await group.waitForAll()
  }
  let entries = try ReviewStore(at: folder).entries()
  #expect(entries.count == 40)
  #expect(Set(entries.map(\.id)).count == 40)
  #expect(Set(entries.map(\.device)).count == 1)
}

@Test func `an answer is on the disk when append returns`() throws {
  let store = try ReviewStore(at: Sample.folder())
  let settings = try store.queue.inDatabase { db in
    try (String.fetchOne(db, sql: "PRAGMA journal_mode"), Int.fetchOne(db, sql: "PRAGMA synchronous"))
  }
  #expect(settings.0 == "wal")
  #expect(settings.1 == 2)  // FULL
}

@Test(
  arguments: [
    "UPDATE log SET at = 0", "UPDATE OR IGNORE log SET body = '{}'", "DELETE FROM log",
    "INSERT OR REPLACE INTO log SELECT seq, id, device, at, kind, '{}' FROM log",
    "REPLACE INTO log (id, device, at, kind, body) SELECT id, device, 0, kind, body FROM log",
    "INSERT INTO log (id, device, at, kind, body) VALUES (x'00', randomblob(16), 0, 'note', '{}')",
    "INSERT INTO log (id, device, at, kind, body) VALUES (randomblob(16), randomblob(16), 'soon', 'note', '{}')",
    "INSERT INTO log (id, device, at, kind, body) VALUES (randomblob(16), randomblob(16), 0, '', '{}')",
    "INSERT INTO log (id, device, at, kind, body) VALUES (randomblob(16), randomblob(16), -1, 'note', '{}')",
    "INSERT INTO log (id, device, at, kind, body) VALUES (randomblob(16), randomblob(16), 0, 'note', '{')",
    "INSERT INTO log (id, device, at, kind, body) VALUES (randomblob(16), randomblob(16), 0, 'note', '[]')",
  ])
func `the database itself refuses to change the log or to take in what is none`(sql: String) throws {
  let store = try ReviewStore(at: Sample.folder())
  let written = try store.append([.note(Sample.question("a"), "kept")], at: Sample.noon)
  #expect(throws: DatabaseError.self) { try store.queue.write { try $0.execute(sql: sql) } }
  #expect(try store.entries() == written)
}

@Test func `an entry of a kind that only a newer program knows is kept and counts for nothing`() throws {
  let folder = Sample.folder()
  let store = try ReviewStore(at: folder)
  try store.queue.write {
    try $0.execute(
      sql: """
        INSERT INTO log (id, device, at, kind, body) VALUES
          (randomblob(16), randomblob(16), 1, 'dream', '{"of":"electric sheep"}'),
          (randomblob(16), randomblob(16), 2, 'review', '{"card":"masks/a#1","grade":9}'),
          (randomblob(16), randomblob(16), 3, 'bookmark', '{"question":"masks/a","on":true,"colour":"red"}')
        """)
  }
  let entries = try store.entries()
  #expect(
    entries.map(\.event) == [
      .unknown(kind: "dream", body: #"{"of":"electric sheep"}"#),
      .unknown(kind: "review", body: #"{"card":"masks/a#1","grade":9}"#),
      .bookmark(Sample.question("a"), true),
    ])
  let history = History(entries, scheduler: Sample.scheduler)
  #expect(history.reviews.isEmpty)
  #expect(history.bookmarks == [Sample.question("a")])
  let copy = try ReviewStore(at: Sample.folder()).append(entries.map(\.event), at: Sample.noon)
  #expect(copy.map(\.event) == entries.map(\.event))
}

@Test(arguments: [0, 1, 63, 64, 1 << 20, 0xFFFF_FFFF] as [Int64])
func `an id knows the place that it was given for`(place: Int64) {
  #expect(EntryID(milliseconds: 1_763_636_400_123, place: place, random: .max).place == place)
  #expect(EntryID(milliseconds: 0, place: place, random: 0).place == place)
}
