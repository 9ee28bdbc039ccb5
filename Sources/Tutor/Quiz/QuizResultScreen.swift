import Attention
import Foundation
import Learning
import Markdown
import TerminalUI
import Workbook

/// An item of a quiz and what it gave; or a question as a whole, and how the learner graded it.
struct QuizResultRow: Sendable {
  enum Gain: Sendable {
    case points(Double)
    case grade(Grade)
  }

  let card: CardID
  let gain: Gain
  var seconds = 0.0
  var hints = 0

  /// From 0, lost, to 1.
  var share: Double {
    switch gain {
    case .points(let points): points
    case .grade(let grade): grade == .again ? 0 : grade == .hard ? 0.5 : 1
    }
  }

  /// How long it took, and how many hints; nothing where nobody looked at a clock.
  func effort(_ session: Session) -> String {
    guard seconds >= 1 else { return "" }
    let time = String(format: "%d:%02d", Int(seconds) / 60, Int(seconds) % 60)
    return (hints == 0 ? "" : session.say("\(hints) hint\(hints == 1 ? "" : "s")  ", "提示 \(hints)  ")) + time
  }

  func figure(_ session: Session) -> String {
    switch gain {
    case .points(let score): points(score)
    case .grade(let grade): gradeNames(session)[grade.rawValue - 1]
    }
  }
}

/// What a quiz came to: the score with its arithmetic, by topic and level, and what to look at again.
struct QuizResultScreen: Screen {
  let quiz: Quiz
  let result: QuizResult
  /// Quizzes of the same mode before this one, and the best of them all.
  let trend: QuizTrend
  let endedAt: Date
  var selected = 0
  /// The score unfolded item by item.
  var isUnfolded = false
  /// How many lines of the answers below the list are above the window.
  var scroll = 0

  init(_ quiz: Quiz, _ session: Session) {
    (self.quiz, result, endedAt) = (quiz, quiz.result, session.now)
    trend = session.history.quizTrend(of: quiz.plan.mode)
    // Without points there is no score to unfold.
    isUnfolded = result.points.of == 0
  }

  static let bindings: [Binding<QuizResultScreen>] = [
    Binding([.enter], Gloss(en: "answer", zh: "看答案"), footer: 1) {
      screen, _, session in
      screen.mistake.map { [.push(StudyScreen(session, reading: $0.card.question, opened: 1))] } ?? []
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
      screen.select(0)
      return []
    }.only { screen, _ in screen.result.points.of > 0 },
    Binding([.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "choose", zh: "选择"), footer: 5) {
      screen, key, _ in
      screen.select(screen.selected + (key == .up || key == .character("k") ? -1 : 1))
      return []
    },
    Binding([.pageDown, .pageUp], written: "PgDn", Gloss(en: "more", zh: "更多"), footer: 2) {
      screen, key, session in
      screen.scroll = min(max(0, screen.scroll + (key == .pageDown ? 3 : -3)), screen.mostScroll(session))
      return []
    }.only { screen, session in screen.mostScroll(session) > 0 },
    Binding([.character("e")], Gloss(en: "export", zh: "导出")) { screen, _, session in
      [.push(SaveScreen(screen.forms(session)))]
    },
    Binding([.character("u")], Gloss(en: "undo the last answer", zh: "撤销最后一题")) { screen, _, session in
      screen.undo(session)
    },
    Binding([.character("L")], Gloss(en: "中文", zh: "English")) { _, _, _ in [.switchLanguage] },
  ]

  func crumbs(_ session: Session) -> [String] { [session.say("Quiz", "测验"), session.say("Result", "结果")] }

  func status(_ session: Session) -> [Span] {
    let kind = session.say(quiz.plan.mode.name)
    let time = timeTaken(session)
    if ScreenLayout(session).isNarrow { return [Span(time, .quiet)] }
    let date = dateText(day(of: endedAt, session), session)
    return [Span(kind + session.say(", ", "，") + date + (time.isEmpty ? "" : "   " + time), .quiet)]
  }

  /// In minutes and seconds; nothing where nobody looked at a clock.
  private func timeTaken(_ session: Session) -> String {
    let seconds = Int(result.seconds)
    if seconds == 0 { return "" }
    let rest = session.say("\(seconds % 60) s", "\(seconds % 60) 秒")
    return seconds < 60 ? rest : session.say("\(seconds / 60) min ", "\(seconds / 60) 分 ") + rest
  }

  /// What lost points or was forgotten, the worst first; unfolded, everything in its order.
  var rows: [QuizResultRow] { isUnfolded ? all : lost }

  private var all: [QuizResultRow] {
    zip(quiz.cards, quiz.outcomes).compactMap { card, outcome in
      let (seconds, hints) = (outcome?.review.seconds ?? 0, outcome?.review.hints ?? 0)
      if card.item != nil || outcome?.score != nil {
        return QuizResultRow(card: card, gain: .points(outcome?.score ?? 0), seconds: seconds, hints: hints)
      }
      return (outcome?.review.grade).map { QuizResultRow(card: card, gain: .grade($0), seconds: seconds) }
    }
  }

  private var lost: [QuizResultRow] {
    result.mistakes.map { QuizResultRow(card: $0.card, gain: .points($0.score)) }
      + all.filter { if case .grade(.again) = $0.gain { true } else { false } }
  }

  var mistake: QuizResultRow? { rows.indices.contains(selected) ? rows[selected] : nil }

  func question(_ session: Session) -> Question? {
    mistake.flatMap { session.bank.question($0.card.question, in: session.language.rawValue) }
  }

  private mutating func select(_ row: Int) {
    selected = min(max(0, row), max(0, rows.count - 1))
    scroll = 0
  }

  /// How many lines of the answers do not fit.
  private func mostScroll(_ session: Session) -> Int {
    let body = ScreenLayout(session).body
    let count = answerLines(session, columns: QuizResultLayout.answerColumns(in: body), look: Look()).count
    return maximumScroll(
      count: count, rows: QuizResultLayout(body, self, answers: count, notes: notes(session).count).answers.rows)
  }

  private func again(_ session: Session) -> [Effect] {
    let cards = lost.isEmpty ? quiz.plan.cards : lost.map(\.card)
    let seed = quiz.plan.seed &+ 1
    let mode: QuizMode = [.exam, .cram, .interview].contains(quiz.plan.mode) ? quiz.plan.mode : .practice
    return QuizPlan(
      id: QuizID(at: session.now, seed: seed), cards: cards, seed: seed, mode: mode,
      limit: mode == .exam ? Double(60 * QuizOffer.minutesAnItem * cards.count) : nil,
      topics: quiz.plan.topics, language: session.language.rawValue
    ).begin(session)
  }

  /// Takes the last answer back: the quiz goes on there, and its score is without it.
  private func undo(_ session: Session) -> [Effect] {
    guard quiz.plan.feedback == .immediate else {
      return [.say(Notice(session.say("The exam is over; its answers stand.", "考试已结束，答案不能再改。")))]
    }
    var before = quiz
    let mine = session.history.reviews.last { $0.review.quiz == quiz.plan.id }
    guard let mine, before.takeBack() != nil else {
      return [.say(Notice(session.say("Nothing to undo here.", "这里没有可撤销的。")))]
    }
    let screen: any Screen =
      quiz.plan.mode == .interview ? InterviewScreen(before, session) : QuizScreen(before, session)
    let said = Notice(session.say("Undone: answer it again.", "已撤销，请重新作答。"))
    return [.record([.undo(mine.id)]), .replace(screen), .say(said)]
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(_, let index)): select(index)
    case .wheel(_, let step): select(selected + step)
    default: break
    }
    return []
  }

  func message(_ session: Session) -> Line? {
    let count = lost.count
    let saved =
      ScreenLayout(session).isNarrow
      ? session.say("Saved.", "已保存") : session.say("Every answer is saved.", "每个答案都已保存")
    let back =
      count == 0
      ? result.points.of > 0
        ? session.say(" None lost points.", "，没有失分。") : session.say(" Nothing was forgotten.", "，没有忘记的。")
      : session.say(
        count == 1 ? " The one below comes back first." : " These \(count) come back first.", "，这 \(count) 题会最先再来。")
    return Line(saved + back, .quiet)
  }
}
