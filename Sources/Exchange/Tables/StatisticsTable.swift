public import Learning

extension Table {
  /// A row a topic, as the statistics count them: shares from 0 to 1, times in seconds.
  public static func topics(_ statistics: Statistics) -> Table {
    Table(
      [
        "topic", "mastery", "cards", "questions", "met", "due", "points", "points_of", "right", "seconds_an_item",
        "lapses",
      ],
      rows: statistics.topics.map { topic in
        [
          .text(topic.id), JSON(topic.mastery.value), JSON(topic.cards), JSON(topic.questions), JSON(topic.met),
          JSON(topic.due), .real(topic.right.part), JSON(topic.right.of), JSON(topic.right.value),
          JSON(topic.secondsPerItem), JSON(topic.lapses),
        ]
      })
  }

  /// A row a day from the first review to thirty days ahead: how many reviews there were, and how many cards come due.
  public static func days(_ statistics: Statistics) -> Table {
    let today = statistics.reviews.today
    let first = statistics.reviews.first ?? today
    return Table(
      ["day", "reviews", "due"],
      rows: (first..<today.advanced(by: statistics.forecast.count)).map { day in
        let ahead = today.distance(to: day)
        return [
          .text(day.description), ahead > 0 ? .none : JSON(statistics.reviews.byDay[day] ?? 0),
          ahead < 0 ? .none : JSON(statistics.forecast[ahead]),
        ]
      })
  }
}
