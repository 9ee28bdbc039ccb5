import Attention
import Foundation
import Learning
import TerminalUI
import Workbook

/// One thing the palette can find: what it is called, what it is, and what choosing it does.
struct PaletteEntry: Sendable {
  let title: String
  /// The kind of thing, or its key.
  let kind: String
  /// What the message line says while it is chosen.
  let summary: String
  /// Further words it is found by.
  let keywords: String
  /// What `Enter` does with it, in a word.
  let act: Gloss
  let effects: [Effect]

  static let run = Gloss(en: "run", zh: "执行")
  static let open = Gloss(en: "open", zh: "打开")
  private static let set = Gloss(en: "set", zh: "设置")

  init(
    _ title: String, kind: String, summary: String = "", keywords: String = "", act: Gloss = run, _ effects: [Effect]
  ) {
    (self.title, self.kind, self.summary) = (title, kind, summary)
    (self.keywords, self.act, self.effects) = (keywords, act, effects)
  }

  /// The bank's questions.
  ///
  /// - Parameter kind: What each of them is; its topic where nothing else is said.
  static func questions(_ session: Session, kind: String? = nil) -> [PaletteEntry] {
    session.bank.questions(in: session.language.rawValue).map { question in
      let topic = session.bank.topic(question.id.topic, in: session.language.rawValue)
      return PaletteEntry(
        question.title, kind: kind ?? topic?.short ?? question.id.topic, summary: question.id.description,
        keywords: question.tags.joined(separator: " ") + " " + question.id.description, act: open,
        [.pop, .push(StudyScreen(session, reading: question.id))])
    }
  }

  static func topics(_ session: Session) -> [PaletteEntry] {
    session.bank.topics(in: session.language.rawValue).map { topic in
      PaletteEntry(
        topic.title, kind: session.say("topic", "主题"), summary: topic.summary, act: open,
        [.pop, .push(StudyScreen(session, topic: topic.id))])
    }
  }

  /// Every value a parameter of the playground can take by name.
  static func parameters(_ session: Session) -> [PaletteEntry] {
    Recipe.parameters.flatMap { parameter -> [PaletteEntry] in
      let choices: [Parameter.Choice]
      switch parameter.kind {
      case .choice(let all), .choices(let all): choices = all.filter { $0.argument == nil }
      default: return []
      }
      return choices.map { choice in
        PaletteEntry(
          session.say(parameter.label) + session.say(": ", "：") + choice.name, kind: session.say("parameter", "参数"),
          summary: session.say(choice.summary), act: set, [.pop, .turn(parameter: parameter.name, to: choice.name)])
      }
    }
  }

  /// The mechanisms that the playground knows by name.
  static func presets(_ session: Session) -> [PaletteEntry] {
    Preset.all.compactMap { preset in
      guard let recipe = try? Recipe(preset.flags) else { return nil }
      return PaletteEntry(
        session.say(preset.label), kind: session.say("preset", "预设"), summary: session.say(preset.summary),
        keywords: preset.name, [.pop, .show(recipe)])
    }
  }

  /// What is taught by comparison.
  static func comparisons(_ session: Session) -> [PaletteEntry] {
    Comparison.all.map { comparison in
      PaletteEntry(
        session.say("Compare ", "对比") + session.say(comparison.label), kind: session.say("preset", "预设"),
        summary: session.say(comparison.notice), keywords: comparison.name, [.pop, .compare(comparison)])
    }
  }

  /// The parameters that take a number, to be gone to.
  static func numbers(_ session: Session) -> [PaletteEntry] {
    Recipe.parameters.filter(\.isNumeric).map { parameter in
      PaletteEntry(
        session.say(parameter.label), kind: session.say("parameter", "参数"), summary: session.say(parameter.summary),
        keywords: parameter.name, act: open, [.pop, .focus(parameter: parameter.name)])
    }
  }

  /// The main places, then what can be done on the screen below and from everywhere. Keys that move are left to the
  /// keyboard, and so are rows of several keys, which act by the one that is pressed.
  static func commands(_ help: [KeyHelp], _ session: Session) -> [PaletteEntry] {
    let own = help.filter { $0.isAvailable && !ScreenStack.moving.contains($0.key) && $0.written == $0.key.written }
    let everywhere = ScreenStack.commandKeys.compactMap { binding in
      binding.keys.first.flatMap { key in own.contains { $0.key == key } ? nil : (key, binding.labelWithoutTarget) }
    }
    let all = everywhere + own.map { ($0.key, $0.label) }
    let first = "HSPQTR/L".map(Key.character)
    let rest = (own.map(\.key) + everywhere.map(\.0)).filter { !first.contains($0) && $0 != .character(":") }
    return (first + rest).compactMap { key in
      guard let label = all.first(where: { $0.0 == key })?.1 else { return nil }
      if key == .character("L") { return language(session) }
      let act = first.prefix(6).contains(key) ? open : run
      return PaletteEntry(session.say(label), kind: key.written, act: act, [.pop, .press(key)])
    }
  }

  private static func language(_ session: Session) -> PaletteEntry {
    PaletteEntry(
      session.say("Language: ", "语言：") + session.language.other.name, kind: "L", keywords: "language 语言",
      [.pop, .press(.character("L"))])
  }

  /// The one entry that leads to the faults of the bank; none where there is nothing wrong.
  static func faults(_ session: Session) -> [PaletteEntry] {
    let count = session.bank.faults.count
    guard count > 0 else { return [] }
    let summary = session.say("what is wrong in files of questions, and where", "题目文件里有什么错，在哪里")
    return [
      PaletteEntry(
        session.say("Faults", "错误"), kind: "\(count)", summary: summary, act: open,
        [.pop, .push(PaletteScreen(session, scope: .faults))])
    ]
  }

  /// Each fault by its place, `en/masks/causal.md:3:8`; choosing it opens the file there.
  static func placesOfFaults(_ session: Session) -> [PaletteEntry] {
    let again = Notice(session.say("heed reads the file again when it next starts.", "heed 下次启动时会重新读取此文件。"))
    return session.bank.faults.map { fault in
      let file = fault.path.split(separator: "/").suffix(3).joined(separator: "/")
      return PaletteEntry(
        "\(file):\(fault.line):\(fault.column)", kind: session.say("open", "打开"), summary: fault.message,
        keywords: "\(fault.message) \(fault.path)", act: open,
        [.pop, .say(again), .open(URL(filePath: fault.path), line: fault.line)])
    }
  }
}
