public import Foundation

/// How the learner stands with one question, over its cards.
public struct Standing: Equatable, Sendable {
  public enum State: String, CaseIterable, Sendable {
    /// No card of it was ever met.
    case new
    /// A card of it is still in its steps.
    case learning
    /// A card of it is due now.
    case due
    /// What was met of it is scheduled by days, and not due.
    case known
    /// A card of it was forgotten eight times or more, and none is due.
    case slipping
  }

  public let state: State
  /// The lowest chance of recall of its cards that were met.
  public let recall: Double?
  /// When the first of its cards falls due.
  public let due: Date?
  /// Of all its cards together.
  public let lapses: Int
  /// How many of its cards were met.
  public let met: Int
}

extension History {
  /// How the learner stands with the cards of one question. Being due goes before slipping, slipping before the rest.
  public func standing(of sheet: Deck.Sheet, at now: Date) -> Standing { standing(of: sheet.cards, at: now) }

  /// How the learner stands with some cards taken together.
  public func standing(of some: [CardID], at now: Date) -> Standing {
    let memories = some.compactMap { cards[$0] }
    let state: Standing.State =
      if memories.isEmpty {
        .new
      } else if memories.contains(where: { $0.isDue(at: now) }) {
        .due
      } else if memories.contains(where: \.isLeech) {
        .slipping
      } else if memories.contains(where: { $0.state != .review }) {
        .learning
      } else {
        .known
      }
    return Standing(
      state: state, recall: memories.map { scheduler.retrievability(of: $0, at: now) }.min(),
      due: memories.map(\.due).min(), lapses: memories.reduce(0) { $0 + $1.lapses }, met: memories.count)
  }
}
