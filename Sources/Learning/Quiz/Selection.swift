public import Foundation
public import Workbook

/// Which cards a learner wants to be asked.
public struct Selection: Equatable, Sendable {
  /// Empty for all.
  public var topics: Set<String>
  /// Empty for all.
  public var levels: Set<Level>

  public init(topics: Set<String> = [], levels: Set<Level> = []) {
    self.topics = topics
    self.levels = levels
  }

  /// The part of a deck that is wanted.
  public func sheets(of deck: Deck) -> [Deck.Sheet] {
    deck.sheets.filter {
      (topics.isEmpty || topics.contains($0.id.topic)) && (levels.isEmpty || levels.contains($0.level))
    }
  }

  /// The deck without what is not wanted.
  public func callAsFunction(_ deck: Deck) -> Deck {
    Deck(topics: deck.topics.filter { topics.isEmpty || topics.contains($0) }, sheets: sheets(of: deck))
  }

  /// Items for a quiz: first what is due, the longest due first; then what was never met, in an order that follows from
  /// the seed; then what falls due soonest.
  /// - Returns: fewer than `count` where the deck has no more.
  public func items(_ count: Int, of deck: Deck, _ history: History, at now: Date, seed: UInt64) -> [CardID] {
    let all = sheets(of: deck).flatMap(\.itemCards)
    let (met, unmet) = all.split { history.cards[$0] != nil }
    let (due, later) = history.byDueDate(met).split { history.cards[$0]?.isDue(at: now) == true }
    var random = SeededGenerator(seed: seed)
    return Array((due + unmet.ordered(by: &random) + later).prefix(max(count, 0)))
  }

  /// Every card that is due, questions as a whole included, the longest due first.
  public func due(of deck: Deck, _ history: History, at now: Date) -> [CardID] {
    history.byDueDate(sheets(of: deck).flatMap(\.cards).filter { history.cards[$0]?.isDue(at: now) == true })
  }
}

extension History {
  /// Every card of a deck that is due, the longest due first.
  public func dueCards(of deck: Deck, at now: Date) -> [CardID] { Selection().due(of: deck, self, at: now) }

  fileprivate func byDueDate(_ cards: [CardID]) -> [CardID] {
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
