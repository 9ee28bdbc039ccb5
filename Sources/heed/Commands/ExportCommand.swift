import ArgumentParser
import Attention
import Exchange
import Foundation
import Learning
import Tutor
import Workbook

/// `heed export anki|csv|json`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the cards for other programs.",
    subcommands: [ToAnki.self, ToCSV.self, ToJSON.self])

  /// What every form takes.
  struct Options: ParsableArguments {
    @OptionGroup var common: CommonOptions
    @ArgumentParser.Option(help: ArgumentHelp("Only this topic; may be repeated.", valueName: "TOPIC"))
    var topic: [String] = []
    @ArgumentParser.Flag(help: "Replace a file that is there.") var force = false
  }

  struct ToAnki: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "anki", abstract: "Write a package that Anki imports.",
      discussion: """
        A note a card and a deck a topic. Importing again updates the notes and keeps Anki's schedule; so does \
        importing the other language, which takes the place of the first. `heed import anki-reviews` brings back what \
        was reviewed in Anki.
        """)

    @OptionGroup var options: Options
    @ArgumentParser.Option(help: ArgumentHelp("The package; - is standard output.", valueName: "FILE"))
    var output = "heed.apkg"

    func run() throws {
      let source = try ExportSource(options)
      let now = Date()
      let package = AnkiPackage(source.cards, topics: source.bank.topics(in: source.language), now: now)
      try OutputFile(path: output, replaces: options.force).write(try package.data())
      guard output != "-" else { return }
      let cards = package.notes == 1 ? "1 card" : "\(package.notes) cards"
      let decks = package.decks == 1 ? "1 deck" : "\(package.decks) decks"
      let said = Gloss(
        en: "\(output): \(cards) in \(decks)", zh: "\(output)：\(package.notes) 张卡片，\(package.decks) 个牌组")
      print(said.text(in: Language(for: source.language)))
    }
  }

  /// What the forms that are tables take.
  struct TableOptions: ParsableArguments {
    @OptionGroup var options: Options
    @ArgumentParser.Flag(help: "Write the reviews, a row each, instead of the cards.") var reviews = false
    @ArgumentParser.Option(help: ArgumentHelp("The file; standard output without it.", valueName: "FILE"))
    var output = "-"

    func write(_ form: (Table) -> String) throws {
      let table = try table()
      try OutputFile(path: output, replaces: options.force).write(Data(form(table).utf8))
    }

    private func table() throws -> Table {
      let source = try ExportSource(options)
      let history = try source.history()
      return reviews ? .reviews(history) : .cards(source.cards, history, now: Date())
    }
  }

  struct ToCSV: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "csv", abstract: "Write a table for spreadsheets.",
      discussion: """
        A row a card, with how it stands; the columns are those of `heed export json`. Lists have an entry a line. A text \
        that begins like a formula (= + - @) gets an apostrophe before it, so that no spreadsheet runs it; JSON keeps it \
        as it is.
        """)

    @OptionGroup var table: TableOptions

    func run() throws { try table.write(\.csv) }
  }

  struct ToJSON: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "json", abstract: "Write a JSON array for scripts.",
      discussion: """
        An object a card: id, question, item (null for the question as a whole), language, topic, level, question_kind, \
        kind, title, tags, prompt, options, answer, explanation; and how it stands: state (new, learning, review, \
        relearning), due, recall (0 to 1), stability (days), difficulty (1 to 10), reviews, lapses, last_review. With \
        --reviews an object a review: id, at, card, grade (1 to 4), score (0 to 1), seconds, hints, answer, language, \
        quiz, state_before. What has no value is null.
        """)

    @OptionGroup var table: TableOptions

    func run() throws { try table.write(\.json) }
  }
}

/// What there is to export.
private struct ExportSource {
  let bank: Bank
  let language: String
  private let options: ExportCommand.Options
  private let places = Places()

  init(_ options: ExportCommand.Options) throws {
    self.options = options
    bank = try options.common.openBank(places)
    language = try options.common.language(of: bank, places)
    try bank.check(topics: options.topic, in: language)
    printFaults(of: bank)
  }

  var cards: [Flashcard] { Flashcard.all(of: bank, in: language, topics: Set(options.topic)) }

  func history() throws -> History {
    let configuration = try Configuration(at: places.configuration)
    let store = try ReviewStore(at: places.data(options.common.data))
    return try store.history(configuration.scheduler(.current), cache: places.folds)
  }
}
