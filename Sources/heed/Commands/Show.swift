import ArgumentParser
import Attention
import TerminalUI
import Tutor
import Workbook

/// `heed show ID`
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print a question with its answer.")

  @OptionGroup var options: CommonOptions
  @Argument(help: ArgumentHelp("The question, as topic/slug; heed list shows them all.", valueName: "ID"))
  var id: String

  func run() throws {
    let places = Places()
    let bank = try options.openBank(places)
    let question = try bank.question(named: id, in: try options.language(of: bank, places))
    for line in QuestionText(question, bank: bank).lines { print(line) }
  }
}

/// A question as plain text, 76 columns wide. Its checks are for the program and do not appear.
struct QuestionText {
  private static let columns = 76

  private let question: Question
  private let bank: Bank
  private let markdown = MarkdownLines(columns: Self.columns, look: Look(colours: .none))

  init(_ question: Question, bank: Bank) {
    self.question = question
    self.bank = bank
  }

  var lines: [String] {
    let topic = bank.topic(question.id.topic, in: question.language)?.title ?? question.id.topic
    var lines = underlined(question.title, with: "=")
    let language = Language(for: question.language)
    let words = [topic, question.level.name.text(in: language), question.kind.name.text(in: language)]
    lines.append((words + [question.tags.joined(separator: ", ")]).joined(separator: " · "))
    for section in question.sections {
      lines += [""] + underlined(section.heading, with: "-")
      lines += markdown.lines(section.blocks).map(\.text)
    }
    if let headings = bank.languages[question.language]?.headings {
      let count = Gloss(en: " (\(question.items.count))", zh: "（\(question.items.count)）").text(in: language)
      lines += [""] + underlined(headings.quiz + count, with: "-")
      lines += question.items.enumerated().flatMap { number, item in
        wrap([Span("\(number + 1). ")] + markdown.spans(item.prompt), columns: Self.columns, hanging: 3).map(\.text)
      }
    }
    lines +=
      [""] + question.references.flatMap { wrap([Span("[\($0)]")], columns: Self.columns, hanging: 1).map(\.text) }
    return lines.map { String($0.reversed().drop { $0 == " " }.reversed()).printable }
  }

  private func underlined(_ heading: String, with mark: Character) -> [String] {
    [heading, String(repeating: mark, count: heading.cellWidth)]
  }
}

extension String {
  /// The text with a replacement for everything that would do something to a terminal rather than show.
  var printable: String { String(map { $0.isPrintable ? $0 : "\u{FFFD}" }) }
}
