import Foundation
import Testing

@testable import Learning

private let spreading = Scheduler(days: Sample.days, spreads: true)

@Test(arguments: [
  (1.0, 1...1), (2.49, 2...2), (2.5, 2...4), (7, 5...9), (17, 14...20), (37, 33...41), (36_500, 34_673...36_500),
])
func `the days that serve as well are those of the source`(wished: Double, range: ClosedRange<Int>) {
  #expect(Spread.range(wished, least: 1, most: 36_500) == range)
}

@Test func `bounds narrow the days, and two are left where there are two`() {
  #expect(Spread.range(7, least: 8, most: 36_500) == 8...10)
  #expect(Spread.range(1, least: 3, most: 36_500).count >= 2)
  #expect(Spread.range(500, least: 1, most: 100) == 93...100)
  #expect(Spread.range(500, least: 100, most: 100) == 100...100)
}

@Test func `every day that serves is met by some card, and each card has its own day for good`() {
  var met: Set<Int> = []
  for number in 1...300 {
    let spread = Spread(Sample.card("q", number), reviews: 3)
    let days = spread.days(17, least: 1, last: nil, most: 36_500)
    #expect(Spread(Sample.card("q", number), reviews: 3).days(17, least: 1, last: nil, most: 36_500) == days)
    met.insert(days)
  }
  #expect(met == Set(14...20))
}

@Test func `chance never shortens an interval that a pass has earned`() {
  for number in 1...100 {
    let spread = Spread(Sample.card("q", number), reviews: 3)
    #expect(spread.days(17, least: 1, last: 15, most: 36_500) >= 16)
    #expect(spread.days(17, least: 1, last: 17, most: 36_500) >= 17)
    // Shrunk by another wish: nothing to keep.
    #expect((14...20).contains(spread.days(17, least: 1, last: 90, most: 36_500)))
  }
}

@Test func `a full day is left to the empty ones beside it`() {
  var load = Load()
  for day in 14...20 where day != 18 {
    for _ in 0..<20 { load.add(daysAhead: day, isSibling: false) }
  }
  for number in 1...100 {
    #expect(Spread(Sample.card("q", number), reviews: 3, load: load).days(17, least: 1, last: nil, most: 36_500) == 18)
  }
}

@Test func `items of one question keep apart where every day has something`() {
  var load = Load()
  for day in 5...9 { load.add(daysAhead: day, isSibling: day == 6) }
  let days = (1...200).map {
    Spread(Sample.card("q", $0), reviews: 1, load: load).days(7, least: 1, last: nil, most: 36_500)
  }
  #expect(!days.contains(6))
  #expect(Set(days).isSuperset(of: [5, 8, 9]))
}

@Test func `a hundred cards learned at once come back over several days, none on most of them`() {
  var log = LogWriter()
  var history = History(scheduler: spreading)
  var due: [Int: Int] = [:]
  for number in 1...100 {
    let card = Sample.card("q\(number)")
    log.now += 1
    let event = history.settled(.review(Sample.review(card, .easy)), at: log.now)
    log.add(event, after: 0)
    history.add(log.entries[number - 1])
    due[Sample.days.day(of: history.cards[card]!.due).number - Sample.today.number, default: 0] += 1
  }
  #expect(Set(due.keys) == Set(6...10))
  #expect(due.values.max()! <= 30)
}

@Test func `the interval on a button is the one that is applied, whatever is learned afterwards`() throws {
  var random = SeededGenerator(seed: 3)
  var history = History(scheduler: spreading)
  var log = LogWriter()
  for number in 0..<1500 {
    log.now += Double.random(in: 1...40_000, using: &random)
    let card = Sample.card("q\(Int.random(in: 0..<12, using: &random))", Int.random(in: 1...3, using: &random))
    let grade = Grade.allCases.randomElement(using: &random)!
    let shown = history.intervals(of: card, at: log.now)
    for (worse, better) in [(Grade.hard, Grade.good), (.good, .easy)] where shown[better]! >= 86_400 {
      let floor = shown[worse]! >= 86_400 ? shown[worse]! + 86_400 : 86_400
      #expect(shown[better]! >= min(floor, TimeInterval(Scheduler.longestInterval) * 86_400))
    }
    log.add(history.settled(.review(Sample.review(card, grade)), at: log.now), after: 0)
    history.add(log.entries[number])
    #expect(history.cards[card]?.interval == shown[grade])
  }
  // A restart, another wish and other weights leave the days that were promised.
  var values = Weights.standard.values
  values[8] += 0.4
  log.add(.weights(Weights(values)))
  let later = History(log.entries, scheduler: Scheduler(days: Sample.days, retention: 0.8, spreads: true))
  #expect(later.cards.mapValues(\.due) == history.cards.mapValues(\.due))
  #expect(later.cards.mapValues(\.stability) != history.cards.mapValues(\.stability))
}
