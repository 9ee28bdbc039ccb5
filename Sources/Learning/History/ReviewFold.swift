import Foundation

/// The fold of reviews, and of their undoing, into what is known of each card.
struct ReviewFold: Sendable {
  let scheduler: Scheduler
  /// Every review, in order, also those taken back.
  private(set) var all: [Reviewed] = []
  private(set) var cards: [CardID: Memory] = [:]
  /// Places in `all`.
  private var byCard: [CardID: [Int]] = [:]
  private var byQuiz: [QuizID: [Int]] = [:]
  /// The last word on each review that was ever undone. An undo may be read before its review, as the clocks of two
  /// machines differ.
  private(set) var isUndone: [EntryID: Bool] = [:]
  /// Reviews taken back since the last new one; redo takes from the end.
  private(set) var takenBack: [EntryID] = []

  init(scheduler: Scheduler) { self.scheduler = scheduler }

  /// A fold as it was before.
  /// - Parameters:
  ///   - byCard: places in `all`, and so `byQuiz`.
  init(
    scheduler: Scheduler, all: [Reviewed], cards: [CardID: Memory], byCard: [CardID: [Int]], byQuiz: [QuizID: [Int]],
    isUndone: [EntryID: Bool], takenBack: [EntryID]
  ) {
    (self.scheduler, self.all, self.cards, self.byCard) = (scheduler, all, cards, byCard)
    (self.byQuiz, self.isUndone, self.takenBack) = (byQuiz, isUndone, takenBack)
  }

  /// - Parameter schedules: whether the answer moves its card's schedule.
  mutating func add(_ review: Review, id: EntryID, at: Date, schedules: Bool = true) {
    let before = schedules ? cards[review.card] : nil
    let undone = isUndone[id] ?? false
    byCard[review.card, default: []].append(all.count)
    if let quiz = review.quiz { byQuiz[quiz, default: []].append(all.count) }
    all.append(Reviewed(id: id, at: at, review: review, before: before?.state, isUndone: undone, schedules: schedules))
    guard !undone else { return }
    if schedules { cards[review.card] = next(before, review, at) }
    takenBack.removeAll()
  }

  mutating func undo(_ id: EntryID) {
    guard isUndone.updateValue(true, forKey: id) != true, set(true, on: id) else { return }
    takenBack.append(id)
  }

  mutating func redo(_ id: EntryID) {
    guard isUndone.updateValue(false, forKey: id) != false, set(false, on: id) else { return }
    takenBack.removeAll { $0 == id }
  }

  /// Whether there was anything to change.
  private mutating func set(_ undone: Bool, on id: EntryID) -> Bool {
    guard let place = all.lastIndex(where: { $0.id == id }), all[place].isUndone != undone else { return false }
    all[place].isUndone = undone
    replay(all[place].review.card)
    return true
  }

  private mutating func replay(_ card: CardID) {
    var memory: Memory?
    for place in byCard[card] ?? [] where all[place].schedules {
      all[place].before = memory?.state
      guard !all[place].isUndone else { continue }
      memory = next(memory, all[place].review, all[place].at)
    }
    cards[card] = memory
  }

  private func next(_ memory: Memory?, _ review: Review, _ at: Date) -> Memory {
    let isOpen = scheduler.spreads && review.interval == nil
    return scheduler.next(
      memory, grade: review.grade, at: at,
      spread: isOpen ? Spread(review.card, reviews: memory?.reviews ?? 0) : nil, settled: review.interval)
  }

  /// The reviews that were ever taken back, by their ids.
  var undoneReviews: [EntryID: Reviewed] {
    guard !isUndone.isEmpty else { return [:] }
    return Dictionary(all.lazy.filter { isUndone[$0.id] != nil }.map { ($0.id, $0) }) { $1 }
  }

  // MARK: Reading

  /// Those that count.
  var counted: [Reviewed] { takenBack.isEmpty && isUndone.isEmpty ? all : all.filter { !$0.isUndone } }

  var last: Reviewed? { all.last { !$0.isUndone } }

  func counted(of card: CardID) -> [Reviewed] { (byCard[card] ?? []).map { all[$0] }.filter { !$0.isUndone } }

  func counted(in quiz: QuizID) -> [Reviewed] { (byQuiz[quiz] ?? []).map { all[$0] }.filter { !$0.isUndone } }

  /// Whether an answer of a quiz was taken back.
  func hasTakenBack(in quiz: QuizID) -> Bool { (byQuiz[quiz] ?? []).contains { all[$0].isUndone } }

  func review(_ id: EntryID) -> Reviewed? { all.last { $0.id == id } }
}
