import Foundation

extension Statistics: Encodable {
  /// Every figure, under names that scripts can rely on: shares from 0 to 1, seconds, days as 2025-11-20, moments as in
  /// ISO 8601. What has no figure yet is null.
  public func encode(to encoder: any Encoder) throws { try report.encode(to: encoder) }

  /// As a JSON document that ends in a line break.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  private var report: Figure {
    .group([
      "now": .text(now.ISO8601Format()),
      "today": Figure(reviews.today),
      "reviews": .group([
        "total": .whole(reviews.total), "today": .whole(reviews.onToday), "weeks": .whole(reviews.weeks),
        "by_day": .group(
          Dictionary(uniqueKeysWithValues: reviews.byDay.map { ($0.key.description, .whole($0.value)) })),
      ]),
      "due": .group([
        "now": .whole(due.count), "seconds": Figure(secondsDue), "forecast": .list(forecast.map(Figure.whole)),
      ]),
      "retention": .group([
        "wish": .number(retention.wish), "passed": Self.figure(retention.passed),
        "weeks": .list(
          retention.weeks.map { .group(["monday": Figure($0.monday), "passed": Self.figure($0.passed)]) }),
      ]),
      "mastery": .group([
        "share": Figure(mastery.value), "part": .number(mastery.part), "cards": .whole(mastery.of),
        "questions": .whole(questions),
        "met": .whole(met),
      ]),
      "items": .group([
        "right": Self.figure(right), "seconds": Figure(pace.secondsPerItem),
        "months": .list(
          pace.months.map { .group(["first": Figure($0.first), "seconds": .number($0.secondsPerItem)]) }),
      ]),
      "topics": .list(topics.map(Self.figure)),
      "lapses": .whole(lapses),
      "leeches": .list(leeches.map { .group(["card": Figure($0.card), "lapses": .whole($0.lapses)]) }),
      "will_slip_first": .list(
        willSlipFirst.map { .group(["question": Figure($0.question), "recall": .number($0.recall)]) }),
      "streak": Self.figure(streak),
      "best_streak": Self.figure(bestStreak),
      "quizzes": .list(quizzes.quizzes.map(Self.figure)),
      "best_quiz": quizzes.best.map(Self.figure) ?? .none,
      "fastest_exam": quizzes.fastestExam.map(Self.figure) ?? .none,
    ])
  }

  private static func figure(_ share: Share) -> Figure {
    .group(["share": Figure(share.value), "part": .number(share.part), "of": .whole(share.of)])
  }

  private static func figure(_ topic: TopicStatistics) -> Figure {
    .group([
      "id": .text(topic.id), "mastery": Figure(topic.mastery.value), "cards": .whole(topic.cards),
      "questions": .whole(topic.questions), "met": .whole(topic.met), "due": .whole(topic.due),
      "right": figure(topic.right), "seconds": Figure(topic.secondsPerItem), "lapses": .whole(topic.lapses),
    ])
  }

  private static func figure(_ streak: Streak) -> Figure {
    .group([
      "days": .whole(streak.days), "first": Figure(streak.span?.lowerBound), "last": Figure(streak.span?.upperBound),
    ])
  }

  private static func figure(_ quiz: QuizRecord) -> Figure {
    .group([
      "id": Figure(quiz.id), "at": .text(quiz.startedAt.ISO8601Format()),
      "feedback": .text(quiz.plan.feedback.rawValue),
      "points": figure(quiz.points), "seconds": .number(quiz.seconds), "answers": .whole(quiz.answers.count),
      "seconds_an_answer": Figure(quiz.secondsPerAnswer),
    ])
  }
}
