import Attention
import Learning
import TerminalUI
import Workbook

extension QuizScreen {
  static let bindings: [Binding<QuizScreen>] =
    examKeys.map { $0.only { screen, _ in screen.isExam } } + ownKeys.map(\.staying)

  private static let ownKeys: [Binding<QuizScreen>] =
    choosingKeys.map { $0.only { screen, _ in screen.form == .choosing || screen.form == .ticking } }
    + arrangingKeys.map { $0.only { screen, _ in screen.form == .arranging } }
    + fieldKeys.map { $0.only { screen, _ in screen.form == .typing } }
    + gradingKeys.map { $0.only { screen, _ in screen.form == .grading } }
    + openKeys.map { $0.only { screen, _ in !screen.isAnswered } }
    + answeredKeys.map { $0.only { screen, _ in screen.isAnswered } }
    + otherKeys

  /// While an option has the keyboard. Of several, what ticks and what answers come before what moves: a narrow footer
  /// has room for two.
  private static let choosingKeys: [Binding<QuizScreen>] = [
    choosing(footer: 1).only { screen, _ in screen.form == .choosing },
    Binding([.character(" ")], Gloss(en: "tick", zh: "勾选"), footer: 2) { screen, _, session in
      screen.space(session)
    }.only { screen, _ in screen.form == .ticking },
    Binding([.enter], Gloss(en: "answer", zh: "作答"), footer: 3) { screen, _, session in screen.enter(session) },
    choosing(footer: 4).only { screen, _ in screen.form == .ticking },
    Binding("123456789".map(Key.character), written: "1–9", Gloss(en: "choose and answer", zh: "选择并作答")) {
      screen, key, session in screen.choose(key, session)
    }.only { screen, _ in screen.form == .choosing },
    Binding("123456789".map(Key.character), written: "1–9", Gloss(en: "tick", zh: "勾选")) {
      screen, key, session in screen.choose(key, session)
    }.only { screen, _ in screen.form == .ticking },
  ]

  private static func choosing(footer: Int) -> Binding<QuizScreen> {
    Binding(
      [.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "choose", zh: "选择"), footer: footer
    ) { screen, key, _ in
      screen.move(key == .up || key == .character("k") ? -1 : 1)
      return []
    }
  }

  /// While rows are moved.
  private static let arrangingKeys: [Binding<QuizScreen>] = [
    Binding(
      [.left, .right, .character("h"), .character("l")], written: "←→", Gloss(en: "move it", zh: "移动该项"), footer: 1
    ) { screen, key, _ in
      screen.draft.moveRow(to: screen.draft.cursor + (key == .left || key == .character("h") ? -1 : 1))
      return []
    },
    choosing(footer: 2),
    Binding([.enter], Gloss(en: "answer", zh: "作答"), footer: 3) { screen, _, session in screen.enter(session) },
    Binding(
      [.character(" ")], written: "Space", as: Gloss(en: "take, put down", zh: "拿起、放下"), labelled: holdLabel, footer: 4
    ) { screen, _, session in screen.space(session) },
    Binding("123456789".map(Key.character), written: "1–9", Gloss(en: "move it there", zh: "移到该位置")) {
      screen, key, session in screen.choose(key, session)
    },
  ]

  private static let holdLabel: @Sendable (QuizScreen, Session) -> Gloss = { screen, _ in
    screen.draft.isHolding ? Gloss(en: "put down", zh: "放下") : Gloss(en: "take", zh: "拿起")
  }

  /// While words or a number are typed. `Tab` goes through the gaps, then leaves them.
  private static let fieldKeys: [Binding<QuizScreen>] = [
    Binding([.enter], Gloss(en: "answer", zh: "作答"), footer: 3) { screen, _, session in screen.enter(session) },
    Binding(
      [.tab, .backTab], written: "Tab", as: Gloss(en: "leave the field", zh: "离开输入框"), labelled: fieldLabel, footer: 4
    ) { screen, _, _ in
      let last = screen.draft.fields.count - 1
      if screen.draft.hasLeftField {
        (screen.draft.cursor, screen.draft.hasLeftField) = (0, false)
      } else if screen.draft.cursor < last {
        screen.draft.cursor += 1
      } else {
        screen.draft.hasLeftField = true
      }
      return []
    },
    choosing(footer: 5).only { screen, _ in screen.draft.fields.count > 1 },
  ]

  private static let fieldLabel: @Sendable (QuizScreen, Session) -> Gloss = { screen, _ in
    screen.draft.hasLeftField
      ? Gloss(en: "type", zh: "输入")
      : screen.draft.cursor + 1 < screen.draft.fields.count
        ? Gloss(en: "next gap", zh: "下一个空") : Gloss(en: "leave the field", zh: "离开输入框")
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
    paging(footer: 7),
    Binding([.character("i")], Gloss(en: "hint", zh: "提示"), footer: 5) { screen, _, session in
      screen.hint(session)
    }.only { screen, _ in !screen.isExam && screen.presented?.hints.isEmpty == false },
    Binding([.character("b")], Gloss(en: "mark", zh: "标记"), footer: 6) { screen, _, session in
      screen.mark(session)
    }.only { screen, _ in !screen.isExam },
    Binding([.character("u")], Gloss(en: "undo", zh: "撤销")) { screen, _, session in screen.undo(session) },
  ]

  private static let answeredKeys: [Binding<QuizScreen>] = [
    Binding([.enter], Gloss(en: "next", zh: "下一题"), footer: 1) { screen, _, session in screen.enter(session) },
    paging(footer: 2),
    Binding([.character("w")], Gloss(en: "why", zh: "为什么"), footer: 3) { screen, _, session in
      screen.presented.map { [.push(StudyScreen(session, reading: $0.question.id, opened: 1))] } ?? []
    },
    Binding([.character("x")], Gloss(en: "experiment", zh: "实验"), footer: 4) { screen, _, session in
      guard let experiment = screen.experiment else { return [] }
      return [.push(PlaygroundScreen(session, experiment: experiment.recipe, notice: experiment.notice))]
    }.only { screen, _ in screen.experiment != nil },
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
    Binding([.character("U")], Gloss(en: "redo", zh: "重做")) { screen, _, session in screen.redo(session) },
    Binding([.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "up, down", zh: "上下")) {
      screen, key, session in
      screen.scroll(by: key == .up || key == .character("k") ? -1 : 1, session)
      return []
    },
  ]

  private func mark(_ session: Session) -> [Effect] {
    guard let id = presented?.question.id else { return [] }
    let isMarked = session.history.bookmarks.contains(id)
    let said = isMarked ? session.say("Mark removed.", "已取消标记。") : session.say("Marked.", "已标记。")
    return [.record([.bookmark(id, !isMarked)]), .say(Notice(said))]
  }

  mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect] {
    switch outcome {
    case .computed(_, ticket: .item(let item), .success(let run), seconds: _): runs[item] = run
    case .edited(let text, about: let id) where id == presented?.question.id:
      return [.record([.note(id, text)]), .say(Notice(session.say("Saved.", "已保存。")))]
    default: break
    }
    return []
  }
}
