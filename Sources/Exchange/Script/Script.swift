import Attention
public import Learning
import Markdown
import Workbook

/// A quiz as lines of JSON, for programs: what is asked, what an answer gave, and what all came to.
///
/// Options, steps and right sides are named by their places from 0, in the order in which they are printed.
public enum Script {
  /// `{"type":"question", …}`
  /// - Parameters:
  ///   - place: of the item in the quiz, from 0.
  ///   - count: of the items.
  public static func question(_ presented: Presented, place: Int, of count: Int) -> String {
    let card = Flashcard(presented)
    return line("question", presented) {
      [
        ("kind", .text(card.kind)), ("prompt", .text(card.prompt.plainText)),
        ("options", .list(card.options.map { .text($0.plainText) })),
      ] + form(presented) + [
        ("topic", .text(card.id.topic)), ("level", .text(card.question.level.rawValue)),
        ("question_kind", .text(card.question.kind.rawValue)), ("place", JSON(place)), ("of", JSON(count)),
      ]
    }
  }

  /// `{"type":"result", …}`: `correct` is an answer that wins every point, as a line in would give it.
  public static func result(_ outcome: Quiz.Outcome, of presented: Presented) -> String {
    let card = Flashcard(presented)
    return line("result", presented) {
      [
        ("score", JSON(outcome.score)), ("correct", correct(presented)), ("correct_text", .text(card.answer.plainText)),
        ("explanation", .text(card.explanation.plainText)), ("grade", JSON(outcome.grade.rawValue)),
        ("seconds", .real(outcome.review.seconds)),
      ]
    }
  }

  /// `{"type":"error", …}`: why the last line is no answer to what is asked. It is asked again.
  public static func error(_ problem: ScriptProblem, _ presented: Presented) -> String {
    line("error", presented) { [("message", .text("\(problem.message); \(Script.wanted(presented))"))] }
  }

  /// `{"type":"summary", …}`: shares from 0 to 1, of what was answered; null where nothing was.
  public static func summary(_ result: QuizResult, asked count: Int) -> String {
    JSON.group([
      ("type", .text("summary")), ("score", JSON(result.points.value)),
      ("by_topic", .group(result.byTopic.map { ($0.topic, JSON($0.points.value)) })),
      ("by_level", .group(result.byLevel.map { ($0.level.rawValue, JSON($0.points.value)) })),
      ("points", .real(result.points.part)), ("answered", JSON(result.answered)), ("items", JSON(count)),
      ("seconds", .real(result.seconds)),
    ]).description
  }

  private static func line(_ type: String, _ presented: Presented, _ rest: () -> [(String, JSON)]) -> String {
    JSON.group(
      [
        ("type", .text(type)), ("id", .text(presented.card.question.description)), ("item", JSON(presented.card.item)),
      ] + rest()
    ).description
  }

  /// What a kind's question says beside its options.
  private static func form(_ presented: Presented) -> [(String, JSON)] {
    switch presented.item?.kind {
    case .match(let matching): [("rows", .list(matching.pairs.map { .text($0.left.plainText) }))]
    case .gap(let gaps): [("gaps", JSON(gaps.count))]
    case .number(let template): [("unit", JSON(template.unit?.name))]
    case .picture(let experiment, _):
      // What draws it, without the picture.
      [("attend", .list(experiment.flags.flatMap { [.text("--\($0.name)"), .text($0.value)] }))]
    case .choice, .several, .order, .bug, nil: []
    }
  }

  private static func correct(_ presented: Presented) -> JSON {
    func places(_ places: some Sequence<Int>) -> JSON { .list(places.map { JSON($0) }) }
    return switch presented.item?.kind {
    case .choice, .picture, .bug: JSON(presented.rightOptions.first)
    case .several: places(presented.rightOptions.sorted())
    case .order, .match: places(presented.rightArrangement)
    case .gap(let gaps):
      gaps.count == 1 ? JSON(gaps[0].accepted.first) : .list(gaps.map { JSON($0.accepted.first) })
    case .number: JSON(presented.instance?.expected)
    case nil: .none
    }
  }

  /// What an answer looks like, for messages.
  private static func wanted(_ presented: Presented) -> String {
    let last = presented.options.count + presented.pieces.count - 1
    return switch presented.item?.kind {
    case .choice, .picture, .bug: #"answer {"answer": index}, 0 to \#(last)"#
    case .several: #"answer {"answer": [indices]}, 0 to \#(last)"#
    case .order: #"answer {"answer": [indices]}, each of 0 to \#(last) once, the first step first"#
    case .match: #"answer {"answer": [indices]}, each of 0 to \#(last) once, that of the first row first"#
    case .gap(let gaps):
      gaps.count == 1 ? #"answer {"answer": "text"}"# : #"answer {"answer": ["text", …]}, \#(gaps.count)"#
    case .number: #"answer {"answer": number} or {"answer": "1 GiB"}"#
    case nil: #"answer {"answer": grade}, 1 to 4"#
    }
  }
}
