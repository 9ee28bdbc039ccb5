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
  let effects: [Effect]

  init(_ title: String, kind: String, summary: String = "", keywords: String = "", _ effects: [Effect]) {
    (self.title, self.kind, self.summary) = (title, kind, summary)
    (self.keywords, self.effects) = (keywords, effects)
  }

  /// The bank's questions.
  ///
  /// - Parameter kind: What each of them is; its topic where nothing else is said.
  static func questions(_ session: Session, kind: String? = nil) -> [PaletteEntry] {
    session.bank.questions(in: session.language.rawValue).map { question in
      let topic = session.bank.topic(question.id.topic, in: session.language.rawValue)
      return PaletteEntry(
        question.title, kind: kind ?? topic?.short ?? question.id.topic, summary: question.id.description,
        keywords: question.tags.joined(separator: " ") + " " + question.id.description,
        [.pop, .push(StudyScreen(session, reading: question.id))])
    }
  }

  static func topics(_ session: Session) -> [PaletteEntry] {
    session.bank.topics(in: session.language.rawValue).map { topic in
      PaletteEntry(
        topic.title, kind: session.say("topic", "主题"), summary: topic.summary,
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
          summary: session.say(choice.summary), [.pop, .turn(parameter: parameter.name, to: choice.name)])
      }
    }
  }

  /// The keys of the screen below, and the main places.
  static func commands(_ help: [KeyHelp], _ session: Session) -> [PaletteEntry] {
    let available = help.filter(\.isAvailable)
    let own = available.map { row in
      PaletteEntry(session.say(row.label), kind: row.written, [.pop, .press(row.key)])
    }
    let global = ScreenStack.bindings.dropFirst(6).compactMap { binding -> PaletteEntry? in
      guard let key = binding.keys.first, !available.contains(where: { $0.key == key }) else { return nil }
      return PaletteEntry(
        session.say(binding.labelWithoutTarget), kind: binding.written ?? key.written, [.pop, .press(key)])
    }
    return own + global
  }

  /// The one entry that leads to the faults of the bank; none where there is nothing wrong.
  static func faults(_ session: Session) -> [PaletteEntry] {
    let count = session.bank.faults.count
    guard count > 0 else { return [] }
    let summary = session.say("what is wrong in files of questions, and where", "题目文件里有什么错，在哪里")
    return [
      PaletteEntry(
        session.say("Faults", "错误"), kind: "\(count)", summary: summary,
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
        keywords: "\(fault.message) \(fault.path)",
        [.pop, .say(again), .open(URL(filePath: fault.path), line: fault.line)])
    }
  }
}
