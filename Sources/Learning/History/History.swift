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
  private var fold: ReviewFold
  private var starts: [(plan: QuizPlan, at: Date)] = []
  private var endings: [QuizID: Date] = [:]

  public init(_ entries: [Entry] = [], scheduler: Scheduler) {
    fold = ReviewFold(scheduler: scheduler)
    self.entries.reserveCapacity(entries.count)
    let isOrdered = zip(entries, entries.dropFirst()).allSatisfy { !Entry.precedes($1, $0) }
    for entry in isOrdered ? entries : entries.sorted(by: Entry.precedes) { add(entry) }
  }

  public var scheduler: Scheduler { fold.scheduler }

  /// Takes one more entry in. An entry that belongs earlier (from another machine, or from a clock that went back) has
  /// everything folded anew; one that is here already changes nothing.
  public mutating func add(_ entry: Entry) {
    guard let last = entries.last, !Entry.precedes(last, entry) else {
      entries.append(entry)
      apply(entry)
      return
    }
    let place = entries.partitioningIndex { !Entry.precedes($0, entry) }
    guard entries[place].id != entry.id else { return }
    var all = entries
    all.insert(entry, at: place)
    self = History(all, scheduler: scheduler)
  }

  private mutating func apply(_ entry: Entry) {
    switch entry.event {
    case .review(let review): fold.add(review, id: entry.id, at: entry.at)
    case .undo(let id): fold.undo(id)
    case .redo(let id): fold.redo(id)
    case .bookmark(let question, true): bookmarks.insert(question)
    case .bookmark(let question, false): bookmarks.remove(question)
    case .note(let question, let text): notes[question] = text.isEmpty ? nil : text
    case .read(let question, let parts, let all):
      progress[question] = Progress(parts: parts, of: all)
      lastRead = question
    case .quizStarted(let plan): starts.append((plan, entry.at))
    case .quizEnded(let quiz): endings[quiz] = entry.at
    case .ran(let flags): lastRun = flags
    case .unknown: break
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
    QuizRecord(
      plan: start.plan, startedAt: start.at, endedAt: endings[start.plan.id],
      reviews: fold.counted(in: start.plan.id))
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
