public import Foundation
public import Workbook

/// Which questions and items a learner wants. What is empty asks for nothing in particular; of several topics, levels
/// and so on any will do.
public struct Selection: Hashable, Sendable {
  public var topics: Set<String>
  public var levels: Set<Level>
  public var kinds: Set<QuestionKind>
  /// Kinds of quiz items, by their word in the file format: `number`.
  public var itemKinds: Set<String>
  public var tags: Set<String>
  /// How the learner stands with a question, or in a quiz with an item.
  public var states: Set<Standing.State>
  /// Words that title or tags hold, all of them.
  public var words: [String]

  public init(
    topics: Set<String> = [], levels: Set<Level> = [], kinds: Set<QuestionKind> = [], itemKinds: Set<String> = [],
    tags: Set<String> = [], states: Set<Standing.State> = [], words: [String] = []
  ) {
    (self.topics, self.levels, self.kinds, self.itemKinds) = (topics, levels, kinds, itemKinds)
    (self.tags, self.states, self.words) = (tags, states, words)
  }

  public var isActive: Bool { self != Selection() }

  /// The part of a deck that is wanted, whatever the items are and however the learner stands.
  public func sheets(of deck: Deck) -> [Deck.Sheet] { deck.sheets.filter(accepts) }

  private func accepts(_ sheet: Deck.Sheet) -> Bool {
    func fits<Value>(_ value: Value, _ wanted: Set<Value>) -> Bool { wanted.isEmpty || wanted.contains(value) }
    guard fits(sheet.id.topic, topics), fits(sheet.level, levels), fits(sheet.kind, kinds) else { return false }
    if !tags.isEmpty {
      let wanted = Set(tags.map(\.term))
      guard sheet.tags.contains(where: { wanted.contains($0.term) }) else { return false }
    }
    guard !words.isEmpty else { return true }
    let text = (sheet.titles + sheet.tags).map(\.term).joined(separator: "\n")
    return words.allSatisfy { text.contains($0.term) }
  }

  /// Whether a list of questions shows one.
  public func accepts(_ sheet: Deck.Sheet, in bank: Bank, _ history: History, at now: Date) -> Bool {
    guard accepts(sheet) else { return false }
    guard states.isEmpty || states.contains(history.standing(of: sheet, at: now).state) else { return false }
    return itemKinds.isEmpty || sheet.itemCards.contains { isOfKind($0, in: bank) }
  }

  /// The cards of a deck that are wanted: the quiz items, or the questions as a whole, or both.
  public func cards(
    of deck: Deck, in bank: Bank, _ history: History, at now: Date, _ cards: (Deck.Sheet) -> [CardID] = \.itemCards
  ) -> [CardID] {
    sheets(of: deck).flatMap(cards).filter { card in
      (states.isEmpty || states.contains(history.standing(of: [card], at: now).state))
        && (itemKinds.isEmpty || isOfKind(card, in: bank))
    }
  }

  private func isOfKind(_ card: CardID, in bank: Bank) -> Bool {
    let items = bank.question(card.question, in: "")?.items ?? []
    return items.contains { $0.id.number == card.item && itemKinds.contains($0.kind.name) }
  }
}

extension String {
  /// The text as queries compare it: folded, a dash as good as a space.
  var term: String { folded.replacingOccurrences(of: "-", with: " ") }
}
