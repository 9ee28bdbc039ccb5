import Foundation
import GRDB
import Testing

@testable import Learning

private let scheduler = Scheduler(days: Sample.days, spreads: true)
private let mark = Snapshot.Mark(seq: 7, id: UUID())

@Test(arguments: 1...30)
func `a snapshot is the history that it was made of, and goes on as that would`(seed: Int) throws {
  var random = SeededGenerator(seed: UInt64(seed))
  let log = randomLog(150, &random)
  let whole = History(Array(log.prefix(120)), scheduler: scheduler)
  let read = try #require(Snapshot(Snapshot(mark: mark, history: whole).data, scheduler: scheduler))
  #expect(read.mark == mark)
  #expect(Telling(read.history) == Telling(whole))
  #expect(read.history.scheduler == whole.scheduler)
  var (one, other) = (read.history, whole)
  for entry in log.suffix(30) {
    one.add(entry)
    other.add(entry)
  }
  #expect(Telling(one) == Telling(other))
  var atOnce = read.history
  atOnce.add(Array(log.suffix(30)))
  #expect(Telling(atOnce) == Telling(other))
}

@Test func `a snapshot for another schedule, of another version or with a flipped bit is none`() throws {
  var random = SeededGenerator(seed: 4)
  let data = Snapshot(mark: mark, history: History(randomLog(60, &random), scheduler: scheduler)).data
  #expect(Snapshot(data, scheduler: scheduler) != nil)
  let others = [
    Scheduler(days: Sample.days), Scheduler(days: Sample.days, retention: 0.8, spreads: true),
    Scheduler(days: Days(timeZone: .gmt), spreads: true), .published(),
    Scheduler(days: Days(timeZone: Sample.days.timeZone, rollover: 0), spreads: true),
  ]
  for other in others { #expect(Snapshot(data, scheduler: other) == nil) }
  for _ in 0..<400 {
    var broken = data
    broken[Int(random.next() % UInt64(data.count))] ^= 1 << UInt8(random.next() % 8)
    #expect(Snapshot(broken, scheduler: scheduler) == nil)
  }
  for count in [0, 3, 19, 20, 21, data.count - 1] { #expect(Snapshot(data.prefix(count), scheduler: scheduler) == nil) }
}

/// A log that is long enough to be kept, and a cache.
private func kept() throws -> (store: ReviewStore, cache: FoldCache, folder: URL) {
  let folder = Sample.folder()
  let store = try ReviewStore(at: folder)
  let events = (0..<FoldCache.leastEntries).map { number in
    Event.review(Sample.review(Sample.card("q\(number % 50)"), number % 7 == 0 ? .again : .good))
  }
  _ = try store.append(events, at: Sample.noon)
  return (store, FoldCache(folder: folder.appending(path: "cache")), folder)
}

private func told(_ store: ReviewStore) throws -> Telling {
  Telling(History(try store.entries(), scheduler: scheduler))
}

@Test func `what is kept gives the history of the whole log, with what came since`() throws {
  let (store, cache, _) = try kept()
  #expect(Telling(try store.history(scheduler, cache: cache)) == (try told(store)))
  let file = cache.file(of: store)
  let first = try Data(contentsOf: file)
  // A little more, then an entry of another machine that belongs in the middle, then a lot.
  let undone = try #require(try store.entries().last?.id)
  _ = try store.append([.undo(undone), .note(Sample.question("a"), "x")], at: Sample.noon + 9)
  #expect(Telling(try store.history(scheduler, cache: cache)) == (try told(store)))
  _ = try store.append([.review(Sample.review(Sample.card("q3"), .again))], at: Sample.noon - 90_000)
  #expect(Telling(try store.history(scheduler, cache: cache)) == (try told(store)))
  #expect(try Data(contentsOf: file) == first)
  _ = try store.append((0..<600).map { .note(Sample.question("a"), "\($0)") }, at: Sample.noon + 99)
  #expect(Telling(try store.history(scheduler, cache: cache)) == (try told(store)))
  #expect(try Data(contentsOf: file) != first)
  cache.remove(store)
  #expect(Telling(try store.history(scheduler, cache: cache)) == (try told(store)))
}

@Test func `what is kept of a log that was replaced by a backup counts for nothing`() throws {
  let (store, cache, folder) = try kept()
  let backup = folder.appending(path: "copy/heed.sqlite")
  try store.backUp(to: backup)
  _ = try store.append((0..<50).map { .note(Sample.question("a"), "lost \($0)") }, at: Sample.noon + 9)
  _ = try store.history(scheduler, cache: cache)
  let restored = try ReviewStore(at: folder.appending(path: "copy"))
  #expect(restored.device == store.device)
  #expect(Telling(try restored.history(scheduler, cache: cache)) == (try told(restored)))
  _ = try restored.append((0..<80).map { .note(Sample.question("a"), "new \($0)") }, at: Sample.noon + 10)
  #expect(Telling(try restored.history(scheduler, cache: cache)) == (try told(restored)))
}

@Test func `without a place to keep it, or with rubbish there, the log is folded`() throws {
  let (store, cache, folder) = try kept()
  #expect(Telling(try store.history(scheduler, cache: nil)) == (try told(store)))
  let file = folder.appending(path: "file")
  try Data("x".utf8).write(to: file)
  #expect(Telling(try store.history(scheduler, cache: FoldCache(folder: file))) == (try told(store)))
  _ = try store.history(scheduler, cache: cache)
  try Data("rubbish".utf8).write(to: cache.file(of: store))
  #expect(Telling(try store.history(scheduler, cache: cache)) == (try told(store)))
}

@Test func `a snapshot knows every field there is`() {
  // A field more is to be written and read in SnapshotParts, and the snapshot's version raised.
  let review = Sample.review(Sample.card("a"), .good)
  let memory = scheduler.next(nil, grade: .good, at: Sample.noon)
  #expect(Mirror(reflecting: review).children.count == 10)
  #expect(Mirror(reflecting: memory).children.count == 9)
  let reviewed = Reviewed(id: UUID(), at: Sample.noon, review: review)
  #expect(Mirror(reflecting: reviewed).children.count == 6)
}
