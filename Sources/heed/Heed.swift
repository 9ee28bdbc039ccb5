import ArgumentParser

/// `heed`, which opens Home, and its commands.
@main
struct Heed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heed",
    abstract: "A workbook for interviews on attention and Transformers, in your terminal.",
    discussion: "Without a command it opens Home. Completions: heed --generate-completion-script bash (or zsh, fish).",
    version: "0.1.0",
    subcommands: [
      Study.self, Play.self, QuizCommand.self, Stats.self, List.self, Show.self, Search.self, Attend.self,
      LintCommand.self, Schedule.self, Optimize.self, Merge.self, Backup.self, Doctor.self, ExportCommand.self,
      ImportCommand.self, Config.self, Bench.self,
    ])

  @OptionGroup var options: ScreenOptions

  func run() throws {
    try Launch(options: options) { _ in [] }
  }
}
