import Foundation
import Learning
import TerminalUI
import Workbook

/// One row of the list: a topic's heading, one of its questions, or the air between topics.
enum StudyRow: Hashable, Sendable {
  case gap
  case topic(String)
  case question(QuestionID)
}

extension Standing.State {
  func span(_ glyphs: Glyphs) -> Span {
    switch self {
    case .known: Span(String(glyphs.known), .quiet)
    case .learning: Span(String(glyphs.learning), .data)
    case .due: Span(String(glyphs.due), .accent)
    case .new: Span(String(glyphs.new), .quiet)
    case .slipping: Span(String(glyphs.slipping), .bad)
    }
  }

  func name(_ session: Session) -> String {
    switch self {
    case .known: session.say("known", "已掌握")
    case .learning: session.say("learning", "学习中")
    case .due: session.say("due", "到期")
    case .new: session.say("new", "未学")
    case .slipping: session.say("keeps slipping", "反复遗忘")
    }
  }
}

extension Session {
  /// How the learner stands with a question.
  func standing(of question: Question) -> Standing { history.standing(of: Deck.Sheet(question), at: now) }
}

extension StudyScreen {
  /// Questions after the filter, in the bank's order.
  func questions(_ session: Session) -> [Question] {
    session.bank.questions(in: session.language.rawValue).filter { filter.accepts($0, session) }
  }

  /// Topics with their questions, one after another; where topics have a pane of their own, only the one at hand.
  func rows(_ session: Session) -> [StudyRow] {
    var rows: [StudyRow] = []
    var topic: String?
    let isOneTopic = ScreenLayout(session).isWide
    for question in questions(session) where !isOneTopic || question.id.topic == selected?.topic {
      if question.id.topic != topic {
        if topic != nil { rows.append(.gap) }
        topic = question.id.topic
        rows.append(.topic(question.id.topic))
        if isOneTopic { rows.append(.gap) }
      }
      rows.append(.question(question.id))
    }
    return rows
  }
}
