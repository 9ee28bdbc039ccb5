import Learning
import Workbook

/// Which questions the list shows.
struct StudyFilter: Hashable, Sendable {
  var topic: String?
  var level: Level?
  var kind: QuestionKind?
  var state: Standing.State?

  var isActive: Bool { self != StudyFilter() }

  func accepts(_ question: Question, _ session: Session) -> Bool {
    if let topic, question.id.topic != topic { return false }
    if let level, question.level != level { return false }
    if let kind, question.kind != kind { return false }
    if let state, session.standing(of: question).state != state { return false }
    return true
  }

  func summary(_ session: Session) -> String {
    var words: [String] = []
    if let topic { words.append(session.bank.topic(topic, in: session.language.rawValue)?.short ?? topic) }
    if let level { words.append(name(level, session)) }
    if let kind { words.append(name(kind, session)) }
    if let state { words.append(state.name(session)) }
    return words.joined(separator: " · ")
  }
}

func name(_ level: Level, _ session: Session) -> String {
  switch level {
  case .junior: session.say("junior", "初级")
  case .mid: session.say("mid", "中级")
  case .senior: session.say("senior", "高级")
  }
}

func name(_ kind: QuestionKind, _ session: Session) -> String {
  switch kind {
  case .concept: session.say("concept", "概念")
  case .derivation: session.say("derivation", "推导")
  case .coding: session.say("coding", "编程")
  case .debugging: session.say("debugging", "找错")
  case .estimation: session.say("estimation", "估算")
  }
}
