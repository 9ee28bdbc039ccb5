public import Workbook

/// A quiz under way. It is a value: the plan and the answers given make it, so what the log holds resumes it.
public struct Quiz: Sendable {
  /// What an answer came to.
  public struct Outcome: Equatable, Sendable {
    /// What the log is to keep.
    public let review: Review
    /// Where it was chosen, as shown; nothing when the item has changed since.
    public let answer: Answer?

    public var score: Double? { review.score }
    public var grade: Grade { review.grade }
  }

  public let plan: QuizPlan
  /// What is asked: each of the plan's cards once, without those that the bank no longer has, unless they were
  /// answered. What is asked for its mistakes comes again until it was right twice.
  public private(set) var cards: [CardID]
  /// The language that items are shown in; it can change at any time.
  public var language: String
  /// The place, from 0, of the card being shown; `count` when nothing is left.
  public private(set) var position = 0
  private let bank: Bank
  private var answered: [Int: Outcome] = [:]
  /// The places answered, in the order of answering.
  private var order: [Int] = []

  /// - Parameter answered: the answers that the log already holds, in their order; the first card without one is shown.
  public init(_ plan: QuizPlan, bank: Bank, answered: [Review] = []) {
    self.plan = plan
    self.bank = bank
    language = plan.language
    let done = Set(answered.map(\.card))
    var asked = Set<CardID>()
    cards = plan.cards.filter { card in
      guard asked.insert(card).inserted || plan.mode == .mistakes else { return false }
      return done.contains(card)
        || bank.question(card.question, in: plan.language).flatMap { Presented(card, of: $0, seed: 0) } != nil
    }
    for review in answered where cards.contains(review.card) { accept(review) }
    position = cards.indices.first { self.answered[$0] == nil } ?? cards.count
  }

  public var count: Int { cards.count }

  public var isFinished: Bool { order.count == count }

  /// The card being shown; nothing when all are answered and the last has been left.
  public var current: Presented? { presented(at: position) }

  /// A card as this quiz shows it; nothing where the bank no longer has it.
  public func presented(at place: Int) -> Presented? {
    guard cards.indices.contains(place) else { return nil }
    // An item that comes again has its options in another order.
    let turn = UInt64(cards[..<place].count { $0 == cards[place] })
    return bank.question(cards[place].question, in: language)
      .flatMap { Presented(cards[place], of: $0, seed: plan.seed &+ turn) }
  }

  /// The outcome of each card, in the order of the quiz; nothing for those still open.
  public var outcomes: [Outcome?] { cards.indices.map { answered[$0] } }

  /// The outcome of the card being shown.
  public var outcome: Outcome? { answered[position] }

  /// The answer given last.
  public var last: Review? { order.last.flatMap { answered[$0]?.review } }

  /// How many right answers the card being shown still wants, in a quiz about mistakes.
  public var owed: Int { cards.indices.contains(position) ? owed(cards[position]) : 0 }

  private func owed(_ card: CardID) -> Int {
    plan.owed(card, after: order.filter { cards[$0] == card }.map { answered[$0]?.score ?? 0 })
  }

  public var result: QuizResult {
    QuizResult(plan, answers: order.compactMap { answered[$0]?.review }) {
      bank.question($0, in: language)?.level
    }
  }

  // MARK: Answering

  /// Judges an answer to the card being shown and keeps it nowhere: the log comes first, then `accept`.
  public func judge(_ answer: Answer, seconds: Double, hints: Int = 0) throws(UnreadableAnswer) -> Outcome {
    guard let current else { throw .otherKind }
    let score = try current.score(answer, hints: hints)
    let grade: Grade =
      if case .grade(let given) = answer { given } else { Grade(score: score ?? 0, hints: hints) }
    let review = Review(
      card: current.card, grade: grade, score: score, seconds: seconds.isFinite ? max(seconds, 0) : 0,
      hints: hints, answer: current.logged(answer), fingerprint: current.item?.fingerprint ?? "",
      language: current.question.language, quiz: plan.id)
    return Outcome(review: review, answer: answer)
  }

  /// Takes in an answer that is in the log. The card stays shown, for its feedback; `advance` leaves it. An answer to a
  /// card that has one takes its place.
  public mutating func accept(_ review: Review) {
    let card = review.card
    let open = cards.indices.filter { cards[$0] == card && answered[$0] == nil }
    guard let place = open.first ?? cards.lastIndex(of: card) else { return }
    answered[place] = Outcome(review: review, answer: presented(at: place)?.answer(review))
    order.removeAll { $0 == place }
    order.append(place)
    let missing = owed(card) - open.dropFirst().count
    if missing > 0 { cards += Array(repeating: card, count: missing) }
  }

  /// Judges an answer and takes it in, where there is no log to wait for.
  @discardableResult
  public mutating func answer(
    _ answer: Answer, seconds: Double, hints: Int = 0
  ) throws(UnreadableAnswer) -> Outcome {
    let outcome = try judge(answer, seconds: seconds, hints: hints)
    accept(outcome.review)
    return outcome
  }

  /// Takes the last answer back and shows its card again.
  @discardableResult
  public mutating func takeBack() -> Review? {
    guard let review = last else { return nil }
    var before = Quiz(plan, bank: bank, answered: order.dropLast().compactMap { answered[$0]?.review })
    before.language = language
    before.position =
      before.cards.indices.first { before.cards[$0] == review.card && before.answered[$0] == nil } ?? before.position
    self = before
    return review
  }

  // MARK: Moving

  /// Shows the next card without an answer, from here to the end and then from the start.
  public mutating func advance() {
    let open = cards.indices.filter { answered[$0] == nil }
    position = open.first { $0 > position } ?? open.first ?? count
  }

  /// Shows any card, answered or not.
  public mutating func move(to place: Int) {
    if cards.indices.contains(place) { position = place }
  }
}
