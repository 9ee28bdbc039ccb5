import Attention
import Learning
import TerminalUI
import Workbook

extension InterviewScreen {
  static let bindings: [Binding<InterviewScreen>] =
    tickingKeys.map { $0.only { screen, _ in screen.phase == .ticking } }
    + [
      Binding([.enter], as: Gloss(en: "go on", zh: "继续"), labelled: mainLabel, footer: 2) { screen, _, session in
        screen.goOn(session)
      },
      Binding([.character(" ")], as: Gloss(en: "go on", zh: "继续"), labelled: mainLabel) { screen, _, session in
        screen.goOn(session)
      },
      Binding([.character("w")], Gloss(en: "the whole answer", zh: "完整答案"), footer: 4) { screen, _, session in
        screen.question.map { [.push(StudyScreen(session, reading: $0.id, opened: 2))] } ?? []
      }.only { screen, _ in screen.phase != .speaking },
      Binding([.pageDown, .pageUp], written: "PgDn", Gloss(en: "more", zh: "更多"), footer: 3) { screen, key, session in
        let half = max(1, session.size.rows / 2)
        screen.scroll(by: key == .pageDown ? half : -half, session)
        return []
      }.only { screen, session in screen.mostScroll(session) > 0 },
      Binding([.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "up, down", zh: "上下")) {
        screen, key, session in
        screen.scroll(by: key == .up || key == .character("k") ? -1 : 1, session)
        return []
      },
      Binding([.character("b")], Gloss(en: "mark", zh: "标记"), footer: 5) { screen, _, session in
        guard let id = screen.question?.id else { return [] }
        let isMarked = session.history.bookmarks.contains(id)
        let said = isMarked ? session.say("Mark removed.", "已取消标记。") : session.say("Marked.", "已标记。")
        return [.record([.bookmark(id, !isMarked)]), .say(Notice(said))]
      },
      Binding([.character("n")], Gloss(en: "note", zh: "笔记")) { screen, _, session in
        guard let id = screen.question?.id else { return [] }
        return [.edit(text: session.history.notes[id] ?? "", about: id)]
      },
      Binding([.character("u")], Gloss(en: "undo", zh: "撤销")) { screen, _, session in screen.undo(session) },
      Binding([.character("L")], Gloss(en: "中文", zh: "English"), footer: 6) { screen, _, session in
        screen.setLanguage(session.language.other)
        return [.switchLanguage]
      },
      Binding([.character("q"), .control("c")], Gloss(en: "quit; the interview waits", zh: "退出，面试会等你回来")) { _, _, _ in
        [.quit]
      },
    ]

  /// While the points are ticked.
  private static let tickingKeys: [Binding<InterviewScreen>] = [
    Binding([.character(" ")], Gloss(en: "said it", zh: "说到了"), footer: 1) { screen, _, _ in
      screen.tick(screen.cursor)
      return []
    },
    Binding("123456".map(Key.character), written: "1–6", Gloss(en: "said it", zh: "说到了")) { screen, key, _ in
      guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return [] }
      screen.tick(number - 1)
      return []
    },
    Binding(
      [.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "choose", zh: "选择"), footer: 3
    ) { screen, key, _ in
      screen.cursor += key == .up || key == .character("k") ? -1 : 1
      screen.cursor = min(max(0, screen.cursor), max(0, screen.points.count - 1))
      return []
    },
  ]

  private static let mainLabel: @Sendable (InterviewScreen, Session) -> Gloss = { screen, _ in
    switch screen.phase {
    case .speaking: Gloss(en: "show the points", zh: "显示要点")
    case .ticking: Gloss(en: "save", zh: "保存")
    case .followUp(let place, isShown: false) where screen.followUps[place].answer.isEmpty == false:
      Gloss(en: "show the answer", zh: "显示答案")
    case .followUp(let place, _):
      place + 1 < screen.followUps.count
        ? Gloss(en: "next follow-up", zh: "下一追问") : Gloss(en: "next question", zh: "下一题")
    }
  }
}
