public import Foundation

/// One quiz as the log tells it.
public struct QuizRecord: Identifiable, Equatable, Sendable {
  public let plan: QuizPlan
  public let startedAt: Date
  /// When it was ended by hand; a quiz whose cards are all answered needs no ending.
  public let endedAt: Date?
  /// The answers that count, in the order in which they were given: one a card, except where a quiz about mistakes
  /// asked again.
  public let answers: [Reviewed]

  init(plan: QuizPlan, startedAt: Date, endedAt: Date?, reviews: [Reviewed]) {
    self.plan = plan
    self.startedAt = startedAt
    self.endedAt = endedAt
    // Where two programs took one quiz at once, the later answer to a card counts.
    let planned = Set(plan.cards)
    var last: [CardID: EntryID] = [:]
    for reviewed in reviews { last[reviewed.review.card] = reviewed.id }
    answers = reviews.filter {
      planned.contains($0.review.card) && (plan.mode == .mistakes || last[$0.review.card] == $0.id)
    }
  }

  public var id: QuizID { plan.id }

  public var isFinished: Bool { endedAt != nil || plan.isDone(answers.map(\.review)) }

  /// The last answer's moment, or the start.
  public var lastAt: Date { answers.last?.at ?? startedAt }

  /// The points won, of those there were to win: one for each item answered, in an exam one for each item asked.
  /// Questions that learners grade themselves give none.
  public var points: Share {
    let won = answers.reduce(0) { $0 + ($1.review.score ?? 0) }
    return switch plan.feedback {
    case .immediate: Share(part: won, of: answers.count { $0.review.score != nil })
    case .final: Share(part: won, of: Set(plan.cards).count { $0.item != nil })
    }
  }

  /// What the answers took together.
  public var seconds: Double { answers.reduce(0) { $0 + $1.review.seconds } }

  /// The mean over its answers; nothing without one.
  public var secondsPerAnswer: Double? { answers.isEmpty ? nil : seconds / Double(answers.count) }
}
