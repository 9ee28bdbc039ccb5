public import Foundation
public import Workbook

/// Every figure about a learner: a fold over the history, for one moment.
///
/// What is counted: reviews of every card, also of questions that the bank no longer has; dues, mastery and the like of
/// the deck's cards only.
public struct Statistics: Sendable {
  /// A card that was forgotten eight times or more.
  public struct Leech: Equatable, Sendable {
    public let card: CardID
    public let lapses: Int
  }

  /// A question, and the lowest chance of recall among its cards that were met.
  public struct Slipping: Equatable, Sendable {
    public let question: QuestionID
    public let recall: Double
  }

  public let now: Date
  public let reviews: ReviewCalendar
  /// Cards that are due now, the longest due first.
  public let due: [CardID]
  /// How many cards fall due on each of the next thirty days. The first is today, with what is overdue.
  public let forecast: [Int]
  public let retention: Retention
  /// In the order of the deck.
  public let topics: [TopicStatistics]
  public let pace: Pace
  /// The most often forgotten first.
  public let leeches: [Leech]
  /// Questions met, the likeliest to be forgotten first.
  public let willSlipFirst: [Slipping]
  public let streak: Streak
  public let bestStreak: Streak
  public let quizzes: QuizTrend

  static let forecastDays = 30

  public init(_ history: History, deck: Deck, now: Date) {
    let days = history.scheduler.days ?? Days(timeZone: .gmt, rollover: 0)
    let today = days.day(of: now)
    let dated = history.reviews.map { (day: days.day(of: $0.at), reviewed: $0) }
    self.now = now
    reviews = ReviewCalendar(today: today, dated.lazy.map(\.day))
    due = history.dueCards(of: deck, at: now)
    forecast = Self.forecast(history, deck, days, today)
    retention = Retention(dated, today: today, wish: history.scheduler.retention)
    topics = Self.topics(history, deck, dated.map(\.reviewed), now)
    pace = Pace(dated, today: today)
    leeches = Self.leeches(history, deck)
    willSlipFirst = Self.slipping(history, deck, now)
    let practised = Set(reviews.byDay.keys)
    streak = .current(practised, today: today)
    bestStreak = .best(practised)
    quizzes = history.quizTrend
  }

  /// The mean chance of recall over all cards, with 0 for those never met.
  public var mastery: Share {
    Share(part: topics.reduce(0) { $0 + $1.mastery.part }, of: topics.reduce(0) { $0 + $1.cards })
  }

  public var questions: Int { topics.reduce(0) { $0 + $1.questions } }

  /// Questions of which at least one card was reviewed.
  public var met: Int { topics.reduce(0) { $0 + $1.met } }

  /// The points of all items answered, of those there were to win.
  public var right: Share {
    Share(part: topics.reduce(0) { $0 + $1.right.part }, of: topics.reduce(0) { $0 + $1.right.of })
  }

  public var lapses: Int { topics.reduce(0) { $0 + $1.lapses } }

  /// The weakest first, in the order of the deck where they are equal.
  public var weakest: [TopicStatistics] {
    topics.enumerated().sorted {
      ($0.element.mastery.value ?? 0, $0.offset) < ($1.element.mastery.value ?? 0, $1.offset)
    }.map(\.element)
  }

  /// About how long what is due will take; nothing before the first item.
  public var secondsDue: Double? { pace.secondsPerItem.map { $0 * Double(due.count) } }

  // MARK: Folds

  private static func forecast(_ history: History, _ deck: Deck, _ days: Days, _ today: Day) -> [Int] {
    var forecast = Array(repeating: 0, count: forecastDays)
    for memory in deck.cards.compactMap({ history.cards[$0] }) {
      let ahead = max(days.day(of: memory.due).number - today.number, 0)
      if ahead < forecastDays { forecast[ahead] += 1 }
    }
    return forecast
  }

  private static func topics(
    _ history: History, _ deck: Deck, _ reviews: [Reviewed], _ now: Date
  ) -> [TopicStatistics] {
    var topics = Dictionary(deck.topics.map { ($0, TopicStatistics(id: $0)) }, uniquingKeysWith: { first, _ in first })
    for sheet in deck.sheets {
      let topic = sheet.id.topic
      let memories = sheet.cards.map { history.cards[$0] }
      topics[topic]?.questions += 1
      topics[topic]?.met += memories.contains { $0 != nil } ? 1 : 0
      for memory in memories {
        topics[topic]?.mastery.count(memory.map { history.scheduler.retrievability(of: $0, at: now) } ?? 0)
        topics[topic]?.due += memory?.isDue(at: now) == true ? 1 : 0
        topics[topic]?.lapses += memory?.lapses ?? 0
      }
    }
    var seconds: [String: [Double]] = [:]
    for review in reviews.lazy.map(\.review) where review.card.item != nil && deck.contains(review.card) {
      guard let score = review.score else { continue }
      topics[review.card.topic]?.right.count(score)
      seconds[review.card.topic, default: []].append(review.seconds)
    }
    for (topic, seconds) in seconds { topics[topic]?.secondsPerItem = Pace.median(seconds) }
    return deck.topics.compactMap { topics[$0] }
  }

  private static func leeches(_ history: History, _ deck: Deck) -> [Leech] {
    deck.cards.compactMap { card in
      history.cards[card].flatMap { $0.isLeech ? Leech(card: card, lapses: $0.lapses) : nil }
    }.sorted { $0.lapses == $1.lapses ? $0.card < $1.card : $0.lapses > $1.lapses }
  }

  private static func slipping(_ history: History, _ deck: Deck, _ now: Date) -> [Slipping] {
    deck.sheets.compactMap { sheet in
      sheet.cards.compactMap { history.recall(of: $0, at: now) }.min()
        .map { Slipping(question: sheet.id, recall: $0) }
    }.sorted { $0.recall == $1.recall ? $0.question < $1.question : $0.recall < $1.recall }
  }
}
