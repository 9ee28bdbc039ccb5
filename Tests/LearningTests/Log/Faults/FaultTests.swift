import Foundation
import GRDB
import Testing

@testable import Learning

private func note(_ number: Int) -> Event { .note(Sample.question("q\(number)"), "note \(number)") }

/// A log with three notes, on a disk that can fail; checkpoints come with every answer, so that the whole way of an
/// answer to its place in the file is gone.
private func log(checkpoints: Bool) throws -> (store: ReviewStore, disk: FaultyDisk, kept: [Entry]) {
  let folder = Sample.folder()
  let disk = FaultyDisk(folder)
  let store = try ReviewStore(at: folder)
  if checkpoints { try store.queue.inDatabase { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 1") } }
  let kept = try (0..<3).map { try store.append([note($0)], at: Sample.noon + Double($0))[0] }
  return (store, disk, kept)
}

/// The log as it is found after the power came back.
private func afterPowerCut(_ store: ReviewStore) throws -> [Entry] {
  let folder = Sample.folder()
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: store.url.path + suffix) {
    try FileManager.default.copyItem(
      atPath: store.url.path + suffix, toPath: folder.appending(path: ReviewStore.fileName).path + suffix)
  }
  let found = try ReviewStore(at: folder)
  let check = try found.queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
  #expect(check == ["ok"])
  return try found.entries()
}

@Test(arguments: FaultyDisk.Fault.allCases, [false, true])
func `whichever write of an answer fails, it is told, nothing is half there, and trying again works`(
  fault: FaultyDisk.Fault, checkpoints: Bool
) throws {
  var failures = 0
  var operation = 0
  while true {
    let (store, disk, kept) = try log(checkpoints: checkpoints)
    disk.fail(at: operation, fault)
    var written: [Entry]?
    do { written = try store.append([note(7), note(8)], at: Sample.noon + 60) } catch {
      failures += 1
      #expect(fault == .full ? error == .diskFull(path: store.url.path) : error.isFailure, "\(error)")
      #expect(error.description.contains(store.url.path) && !error.description.contains("\n"))
      // The power does not come back in the same program.
      if fault != .cut {
        disk.heal()
        #expect(try store.entries() == kept)
        written = try store.append([note(7), note(8)], at: Sample.noon + 60)
      }
    }
    let hasFailed = disk.heal() || written == nil || failures > operation
    let expected = kept + (written ?? [])
    let found = try afterPowerCut(store)
    // What was not acknowledged may be there, whole; what was, is.
    #expect(found == expected || written == nil && found.prefix(3) == kept[...] && found.count == 5)
    if let written { #expect(try store.entries() == kept + written) }
    guard hasFailed else { break }
    operation += 1
  }
  #expect(failures >= 2)
  #expect(operation >= (checkpoints ? 6 : 3))
}

@Test(arguments: FaultyDisk.Fault.allCases)
func `whichever write of making the log fails, the next opening makes it`(fault: FaultyDisk.Fault) throws {
  var operation = 0
  while true {
    let folder = Sample.folder()
    let disk = FaultyDisk(folder)
    disk.fail(at: operation, fault)
    _ = try? ReviewStore(at: folder)
    let hasFailed = disk.heal()
    let store = try ReviewStore(at: folder)
    let entry = try store.append([note(1)], at: Sample.noon)
    #expect(try store.entries() == entry)
    guard hasFailed else { break }
    operation += 1
  }
  #expect(operation >= 5)
}

@Test(arguments: FaultyDisk.Fault.allCases)
func `whichever write of a merge fails, all of the other log is here or none of it`(fault: FaultyDisk.Fault) throws {
  let other = try ReviewStore(at: Sample.folder())
  _ = try other.append((10..<40).map(note), at: Sample.noon - 60)
  let contents = try LogFile(other.url).read()
  var operation = 0
  while true {
    let (store, disk, kept) = try log(checkpoints: true)
    disk.fail(at: operation, fault)
    let merged = try? store.merge(contents)
    let hasFailed = disk.heal()
    let found = try afterPowerCut(store)
    #expect([3, 33].contains(found.count) && found.suffix(3) == kept[...])
    if merged != nil { #expect(found.count == 33) }
    guard hasFailed else { break }
    operation += 1
  }
  #expect(operation >= 4)
}

@Test(arguments: FaultyDisk.Fault.allCases)
func `whichever write of a backup fails, there is no half a backup, and the log is untouched`(
  fault: FaultyDisk.Fault
) throws {
  var operation = 0
  while true {
    let (store, _, kept) = try log(checkpoints: false)
    let target = Sample.folder()
    let disk = FaultyDisk(target)
    disk.fail(at: operation, fault)
    let file = target.appending(path: "copy.sqlite")
    do {
      try store.backUp(to: file)
      #expect(try LogFile(file).read().rows.count == 3)
    } catch {
      #expect(try FileManager.default.contentsOfDirectory(atPath: target.path).isEmpty)
    }
    #expect(try store.entries() == kept)
    guard disk.heal() else { break }
    operation += 1
  }
  #expect(operation >= 3)
}

extension StoreError {
  fileprivate var isFailure: Bool { if case .failed = self { true } else { false } }
}
