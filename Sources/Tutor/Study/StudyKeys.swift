import Attention
import Learning
import TerminalUI
import Workbook

extension StudyScreen {
  static let bindings: [Binding<StudyScreen>] =
    filterKeys.map { $0.only { screen, _ in screen.filterRow != nil } }
    + (answerKeys + movingKeys).map { $0.only { screen, _ in screen.filterRow == nil } }

  var escape: Gloss {
    filterRow == nil ? Gloss(en: "back", zh: "返回") : Gloss(en: "close", zh: "关闭")
  }

  private static let answerKeys: [Binding<StudyScreen>] = [
    Binding(
      [.character(" ")], Gloss(en: "reveal", zh: "展开"), footer: 1
    ) { screen, _, session in screen.reveal(session) }.only { $0.hasClosedParts($1) },
    Binding([.character(" ")], Gloss(en: "read on", zh: "往下读"), footer: 1) {
      screen, _, session in screen.reveal(session)
    }.only { !$0.hasClosedParts($1) },
    Binding(
      "1234".map(Key.character), written: "1 2 3 4", Gloss(en: "grade yourself", zh: "自评")
    ) { screen, key, session in
      guard case .character(let digit) = key, let value = digit.wholeNumberValue, let grade = Grade(rawValue: value)
      else { return [] }
      return screen.grade(grade, session)
    }.only { screen, _ in screen.opened > 0 },
    Binding(
      [.character("x")], Gloss(en: "experiment", zh: "实验"), footer: 2
    ) { screen, _, session in
      guard let experiment = screen.question(session)?.experiment else { return [] }
      return [.push(PlaygroundScreen(session, experiment: experiment.recipe, notice: experiment.notice))]
    }.only { $0.question($1)?.experiment != nil },
    Binding([.character("b")], Gloss(en: "mark", zh: "标记"), footer: 3) { screen, _, session in
      guard let id = screen.selected else { return [] }
      let isMarked = session.history.bookmarks.contains(id)
      let said = isMarked ? session.say("Mark removed.", "已取消标记。") : session.say("Marked.", "已标记。")
      return [.record([.bookmark(id, !isMarked)]), .say(Notice(said))]
    },
    Binding([.character("n")], Gloss(en: "note", zh: "笔记"), footer: 4) { screen, _, session in
      guard let id = screen.selected else { return [] }
      return [.edit(text: session.history.notes[id] ?? "", about: id)]
    },
    Binding([.character("L")], Gloss(en: "中文", zh: "English"), footer: 5) { _, _, _ in [.switchLanguage] },
    Binding([.character("/")], Gloss(en: "find", zh: "查找"), footer: 6) { _, _, session in
      [.push(PaletteScreen(session, scope: .questions))]
    },
    Binding([.character("f")], Gloss(en: "filter", zh: "筛选"), footer: 7) { screen, _, _ in
      screen.filterRow = 0
      return []
    },
    Binding([.character("["), .character("]")], written: "[ ]", Gloss(en: "previous, next", zh: "上一题、下一题"), footer: 8) {
      screen, key, session in screen.move(key == .character("[") ? -1 : 1, session)
    },
    Binding([.character("z")], Gloss(en: "reader alone", zh: "只看正文"), footer: 9) { screen, _, _ in
      screen.isAlone.toggle()
      if screen.isAlone { screen.pane = .reader }
      return []
    },
    Binding([.character("o")], Gloss(en: "open the file in $EDITOR", zh: "用 $EDITOR 打开文件")) { screen, _, session in
      screen.question(session).map { [.open($0.file, line: 1)] } ?? []
    },
    Binding([.character("w")], Gloss(en: "why due now?", zh: "为何此时到期？")) { screen, _, session in
      [.say(Notice(screen.why(session)))]
    },
    Binding([.character("y")], Gloss(en: "copy its id", zh: "复制题号")) { screen, _, session in
      guard let id = screen.selected else { return [] }
      return [.copy("heed study \(id)"), .say(Notice(session.say("Copied: heed study \(id)", "已复制：heed study \(id)")))]
    },
  ]

  private static let movingKeys: [Binding<StudyScreen>] = [
    Binding([.down, .character("j")], written: "↓ j", Gloss(en: "question, line", zh: "题目，行")) { screen, _, session in
      screen.step(1, session)
    },
    Binding([.up, .character("k")], written: "↑ k", Gloss(en: "question, line", zh: "题目，行")) { screen, _, session in
      screen.step(-1, session)
    },
    Binding([.pageDown, .control("f"), .control("d")], written: "PgDn", Gloss(en: "a page on", zh: "下一页")) {
      screen, _, session in screen.step(screen.readerArea(session).rows - 2, session)
    },
    Binding([.pageUp, .control("b")], written: "PgUp", Gloss(en: "a page back", zh: "上一页")) {
      screen, _, session in screen.step(2 - screen.readerArea(session).rows, session)
    },
    Binding([.character("g"), .home], written: "g", Gloss(en: "first", zh: "最前")) { screen, _, session in
      screen.step(-100_000, session)
    },
    Binding([.character("G"), .end], written: "G", Gloss(en: "last", zh: "最后")) { screen, _, session in
      screen.step(100_000, session)
    },
    Binding([.tab, .backTab], written: "Tab", Gloss(en: "list, reader", zh: "列表、正文")) { screen, _, _ in
      screen.pane = screen.pane == .list ? .reader : .list
      screen.isAlone = false
      return []
    },
    Binding([.enter, .right, .character("l")], written: "Enter", Gloss(en: "read", zh: "阅读")) { screen, key, session in
      if screen.pane == .reader, key == .enter { return screen.reveal(session) }
      screen.pane = .reader
      if screen.openedAt == nil { screen.openedAt = session.now }
      return []
    },
    Binding([.left, .character("h")], written: "←", Gloss(en: "to the list", zh: "回到列表")) { screen, _, _ in
      (screen.pane, screen.isAlone) = (.list, false)
      return []
    },
  ]

  func hasClosedParts(_ session: Session) -> Bool {
    question(session).map { opened < $0.sections.count } ?? false
  }

  private mutating func step(_ rows: Int, _ session: Session) -> [Effect] {
    if pane == .list { return move(rows, session) }
    scroll(by: rows, session)
    return []
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(pane: 0, let index)):
      let rows = rows(session)
      guard rows.indices.contains(index), case .question(let id) = rows[index] else { return [] }
      if id == selected {
        pane = .reader
        return []
      }
      pane = .list
      return select(id, session)
    case .click(.row(pane: 1, _)): return reveal(session)
    case .click(.row(pane: 2, let index)):
      let topics = session.bank.topics(in: session.language.rawValue)
      guard topics.indices.contains(index) else { return [] }
      pane = .list
      return select(questions(session).first { $0.id.topic == topics[index].id }?.id, session)
    case .click(.pane(1)): pane = .reader
    case .wheel(.pane(1)?, let rows), .wheel(.row(pane: 1, _)?, let rows): scroll(by: rows, session)
    case .wheel(_, let rows): return move(rows, session)
    case .resize: return wantExperiment(session)
    default: break
    }
    return []
  }
}
