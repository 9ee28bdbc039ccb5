public import Foundation

extension History {
  /// Some cards in the order in which a quiz asks them: first what is due, the longest due first; then what was never
  /// met, in an order that follows from the seed; then what falls due soonest.
  public func asking(_ cards: [CardID], at now: Date, seed: UInt64) -> [CardID] {
    let (met, unmet) = cards.split { self.cards[$0] != nil }
    let (due, later) = byDueDate(met).split { self.cards[$0]?.isDue(at: now) == true }
    var random = SeededGenerator(seed: seed)
    return due + unmet.ordered(by: &random) + later
  }

  /// Those of some cards that are due, the longest due first.
  public func due(_ cards: [CardID], at now: Date) -> [CardID] {
    byDueDate(cards.filter { self.cards[$0]?.isDue(at: now) == true })
  }

  /// Every card of a deck that is due, questions as a whole included, the longest due first.
  public func dueCards(of deck: Deck, at now: Date) -> [CardID] { due(deck.cards, at: now) }

  private func byDueDate(_ cards: [CardID]) -> [CardID] {
    let dated = cards.map { (card: $0, due: self.cards[$0]?.due ?? .distantFuture) }
    return dated.sorted { $0.due == $1.due ? $0.card < $1.card : $0.due < $1.due }.map(\.card)
  }
}

extension Array {
  /// Those that a test holds for, and the others, each in order.
  fileprivate func split(by test: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(test), filter { !test($0) })
  }
}
