/// On which days there were how many reviews.
public struct ReviewCalendar: Equatable, Sendable {
  public let today: Day
  /// Days without a review are left out.
  public private(set) var byDay: [Day: Int] = [:]

  init(today: Day, _ days: some Sequence<Day>) {
    self.today = today
    for day in days { byDay[day, default: 0] += 1 }
  }

  public var total: Int { byDay.values.reduce(0, +) }

  public var onToday: Int { byDay[today] ?? 0 }

  /// The first day with a review.
  public var first: Day? { byDay.keys.min() }

  /// The weeks from the first review to today, both counted, from Monday to Sunday; 0 without a review.
  public var weeks: Int { first.map { (max(today, $0).monday.number - $0.monday.number) / 7 + 1 } ?? 0 }
}
