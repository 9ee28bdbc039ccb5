public import Foundation

/// A review with its place in the log and what it met.
public struct Reviewed: Identifiable, Equatable, Sendable {
  /// The entry's.
  public let id: EntryID
  public let at: Date
  public let review: Review
  /// The card's state before it; nothing when the card was met for the first time.
  public internal(set) var before: Memory.State?
  /// Whether it was taken back.
  var isUndone = false
  /// Whether it moved its card's schedule; it then met no state either.
  var schedules = true
}
