/// What folding a log anew came to.
public struct Rebuilt: Equatable, Sendable {
  public let reviews: Int
  public let cards: Int
  /// Whether it says what was in use until now; nothing where nothing was kept.
  public let isSame: Bool?
}

extension ReviewStore {
  /// Folds the log anew from its first entry, keeps that, and compares it with what was kept.
  public func rebuild(_ scheduler: Scheduler, cache: FoldCache) throws(StoreError) -> Rebuilt {
    let isKept = cache.load(self, scheduler) != nil
    let before = try history(scheduler, cache: cache)
    cache.remove(self)
    let after = try history(scheduler, cache: cache)
    return Rebuilt(
      reviews: after.reviews.count, cards: after.cards.count, isSame: isKept ? before.says(what: after) : nil)
  }
}

extension History {
  /// Whether both come to the same in everything.
  fileprivate func says(what other: History) -> Bool {
    cards == other.cards && reviews == other.reviews && bookmarks == other.bookmarks && notes == other.notes
      && progress == other.progress && lastRead == other.lastRead && lastRun == other.lastRun
      && undoable == other.undoable && redoable == other.redoable && quizzes == other.quizzes
  }
}
