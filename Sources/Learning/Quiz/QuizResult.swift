public import Workbook

/// What a quiz came to, with the arithmetic of its score.
public struct QuizResult: Equatable, Sendable {
  /// One term of the sum: 7 × 1.
  public struct Term: Equatable, Sendable {
    public let points: Double
    public let count: Int
  }

  public struct TopicPoints: Equatable, Sendable {
    public let topic: String
    public let points: Share
  }

  public struct LevelPoints: Equatable, Sendable {
    public let level: Level
    public let points: Share
  }

  /// An item that lost points.
  public struct Mistake: Equatable, Sendable {
    public let card: CardID
    public let score: Double
    /// Nothing where an exam ended before it was answered.
    public let review: Review?
  }

  /// Points won, of those there were to win.
  public let points: Share
  /// The sum that makes the score, the largest points first.
  public let terms: [Term]
  /// In the order of the quiz.
  public let byTopic: [TopicPoints]
  /// In the order of levels.
  public let byLevel: [LevelPoints]
  /// The worst first, then in the order of the quiz.
  public let mistakes: [Mistake]
  /// How many answers there are, of learners' own grading too.
  public let answered: Int
  /// Of all answers together.
  public let seconds: Double
  public let slowest: Double
  /// Of how many answers a hint lowered what there was to win.
  public let hinted: Int
  /// What learners graded themselves, which gives no points.
  public let ownGrades: [Grade: Int]

  /// - Parameters:
  ///   - answers: one a card, those that count.
  ///   - level: of a question; points of one without are left out of `byLevel`.
  public init(_ plan: QuizPlan, answers: [Review], level: (QuestionID) -> Level?) {
    let counted = Self.counted(plan, answers)
    let given = Dictionary(counted.map { ($0.card, $0) }, uniquingKeysWith: { _, last in last })
    var scored = counted.compactMap { review in
      review.score.map { Mistake(card: review.card, score: $0, review: review) }
    }
    if plan.feedback == .final {
      // What an exam left open was asked, and won nothing.
      var asked = Set<CardID>()
      scored = plan.cards.filter { $0.item != nil && asked.insert($0).inserted }
        .map { Mistake(card: $0, score: given[$0]?.score ?? 0, review: given[$0]) }
    }
    var topics: [(topic: String, points: Share)] = []
    var levels: [Level: Share] = [:]
    for item in scored {
      if !topics.contains(where: { $0.topic == item.card.topic }) { topics.append((item.card.topic, Share())) }
      let place = topics.firstIndex { $0.topic == item.card.topic } ?? 0
      topics[place].points.count(item.score)
      if let level = level(item.card.question) { levels[level, default: Share()].count(item.score) }
    }
    points = scored.reduce(into: Share()) { $0.count($1.score) }
    terms = Dictionary(grouping: scored, by: \.score).map { Term(points: $0, count: $1.count) }
      .sorted { $0.points > $1.points }
    byTopic = topics.map { TopicPoints(topic: $0.topic, points: $0.points) }
    byLevel = levels.sorted { $0.key < $1.key }.map { LevelPoints(level: $0.key, points: $0.value) }
    mistakes = scored.enumerated().filter { $1.score < 1 }
      .sorted { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }.map(\.element)
    answered = counted.count
    seconds = counted.reduce(0) { $0 + $1.seconds }
    slowest = counted.map(\.seconds).max() ?? 0
    hinted = counted.count { $0.hints > 0 }
    ownGrades = Dictionary(counted.filter { $0.score == nil }.map { ($0.grade, 1) }, uniquingKeysWith: +)
  }

  /// The answers that count: the last to each card in the order of the plan; all in their own order where a card may
  /// come again.
  private static func counted(_ plan: QuizPlan, _ answers: [Review]) -> [Review] {
    if plan.mode == .mistakes { return answers }
    let given = Dictionary(answers.map { ($0.card, $0) }, uniquingKeysWith: { _, last in last })
    var asked = Set<CardID>()
    return plan.cards.filter { asked.insert($0).inserted }.compactMap { given[$0] }
  }

  public init(_ record: QuizRecord, level: (QuestionID) -> Level?) {
    self.init(record.plan, answers: record.answers.map(\.review), level: level)
  }

  /// The mean; nothing without an answer.
  public var secondsPerAnswer: Double? { answered > 0 ? seconds / Double(answered) : nil }
}
