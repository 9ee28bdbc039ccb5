import ArgumentParser
import Foundation

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read the questions from this folder.", valueName: "DIR"))
  var content: String?

  @Option(help: ArgumentHelp("Keep answers and notes in this folder.", valueName: "DIR"))
  var data: String?

  @Option(help: ArgumentHelp("The language of the interface and the questions: en or zh.", valueName: "LANG"))
  var lang: String?
}
