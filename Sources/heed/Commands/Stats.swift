import ArgumentParser
import Foundation
import Learning
import Tutor
import Workbook

/// `heed stats [--json]`
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What was answered, what is known, what comes.",
    discussion: "In a terminal it opens the statistics; into a file or a pipe it writes them as text.")

  @OptionGroup var options: ScreenOptions

  @Flag(help: "Print every figure as JSON.")
  var json = false

  func run() throws {
    if json {
      try print(json: figures().statistics)
    } else if isatty(STDOUT_FILENO) != 0 {
      try Launch(options: options) { _ in [.go(.statistics)] }
    } else {
      let (statistics, bank, language) = try figures()
      let text = StatsText(statistics, topics: bank.topics(in: language.rawValue), language: language)
      try write(Data(text.lines.map { $0 + "\n" }.joined().utf8))
    }
  }

  /// The figures as of now, with what it takes to tell them.
  private func figures() throws -> (statistics: Statistics, bank: Bank, language: Language) {
    let launch = Launch(options: options)
    let configuration = try Configuration(at: launch.places.configuration)
    let language = try options.common.language(launch.places, configuration)
    let bank = try options.common.openBank(launch.places)
    let scheduler = Scheduler(days: Days(calendar: .current), retention: configuration.settings.retention)
    let history = History(try launch.openStore().entries(), scheduler: scheduler)
    let deck = Deck(bank, language: language.rawValue)
    return (Statistics(history, deck: deck, now: Date()), bank, language)
  }

  private func print(json statistics: Statistics) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try write(try encoder.encode(statistics) + Data("\n".utf8))
  }

  private func write(_ data: Data) throws {
    try data.withUnsafeBytes { try Descriptor.standardOutput.write($0, named: "standard output") }
  }
}
