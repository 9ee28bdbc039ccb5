import Foundation
import Learning
import TerminalUI
import Workbook

@testable import Tutor

extension Desk {
  /// A learner at the sample bank; with three weeks of practice, or with another log.
  static func sample(
    columns: Int = 80, rows: Int = 24, _ language: Language = .en, look: Look = Look(),
    log: [(Date, Learning.Event)] = SampleLog.events, searchesText: Bool = false,
    bank: Bank? = nil
  ) throws -> Desk {
    try Desk(
      columns: columns, rows: rows, language: language, look: look, bank: bank ?? SampleBank.shared.get(), log: log,
      searchesText: searchesText)
  }

  /// Somebody who opens the program for the first time.
  static func firstDay(
    columns: Int = 80, rows: Int = 24, _ language: Language = .en, look: Look = Look()
  ) throws -> Desk {
    try sample(columns: columns, rows: rows, language, look: look, log: [])
  }

  /// At the first item of a quiz whose cards, order and seed are known; the log says that it began.
  static func quiz(
    _ cards: [CardID], feedback: QuizPlan.Feedback = .immediate, mode: QuizMode? = nil, limit: Double? = nil,
    columns: Int = 80, rows: Int = 24, _ language: Language = .en, look: Look = Look(),
    log: [(Date, Learning.Event)] = [], bank: Bank? = nil
  ) throws -> Desk {
    let plan = QuizPlan(
      id: QuizID("now"), cards: cards, seed: 3, feedback: feedback, mode: mode, limit: limit, language: "en")
    var desk = try sample(
      columns: columns, rows: rows, language, look: look, log: log + [(morning - 1, .quizStarted(plan))],
      bank: bank)
    desk.show(plan.screen(desk.session))
    desk.wait(41)
    return desk
  }

  var hasQuit: Bool { outside.contains { if case .quit = $0 { true } else { false } } }

  /// The plan that was recorded last.
  var plan: QuizPlan? { recorded.compactMap { if case .quizStarted(let plan) = $0 { plan } else { nil } }.last }

  mutating func press(_ keys: [Key]) { for key in keys { press(key) } }
}
