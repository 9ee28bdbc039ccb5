public import Foundation
public import Learning
import Markdown
import Workbook

extension Table {
  private static let cardColumns = [
    "id", "question", "item", "language", "topic", "level", "question_kind", "kind", "title", "tags", "prompt",
    "options", "answer", "explanation", "state", "due", "recall", "stability", "difficulty", "reviews", "lapses",
    "last_review",
  ]

  /// A row a card: what it asks, and how it stands with the learner.
  ///
  /// Texts are plain. `state` is `new`, `learning`, `review` or `relearning`; moments are as in ISO 8601; `recall` is
  /// the chance of recall now, from 0 to 1; `stability` is in days.
  public static func cards(_ cards: [Flashcard], _ history: History, now: Date) -> Table {
    Table(
      cardColumns,
      rows: cards.map { card in
        let question = card.question
        let memory = history.cards[card.id]
        return [
          .text(card.id.description), .text(question.id.description), JSON(card.id.item), .text(question.language),
          .text(question.id.topic), .text(question.level.rawValue), .text(question.kind.rawValue), .text(card.kind),
          .text(question.title), .list(question.tags.map(JSON.text)), .text(card.plainPrompt),
          .list(card.options.map { .text($0.plainText) }), .text(card.answer.plainText),
          .text(card.explanation.plainText), .text(memory?.state.rawValue ?? "new"),
          JSON(memory?.due.ISO8601Format()), JSON(history.recall(of: card.id, at: now)), JSON(memory?.stability),
          JSON(memory?.difficulty), .number(Int64(memory?.reviews ?? 0)), .number(Int64(memory?.lapses ?? 0)),
          JSON(memory?.lastReview.ISO8601Format()),
        ]
      })
  }

  private static let reviewColumns = [
    "id", "at", "card", "grade", "score", "seconds", "hints", "answer", "language", "quiz", "state_before",
  ]

  /// A row a review that counts, oldest first. `grade` is 1 for Again to 4 for Easy; `score` is null where the learner
  /// graded it; `answer` is what was typed, or the options by their numbers in the file, from 1.
  public static func reviews(_ history: History) -> Table {
    Table(
      reviewColumns,
      rows: history.reviews.map { reviewed in
        let review = reviewed.review
        return [
          .text(reviewed.id.uuidString.lowercased()), .text(reviewed.at.ISO8601Format(.iso8601.milliseconds)),
          .text(review.card.description), .number(Int64(review.grade.rawValue)), JSON(review.score),
          .real(review.seconds), .number(Int64(review.hints)), .text(review.answer), .text(review.language),
          JSON(review.quiz?.description), .text(reviewed.before?.rawValue ?? "new"),
        ]
      })
  }
}

extension Date.ISO8601FormatStyle {
  fileprivate var milliseconds: Self { Date.ISO8601FormatStyle(includingFractionalSeconds: true) }
}
