public import Foundation
public import Workbook

/// What the log amounts to: the fold of its entries in the order of time, then id.
///
/// Two logs of the same entries give the same history, in whatever order the entries arrived. Nothing here asks the
/// clock. 100,000 entries fold in well under a second.
public struct History: Sendable {
  /// How much of an answer was open when it was last read.
  public struct Progress: Equatable, Sendable {
    public let parts: Int
    public let of: Int
  }

  /// In the order of folding.
  public private(set) var entries: [Entry] = []
  public private(set) var bookmarks: Set<QuestionID> = []
  public private(set) var notes: [QuestionID: String] = [:]
  public private(set) var progress: [QuestionID: Progress] = [:]
  /// The question that was read last.
  public private(set) var lastRead: QuestionID?
  /// The experiment that was run last; empty when it was all defaults.
  public private(set) var lastRun: [RunFlag]?
  /// As it was given, whatever weights the log asks for.
  let asked: Scheduler
  private(set) var fold: ReviewFold
  private var starts: [(plan: QuizPlan, at: Date)] = []
  private var endings: [QuizID: Date] = [:]
  /// Quizzes that leave every schedule as it is.
  private var crams: Set<QuizID> = []

  public init(_ entries: [Entry] = [], scheduler: Scheduler) {
    asked = scheduler
    let isOrdered = zip(entries, entries.dropFirst()).allSatisfy { !Entry.precedes($1, $0) }
    let ordered = isOrdered ? entries : entries.sorted(by: Entry.precedes)
    fold = ReviewFold(scheduler: Self.weights(in: ordered).map { scheduler.with($0) } ?? scheduler)
    self.entries.reserveCapacity(entries.count)
    for entry in ordered where self.entries.last?.id != entry.id {
      self.entries.append(entry)
      apply(entry)
    }
  }

  public var scheduler: Scheduler { fold.scheduler }

  /// Takes one more entry in. An entry that belongs earlier (from another machine, or from a clock that went back) has
  /// everything folded anew; one that is here already changes nothing.
  public mutating func add(_ entry: Entry) {
    if entries.last.map({ Entry.precedes($0, entry) }) ?? true {
      entries.append(entry)
      if case .weights = entry.event { self = History(entries, scheduler: asked) } else { apply(entry) }
      return
    }
    let place = entries.partitioningIndex { !Entry.precedes($0, entry) }
    guard entries[place].id != entry.id else { return }
    var all = entries
    all.insert(entry, at: place)
    self = History(all, scheduler: asked)
  }

  /// Takes several more entries in, in any order.
  public mutating func add(_ more: [Entry]) {
    let isLater = zip([entries.last].compactMap(\.self) + more, more.dropFirst(entries.isEmpty ? 1 : 0))
      .allSatisfy { Entry.precedes($0, $1) }
    if isLater { for entry in more { add(entry) } } else { self = History(entries + more, scheduler: asked) }
  }

  /// A history as it was folded before.
  init(_ entries: [Entry], asked: Scheduler, fold: ReviewFold) {
    (self.entries, self.asked, self.fold) = (entries, asked, fold)
    let undone = fold.undoneReviews
    for entry in entries {
      guard case .undo(let id) = entry.event else {
        mark(entry)
        continue
      }
      // As in `apply`, which does not know a review that comes later.
      guard let review = undone[id], (review.at, review.id) < (entry.at, entry.id) else { continue }
      if let quiz = review.review.quiz { endings[quiz] = nil }
    }
  }

  /// The last that the log asks for.
  private static func weights(in entries: [Entry]) -> Weights? {
    for entry in entries.reversed() {
      if case .weights(let weights) = entry.event { return weights ?? .standard }
    }
    return nil
  }

  private mutating func apply(_ entry: Entry) {
    switch entry.event {
    case .review(let review):
      let isCram = review.quiz.map(crams.contains) ?? false
      fold.add(review, id: entry.id, at: entry.at, schedules: !isCram)
    case .undo(let id): fold.undo(id)
    case .redo(let id): fold.redo(id)
    default: mark(entry)
    }
  }

  /// The history with one review taken back.
  func without(_ id: EntryID) -> History {
    var history = self
    history.fold.undo(id)
    return history
  }

  /// What does not concern reviews.
  private mutating func mark(_ entry: Entry) {
    switch entry.event {
    case .bookmark(let question, true): bookmarks.insert(question)
    case .bookmark(let question, false): bookmarks.remove(question)
    case .note(let question, let text): notes[question] = text.isEmpty ? nil : text
    case .read(let question, let parts, let all):
      progress[question] = Progress(parts: parts, of: all)
      lastRead = question
    case .quizStarted(let plan):
      starts.append((plan, entry.at))
      if plan.mode == .cram { crams.insert(plan.id) }
    case .quizEnded(let quiz): endings[quiz] = entry.at
    case .ran(let flags): lastRun = flags
    case .review, .undo, .redo, .weights, .unknown: break
    }
  }
}

// MARK: - Reviews

extension History {
  /// What is known of each card that was met.
  public var cards: [CardID: Memory] { fold.cards }

  /// The reviews that count, oldest first; those taken back are left out.
  public var reviews: [Reviewed] { fold.counted }

  /// The reviews of one card that count, oldest first.
  public func reviews(of card: CardID) -> [Reviewed] { fold.counted(of: card) }

  /// The chance of recalling a card, from 0 to 1; nothing for one that was never met.
  public func recall(of card: CardID, at now: Date) -> Double? {
    cards[card].map { scheduler.retrievability(of: $0, at: now) }
  }

  /// What `Event.undo` can take back: the last review that counts.
  public var undoable: Reviewed? { fold.last }

  /// What `Event.redo` can bring back: the review taken back last, until there is a new one.
  public var redoable: Reviewed? { fold.takenBack.last.flatMap { fold.review($0) } }
}

// MARK: - Quizzes

extension History {
  /// Every quiz that was started, oldest first.
  public var quizzes: [QuizRecord] { starts.map(record) }

  /// Those that are over and have an answer.
  public var finishedQuizzes: [QuizRecord] { quizzes.filter { $0.isFinished && !$0.answers.isEmpty } }

  /// The quiz to resume: the one started last, unless it is over. Starting another gives it up.
  public var unfinishedQuiz: QuizRecord? { starts.last.map(record).flatMap { $0.isFinished ? nil : $0 } }

  public func quiz(_ id: QuizID) -> QuizRecord? { starts.last { $0.plan.id == id }.map(record) }

  private func record(_ start: (plan: QuizPlan, at: Date)) -> QuizRecord {
    let (plan, reviews) = (start.plan, fold.counted(in: start.plan.id))
    let record = QuizRecord(plan: plan, startedAt: start.at, endedAt: endings[plan.id], reviews: reviews)
    // A quiz whose answer was taken back goes on; an exam that was handed in does not.
    guard plan.feedback == .immediate, record.endedAt != nil, fold.hasTakenBack(in: plan.id),
      !plan.isDone(record.answers.map(\.review))
    else { return record }
    return QuizRecord(plan: plan, startedAt: start.at, endedAt: nil, reviews: reviews)
  }
}

extension Array {
  /// The first place from which on `isAfter` holds, by halves.
  fileprivate func partitioningIndex(_ isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
