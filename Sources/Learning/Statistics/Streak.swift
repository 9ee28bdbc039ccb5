/// Days of practice in a row, where one missed day a week is forgiven.
///
/// Exactly: a run of days that begins and ends with a day of practice, in which any seven days that follow each other
/// hold at most one day without. Its length counts the days of practice only. A streak is still going on when it
/// reaches to today, or would do so if today, which is not over, had its practice.
public struct Streak: Equatable, Sendable {
  /// Days of practice.
  public let days: Int
  /// The first and the last of them; nothing in an empty streak.
  public let span: ClosedRange<Day>?

  static let none = Streak(days: 0, span: nil)

  /// The streak that goes on today.
  static func current(_ practised: Set<Day>, today: Day) -> Streak {
    let before = practised.filter { $0 < today }.sorted()
    let days = before + [today]
    let first = firsts(days).last ?? 0
    let isPractised = practised.contains(today)
    guard isPractised || first < before.count else { return none }
    let last = isPractised ? today : before[before.count - 1]
    return Streak(days: days.count - first - (isPractised ? 0 : 1), span: days[first]...last)
  }

  /// The longest there has been, the latest of equals.
  static func best(_ practised: Set<Day>) -> Streak {
    let days = practised.sorted()
    let runs = zip(firsts(days), days.indices).map { first, last in
      (length: last - first + 1, first: first, last: last)
    }
    guard let longest = runs.max(by: { ($0.length, $0.last) < ($1.length, $1.last) }) else { return none }
    return Streak(days: longest.length, span: days[longest.first]...days[longest.last])
  }

  /// For each of the practised days, in order, the place of the first day of the longest run that ends with it.
  private static func firsts(_ days: [Day]) -> [Int] {
    var first = 0
    var missed: (day: Day, next: Int)?
    return days.indices.map { place in
      guard place > 0 else { return 0 }
      switch days[place].number - days[place - 1].number {
      case 1: break
      case 2:
        let day = days[place - 1].advanced(by: 1)
        // Two missed days in one week: the run begins after the earlier.
        if let missed, day.number - missed.day.number < 7 { first = missed.next }
        missed = (day, place)
      default: (first, missed) = (place, nil)
      }
      return first
    }
  }
}
