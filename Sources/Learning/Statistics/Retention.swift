/// How often a card that was scheduled by days was still known: the grades other than Again.
public struct Retention: Equatable, Sendable {
  /// One week, by its Monday.
  public struct Week: Equatable, Sendable {
    public let monday: Day
    public let passed: Share
  }

  /// Over all reviews.
  public let passed: Share
  /// The last twelve weeks, this one included, oldest first.
  public let weeks: [Week]
  /// The chance of recall that the schedule aims at.
  public let wish: Double

  static let shownWeeks = 12

  init(_ reviews: [(day: Day, reviewed: Reviewed)], today: Day, wish: Double) {
    var all = Share()
    var byWeek: [Day: Share] = [:]
    for (day, reviewed) in reviews where reviewed.before == .review {
      all.count(reviewed.review.grade != .again)
      byWeek[day.monday, default: Share()].count(reviewed.review.grade != .again)
    }
    passed = all
    weeks = (0..<Self.shownWeeks).reversed().map { ago in
      let monday = today.monday.advanced(by: -7 * ago)
      return Week(monday: monday, passed: byWeek[monday] ?? Share())
    }
    self.wish = wish
  }
}
