import Foundation
import Testing

@testable import Learning

private let gentle: Weights = {
  var values = Weights.standard.values
  values[8] = 1
  return Weights(values)!
}()

@Test func `weights in the log hold from the first review on, and the last of them counts`() throws {
  var log = LogWriter()
  let card = Sample.card("a")
  for _ in 0..<4 { log.add(.review(Sample.review(card, .easy)), after: 10 * 86_400) }
  let plain = try #require(log.history.cards[card])
  log.add(.weights(gentle))
  let expected = History(Array(log.entries.dropLast()), scheduler: Sample.scheduler.with(gentle))
  #expect(log.history.cards[card] == expected.cards[card])
  #expect(log.history.scheduler.weights == gentle)
  #expect(log.history.cards[card] != plain)
  log.add(.weights(nil))
  #expect(log.history.cards[card] == plain)
}

@Test func `weights that arrive late, or in the middle, give the same history`() {
  var log = LogWriter()
  for number in 0..<6 {
    log.add(.review(Sample.review(Sample.card("a"), .good)), after: 5 * 86_400)
    if number == 2 { log.add(.weights(gentle)) }
  }
  var grown = History(scheduler: Sample.scheduler)
  for entry in log.entries.reversed() { grown.add(entry) }
  #expect(grown.cards == log.history.cards)
  #expect(grown.scheduler == log.history.scheduler)
}

@Test func `a review that was promised a day keeps it in every fold`() {
  var log = LogWriter()
  var review = Sample.review(Sample.card("a"), .easy)
  review.interval = 9
  log.add(.review(review))
  #expect(log.history.cards[Sample.card("a")]?.interval == 777_600)
  review.interval = -3
  log.add(.review(review), after: 20 * 86_400)
  #expect(log.history.cards[Sample.card("a")]?.interval == 86_400)
  // In its steps a card has none to keep.
  review.grade = .again
  review.interval = 40
  log.add(.review(review), after: 86_400)
  #expect(log.history.cards[Sample.card("a")]?.interval == 600)
}

@Test func `a clock that went back is noted beyond what clocks differ by`() {
  var log = LogWriter()
  #expect(log.history.setback(at: .distantPast) == nil)
  log.add(.ran(flags: []))
  #expect(log.history.setback(at: log.now) == nil)
  #expect(log.history.setback(at: log.now - 60) == nil)
  #expect(log.history.setback(at: log.now - 7200) == 7200)
}
