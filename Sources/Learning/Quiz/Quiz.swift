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
  /// answered.
  public let cards: [CardID]
  /// The language that items are shown in; it can change at any time.
  public var language: String
  /// The place, from 0, of the card being shown; `count` when nothing is left.
  public private(set) var position = 0
  private let bank: Bank
  private var answered: [CardID: Outcome] = [:]
  /// The cards answered, in the order of answering.
  private var order: [CardID] = []

  /// - Parameter answered: the answers that the log already holds, in their order; the first card without one is shown.
  public init(_ plan: QuizPlan, bank: Bank, answered: [Review] = []) {
    self.plan = plan
    self.bank = bank
    language = plan.language
    let done = Set(answered.map(\.card))
    var asked = Set<CardID>()
    cards = plan.cards.filter { card in
      guard asked.insert(card).inserted else { return false }
      return done.contains(card)
        || bank.question(card.question, in: plan.language).flatMap { Presented(card, of: $0, seed: 0) } != nil
    }
    for review in answered where cards.contains(review.card) { accept(review) }
    position = cards.firstIndex { self.answered[$0] == nil } ?? cards.count
  }

  public var count: Int { cards.count }

  public var isFinished: Bool { order.count == count }

  /// The card being shown; nothing when all are answered and the last has been left.
  public var current: Presented? { presented(at: position) }

  /// A card as this quiz shows it; nothing where the bank no longer has it.
  public func presented(at place: Int) -> Presented? {
    guard cards.indices.contains(place) else { return nil }
    return presented(cards[place])
  }

  /// The outcome of each card, in the order of the quiz; nothing for those still open.
  public var outcomes: [Outcome?] { cards.map { answered[$0] } }

  /// The outcome of the card being shown.
  public var outcome: Outcome? { cards.indices.contains(position) ? answered[cards[position]] : nil }

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

  /// Takes in an answer that is in the log. The card stays shown, for its feedback; `advance` leaves it.
  public mutating func accept(_ review: Review) {
    guard cards.contains(review.card) else { return }
    answered[review.card] = Outcome(review: review, answer: presented(review.card)?.answer(review))
    order.removeAll { $0 == review.card }
    order.append(review.card)
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
    guard let card = order.popLast() else { return nil }
    position = cards.firstIndex(of: card) ?? position
    return answered.removeValue(forKey: card)?.review
  }

  // MARK: Moving

  /// Shows the next card without an answer, from here to the end and then from the start.
  public mutating func advance() {
    let open = cards.indices.filter { answered[cards[$0]] == nil }
    position = open.first { $0 > position } ?? open.first ?? count
  }

  /// Shows any card, answered or not.
  public mutating func move(to place: Int) {
    if cards.indices.contains(place) { position = place }
  }

  private func presented(_ card: CardID) -> Presented? {
    bank.question(card.question, in: language).flatMap { Presented(card, of: $0, seed: plan.seed) }
  }
}
