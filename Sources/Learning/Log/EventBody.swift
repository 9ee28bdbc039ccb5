import Foundation
import Workbook

/// The form in which the log keeps an event: the word for its kind, and a JSON object.
///
/// Fields may be added to a body and kinds to the list, for an older program reads what it knows and keeps the rest.
struct EventBody {
  let kind: String
  let json: String

  /// The kinds that this program reads.
  static let kinds: Set = [
    "review", "undo", "redo", "bookmark", "note", "read", "quiz-started", "quiz-ended", "ran", "weights",
  ]

  private struct Target: Codable { let entry: EntryID }
  private struct Bookmark: Codable {
    let question: QuestionID
    let on: Bool
  }
  private struct Note: Codable {
    let question: QuestionID
    let text: String
  }
  private struct Reading: Codable {
    let question: QuestionID
    let parts: Int
    let of: Int
  }
  private struct Ending: Codable { let quiz: QuizID }
  private struct Experiment: Codable { let flags: [RunFlag] }
  private struct Fitted: Codable { let weights: Weights? }

  init(kind: String, json: String) {
    (self.kind, self.json) = (kind, json)
  }

  init(_ event: Event) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func body(_ kind: String, _ value: some Encodable) throws -> EventBody {
      EventBody(kind: kind, json: String(decoding: try encoder.encode(value), as: UTF8.self))
    }
    self =
      switch event {
      case .review(let review): try body("review", review)
      case .undo(let entry): try body("undo", Target(entry: entry))
      case .redo(let entry): try body("redo", Target(entry: entry))
      case .bookmark(let question, let on): try body("bookmark", Bookmark(question: question, on: on))
      case .note(let question, let text): try body("note", Note(question: question, text: text))
      case .read(let question, let parts, let all): try body("read", Reading(question: question, parts: parts, of: all))
      case .quizStarted(let plan): try body("quiz-started", plan)
      case .quizEnded(let quiz): try body("quiz-ended", Ending(quiz: quiz))
      case .ran(let flags): try body("ran", Experiment(flags: flags))
      case .weights(let weights): try body("weights", Fitted(weights: weights))
      case .unknown(let kind, let json): EventBody(kind: kind, json: json)
      }
  }

  /// The event, or `.unknown` where this program cannot read it.
  func event(_ reader: inout EventReader) -> Event {
    func read<Body: Decodable>(_ type: Body.Type, _ make: (Body) -> Event) -> Event {
      (try? reader.decoder.decode(type, from: Data(json.utf8))).map(make) ?? .unknown(kind: kind, body: json)
    }
    return switch kind {
    case "review": reader.review(json).map { .review($0) } ?? read(Review.self) { .review($0) }
    case "undo": read(Target.self) { .undo($0.entry) }
    case "redo": read(Target.self) { .redo($0.entry) }
    case "bookmark": read(Bookmark.self) { .bookmark($0.question, $0.on) }
    case "note": read(Note.self) { .note($0.question, $0.text) }
    case "read": read(Reading.self) { .read($0.question, parts: $0.parts, of: $0.of) }
    case "quiz-started": read(QuizPlan.self) { .quizStarted($0) }
    case "quiz-ended": read(Ending.self) { .quizEnded($0.quiz) }
    case "ran": read(Experiment.self) { .ran(flags: $0.flags) }
    case "weights": read(Fitted.self) { .weights($0.weights) }
    default: .unknown(kind: kind, body: json)
    }
  }
}
