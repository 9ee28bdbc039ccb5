public import Foundation

/// Where one of the learner's days ends and the next begins: at a local hour, 4 a.m. unless told otherwise, so that
/// an evening that runs past midnight stays one day.
public struct Days: Equatable, Sendable {
  public let timeZone: TimeZone
  /// Seconds after local midnight.
  public let rollover: TimeInterval

  public init(timeZone: TimeZone, rollover: TimeInterval = 4 * 3600) {
    self.timeZone = timeZone
    self.rollover = rollover
  }

  /// The days of a calendar's time zone.
  public init(calendar: Calendar) { self.init(timeZone: calendar.timeZone) }

  /// The day that a moment belongs to.
  public func day(of moment: Date) -> Day {
    let wall = moment.timeIntervalSince1970 + offset(at: moment) - rollover
    return Day(number: Int((wall / 86_400).rounded(.down)))
  }

  /// The first moment of a day.
  public func start(of day: Day) -> Date {
    let wall = Double(day.number) * 86_400 + rollover
    // A clock change within a day of this moment leaves two readings; the day begins at the earlier one that is in it.
    let readings = [86_400.0, -86_400].map { wall - offset(at: Date(timeIntervalSince1970: wall + $0)) }
    let moments = readings.sorted().map { Date(timeIntervalSince1970: $0) }
    return moments.first { self.day(of: $0) >= day } ?? moments[1]
  }

  private func offset(at moment: Date) -> TimeInterval { TimeInterval(timeZone.secondsFromGMT(for: moment)) }
}
