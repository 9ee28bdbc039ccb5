import Foundation
import Testing
import Workbook

@testable import Learning

private let deck = Deck(
  topics: ["masks", "heads"],
  sheets: [
    .init(id: QuestionID(topic: "masks", slug: "a"), level: .junior, items: 3),
    .init(id: QuestionID(topic: "masks", slug: "b"), level: .senior, items: 2),
    .init(id: QuestionID(topic: "heads", slug: "c"), level: .junior, items: 2),
  ])
private let a = (1...3).map { CardID(question: deck.sheets[0].id, item: $0) }
private let b = (1...2).map { CardID(question: deck.sheets[1].id, item: $0) }
private let c = (1...2).map { CardID(question: deck.sheets[2].id, item: $0) }

/// a#1 and c#1 are due, c#1 for longer; b#1 and a#2 later, a#2 sooner.
private func history() -> (History, now: Date) {
  var log = LogWriter()
  log.add(.review(Sample.review(c[0], .again)))
  log.add(.review(Sample.review(a[0], .again)), after: 600)
  log.add(.review(Sample.review(CardID(question: deck.sheets[1].id), .again)), after: 60)
  log.add(.review(Sample.review(b[0], .easy)), after: 600)
  log.add(.review(Sample.review(a[1], .good)), after: 1)
  return (log.history, log.now + 1)
}

private func items(
  _ count: Int, _ selection: Selection, _ history: History, at now: Date, seed: UInt64 = 1
) -> [CardID] {
  Array(history.asking(selection.sheets(of: deck).flatMap(\.itemCards), at: now, seed: seed).prefix(count))
}

@Test func `a quiz asks first what is due, then what is new, then what comes soonest`() {
  let (history, now) = history()
  let all = items(20, Selection(), history, at: now)
  #expect(Array(all.prefix(2)) == [c[0], a[0]])
  #expect(Set(all[2..<5]) == [a[2], b[1], c[1]])
  #expect(Array(all.suffix(2)) == [a[1], b[0]])
  #expect(items(3, Selection(), history, at: now) == Array(all.prefix(3)))
}

@Test func `the seed decides the order of what is new, and nothing else does`() {
  let (history, now) = history()
  let orders = (0..<30).map { items(20, Selection(), history, at: now, seed: $0) }
  #expect(orders == (0..<30).map { items(20, Selection(), history, at: now, seed: $0) })
  #expect(Set(orders).count == 6)
}

@Test func `topics and levels narrow the choice`() {
  let (history, now) = history()
  let heads = Selection(topics: ["heads"])
  #expect(items(9, heads, history, at: now) == [c[0], c[1]])
  let senior = Selection(levels: [.senior])
  #expect(Set(items(9, senior, history, at: now)) == Set(b))
  #expect(items(9, Selection(topics: ["heads"], levels: [.senior]), history, at: now).isEmpty)
  #expect(heads.sheets(of: deck).map(\.id) == [deck.sheets[2].id])
}

@Test func `what is due comes longest due first, questions as a whole too`() {
  let (history, now) = history()
  #expect(history.dueCards(of: deck, at: now) == [c[0], a[0], CardID(question: deck.sheets[1].id)])
  #expect(history.due(Selection(topics: ["masks"]).sheets(of: deck).flatMap(\.cards), at: now).count == 2)
  #expect(LogWriter().history.dueCards(of: deck, at: now).isEmpty)
}

@Test func `a deck is made of the bank's items and questions`() throws {
  let deck = Deck(try SampleBank.make(), language: "en")
  #expect(deck.topics == ["masks", "memory"])
  #expect(
    deck.cards.map(\.description) == [
      "masks/causal#1", "masks/causal#2", "masks/causal", "memory/cache#1", "memory/cache",
    ])
  #expect(deck[SampleBank.cache]?.level == .senior)
  #expect(deck.contains(SampleBank.choice))
  #expect(deck.contains(SampleBank.whole))
  #expect(!deck.contains(CardID(question: SampleBank.causal, item: 3)))
  #expect(!deck.contains(CardID(question: QuestionID(topic: "masks", slug: "gone"))))
}

@Test func `a card's name reads back`() {
  for card in deck.cards { #expect(CardID(card.description) == card) }
  #expect(CardID("masks") == nil)
  #expect(CardID("masks/a#0") == nil)
  #expect(CardID("masks/a#x") == nil)
}
