public import Learning
import Markdown
import Workbook

extension Table {
  /// A row for each card of a quiz, in its order: what was asked, answered and right, and what it gave. A card left open
  /// has no answer; `score` is null where the learner graded it.
  public static func answers(_ quiz: Quiz) -> Table {
    Table(
      [
        "card", "topic", "level", "kind", "prompt", "answer", "right_answer", "score", "grade", "seconds", "hints",
      ],
      rows: zip(quiz.cards.indices, quiz.outcomes).compactMap { place, outcome in
        guard let presented = quiz.presented(at: place) else { return nil }
        let card = Flashcard(presented)
        return [
          .text(card.id.description), .text(card.id.topic), .text(card.question.level.rawValue), .text(card.kind),
          .text(card.plainPrompt), JSON(outcome.map { presented.text(of: $0) }), .text(card.answer.plainText),
          JSON(outcome?.score), JSON(outcome?.grade.rawValue), JSON(outcome?.review.seconds),
          JSON(outcome?.review.hints),
        ]
      })
  }
}

extension Presented {
  /// What was answered, in words; as the log keeps it where the item has changed since.
  fileprivate func text(of outcome: Quiz.Outcome) -> String {
    switch outcome.answer {
    case .option(let place): options[place].option.text.plainText
    case .options(let places): places.sorted().map { options[$0].option.text.plainText }.joined(separator: "\n")
    case .arranged(let places): places.map { pieces[$0].piece.text.plainText }.joined(separator: "\n")
    case .gaps(let words): words.joined(separator: "\n")
    case .number(let typed): typed
    case .grade, .unknown: ""
    case nil: outcome.review.answer
    }
  }
}
