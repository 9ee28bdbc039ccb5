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
      try write(figures().statistics.json())
    } else if isatty(STDOUT_FILENO) != 0 {
      try Launch(options: options) { _ in [.go(.statistics)] }
    } else {
      let (statistics, bank, language) = try figures()
      let text = StatsText(statistics, topics: bank.topics(in: language.rawValue), language: language)
      try write(text.lines.map { $0 + "\n" }.joined())
    }
  }

  /// The figures as of now, with what it takes to tell them.
  private func figures() throws -> (statistics: Statistics, bank: Bank, language: Language) {
    let launch = Launch(options: options)
    let configuration = try options.configuration(launch.places)
    let language = try options.common.language(launch.places, configuration)
    let bank = try options.common.openBank(launch.places)
    let history = try launch.openStore().history(configuration.scheduler(.current), cache: launch.places.folds)
    let deck = Deck(bank, language: language.rawValue)
    return (Statistics(history, deck: deck, now: Date()), bank, language)
  }

  private func write(_ text: String) throws {
    try Descriptor.standardOutput.write(Data(text.utf8), named: "standard output")
  }
}
