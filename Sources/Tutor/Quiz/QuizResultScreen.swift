import Attention
import Foundation
import Learning
import Markdown
import TerminalUI
import Workbook

/// An item of a quiz and what it gave.
struct QuizResultRow: Sendable {
  let card: CardID
  let score: Double
}

/// What a quiz came to: the score with its arithmetic, by topic and level, and what to look at again.
struct QuizResultScreen: Screen {
  let quiz: Quiz
  let result: QuizResult
  let endedAt: Date
  var selected = 0
  /// The score unfolded item by item.
  var isUnfolded = false

  init(_ quiz: Quiz, _ session: Session) {
    (self.quiz, result, endedAt) = (quiz, quiz.result, session.now)
  }

  static let bindings: [Binding<QuizResultScreen>] = [
    Binding([.enter], Gloss(en: "answer", zh: "看答案"), footer: 1) {
      screen, _, session in
      screen.mistake.map { [.push(StudyScreen(session, reading: $0.card.question))] } ?? []
    }.only { screen, _ in screen.mistake != nil },
    Binding(
      [.character("x")], Gloss(en: "experiment", zh: "实验"), footer: 2
    ) { screen, _, session in
      guard let experiment = screen.question(session)?.experiment else { return [] }
      return [.push(PlaygroundScreen(session, experiment: experiment.recipe, notice: experiment.notice))]
    }.only { screen, session in screen.question(session)?.experiment != nil },
    Binding([.character("r")], Gloss(en: "ask again", zh: "再问一次"), footer: 3) { screen, _, session in
      screen.again(session)
    },
    Binding([.character("w")], Gloss(en: "item by item", zh: "逐题得分"), footer: 4) { screen, _, _ in
      screen.isUnfolded.toggle()
      screen.selected = 0
      return []
    },
    Binding([.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "choose", zh: "选择"), footer: 5) {
      screen, key, _ in
      let step = key == .up || key == .character("k") ? -1 : 1
      screen.selected = min(max(0, screen.selected + step), max(0, screen.rows.count - 1))
      return []
    },
    Binding([.character("L")], Gloss(en: "中文", zh: "English")) { _, _, _ in [.switchLanguage] },
  ]

  func crumbs(_ session: Session) -> [String] { [session.say("Quiz", "测验"), session.say("Result", "结果")] }

  func status(_ session: Session) -> [Span] {
    let kind = quiz.plan.feedback == .final ? session.say("Exam", "考试") : session.say("Practice", "练习")
    let seconds = Int(result.seconds)
    let time = session.say("\(seconds / 60) min \(seconds % 60) s", "\(seconds / 60) 分 \(seconds % 60) 秒")
    if ScreenLayout(session).isNarrow { return [Span(time, .quiet)] }
    let date = dateText(day(of: endedAt, session), session)
    return [Span(kind + session.say(", ", "，") + date + "   " + time, .quiet)]
  }

  /// What lost points, the worst first; unfolded, every item in its order.
  var rows: [QuizResultRow] {
    guard isUnfolded else { return result.mistakes.map { QuizResultRow(card: $0.card, score: $0.score) } }
    return zip(quiz.cards, quiz.outcomes).compactMap { card, outcome in
      card.item == nil ? nil : QuizResultRow(card: card, score: outcome?.score ?? 0)
    }
  }

  var mistake: QuizResultRow? { rows.indices.contains(selected) ? rows[selected] : nil }

  func question(_ session: Session) -> Question? {
    mistake.flatMap { session.bank.question($0.card.question, in: session.language.rawValue) }
  }

  private func again(_ session: Session) -> [Effect] {
    let cards = result.mistakes.isEmpty ? quiz.plan.cards : result.mistakes.map(\.card)
    let seed = quiz.plan.seed &+ 1
    let plan = QuizPlan(
      id: QuizID(at: session.now, seed: seed), cards: cards, seed: seed, feedback: quiz.plan.feedback,
      topics: quiz.plan.topics, language: session.language.rawValue)
    return [.record([.quizStarted(plan)]), .replace(QuizScreen(plan, session))]
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(_, let index)): selected = min(index, max(0, rows.count - 1))
    case .wheel(_, let step): selected = min(max(0, selected + step), max(0, rows.count - 1))
    default: break
    }
    return []
  }

  func message(_ session: Session) -> Line? {
    let count = result.mistakes.count
    let saved =
      ScreenLayout(session).isNarrow
      ? session.say("Saved.", "已保存") : session.say("Every answer is saved.", "每个答案都已保存")
    let back =
      count == 0
      ? session.say(" None lost points.", "，没有失分。")
      : session.say(
        count == 1 ? " The one below comes back first." : " These \(count) come back first.", "，这 \(count) 题会最先再来。")
    return Line(saved + back, .quiet)
  }
}
