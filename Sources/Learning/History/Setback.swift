public import Foundation

extension History {
  /// By how many seconds the clock stands before the last entry, where that is more than clocks differ; nothing where
  /// it does not.
  ///
  /// Time between two reviews is never negative: they then count as of one day.
  public func setback(at now: Date) -> TimeInterval? {
    guard let last = entries.last?.at, last.timeIntervalSince(now) > Self.tolerance else { return nil }
    return last.timeIntervalSince(now)
  }

  /// Two machines' clocks may differ by this many seconds.
  static let tolerance: TimeInterval = 120
}
