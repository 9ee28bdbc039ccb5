/// The scores of finished quizzes, oldest first, and the best of them.
///
/// Only quizzes with a point to win count, and for a best five points or more: one item answered right is no feat.
public struct QuizTrend: Equatable, Sendable {
  public static let fewestForBest = 5
  /// The share that the fastest exam must have reached.
  public static let leastForFastest = 0.8

  public let quizzes: [QuizRecord]
  /// The highest share; of equals the one with more points to win, then the earlier.
  public let best: QuizRecord?
  /// The exam with the least time an answer.
  public let fastestExam: QuizRecord?

  init(_ finished: [QuizRecord]) {
    quizzes = finished.filter { $0.points.of > 0 }
    let long = quizzes.filter { $0.points.of >= Self.fewestForBest }
    best = long.first { quiz in
      long.allSatisfy { Self.rank($0) <= Self.rank(quiz) }
    }
    fastestExam =
      long.filter { $0.plan.feedback == .final && ($0.points.value ?? 0) >= Self.leastForFastest }
      .min { ($0.secondsPerAnswer ?? 0) < ($1.secondsPerAnswer ?? 0) }
  }

  public var last: QuizRecord? { quizzes.last }

  private static func rank(_ quiz: QuizRecord) -> (Double, Int) { (quiz.points.value ?? 0, quiz.points.of) }
}

extension History {
  /// How the quizzes went so far: those that ask anything. Mistakes and cramming ask what is known to be weak, and the
  /// points of an interview are one's own ticks.
  public var quizTrend: QuizTrend {
    QuizTrend(finishedQuizzes.filter { [.practice, .exam, .due].contains($0.plan.mode) })
  }

  /// How the quizzes of one mode went: only these compare, for another asks otherwise.
  public func quizTrend(of mode: QuizMode) -> QuizTrend {
    QuizTrend(finishedQuizzes.filter { $0.plan.mode == mode })
  }
}
