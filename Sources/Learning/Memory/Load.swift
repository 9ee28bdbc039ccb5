import Foundation

/// What falls due on each of the days ahead, as one card sees it.
///
/// Source: Anki, `rslib/src/scheduler/states/load_balancer.rs`.
public struct Load: Equatable, Sendable {
  /// Longer intervals need no balance.
  static let longestInterval = 90
  /// By days from today. An interval near the longest may move beyond it.
  private var counts = Array(repeating: 0, count: longestInterval + longestInterval / 10)
  /// The days on which another card of the same question falls due.
  private var siblings: Set<Int> = []

  init() {}

  /// One more card falls due.
  mutating func add(daysAhead: Int, isSibling: Bool) {
    guard counts.indices.contains(daysAhead) else { return }
    counts[daysAhead] += 1
    if isSibling { siblings.insert(daysAhead) }
  }

  /// One of the days, rather one with few cards, not later than need be, and apart from the question's other cards;
  /// nothing where the interval is too long to be balanced.
  /// - Parameter share: a random number, at least 0 and below 1.
  func choice(of range: ClosedRange<Int>, wished: Double, least: Int, _ share: Double) -> Int? {
    guard Int(wished) <= Self.longestInterval, least <= Self.longestInterval, range.upperBound < counts.count
    else { return nil }
    let weights = range.map(weight)
    var rest = share * weights.reduce(0, +)
    for (day, weight) in zip(range, weights) {
      if rest < weight { return day }
      rest -= weight
    }
    return range.upperBound
  }

  private func weight(_ day: Int) -> Double {
    guard counts[day] > 0 else { return 1 }
    return siblings.reduce(pow(1 / Double(counts[day]), 2.15) * pow(1 / Double(day), 3)) { weight, sibling in
      let apart = abs(sibling - day)
      return weight * (apart == 0 ? 1e-6 : min(Double(apart) / 5, 1))
    }
  }
}
