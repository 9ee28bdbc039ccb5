/// Which of the daily backups stay: the newest twelve; of those before, the last of each week, for ten weeks; of those
/// before, the last of each month, for nine months.
enum Thinning {
  static let daily = 12
  static let weekly = 10
  static let monthly = 9

  static func kept(of days: some Sequence<Day>) -> Set<Day> {
    let days = Set(days).sorted(by: >)
    var (kept, rest) = (Array(days.prefix(daily)), days.dropFirst(daily))
    for (limit, period) in [(weekly, week), (monthly, month)] {
      // A period of which a later day is kept is not begun again.
      var last = kept.last.map(period)
      var taken = 0
      while taken < limit, let day = rest.first {
        rest.removeFirst()
        guard period(day) != last else { continue }
        (last, taken) = (period(day), taken + 1)
        kept.append(day)
      }
    }
    return Set(kept)
  }

  private static func week(_ day: Day) -> Int { day.monday.number }

  private static func month(_ day: Day) -> Int {
    let (year, month, _) = day.date
    return year * 12 + month
  }
}
