import ArgumentParser
import Attention
import Foundation
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
    if !recipe.canBePooled {
      do { try recipe.checkMemory(Recipe.memoryLimit) } catch { throw CommandFault(.data, "\(error)") }
    }
    let place = try view.place(in: recipe.shape)
    try Launch(options: options) { session in
      [.push(Screens.playground(flags.isEmpty ? nil : recipe, at: place, session))]
    }
  }
}

/// `heed quiz [QUERY] [--topic …]`
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz", abstract: "Answer a quiz, scored item by item.",
    discussion: """
      With --json it is a quiz for scripts: each line out is {"type":"question","id","item","kind","prompt", \
      "options":[…]}, a line in is {"answer": index | [indices] | "text" | number}, then comes {"type":"result","score", \
      "correct","correct_text","explanation"}, and at the end {"type":"summary","score","by_topic"}. Indices count from 0 \
      in the printed order. What cannot be read as an answer gives {"type":"error","message"}, and the item is asked \
      again. A result is printed only when it is in the log.
      """)

  @OptionGroup var options: ScreenOptions
  @OptionGroup var script: ScriptOptions
  @ArgumentParser.Option(help: ArgumentHelp("Ask about this topic; may be repeated.", valueName: "TOPIC"))
  var topic: [String] = []
  @Argument(help: ArgumentHelp("Ask about what fits: level:senior state:due.", valueName: "QUERY"))
  var query: [String] = []

  func run() throws {
    if script.json { return try answerLines() }
    try script.checkUnused()
    try Launch(options: options) { session in
      try session.bank.check(topics: topic, in: session.language.rawValue)
      let query = query.joined(separator: " ")
      _ = try Selection(asked: query, in: session.bank)
      return [.push(Screens.quiz(topics: Set(topic), query: query, session))]
    }
  }

  private func answerLines() throws {
    let launch = Launch(options: options)
    let configuration = try options.configuration(launch.places)
    let bank = try options.common.openBank(launch.places)
    let language = try options.common.language(of: bank, launch.places)
    try bank.check(topics: topic, in: language)
    let store = try launch.openStore()
    try? Backups(of: store).keep(configuration.today, now: Date())
    let history = try store.history(configuration.scheduler(.current), cache: launch.places.folds)
    var selection = try Selection(asked: query.joined(separator: " "), in: bank)
    selection.topics.formUnion(topic)
    var quiz = try ScriptedQuiz(
      script, about: selection, bank: bank, language: language, history: history, store: store,
      items: configuration.settings.quizItems)
    try quiz.run()
  }
}
