public import Foundation

/// The interval that a grade promises, from the moment its button shows it to the entry in the log.
extension History {
  /// The interval that each grade would set now, as its button shows it: whole days of 86,400 seconds, or the seconds
  /// of a step.
  public func intervals(of card: CardID, at now: Date) -> [Grade: TimeInterval] {
    scheduler.intervals(cards[card], at: now, spread: spread(of: card, at: now))
  }

  /// Keeps events in the log, reviews with the interval that their buttons showed, and takes them in. They are on the
  /// disk when this returns.
  /// - Throws: with nothing kept: call again with the same events.
  public mutating func record(_ events: [Event], in store: ReviewStore, at now: Date) throws(StoreError) {
    for entry in try store.append(settled(events, at: now), at: now) { add(entry) }
  }

  /// The event as the log is to keep it: a review with the interval that its button showed, so that neither other
  /// weights nor another machine's answers move a day that was promised.
  func settled(_ event: Event, at now: Date) -> Event {
    guard case .review(var review) = event, review.interval == nil else { return event }
    let next = scheduler.next(
      cards[review.card], grade: review.grade, at: now, spread: spread(of: review.card, at: now))
    guard next.state == .review else { return event }
    review.interval = Int(next.interval / 86_400)
    return .review(review)
  }

  /// Several events of one transaction, each settled after those before it: an answer that takes the place of another
  /// is settled as if that had never been given.
  func settled(_ events: [Event], at now: Date) -> [Event] {
    var history = self
    return events.map { event in
      if case .undo(let id) = event, events.count > 1 { history = history.without(id) }
      return history.settled(event, at: now)
    }
  }

  private func spread(of card: CardID, at now: Date) -> Spread? {
    guard scheduler.spreads else { return nil }
    return Spread(card, reviews: cards[card]?.reviews ?? 0, load: load(around: card, at: now))
  }

  private func load(around card: CardID, at now: Date) -> Load? {
    guard let days = scheduler.days else { return nil }
    let today = days.start(of: days.day(of: now))
    var load = Load()
    for (other, memory) in cards where memory.state == .review && memory.due >= now && other != card {
      // Days begin at one hour, and a clock change shifts it by less than half a day.
      let ahead = (memory.due.timeIntervalSince(today) / 86_400).rounded()
      load.add(daysAhead: Int(ahead), isSibling: other.question == card.question)
    }
    return load
  }
}
