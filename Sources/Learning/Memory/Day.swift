/// A day of the learner's calendar, as its number since 1 January 1970. Which moments it holds, `Days` says.
public struct Day: Hashable, Comparable, Sendable {
  public let number: Int

  public init(number: Int) { self.number = number }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// The Gregorian date; month 1–12, day 1–31.
  ///
  /// Source: H. Hinnant, “chrono-Compatible Low-Level Date Algorithms”, `days_from_civil`.
  public init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The Gregorian date; month 1–12, day 1–31.
  public var date: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// 1 for Monday to 7 for Sunday.
  public var weekday: Int { (number % 7 + 10) % 7 + 1 }

  /// The Monday of its week.
  public var monday: Day { Day(number: number - weekday + 1) }
}

extension Day: Strideable {
  public func distance(to other: Day) -> Int { other.number - number }
  public func advanced(by days: Int) -> Day { Day(number: number + days) }
}

extension Day: LosslessStringConvertible {
  /// Reads 2025-11-20; nothing where the calendar has no such day.
  public init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
    guard numbers.count == 3, parts.map(\.count) == [4, 2, 2], (1...12).contains(numbers[1]),
      (1...31).contains(numbers[2])
    else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    guard date == (numbers[0], numbers[1], numbers[2]) else { return nil }
  }

  /// As in ISO 8601: 2025-11-20.
  public var description: String {
    let (year, month, day) = date
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
