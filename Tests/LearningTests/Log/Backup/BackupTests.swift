import Foundation
import GRDB
import Testing

@testable import Learning

private let today = Day(year: 2025, month: 11, day: 20)

@Test func `after years of daily backups twelve daily, ten weekly and nine monthly ones are left`() {
  var kept: Set<Day> = []
  for day in today.advanced(by: -900)...today { kept = Thinning.kept(of: kept.union([day])) }
  #expect(kept.count == 31)
  let days = kept.sorted(by: >)
  #expect(Array(days.prefix(12)) == (0..<12).map { today.advanced(by: -$0) })
  let weekly = days[12..<22]
  #expect(Set(weekly.map(\.monday)).count == 10)
  // Sundays, but for the last week, of which the newer days are daily ones.
  #expect(weekly.dropFirst().allSatisfy { $0.weekday == 7 })
  let monthly = days[22...]
  #expect(Set(monthly.map { $0.date.month }).count == 9)
  #expect(today.distance(to: days.last!) < -300)
}

@Test func `few backups are all kept, and rare ones each stand for their time`() {
  #expect(Thinning.kept(of: []).isEmpty)
  #expect(Thinning.kept(of: [today]) == [today])
  let rare = (0..<31).map { today.advanced(by: -40 * $0) }
  #expect(Thinning.kept(of: rare) == Set(rare))
  let years = (0..<60).map { today.advanced(by: -400 * $0) }
  #expect(Thinning.kept(of: years) == Set(years.prefix(31)))
}

@Test func `the backup of the day is made once, is whole, and opens as a log`() throws {
  let store = try ReviewStore(at: Sample.folder())
  let backups = Backups(of: store)
  try backups.keep(today, now: Sample.noon)
  #expect(backups.all.isEmpty)
  let written = try store.append([.note(Sample.question("a"), "kept")], at: Sample.noon)
  try backups.keep(today, now: Sample.noon)
  _ = try store.append([.note(Sample.question("a"), "later")], at: Sample.noon + 1)
  try backups.keep(today, now: Sample.noon)
  #expect(try FileManager.default.contentsOfDirectory(atPath: backups.folder.path) == ["heed-2025-11-20.sqlite"])
  let copy = Sample.folder()
  try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
  try FileManager.default.copyItem(at: backups.all[0].file, to: copy.appending(path: ReviewStore.fileName))
  let opened = try ReviewStore(at: copy)
  #expect(try opened.entries() == written)
  #expect(opened.device == store.device)
}

@Test func `thinning removes daily backups only`() throws {
  let store = try ReviewStore(at: Sample.folder())
  _ = try store.append([.ran(flags: [])], at: Sample.noon)
  let backups = Backups(of: store)
  try backups.keep(today, now: Sample.noon)
  for number in 1...40 {
    try FileManager.default.copyItem(
      at: backups.all.last!.file, to: backups.folder.appending(path: "heed-\(today.advanced(by: -number)).sqlite"))
  }
  let mine = ["heed-2020-02-30.sqlite", "heed-2025-11-01T120000.sqlite", "notes.txt"]
  for name in mine { try Data("mine".utf8).write(to: backups.folder.appending(path: name)) }
  try backups.keep(today.advanced(by: 1), now: Sample.noon)
  #expect(Set(backups.all.map(\.day)) == Thinning.kept(of: today.advanced(by: -40)...today.advanced(by: 1)))
  let names = try FileManager.default.contentsOfDirectory(atPath: backups.folder.path)
  #expect(mine.allSatisfy(names.contains))
}

@Test func `a backup never goes over a file that is there`() throws {
  let store = try ReviewStore(at: Sample.folder())
  _ = try store.append([.ran(flags: [])], at: Sample.noon)
  let file = store.url.deletingLastPathComponent().appending(path: "mine.sqlite")
  try Data("mine".utf8).write(to: file)
  #expect(throws: StoreError.unwritable(path: file.path, reason: "File exists")) { try store.backUp(to: file) }
  #expect(try Data(contentsOf: file) == Data("mine".utf8))
  let names = try FileManager.default.contentsOfDirectory(atPath: store.url.deletingLastPathComponent().path)
  #expect(!names.contains { $0.hasPrefix(".") })
}

@Test func `answers are written while a backup is under way, and none is lost`() async throws {
  let store = try ReviewStore(at: Sample.folder())
  _ = try store.append((0..<2000).map { .note(Sample.question("q"), "\($0)") }, at: Sample.noon)
  let file = store.url.deletingLastPathComponent().appending(path: "copy.sqlite")
  async let backup: Void = { try store.backUp(to: file) }()
  for number in 0..<20 { _ = try store.append([.note(Sample.question("q"), "more \(number)")], at: Sample.noon + 1) }
  try await backup
  #expect(try store.entries().count == 2020)
  let rows = try LogFile(file).read().rows
  #expect((2000...2020).contains(rows.count))
  #expect(Set(rows.map(\.id)).isSubset(of: Set(try store.entries().map(\.id))))
}
