import Foundation

/// What a log can tell weights by: each card's reviews in order, and of those on a later day whether the card was
/// recalled.
struct Recollections: Sendable {
  private struct Step {
    /// Since the review before; 0 on the same day.
    let days: Double
    let grade: Grade
    let isFirst: Bool
    /// How much the review counts in the fit; 0 for those of the same day and those held out.
    var weight: Double
    var isHeldOut: Bool
  }

  private var steps: [Step] = []
  /// Reviews on a later day that the fit may see.
  private(set) var seen = 0
  /// Reviews on a later day that are later than all those: nothing but them says how good weights are.
  private(set) var heldOut = 0

  /// - Parameter share: of the reviews on a later day, the newest that are held out.
  init(_ reviews: [Reviewed], _ scheduler: Scheduler, holdingOut share: Double = 0.2) {
    var cards: [CardID: [(step: Step, order: Int)]] = [:]
    var last: [CardID: Date] = [:]
    var order = 0
    for reviewed in reviews {
      let card = reviewed.review.card
      let days = last[card].map { scheduler.wholeDays(from: $0, to: reviewed.at) }
      last[card] = reviewed.at
      let isLater = (days ?? 0) > 0
      let step = Step(
        days: Double(days ?? 0), grade: reviewed.review.grade, isFirst: days == nil, weight: isLater ? 1 : 0,
        isHeldOut: false)
      cards[card, default: []].append((step, isLater ? order : -1))
      if isLater { order += 1 }
    }
    heldOut = Int((Double(order) * share).rounded(.up))
    seen = order - heldOut
    // In a fixed order: sums of the same log are then the same to the last bit.
    for (_, list) in cards.sorted(by: { $0.key < $1.key }) {
      for (step, order) in list {
        var step = step
        step.isHeldOut = order >= seen
        // The newer a review, the more it tells of the learner of today.
        if step.weight > 0 {
          step.weight = step.isHeldOut ? 0 : 0.25 + 0.75 * pow(Double(order) / Double(max(seen - 1, 1)), 3)
        }
        steps.append(step)
      }
    }
  }

  /// The sum of weighted log-losses of the reviews that the fit may see.
  func loss(_ weights: Weights) -> Double {
    var sum = 0.0
    replay(weights) { step, recall in if step.weight > 0 { sum += step.weight * Self.loss(step, recall) } }
    return sum
  }

  /// The mean log-loss of those held out.
  func heldOutLoss(_ weights: Weights) -> Double {
    var sum = 0.0
    replay(weights) { step, recall in if step.isHeldOut { sum += Self.loss(step, recall) } }
    return sum / Double(max(heldOut, 1))
  }

  private static func loss(_ step: Step, _ recall: Double) -> Double {
    let recall = min(max(recall, 1e-4), 1 - 1e-4)
    return -log(step.grade == .again ? 1 - recall : recall)
  }

  private func replay(_ weights: Weights, _ visit: (Step, Double) -> Void) {
    var (stability, difficulty) = (0.0, 0.0)
    for step in steps {
      guard !step.isFirst else {
        (stability, difficulty) = (weights.firstStability(step.grade), weights.firstDifficulty(step.grade))
        continue
      }
      if step.days > 0 {
        let recall = weights.retrievability(stability: stability, days: step.days)
        visit(step, recall)
        stability = weights.laterDayStability(stability, difficulty: difficulty, recall: recall, step.grade)
      } else {
        stability = weights.sameDayStability(stability, step.grade)
      }
      difficulty = weights.nextDifficulty(difficulty, step.grade)
    }
  }
}
