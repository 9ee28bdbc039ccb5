/// How long quiz items take: the median, which a walk to the kettle does not move.
public struct Pace: Equatable, Sendable {
  /// One month, by its first day.
  public struct Month: Equatable, Sendable {
    public let first: Day
    public let secondsPerItem: Double
  }

  /// Over the last thirty days, or over all where they hold no item; nothing without an item.
  public let secondsPerItem: Double?
  /// Months with an item answered, oldest first.
  public let months: [Month]

  init(_ reviews: [(day: Day, reviewed: Reviewed)], today: Day) {
    var recent: [Double] = []
    var byMonth: [Day: [Double]] = [:]
    for (day, reviewed) in reviews where reviewed.review.score != nil && reviewed.review.card.item != nil {
      let seconds = reviewed.review.seconds
      if day > today.advanced(by: -30) { recent.append(seconds) }
      byMonth[day.firstOfMonth, default: []].append(seconds)
    }
    secondsPerItem = Self.median(recent) ?? Self.median(byMonth.values.flatMap(\.self))
    months = byMonth.sorted { $0.key < $1.key }.compactMap { first, seconds in
      Self.median(seconds).map { Month(first: first, secondsPerItem: $0) }
    }
  }

  static func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

extension Day {
  fileprivate var firstOfMonth: Day { advanced(by: 1 - date.day) }
}
