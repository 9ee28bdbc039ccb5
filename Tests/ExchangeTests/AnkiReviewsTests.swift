import Foundation
import GRDB
import Learning
import Testing

@testable import Exchange

private let choice = CardID(question: SampleBank.id, item: 1)
private let noon: Int64 = 1_770_033_600_000

/// Adds a row of Anki's log: `card` is the guid of its note.
private func review(
  _ db: Database, _ guid: String, at: Int64, ease: Int, type: Int = 1, factor: Int = 2500, seconds: Double = 4
) throws {
  try db.execute(
    sql: """
      INSERT INTO revlog SELECT ?, coalesce((SELECT cards.id FROM cards JOIN notes ON nid = notes.id WHERE guid = ?), 7),
        -1, ?, 3, 1, ?, ?, ?
      """, arguments: [at, guid, ease, factor, Int(seconds * 1000), type])
}

@Test func `answers in Anki become reviews, the same each time`() throws {
  let sample = try SampleBank()
  let changed = try Package.changing(sample.package(in: "zh").data()) { db in
    try review(db, "heed:masks/causal#1", at: noon, ease: 3, type: 0)
    try review(db, "heed:masks/causal#1", at: noon + 60_000, ease: 1, seconds: 12.5)
    try review(db, "heed:masks/causal", at: noon + 120_000, ease: 4, type: 3)
    // Rescheduled by hand; seen in a deck for cramming.
    try review(db, "heed:masks/causal#1", at: noon + 180_000, ease: 0, type: 4)
    try review(db, "heed:masks/causal#1", at: noon + 240_000, ease: 2, type: 3, factor: 0)
  }
  let reviews = try AnkiReviews(changed.package)
  let expected: [(CardID, Grade, Double)] = [
    (choice, .good, 4), (choice, .again, 12.5), (CardID(question: SampleBank.id), .easy, 4),
  ]
  #expect(reviews.entries.map(\.at.timeIntervalSince1970) == [0, 60, 120].map { Double(noon) / 1000 + $0 })
  #expect(
    reviews.entries.map(\.event)
      == expected.map { .review(Review(card: $0, grade: $1, seconds: $2, language: "zh")) })
  #expect(reviews.others.isEmpty && reviews.ofDeleted == 0)
  #expect(try AnkiReviews(changed.package).entries == reviews.entries)
  #expect(try AnkiReviews(changed.collection).entries == reviews.entries)
  #expect(Set(reviews.entries.map(\.id)).count == 3)
}

@Test func `taking in the same reviews again, or more of them, adds only what is new`() throws {
  let sample = try SampleBank()
  let folder = FileManager.default.temporaryDirectory.appending(path: "heed-store-\(UUID())")
  let store = try ReviewStore(at: folder)
  let own = Review(card: choice, grade: .good, score: 1, seconds: 3, answer: "2", language: "en")
  _ = try store.append([.review(own)], at: Date(timeIntervalSince1970: Double(noon) / 1000 + 30))
  func package(_ times: [Int64]) throws -> AnkiReviews {
    try AnkiReviews(
      Package.changing(sample.package().data()) { db in
        for time in times { try review(db, "heed:masks/causal#1", at: noon + time, ease: 3) }
      }.package)
  }
  #expect(try store.takeIn(package([0]).entries).count == 1)
  #expect(try store.takeIn(package([0]).entries).isEmpty)
  #expect(try store.takeIn(package([0, 60_000]).entries).count == 1)
  let history = History(try store.entries(), scheduler: Scheduler(days: Days(timeZone: .gmt)))
  #expect(history.reviews(of: choice).map { $0.at.timeIntervalSince1970 - Double(noon) / 1000 } == [0, 30, 60])
  #expect(history.cards[choice]?.reviews == 3)
}

@Test func `what is not heed's is counted and named`() throws {
  let changed = try Package.changing(try SampleBank().package().data()) { db in
    try db.execute(
      sql:
        "INSERT INTO notes VALUES (5, 'q', 1, 0, 0, '', 'Capital of France\u{1f}Paris', 'Capital of France', 0, 0, '')")
    try db.execute(sql: "INSERT INTO cards SELECT 5, 5, 1, 0, 0, 0, 2, 2, 1, 1, 2500, 1, 0, 0, 0, 0, 0, ''")
    try review(db, "q", at: noon, ease: 3)
    try review(db, "q", at: noon + 1, ease: 3)
    try review(db, "gone", at: noon + 2, ease: 3)
    try review(db, "heed:masks/causal", at: noon + 3, ease: 2)
  }
  let reviews = try AnkiReviews(changed.package)
  #expect(reviews.entries.count == 1 && reviews.ofDeleted == 1)
  #expect(reviews.others.map(\.note) == ["Capital of France"] && reviews.others.map(\.reviews) == [2])
}

@Test func `a file that is no package of Anki says what it is`() throws {
  let package = try SampleBank().package().data()
  let (plain, collection) = try Package.changing(package, named: "collection.anki21") { db in
    try review(db, "heed:masks/causal", at: noon, ease: 3)
  }
  #expect(try AnkiReviews(plain).entries.count == 1)
  #expect(throws: AnkiError.notAPackage) { try AnkiReviews(Data("hello".utf8)) }
  #expect(throws: AnkiError.notAPackage) { try AnkiReviews(Data()) }
  #expect(throws: AnkiError.noCollection) { try AnkiReviews(ZipFile.writing([])) }
  #expect(throws: AnkiError.damaged) { try AnkiReviews(collection.prefix(3000)) }
  let garbage = ZipFile.writing([ZipFile.Entry(name: "collection.anki21b", data: Data("garbage".utf8))])
  #expect(throws: AnkiError.damaged) { try AnkiReviews(garbage) }
  // A database of another program.
  let foreign = try Package.changing(package) { try $0.execute(sql: "DROP TABLE revlog") }
  #expect(throws: AnkiError.damaged) { try AnkiReviews(foreign.collection) }
}
