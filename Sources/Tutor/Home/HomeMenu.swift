import Attention
import Learning
import TerminalUI
import Workbook

/// One row of Home: what it is, what is known about it, its key, and where it leads.
struct HomeRow: Sendable {
  let label: String
  let detail: String
  /// Its capital letter; `Enter` opens whatever is focused.
  let key: Key?
  let effects: [Effect]
}

extension HomeScreen {
  /// The rows in order; the first is what `Enter` does when nothing was chosen.
  func menu(_ session: Session) -> [HomeRow] {
    let begun = session.history.unfinishedQuiz.map { !$0.answers.isEmpty } ?? false
    // A quiz without an answer has nothing to lose: it waits behind the rest.
    let first = (begun ? [resumeQuiz(session)] : []) + [review(session), reading(session)]
    return (first + (begun ? [] : [resumeQuiz(session)])).compactMap(\.self) + [
      HomeRow(
        label: session.say("Study", "学习"), detail: studied(session), key: .character("S"), effects: [.go(.study)]),
      HomeRow(
        label: session.say("Playground", "演练场"), detail: lastRun(session), key: .character("P"),
        effects: [.go(.playground)]),
      HomeRow(
        label: session.say("Quiz", "测验"), detail: scores(session), key: .character("Q"), effects: [.go(.quiz)]),
      HomeRow(
        label: session.say("Statistics", "统计"), detail: retention(session), key: .character("T"),
        effects: [.go(.statistics)]),
    ]
  }

  /// Where the details of the rows begin.
  static let labelColumns = 20

  /// The width of the menu: beside it a wide screen shows the topics.
  func menuColumns(_ layout: ScreenLayout) -> Int {
    layout.isWide ? min(72, (layout.body.columns - 6) * 6 / 11) : min(76, layout.body.columns)
  }

  /// The room for a detail, in a menu of a width: before the key and two blanks.
  func detailColumns(of columns: Int) -> Int { columns - Self.labelColumns - 7 }

  /// The focused row's detail where the menu has no room for it.
  func message(_ session: Session) -> Line? {
    let rows = menu(session)
    guard rows.indices.contains(selected) else { return nil }
    let detail = rows[selected].detail
    let layout = ScreenLayout(session)
    let isShown = !layout.isNarrow && detail.cellWidth <= detailColumns(of: menuColumns(layout))
    return isShown || detail.isEmpty ? nil : Line(detail, .quiet)
  }

  private func resumeQuiz(_ session: Session) -> HomeRow? {
    guard let quiz = session.history.unfinishedQuiz else { return nil }
    let (plan, answered) = (quiz.plan, quiz.answers)
    return HomeRow(
      label: session.say("Resume the quiz", "继续测验"),
      detail: session.say(
        "\(answered.count) of \(plan.cards.count) answered", "已答 \(answered.count)/\(plan.cards.count)"),
      key: nil, effects: [.push(plan.screen(session))])
  }

  private func review(_ session: Session) -> HomeRow? {
    guard !due.isEmpty else { return nil }
    let label = session.say("Review the \(due.count) due", "复习到期的 \(due.count) 项")
    let plan = QuizPlan(
      id: QuizID(at: session.now, seed: session.seed), cards: due, seed: session.seed, mode: .due,
      language: session.language.rawValue)
    return HomeRow(
      label: label, detail: "", key: nil, effects: [.record([.quizStarted(plan)]), .push(QuizScreen(plan, session))])
  }

  private func reading(_ session: Session) -> HomeRow? {
    guard let question = question(session) else { return nil }
    if isFirstRun(session) {
      return HomeRow(
        label: session.say("Begin reading", "开始阅读"), detail: question.title, key: nil,
        effects: [.push(StudyScreen(session, reading: question.id))])
    }
    let progress = session.history.progress[question.id]
    let part = progress.map { session.say("  \($0.parts) of \($0.of)", "  \($0.parts)/\($0.of)") } ?? ""
    return HomeRow(
      label: session.say("Go on reading", "继续阅读"), detail: question.title + part, key: .character("R"),
      effects: [.go(.resume)])
  }

  private func studied(_ session: Session) -> String {
    let all = session.bank.questions(in: session.language.rawValue).count
    let met = statistics?.met ?? 0
    return session.say("\(all) questions, \(met) met", "\(all) 题，学过 \(met) 题")
  }

  private func lastRun(_ session: Session) -> String {
    guard let recipe = session.lastRecipe else {
      return session.say("run attention with any shape", "任意形状，即时运行")
    }
    let shape = recipe.shape
    let heads = shape.heads > 1 ? session.say("\(shape.heads) heads, ", "\(shape.heads) 头，") : ""
    return session.say("last: ", "上次：") + heads + "\(shape.queries) × \(shape.keys), d \(shape.dim)"
  }

  private func scores(_ session: Session) -> String {
    guard let last = statistics?.quizzes.last?.points.value else {
      return session.say("scored, and saved item by item", "计分，逐题保存")
    }
    let best = statistics?.quizzes.best?.points.value ?? last
    return session.say("last \(percent(last)), best \(percent(best))", "上次 \(percent(last))，最高 \(percent(best))")
  }

  private func retention(_ session: Session) -> String {
    let wish = percent(session.settings.retention)
    guard let share = statistics?.retention.passed.value else {
      return session.say("your wish: recall \(wish)", "目标回忆率 \(wish)")
    }
    return session.say("retention \(percent(share)), your wish \(wish)", "记忆率 \(percent(share))，目标 \(wish)")
  }
}

/// A share as a whole percentage.
func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

extension Session {
  /// The experiment that was run last, as long as the pipeline still takes it.
  var lastRecipe: Recipe? {
    history.lastRun.flatMap { try? Recipe($0.map { Flag(name: $0.name, value: $0.value) }) }
  }
}
