import Attention
import Learning
import TerminalUI

extension QuizSetupScreen {
  static let bindings: [Binding<QuizSetupScreen>] =
    fieldKeys.map { $0.only { screen, _ in screen.isInField } }
    + modeKeys.map { $0.only { screen, _ in screen.pane == .modes } }
    + settingKeys.map { $0.only { screen, _ in screen.pane == .settings } }
    + [
      Binding(
        [.character("r")], Gloss(en: "resume the last one", zh: "继续上次测验"), footer: 4
      ) { _, _, session in
        session.history.unfinishedQuiz.map { [.replace($0.plan.screen(session))] } ?? []
      }.only { _, session in session.history.unfinishedQuiz != nil },
      Binding([.character("L")], Gloss(en: "中文", zh: "English"), footer: 5) { _, _, _ in [.switchLanguage] },
    ]

  /// In the field of the query, where letters are text.
  private static let fieldKeys: [Binding<QuizSetupScreen>] = [
    Binding([.enter, .escape], written: "Enter", Gloss(en: "done", zh: "完成"), footer: 1) { screen, _, _ in
      screen.leaveSettings()
      return []
    }
  ]

  private static let modeKeys: [Binding<QuizSetupScreen>] = [
    Binding([.enter], Gloss(en: "begin", zh: "开始"), footer: 1) { screen, _, session in screen.begin(session) },
    Binding(
      [.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "choose", zh: "选择"), footer: 2
    ) { screen, key, session in
      let all = QuizMode.allCases
      let place = all.firstIndex(of: screen.offer.mode) ?? 0
      let step = key == .up || key == .character("k") ? -1 : 1
      screen.choose(all[min(max(0, place + step), all.count - 1)], session)
      return []
    },
    Binding(
      [.tab, .backTab, .right, .character("l")], written: "Tab",
      Gloss(en: "how many, about what", zh: "题数与范围"), footer: 3
    ) { screen, _, session in
      screen.select(0, session)
      return []
    },
    Binding("123456".map(Key.character), written: "1–6", Gloss(en: "choose by number", zh: "按编号选择")) {
      screen, key, session in
      guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return [] }
      screen.choose(QuizMode.allCases[number - 1], session)
      return []
    },
  ]

  private static let settingKeys: [Binding<QuizSetupScreen>] = [
    Binding([.enter], Gloss(en: "begin", zh: "开始"), footer: 1) { screen, _, session in screen.begin(session) },
    Binding([.left, .right, .character("h"), .character("l")], written: "←→", Gloss(en: "change", zh: "改变"), footer: 2)
    {
      screen, key, session in
      screen.change(key == .left || key == .character("h") ? -1 : 1, session)
    }.only { screen, session in
      switch screen.row(session) {
      case .items, .minutes, .interview, .level: true
      default: false
      }
    },
    Binding(
      "0123456789".map(Key.character) + [.backspace], written: "0–9", Gloss(en: "how many", zh: "数量"), footer: 3
    ) { screen, key, session in
      screen.type(key, session)
    }.only { screen, session in [.items, .minutes].contains(screen.row(session)) },
    Binding(
      "0123456789-".map(Key.character) + [.backspace], written: "0–9", Gloss(en: "the day, as 12-02", zh: "日期，如 12-02"),
      footer: 3
    ) { screen, key, session in
      screen.type(key, session)
    }.only { screen, session in screen.row(session) == .interview },
    Binding([.pageUp, .pageDown], written: "PgDn", Gloss(en: "a week", zh: "一周"), footer: 4) {
      screen, key, session in screen.move(byDays: key == .pageUp ? -7 : 7, session)
    }.only { screen, session in screen.row(session) == .interview },
    Binding([.character(" ")], Gloss(en: "tick", zh: "勾选"), footer: 2) { screen, _, session in
      screen.tick(session)
    }.only { screen, session in
      if case .topic? = screen.row(session) { true } else { false }
    },
    Binding([.tab, .backTab], Gloss(en: "modes", zh: "模式"), footer: 6) { screen, _, _ in
      screen.leaveSettings()
      return []
    },
    Binding(
      [.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "choose", zh: "选择"), footer: 7
    ) { screen, key, session in
      screen.select(screen.selected + (key == .up || key == .character("k") ? -1 : 1), session)
      return []
    },
    Binding([.character("g"), .home], written: "g", Gloss(en: "first", zh: "第一项")) { screen, _, session in
      screen.select(0, session)
      return []
    },
    Binding([.character("G"), .end], written: "G", Gloss(en: "last", zh: "最后一项")) { screen, _, session in
      screen.select(screen.rows(session).count - 1, session)
      return []
    },
    Binding([.character("a")], Gloss(en: "all topics", zh: "所有主题")) { screen, _, session in
      screen.topics = []
      screen.narrow(session)
      return []
    },
  ]
}
