import Foundation
import Testing

@testable import Learning

/// A learner whose memory follows some weights, and who comes when a card is due.
private func log(of weights: Weights, cards: Int, days: Int, seed: UInt64) -> History {
  let truth = Sample.scheduler.with(weights)
  var random = SeededGenerator(seed: seed)
  var states: [CardID: Memory] = [:]
  var due: [CardID: Date] = [:]
  var entries: [Entry] = []
  func answer(_ card: CardID, _ grade: Grade, _ now: Date) {
    let id = EntryID(milliseconds: now.milliseconds, place: Int64(entries.count), random: 0)
    entries.append(Entry(id: id, at: now, device: Sample.device, event: .review(Sample.review(card, grade))))
    states[card] = truth.next(states[card], grade: grade, at: now)
  }
  for day in 0..<days {
    for number in 0..<cards {
      let card = Sample.card("q\(number)")
      let now = Sample.noon + Double(day) * 86_400 + Double(number)
      guard let memory = states[card] else {
        if number <= day * 4 { answer(card, .good, now) }
        continue
      }
      guard due[card] ?? now <= now else { continue }
      let recall = truth.retrievability(of: memory, at: now)
      let isRecalled = Double(random.next() >> 11) / 0x1p53 < recall
      answer(card, isRecalled ? .good : .again, now)
      let wait = Double(random.next() % 3) + max(1, (states[card]!.stability * 0.8).rounded())
      due[card] = now + min(wait, 60) * 86_400 - 10
    }
  }
  return History(entries, scheduler: Sample.scheduler)
}

private let forgetful: Weights = {
  var values = Weights.standard.values
  (values[2], values[8], values[20]) = (0.9, 1.1, 0.3)
  return Weights(values)!
}()

@Test func `weights fitted to a learner who forgets faster foretell what was held out better`() throws {
  let history = log(of: forgetful, cards: 120, days: 150, seed: 5)
  let fit = try Fit(history)
  #expect(fit.reviews == history.reviews.count && fit.fitted > 4 * fit.heldOut - 5)
  #expect(fit.isBetter && fit.after < fit.before - 0.005)
  // Nearly as good as the truth itself.
  let truth = Recollections(history.reviews, history.scheduler).heldOutLoss(forgetful)
  #expect(fit.after < truth + 0.01)
  #expect(try Fit(history) == fit)
}

@Test func `weights that are no better are known to be none`() throws {
  let fit = try Fit(log(of: .standard, cards: 150, days: 120, seed: 9))
  #expect(fit.isBetter == (fit.after < fit.before - 1e-9))
  // Published weights are hard to beat on a log that follows them.
  #expect(abs(fit.after - fit.before) < 0.02)
}

@Test func `fewer than four hundred reviews are refused, and so is a log of one day`() {
  var short = LogWriter()
  for number in 0..<399 { short.add(.review(Sample.review(Sample.card("q\(number % 9)"), .good)), after: 86_400) }
  #expect(throws: Fit.Refusal.tooFew(399)) { try Fit(short.history) }
  var day = LogWriter()
  for number in 0..<500 { day.add(.review(Sample.review(Sample.card("q\(number % 50)"), .good))) }
  #expect(throws: Fit.Refusal.nothingLater) { try Fit(day.history) }
}

@Test(arguments: 1...8)
func `whatever weights are fitted, grades keep order, passes never lower and failures never raise`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let wild = (0..<21).map { _ in Double.random(in: -5...12, using: &random) }
  let weights = Weights(clamping: wild)
  for _ in 0..<3000 {
    let stability = pow(10, Double.random(in: -3...4, using: &random))
    let difficulty = Double.random(in: 1...10, using: &random)
    let recall = weights.retrievability(stability: stability, days: Double.random(in: 1...400, using: &random))
    for next in [
      Grade.allCases.map { weights.sameDayStability(stability, $0) },
      Grade.allCases.map { weights.laterDayStability(stability, difficulty: difficulty, recall: recall, $0) },
    ] {
      #expect(next[0] <= stability * (1 + 1e-12) && next[1] >= stability)
      #expect(next[1] <= next[2] && next[2] <= next[3] && next[3].isFinite)
    }
  }
  let first = Grade.allCases.map { weights.firstStability($0) }
  #expect(first == first.sorted())
}

@Test func `the loss is the mean surprise of what happened`() throws {
  var log = LogWriter()
  log.add(.review(Sample.review(Sample.card("a"), .easy)))
  log.add(.review(Sample.review(Sample.card("a"), .good)), after: 10 * 86_400)
  log.add(.review(Sample.review(Sample.card("a"), .good)), after: 600)
  log.add(.review(Sample.review(Sample.card("a"), .again)), after: 20 * 86_400)
  let all = Recollections(log.history.reviews, Sample.scheduler, holdingOut: 1)
  #expect(all.seen == 0 && all.heldOut == 2)
  let weights = Weights.standard
  let first = weights.retrievability(stability: weights.firstStability(.easy), days: 10)
  let before = try #require(History(Array(log.entries.dropLast()), scheduler: Sample.scheduler).cards[Sample.card("a")])
  let second = weights.retrievability(stability: before.stability, days: 20)
  #expect(abs(all.heldOutLoss(weights) - (-Foundation.log(first) - Foundation.log(1 - second)) / 2) < 1e-12)
  let none = Recollections(log.history.reviews, Sample.scheduler, holdingOut: 0)
  #expect(none.heldOut == 0 && none.seen == 2)
  #expect(abs(none.loss(weights) - (-0.25 * Foundation.log(first) - Foundation.log(1 - second))) < 1e-12)
}
