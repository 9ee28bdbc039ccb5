import ArgumentParser
import Attention
import Learning
import Tutor
import Workbook

/// `heed study [ID]`
struct Study: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Read questions and reveal their answers part by part.")

  @OptionGroup var options: ScreenOptions
  @Argument(help: ArgumentHelp("The question to open, as topic/slug.", valueName: "ID"))
  var id: String?

  func run() throws {
    try Launch(options: options) { session in
      guard let id else { return [.go(.study)] }
      let question = try session.bank.question(named: id, in: session.language.rawValue)
      return [.push(Screens.study(question.id, session))]
    }
  }
}

/// `heed play [flags of attend]`
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run attention with shapes and parts you turn.")

  @OptionGroup var flags: AttendFlags
  @OptionGroup var options: ScreenOptions

  func run() throws {
    let recipe = try flags.recipe()
    do { try recipe.checkMemory(Recipe.memoryLimit) } catch { throw DataFault("\(error)") }
    try Launch(options: options) { session in
      [.push(Screens.playground(flags.given.isEmpty ? nil : recipe, session))]
    }
  }
}

/// `heed quiz [--topic …]`
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "quiz", abstract: "Answer a quiz, scored item by item.")

  @OptionGroup var options: ScreenOptions
  @ArgumentParser.Option(help: ArgumentHelp("Ask about this topic; may be repeated.", valueName: "TOPIC"))
  var topic: [String] = []

  func run() throws {
    try Launch(options: options) { session in
      let known = session.bank.topics(in: session.language.rawValue).map(\.id)
      if let unknown = topic.first(where: { !known.contains($0) }) {
        throw DataFault("--topic \(unknown): the topics are \(known.joined(separator: ", "))")
      }
      return [.push(Screens.quiz(topics: Set(topic), session))]
    }
  }
}
