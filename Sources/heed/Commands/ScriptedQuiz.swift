import ArgumentParser
import Exchange
import Foundation
import Learning
import Tutor
import Workbook

/// What `heed quiz --json` asks.
struct ScriptOptions: ParsableArguments {
  @ArgumentParser.Flag(help: "Ask and answer in lines of JSON, for scripts.")
  var json = false

  @ArgumentParser.Option(
    help: ArgumentHelp("With --json: how many items; the configuration's number otherwise.", valueName: "N"))
  var count: Int?

  @ArgumentParser.Option(
    help: ArgumentHelp("With --json: the order of items and options, the same for the same seed.", valueName: "N"))
  var seed: UInt64?

  @ArgumentParser.Option(
    help: ArgumentHelp("With --json: only items of this kind; may be repeated.", valueName: "KIND"))
  var kind: [String] = []

  @ArgumentParser.Option(
    help: ArgumentHelp("With --json: only items of questions of this kind; may be repeated.", valueName: "KIND"))
  var questionKind: [String] = []

  /// - Throws: `CommandFault` where something is said that only `--json` hears.
  func checkUnused() throws {
    let said = [
      ("--count", count != nil), ("--seed", seed != nil), ("--kind", !kind.isEmpty),
      ("--question-kind", !questionKind.isEmpty),
    ]
    guard let unheard = said.first(where: \.1)?.0 else { return }
    throw CommandFault(.usage, "\(unheard) goes with --json", zh: "\(unheard) 须与 --json 同用")
  }
}

extension ScriptOptions {
  /// The selection without the kinds that are not wanted.
  /// - Throws: `CommandFault` where a kind of question is none.
  fileprivate func narrowing(_ selection: Selection) throws -> Selection {
    var selection = selection
    selection.itemKinds.formUnion(kind)
    for name in questionKind {
      guard let kind = QuestionKind(rawValue: name) else {
        throw CommandFault.unknown("--question-kind", name, QuestionKind.allCases.map(\.rawValue))
      }
      selection.kinds.insert(kind)
    }
    return selection
  }

  /// Why nothing can be asked: perhaps a kind of item that there is none of.
  fileprivate func nothing(in deck: Deck, of bank: Bank) -> CommandFault {
    let known = Set(deck.sheets.flatMap { bank.question($0.id, in: "")?.items ?? [] }.map(\.kind.name))
    if let unknown = kind.first(where: { !known.contains($0) }) { return .unknown("--kind", unknown, known.sorted()) }
    return CommandFault(.data, "nothing to ask: no item is of these topics and kinds", zh: "没有可问的：这些主题与类型下没有题目")
  }
}

/// A quiz over standard input and output: a line out for each item, a line in for its answer, a line out for what it
/// gave, and at the end what all came to.
struct ScriptedQuiz {
  private var quiz: Quiz
  private var history: History
  private let store: ReviewStore

  /// Practice: what is due first, then what was never met, then what falls due next.
  /// - Throws: `CommandFault` where there is nothing to ask.
  init(
    _ options: ScriptOptions, about selection: Selection, bank: Bank, language: String, history: History,
    store: ReviewStore, items: Int
  ) throws {
    if let count = options.count, count < 1 {
      throw CommandFault(.usage, "--count \(count): expected 1 or more", zh: "--count \(count)：应为 1 或更多")
    }
    let (now, seed) = (Date(), options.seed ?? .random(in: 0...UInt64(Int64.max)))
    let deck = Deck(bank, language: language)
    let wanted = try options.narrowing(selection).cards(of: deck, in: bank, history, at: now)
    guard !wanted.isEmpty else { throw options.nothing(in: deck, of: bank) }
    let cards = history.asking(wanted, at: now, seed: seed).prefix(options.count ?? items)
    let plan = QuizPlan(
      id: QuizID(at: now, seed: seed), cards: Array(cards), seed: seed, mode: .practice,
      topics: selection.topics.sorted(), language: language)
    (quiz, self.history, self.store) = (Quiz(plan, bank: bank), history, store)
  }

  /// Asks until everything is answered, or the input ends.
  /// - Throws: `CommandFault` where an answer could not be saved; its result is not printed.
  mutating func run() throws {
    while !quiz.isFinished, let presented = quiz.current {
      try write(Script.question(presented, place: quiz.position, of: quiz.count))
      let asked = Date()
      guard let line = nextLine() else { break }
      do {
        let answer = try Script.answer(line, to: presented)
        let outcome = try quiz.judge(answer, seconds: Date().timeIntervalSince(asked))
        try save(outcome.review)
        try write(Script.result(outcome, of: presented))
        quiz.advance()
      } catch let problem as ScriptProblem {
        try write(Script.error(problem, presented))
      } catch let problem as UnreadableAnswer {
        try write(Script.error(ScriptProblem("\(problem)"), presented))
      }
    }
    if hasBegun, !quiz.isFinished { try append([.quizEnded(quiz.plan.id)]) }
    try write(Script.summary(quiz.result, asked: quiz.count))
  }

  private var hasBegun: Bool { quiz.outcomes.contains { $0 != nil } }

  /// The beginning of the quiz is saved with its first answer: one that was never answered leaves nothing to resume.
  private mutating func save(_ review: Review) throws {
    try append((hasBegun ? [] : [.quizStarted(quiz.plan)]) + [.review(review)])
    quiz.accept(review)
  }

  private mutating func append(_ events: [Learning.Event]) throws {
    do { try history.record(events, in: store, at: Date()) } catch {
      throw CommandFault(unsaved: error)
    }
  }

  /// The next line that says something; nothing at the end of the input.
  private func nextLine() -> String? {
    while let line = readLine() {
      if line.contains(where: { !$0.isWhitespace }) { return line }
    }
    return nil
  }

  private func write(_ line: String) throws {
    try Descriptor.standardOutput.write(Data((line + "\n").utf8), named: "standard output")
  }
}

extension CommandFault {
  fileprivate static func unknown(_ option: String, _ value: String, _ known: [String]) -> CommandFault {
    CommandFault(
      .data, "\(option) \(value): the kinds are \(known.joined(separator: ", "))",
      zh: "\(option) \(value)：类型有 \(known.joined(separator: "、"))")
  }
}
