import ArgumentParser
import Foundation
import TerminalUI
import Tutor
import Workbook

/// `heed list [QUERY] [--topic TOPIC] [--json]`
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the questions.",
    discussion: """
      Questions stand in the order of study: by topic, then level, then title. A query narrows them, as
      topic:masks,rope level:senior kind:coding tag:softmax state:due, with words of title or tags.
      """)

  @OptionGroup var options: CommonOptions
  @ArgumentParser.Option(help: ArgumentHelp("Only this topic; may be repeated.", valueName: "TOPIC"))
  var topic: [String] = []
  @Argument(help: ArgumentHelp("Only what fits.", valueName: "QUERY"))
  var query: [String] = []
  @Flag(help: "Print a JSON array.") var json = false

  func run() throws {
    let places = Places()
    let bank = try options.openBank(places)
    let language = try options.language(of: bank, places)
    try bank.check(topics: topic, in: language)
    printFaults(of: bank)
    let wanted = try Wanted(query, bank, options, places)
    let questions = bank.questions(in: language).filter {
      (topic.isEmpty || topic.contains($0.id.topic)) && wanted.accepts($0.id)
    }
    if json {
      try printJSON(questions.map(ListedQuestion.init))
    } else {
      let width = questions.map { $0.id.description.cellWidth }.max() ?? 0
      for question in questions {
        let level = question.level.name.text(in: Language(for: language))
        print("\(question.id.description.padded(to: width))  \(level.padded(to: 6))  \(question.title)")
      }
    }
  }
}

/// One row of `heed list --json`.
nonisolated private struct ListedQuestion: Encodable {
  let id, language, title, topic, level, kind: String
  let covers: [String]
  let items: Int

  init(_ question: Question) {
    id = question.id.description
    language = question.language
    title = question.title
    topic = question.id.topic
    level = question.level.rawValue
    kind = question.kind.rawValue
    covers = question.covers
    items = question.itemCount
  }
}

/// Prints a value as JSON with its keys in order, so that two runs can be compared.
func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(value), as: UTF8.self))
}

extension String {
  /// The text and as many spaces as its columns fall short of a width.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - cellWidth)) }
}
