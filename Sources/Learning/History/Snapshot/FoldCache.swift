public import Foundation
import GRDB

/// Keeps what long logs amount to in a folder that may be emptied at any time.
public struct FoldCache: Sendable {
  private let folder: URL

  public init(folder: URL) { self.folder = folder }

  /// Shorter logs fold in a blink.
  static let leastEntries = 2000

  func file(of store: ReviewStore) -> URL { folder.appending(path: "fold-\(store.device.uuidString.lowercased())") }

  /// What is kept of a log, where it is of this log and this schedule.
  func load(_ store: ReviewStore, _ scheduler: Scheduler) -> Snapshot? {
    guard let data = try? Data(contentsOf: file(of: store), options: .alwaysMapped) else { return nil }
    return Snapshot(data, scheduler: scheduler)
  }

  /// A cache that cannot be written costs time at the next opening, and nothing else.
  func save(_ snapshot: Snapshot, of store: ReviewStore) {
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? snapshot.data.write(to: file(of: store), options: .atomic)
  }

  /// Forgets what is kept of a log.
  public func remove(_ store: ReviewStore) { try? FileManager.default.removeItem(at: file(of: store)) }
}

extension ReviewStore {
  /// What the log amounts to: from what was kept of it and the entries since, or from the first entry on.
  public func history(_ scheduler: Scheduler, cache: FoldCache?) throws(StoreError) -> History {
    var since: Int64 = 0
    var known: History?
    if let kept = cache?.load(self, scheduler), try has(kept.mark) { (since, known) = (kept.mark.seq, kept.history) }
    let isKept = known != nil
    let (rows, mark) = try rows(after: since)
    // Handed over, not copied.
    var history = known.take() ?? History(scheduler: scheduler)
    history.add(rows)
    let isLong = history.entries.count >= FoldCache.leastEntries
    if let cache, let mark, isLong, !isKept || rows.count > max(500, history.entries.count / 50) {
      cache.save(Snapshot(mark: mark, history: history), of: self)
    }
    return history
  }

  /// Whether the entry of a mark stands where it stood.
  private func has(_ mark: Snapshot.Mark) throws(StoreError) -> Bool {
    do {
      return try queue.read {
        try UUID.fetchOne($0, sql: "SELECT id FROM log WHERE seq = ?", arguments: [mark.seq]) == mark.id
      }
    } catch {
      throw StoreError(error, path: url.path)
    }
  }
}
