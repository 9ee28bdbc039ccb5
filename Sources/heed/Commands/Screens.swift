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

/// `heed play [flags of attend] [--stage STAGE] [--head N] [--cell QUERY,KEY]`
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run attention with shapes and parts you turn.")

  @OptionGroup var flags: AttendFlags
  @OptionGroup var view: ViewFlags
  @OptionGroup var options: ScreenOptions

  func run() throws {
    let recipe = try flags.recipe()
    do { try recipe.checkMemory(Recipe.memoryLimit) } catch { throw CommandFault(.data, "\(error)") }
    let place = try view.place(in: recipe.shape)
    try Launch(options: options) { session in
      [.push(Screens.playground(flags.isEmpty ? nil : recipe, at: place, session))]
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
      try session.bank.check(topics: topic, in: session.language.rawValue)
      return [.push(Screens.quiz(topics: Set(topic), session))]
    }
  }
}
