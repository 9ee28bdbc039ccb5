public import Attention
import Foundation
import Learning
import TerminalUI
public import Workbook

/// Which questions the list shows.
struct StudyFilter: Hashable, Sendable {
  var topic: String?
  var level: Level?
  var kind: QuestionKind?
  var state: Standing.State?
  var tag: String?
  /// A query, as it is typed.
  var field = TextField()
  /// What the query asks for, when it can be read.
  var narrowed = Selection()
  /// Why it cannot.
  var fault: QueryError?

  var isActive: Bool { self != StudyFilter() }

  func accepts(_ question: Question, _ session: Session) -> Bool {
    if let topic, question.id.topic != topic { return false }
    if let level, question.level != level { return false }
    if let kind, question.kind != kind { return false }
    if let tag, !question.tags.contains(tag) { return false }
    if let state, session.standing(of: question).state != state { return false }
    guard narrowed.isActive, let sheet = session.deck[question.id] else { return true }
    return narrowed.accepts(sheet, in: session.bank, session.history, at: session.now)
  }

  /// Reads the query anew; what was read before stays in force while it cannot be read.
  mutating func readQuery(_ session: Session) {
    do throws(QueryError) { (narrowed, fault) = (try Selection(query: field.text, in: session.bank), nil) } catch {
      fault = error
    }
  }

  func summary(_ session: Session) -> String {
    var words: [String] = []
    if let topic { words.append(session.bank.topic(topic, in: session.language.rawValue)?.short ?? topic) }
    if let level { words.append(name(level, session)) }
    if let kind { words.append(name(kind, session)) }
    if let state { words.append(state.name(session)) }
    if let tag { words.append(tag) }
    if narrowed.isActive { words.append(narrowed.query) }
    return words.joined(separator: " · ")
  }
}

extension Level {
  /// What it is called in the interface.
  public var name: Gloss {
    switch self {
    case .junior: Gloss(en: "junior", zh: "初级")
    case .mid: Gloss(en: "mid", zh: "中级")
    case .senior: Gloss(en: "senior", zh: "高级")
    }
  }
}

extension QuestionKind {
  /// What it is called in the interface.
  public var name: Gloss {
    switch self {
    case .concept: Gloss(en: "concept", zh: "概念")
    case .derivation: Gloss(en: "derivation", zh: "推导")
    case .coding: Gloss(en: "coding", zh: "编程")
    case .debugging: Gloss(en: "debugging", zh: "找错")
    case .estimation: Gloss(en: "estimation", zh: "估算")
    }
  }
}

func name(_ level: Level, _ session: Session) -> String { session.say(level.name) }
func name(_ kind: QuestionKind, _ session: Session) -> String { session.say(kind.name) }
