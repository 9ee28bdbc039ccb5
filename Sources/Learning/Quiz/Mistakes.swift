/// The items that were answered wrong and not yet made good: each wants two right answers after its last wrong one.
///
/// Right is a full point, so an answer after a hint does not count as one.
public struct Mistakes: Equatable, Sendable {
  public static let rightsWanted = 2

  /// How many right answers each still wants.
  public let owed: [CardID: Int]
  /// Those that went wrong longest ago first.
  public let cards: [CardID]

  public init(_ reviews: [Reviewed]) {
    var owed: [CardID: Int] = [:]
    var wrongAt: [CardID: Int] = [:]
    for (place, reviewed) in reviews.enumerated() {
      let card = reviewed.review.card
      guard card.item != nil, let score = reviewed.review.score else { continue }
      if score < 1 {
        owed[card] = Self.rightsWanted
        wrongAt[card] = place
      } else if let wanted = owed[card] {
        owed[card] = wanted > 1 ? wanted - 1 : nil
      }
    }
    self.owed = owed
    cards = owed.keys.sorted { (wrongAt[$0] ?? 0) < (wrongAt[$1] ?? 0) }
  }

  /// What a quiz asks to make some of them good: all once, then again those that want two right answers.
  public func rounds(_ cards: [CardID]) -> [CardID] { cards + cards.filter { (owed[$0] ?? 0) > 1 } }
}

extension QuizPlan {
  /// How many answers a card still wants after some, by their scores. What is asked for its mistakes wants a right one
  /// for each time that the plan names it, and two after each wrong one.
  func owed(_ card: CardID, after scores: some Sequence<Double>) -> Int {
    guard mode == .mistakes else { return scores.contains { _ in true } ? 0 : 1 }
    let start = cards.count { $0 == card }
    return scores.reduce(start) { $1 < 1 ? Mistakes.rightsWanted : max(0, $0 - 1) }
  }

  /// Whether nothing is left to ask after some answers.
  func isDone(_ answers: [Review]) -> Bool {
    guard mode == .mistakes else { return answers.count == Set(cards).count }
    let byCard = Dictionary(grouping: answers, by: \.card)
    return Set(cards).allSatisfy { owed($0, after: (byCard[$0] ?? []).map { $0.score ?? 0 }) == 0 }
  }
}
