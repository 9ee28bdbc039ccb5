public import Foundation

/// FSRS-6: from what is known of a card and a grade to what is known next, and when to ask again.
///
/// The same card, grade and moment always give the same result. Learning steps are 1 and 10 minutes, the relearning
/// step is 10 minutes.
public struct Scheduler: Equatable, Sendable {
  /// The chance of recall that a card should still have when it is asked again.
  public let retention: Double
  public let weights: Weights
  /// The learner's days; without them a day is `dayLength` from the last review, as in the published algorithm.
  public let days: Days?
  /// Whether intervals of three days and more move a little, so that what was learned together does not come back
  /// together.
  public let spreads: Bool
  /// Seconds.
  let dayLength: TimeInterval

  /// The longest interval, in days: a hundred years.
  public static let longestInterval = 36_500
  static let learningSteps: [TimeInterval] = [60, 600]
  static let relearningSteps: [TimeInterval] = [600]

  /// The schedule of the program: a card falls due when its day begins, and a better grade that counts in days waits
  /// at least a day longer than a worse one.
  ///
  /// - Parameter retention: kept between 0.7 and 0.99, outside of which the intervals help nobody.
  public init(days: Days, retention: Double = 0.9, weights: Weights = .standard, spreads: Bool = false) {
    self.init(
      retention: min(max(retention, 0.7), 0.99), weights: weights, days: days, spreads: spreads, dayLength: 86_400)
  }

  /// The algorithm as published: a day is 24 hours, or as many seconds as are said, and the intervals of the grades
  /// are independent.
  public static func published(
    retention: Double = 0.9, weights: Weights = .standard, dayLength: TimeInterval = 86_400
  ) -> Scheduler {
    Scheduler(retention: retention, weights: weights, days: nil, spreads: false, dayLength: dayLength)
  }

  private init(retention: Double, weights: Weights, days: Days?, spreads: Bool, dayLength: TimeInterval) {
    (self.retention, self.weights, self.days) = (retention, weights, days)
    (self.spreads, self.dayLength) = (spreads, dayLength)
  }

  /// The same with other weights.
  func with(_ weights: Weights) -> Scheduler {
    Scheduler(retention: retention, weights: weights, days: days, spreads: spreads, dayLength: dayLength)
  }

  /// What is known of a card after a review.
  /// - Parameters:
  ///   - memory: what was known before; nothing for a card that is met for the first time.
  ///   - spread: where the interval may move; nothing leaves it as the algorithm has it.
  ///   - settled: the interval in days that was promised when the grade was given. It holds, whatever the weights and
  ///     the retention have become since; where the card stays in its steps it says nothing.
  public func next(
    _ memory: Memory?, grade: Grade, at now: Date, spread: Spread? = nil, settled: Int? = nil
  ) -> Memory {
    var next = reviewed(memory, grade, now)
    next.interval =
      if let settled, next.state == .review {
        TimeInterval(min(max(settled, 1), Self.longestInterval)) * 86_400
      } else {
        interval(of: next, memory, grade, now, spread)
      }
    next.due = due(after: next.interval, state: next.state, now)
    return next
  }

  /// The interval that each grade would set, as its button shows it: whole days of 86,400 seconds, or the seconds of a
  /// step. Applying the grade with `next` sets exactly this `Memory.interval`.
  public func intervals(_ memory: Memory?, at now: Date, spread: Spread? = nil) -> [Grade: TimeInterval] {
    Dictionary(
      uniqueKeysWithValues: Grade.allCases.map { ($0, next(memory, grade: $0, at: now, spread: spread).interval) })
  }

  /// The chance of recall at a moment, by whole days since the last review; 1 until the first of them has passed.
  public func retrievability(of memory: Memory, at now: Date) -> Double {
    weights.retrievability(stability: memory.stability, days: Double(elapsed(memory, now)))
  }

  // MARK: Stability, difficulty, state

  /// Everything but the interval and the due date.
  private func reviewed(_ memory: Memory?, _ grade: Grade, _ now: Date) -> Memory {
    guard var next = memory else {
      let first = Memory(
        stability: weights.firstStability(grade), difficulty: weights.firstDifficulty(grade), state: .learning,
        interval: 0, due: now, lastReview: now)
      return moved(first, grade, steps: Self.learningSteps)
    }
    next.stability =
      elapsed(next, now) < 1
      ? weights.sameDayStability(next.stability, grade)
      : weights.laterDayStability(
        next.stability, difficulty: next.difficulty, recall: retrievability(of: next, at: now), grade)
    next.difficulty = weights.nextDifficulty(next.difficulty, grade)
    next.lastReview = now
    next.reviews += 1
    switch next.state {
    case .learning: return moved(next, grade, steps: Self.learningSteps)
    case .relearning: return moved(next, grade, steps: Self.relearningSteps)
    case .review:
      if grade == .again {
        next.state = .relearning
        next.lapses += 1
      }
      return next
    }
  }

  /// One step on, back to the first, or out of the steps.
  private func moved(_ memory: Memory, _ grade: Grade, steps: [TimeInterval]) -> Memory {
    var next = memory
    switch grade {
    case .again: next.step = 0
    case .hard: break
    case .good where memory.step + 1 < steps.count: next.step += 1
    case .good, .easy:
      next.state = .review
      next.step = 0
    }
    return next
  }

  // MARK: Interval and due date

  private func interval(
    of next: Memory, _ memory: Memory?, _ grade: Grade, _ now: Date, _ spread: Spread?
  ) -> TimeInterval {
    switch next.state {
    case .review: return TimeInterval(intervalInDays(of: next, memory, grade, now, spread)) * 86_400
    case .learning: return Self.stepInterval(grade, next.step, Self.learningSteps)
    case .relearning: return Self.stepInterval(grade, next.step, Self.relearningSteps)
    }
  }

  /// Hard repeats the step, but at the first it waits longer than Again would: the mean of the first two, or half as
  /// long again where there is only one.
  private static func stepInterval(_ grade: Grade, _ step: Int, _ steps: [TimeInterval]) -> TimeInterval {
    guard grade == .hard, step == 0 else { return steps[step] }
    return steps.count > 1 ? (steps[0] + steps[1]) / 2 : steps[0] * 1.5
  }

  private func intervalInDays(
    of next: Memory, _ memory: Memory?, _ grade: Grade, _ now: Date, _ spread: Spread?
  ) -> Int {
    let wished = weights.days(stability: next.stability, retention: retention)
    var least = 1
    if days != nil, grade > .hard, let worse = Grade(rawValue: grade.rawValue - 1) {
      let below = reviewed(memory, worse, now)
      // A worse grade that stays in the steps is under a day anyway.
      if below.state == .review { least = intervalInDays(of: below, memory, worse, now, spread) + 1 }
    }
    guard let spread else {
      let rounded = min(wished.rounded(.toNearestOrEven), Double(Self.longestInterval))
      return min(max(Int(rounded), least), Self.longestInterval)
    }
    let last = memory.flatMap { $0.state == .review ? Int($0.interval / 86_400) : nil }
    return spread.days(wished, least: least, last: last, most: Self.longestInterval)
  }

  private func due(after interval: TimeInterval, state: Memory.State, _ now: Date) -> Date {
    guard state == .review else { return now.addingTimeInterval(interval) }
    guard let days else { return now.addingTimeInterval(interval / 86_400 * dayLength) }
    return days.start(of: days.day(of: now).advanced(by: Int(interval / 86_400)))
  }

  private func elapsed(_ memory: Memory, _ now: Date) -> Int { wholeDays(from: memory.lastReview, to: now) }

  /// Days that have begun, or passed, between two reviews; 0 when the clock went back.
  func wholeDays(from last: Date, to now: Date) -> Int {
    let between =
      days.map { $0.day(of: now).number - $0.day(of: last).number }
      ?? Int((now.timeIntervalSince(last) / dayLength).rounded(.down))
    return max(between, 0)
  }
}
