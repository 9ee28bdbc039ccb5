public import Foundation

/// What is left to learn before an interview, spread evenly over the days until then.
///
/// Left is what was never answered, or not right the last time. The day's share is counted from the start of the day,
/// so that what is done today does not make today's share smaller.
public struct Cram: Equatable, Sendable {
  public let interview: Day
  /// Days to learn: today is one, the day of the interview is none unless it is today.
  public let days: Int
  /// What is left now: first what was answered wrong, then what was never answered, in an order that stays the same
  /// until the interview.
  public let left: [CardID]
  /// How many of these were answered, and not right.
  public let wrong: Int
  /// What was left when the day began.
  public let leftThisMorning: Int
  /// How many of those are done.
  public let done: Int

  /// The last score of each card that has one: as the day began, and now.
  public struct Scores: Equatable, Sendable {
    public let today: Day
    fileprivate var before: [CardID: Double] = [:]
    fileprivate var last: [CardID: Double] = [:]

    public init(_ history: History, at now: Date) {
      let calendar = history.scheduler.days ?? Days(timeZone: .gmt, rollover: 0)
      today = calendar.day(of: now)
      let morning = calendar.start(of: today)
      for reviewed in history.reviews {
        guard let score = reviewed.review.score else { continue }
        last[reviewed.review.card] = score
        if reviewed.at < morning { before[reviewed.review.card] = score }
      }
    }
  }

  /// - Returns: nothing when the day of the interview is over.
  public init?(_ cards: [CardID], _ scores: Scores, until interview: Day) {
    guard interview >= scores.today else { return nil }
    let (before, last) = (scores.before, scores.last)
    func isLeft(_ card: CardID, _ scores: [CardID: Double]) -> Bool { (scores[card] ?? 0) < 1 }
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(interview.number)))
    let mixed = cards.ordered(by: &random).filter { isLeft($0, last) }
    let answered = mixed.filter { last[$0] != nil }
    self.interview = interview
    days = max(1, interview.number - scores.today.number)
    left = answered + mixed.filter { last[$0] == nil }
    wrong = answered.count
    leftThisMorning = cards.count { isLeft($0, before) }
    done = cards.count { isLeft($0, before) && !isLeft($0, last) }
  }

  /// How many a day.
  public var share: Int { (leftThisMorning + days - 1) / days }

  /// What is to be asked today still.
  public var today: [CardID] { Array(left.prefix(max(0, share - done))) }
}
