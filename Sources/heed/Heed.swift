import ArgumentParser

@main
struct Heed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heed", abstract: "A workbook for interviews on attention and Transformers, in your terminal.")
}
