import Attention
import Learning
import TerminalUI
import Workbook

extension QuizScreen {
  static let bindings: [Binding<QuizScreen>] =
    choosingKeys.map { $0.only { screen, _ in screen.isChoosing } }
    + fieldKeys.map { $0.only { screen, _ in screen.isNumber && !screen.isAnswered } }
    + gradingKeys.map { $0.only { screen, _ in screen.isSelfGraded && !screen.isAnswered } }
    + openKeys.map { $0.only { screen, _ in !screen.isAnswered } }
    + answeredKeys.map { $0.only { screen, _ in screen.isAnswered } }
    + otherKeys

  /// While an option has the keyboard. Of several, what ticks and what answers come before what moves: a narrow footer
  /// has room for two.
  private static let choosingKeys: [Binding<QuizScreen>] = [
    choosing(footer: 1).only { screen, _ in !screen.isSeveral },
    Binding([.character(" ")], Gloss(en: "tick", zh: "勾选"), footer: 2) { screen, _, session in
      screen.space(session)
    }.only { screen, _ in screen.isSeveral },
    Binding([.enter], Gloss(en: "answer", zh: "作答"), footer: 3) { screen, _, session in screen.enter(session) },
    choosing(footer: 4).only { screen, _ in screen.isSeveral },
    Binding("123456789".map(Key.character), written: "1–9", Gloss(en: "choose and answer", zh: "选择并作答")) {
      screen, key, session in screen.choose(key, session)
    }.only { screen, _ in !screen.isSeveral },
    Binding("123456789".map(Key.character), written: "1–9", Gloss(en: "tick", zh: "勾选")) {
      screen, key, session in screen.choose(key, session)
    }.only { screen, _ in screen.isSeveral },
  ]

  private static func choosing(footer: Int) -> Binding<QuizScreen> {
    Binding(
      [.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "choose", zh: "选择"), footer: footer
    ) { screen, key, _ in
      screen.isLeaving = false
      screen.cursor += key == .up || key == .character("k") ? -1 : 1
      screen.cursor = min(max(0, screen.cursor), max(0, (screen.presented?.options.count ?? 0) - 1))
      return []
    }
  }

  /// While a number is asked for.
  private static let fieldKeys: [Binding<QuizScreen>] = [
    Binding([.enter], Gloss(en: "answer", zh: "作答"), footer: 3) { screen, _, session in screen.enter(session) },
    Binding(
      [.tab, .backTab], written: "Tab", as: Gloss(en: "leave the field", zh: "离开输入框"), labelled: fieldLabel, footer: 4
    ) { screen, _, _ in
      screen.hasLeftField.toggle()
      return []
    },
  ]

  private static let fieldLabel: @Sendable (QuizScreen, Session) -> Gloss = { screen, _ in
    screen.hasLeftField ? Gloss(en: "type", zh: "输入") : Gloss(en: "leave the field", zh: "离开输入框")
  }

  /// While a question is graded by oneself.
  private static let gradingKeys: [Binding<QuizScreen>] = [
    Binding([.character(" "), .enter], Gloss(en: "show the answer", zh: "显示答案"), footer: 2) { screen, _, session in
      screen.space(session)
    }.only { screen, _ in !screen.showsAnswer },
    Binding("1234".map(Key.character), written: "1 2 3 4", Gloss(en: "grade yourself", zh: "自评"), footer: 2) {
      screen, key, session in screen.choose(key, session)
    }.only { screen, _ in screen.showsAnswer },
  ]

  /// Before the answer.
  private static let openKeys: [Binding<QuizScreen>] = [
    paging(footer: 6),
    Binding([.character("b")], Gloss(en: "mark", zh: "标记"), footer: 5) { screen, _, session in screen.mark(session) },
    Binding([.character("u")], Gloss(en: "undo", zh: "撤销")) { screen, _, session in screen.undo(session) },
  ]

  private static let answeredKeys: [Binding<QuizScreen>] = [
    Binding([.enter], Gloss(en: "next", zh: "下一题"), footer: 1) { screen, _, session in screen.enter(session) },
    paging(footer: 2),
    Binding([.character("w")], Gloss(en: "why", zh: "为什么"), footer: 3) { screen, _, session in
      screen.presented.map { [.push(StudyScreen(session, reading: $0.question.id, opened: 1))] } ?? []
    },
    Binding([.character("x")], Gloss(en: "experiment", zh: "实验"), footer: 4) { screen, _, session in
      guard let experiment = screen.presented?.question.experiment else { return [] }
      return [.push(PlaygroundScreen(session, experiment: experiment.recipe, notice: experiment.notice))]
    }.only { screen, _ in screen.presented?.question.experiment != nil },
    Binding([.character("u")], Gloss(en: "undo", zh: "撤销"), footer: 5) { screen, _, session in screen.undo(session) },
    Binding([.character(" ")], Gloss(en: "other explanations", zh: "其余解释"), footer: 7) { screen, _, session in
      screen.space(session)
    }.only { screen, _ in screen.presented?.options.isEmpty == false },
    Binding([.character("b")], Gloss(en: "mark", zh: "标记")) { screen, _, session in screen.mark(session) },
    Binding([.character("n")], Gloss(en: "note", zh: "笔记")) { screen, _, session in
      guard let id = screen.presented?.question.id else { return [] }
      return [.edit(text: session.history.notes[id] ?? "", about: id)]
    },
  ]

  private static func paging(footer: Int) -> Binding<QuizScreen> {
    Binding([.pageDown, .pageUp], written: "PgDn", Gloss(en: "more", zh: "更多"), footer: footer) {
      screen, key, session in
      let half = max(1, session.size.rows / 2)
      screen.scroll(by: key == .pageDown ? half : -half, session)
      return []
    }.only { screen, session in screen.mostScroll(session) > 0 }
  }

  private static let otherKeys: [Binding<QuizScreen>] = [
    Binding([.character("L")], Gloss(en: "中文", zh: "English"), footer: 6) { screen, _, session in
      screen.quiz.language = session.language.other.rawValue
      return [.switchLanguage]
    },
    Binding([.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "up, down", zh: "上下")) {
      screen, key, session in
      screen.scroll(by: key == .up || key == .character("k") ? -1 : 1, session)
      return []
    },
    Binding([.character("q"), .control("c")], Gloss(en: "quit; the quiz waits for you", zh: "退出，测验会等你回来")) {
      screen, _, session in
      guard screen.isExam, !screen.isLeaving else { return [.quit] }
      screen.isLeaving = true
      let text = session.say(
        "Leave the exam?  q again leaves. Answers are saved, it can be resumed.", "离开考试？  再按 q 离开。答案都已保存，之后可继续。")
      return [.say(Notice(text))]
    },
    Binding(
      [.escape], Gloss(en: "stay in the exam", zh: "留在考试中"), when: { screen, _ in screen.isLeaving },
      { screen, _, _ in
        screen.isLeaving = false
        return []
      }),
  ]

  private func mark(_ session: Session) -> [Effect] {
    guard let id = presented?.question.id else { return [] }
    let isMarked = session.history.bookmarks.contains(id)
    let said = isMarked ? session.say("Mark removed.", "已取消标记。") : session.say("Marked.", "已标记。")
    return [.record([.bookmark(id, !isMarked)]), .say(Notice(said))]
  }

  mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect] {
    guard case .edited(let text, about: let id) = outcome, id == presented?.question.id else { return [] }
    return [.record([.note(id, text)]), .say(Notice(session.say("Saved.", "已保存。")))]
  }
}
