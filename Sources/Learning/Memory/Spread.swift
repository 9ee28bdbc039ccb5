/// How the interval of one card moves among the days that serve as well, so that cards that were learned together part
/// and each day has its share. The same card at the same review, with the same load, always moves the same way.
///
/// Source: Anki, `rslib/src/scheduler/states/fuzz.rs` and `load_balancer.rs`.
public struct Spread: Equatable, Sendable {
  private let seed: UInt64
  private let name: String
  private let load: Load?

  /// - Parameters:
  ///   - reviews: how often the card was reviewed before.
  ///   - load: what falls due on the days ahead; without it chance alone decides.
  public init(_ card: CardID, reviews: Int, load: Load? = nil) {
    (seed, name, self.load) = (UInt64(reviews), card.description, load)
  }

  /// A whole number of days near the one that is wished for.
  /// - Parameters:
  ///   - least: what a worse grade asks for; 1 at least.
  ///   - last: the interval that is over, for a card that was scheduled by days: a pass does not shorten it by chance.
  func days(_ wished: Double, least: Int, last: Int?, most: Int) -> Int {
    var least = min(max(least, 1), most)
    let wished = min(wished, Double(most))
    if let last { least = min(max(least, Self.least(wished, after: last, most: most)), most) }
    let range = Self.range(wished, least: least, most: most)
    var random = SeededGenerator(seed: seed, name: name)
    let share = Double(random.next() >> 11) / 0x1p53
    return load?.choice(of: range, wished: wished, least: least, share)
      ?? range.lowerBound + Int(share * Double(range.count))
  }

  /// Days to either side: one, and a part of those in each stretch; none for an interval below 2½ days.
  static func reach(_ wished: Double) -> Double {
    guard wished >= 2.5 else { return 0 }
    let stretches: [(from: Double, to: Double, part: Double)] = [
      (2.5, 7, 0.15), (7, 20, 0.1), (20, .infinity, 0.05),
    ]
    return stretches.reduce(1) { $0 + $1.part * max(min(wished, $1.to) - $1.from, 0) }
  }

  /// The days that serve as well as the one wished for: two at least, where two can be had.
  static func range(_ wished: Double, least: Int, most: Int) -> ClosedRange<Int> {
    let wished = min(max(wished, Double(least)), Double(most))
    let reach = reach(wished)
    let lower = min(max(Int((wished - reach).rounded()), least), most)
    let upper = min(max(Int((wished + reach).rounded()), least), most)
    return lower...(upper == lower && upper > 2 && upper < most ? upper + 1 : upper)
  }

  private static func least(_ wished: Double, after last: Int, most: Int) -> Int {
    if Int(wished.rounded()) > last { return last + 1 }
    return last <= range(wished, least: 1, most: most).upperBound ? last : 0
  }
}
