import Attention
import Learning
import TerminalUI
import Workbook

extension StudyScreen {
  static let bindings: [Binding<StudyScreen>] =
    filterKeys.map { $0.only { screen, _ in screen.filterRow != nil } }
    + readingKeys.map { $0.only { screen, _ in screen.filterRow == nil } }

  /// The keys while the panel of the filter is closed.
  static let readingKeys: [Binding<StudyScreen>] =
    answerKeys.map { $0.only { screen, _ in screen.selected != nil } } + findingKeys + movingKeys

  var escape: Gloss {
    if filterRow != nil { return Gloss(en: "close", zh: "关闭") }
    return selected == nil && filter.isActive ? Gloss(en: "clear", zh: "清除") : Gloss(en: "back", zh: "返回")
  }

  private static let answerKeys: [Binding<StudyScreen>] = [
    Binding(
      [.character(" ")], as: Gloss(en: "reveal, read on", zh: "展开，往下读"), labelled: revealLabel, footer: 1
    ) { screen, _, session in screen.reveal(session) },
    Binding(
      "1234".map(Key.character), written: "1 2 3 4", Gloss(en: "grade yourself", zh: "自评")
    ) { screen, key, session in
      guard case .character(let digit) = key, let value = digit.wholeNumberValue, let grade = Grade(rawValue: value)
      else { return [] }
      return screen.grade(grade, session)
    }.only(
      when: { screen, _ in screen.opened > 0 },
      else: Gloss(en: "Open the short answer before you grade yourself.  Space", zh: "先展开简答，再自评。  Space")),
    Binding(
      [.character("x")], Gloss(en: "experiment", zh: "实验"), footer: 2
    ) { screen, _, session in
      guard let experiment = screen.question(session)?.experiment else { return [] }
      return [.push(PlaygroundScreen(session, experiment: experiment.recipe, notice: experiment.notice))]
    }.only(
      when: { $0.question($1)?.experiment != nil },
      else: Gloss(en: "This question has no experiment.  P Playground", zh: "这道题没有实验。  P 演练场")),
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
      screen.selected.map { [.say(Notice(session.why($0)))] } ?? []
    },
    Binding([.character("y")], Gloss(en: "copy code, or command", zh: "复制代码或命令")) { screen, _, session in
      screen.copy(session)
    },
  ]

  private static let findingKeys: [Binding<StudyScreen>] = [
    Binding([.character("L")], Gloss(en: "中文", zh: "English"), footer: 5) { _, _, _ in [.switchLanguage] },
    Binding([.character("/")], Gloss(en: "find", zh: "查找"), footer: 6) { _, _, session in
      [.push(PaletteScreen(session, scope: .questions))]
    },
    Binding([.character("f")], Gloss(en: "filter", zh: "筛选"), footer: 7) { screen, _, _ in
      screen.filterRow = 0
      return []
    },
  ]

  private static let movingKeys: [Binding<StudyScreen>] = [
    Binding(
      [.tab, .backTab], written: "Tab", as: Gloss(en: "topics, list, reader", zh: "主题、列表、正文"),
      labelled: panesLabel, footer: 10
    ) { screen, key, session in
      let panes = screen.panes(session)
      let now = panes.firstIndex(of: screen.pane) ?? 0
      screen.enter(panes[(now + (key == .tab ? 1 : panes.count - 1)) % panes.count], session)
      return []
    },
    Binding(
      [.left, .right, .character("h"), .character("l")], written: "←→", Gloss(en: "the pane beside", zh: "左右一栏"),
      footer: 11
    ) { screen, key, session in
      let panes = screen.panes(session)
      let now = panes.firstIndex(of: screen.pane) ?? 0
      let step = key == .left || key == .character("h") ? -1 : 1
      screen.enter(panes[min(max(0, now + step), panes.count - 1)], session)
      return []
    },
    Binding([.enter], Gloss(en: "read", zh: "阅读")) { screen, key, session in
      switch screen.pane {
      case .topics: screen.pane = .list
      case .list: screen.enter(.reader, session)
      case .reader: return screen.reveal(session)
      }
      return []
    },
    Binding(
      [.down, .up, .character("j"), .character("k")], written: "↑↓", Gloss(en: "topic, question, line", zh: "主题，题目，行")
    ) { screen, key, session in
      screen.step(key == .up || key == .character("k") ? -1 : 1, session)
    },
    Binding([.pageDown, .control("f"), .control("d")], written: "PgDn", Gloss(en: "a page on", zh: "下一页")) {
      screen, _, session in screen.step(screen.readerArea(session).rows - 2, session)
    },
    Binding([.pageUp, .control("b"), .control("u")], written: "PgUp", Gloss(en: "a page back", zh: "上一页")) {
      screen, _, session in screen.step(2 - screen.readerArea(session).rows, session)
    },
    Binding([.character("g"), .home], written: "g", Gloss(en: "first", zh: "最前")) { screen, _, session in
      screen.step(-100_000, session)
    },
    Binding([.character("G"), .end], written: "G", Gloss(en: "last", zh: "最后")) { screen, _, session in
      screen.step(100_000, session)
    },
    Binding([.escape], Gloss(en: "clear the filter", zh: "清除筛选")) { screen, _, session in
      screen.clearFilter(session)
    }.only { screen, _ in screen.selected == nil && screen.filter.isActive },
  ]

  private static let revealLabel: @Sendable (StudyScreen, Session) -> Gloss = { screen, session in
    screen.hasClosedParts(session) ? Gloss(en: "reveal", zh: "展开") : Gloss(en: "read on", zh: "往下读")
  }

  private static let panesLabel: @Sendable (StudyScreen, Session) -> Gloss = { screen, session in
    screen.panes(session).contains(.topics)
      ? Gloss(en: "topics, list, reader", zh: "主题、列表、正文") : Gloss(en: "list, reader", zh: "列表、正文")
  }

  private func hasClosedParts(_ session: Session) -> Bool {
    question(session).map { opened < $0.sections.count } ?? false
  }

  private mutating func enter(_ pane: Pane, _ session: Session) {
    (self.pane, isAlone) = (pane, isAlone && pane == .reader)
    if pane == .reader, openedAt == nil { openedAt = session.now }
  }

  private mutating func step(_ rows: Int, _ session: Session) -> [Effect] {
    switch pane {
    case .topics: return moveTopic(rows, session)
    case .list: return move(rows, session)
    case .reader: scroll(by: rows, session)
    }
    return []
  }

  /// Copies the code that stands in the reader, or where there is none the command that opens the question.
  private func copy(_ session: Session) -> [Effect] {
    guard let id = selected, let page = page(session) else { return [] }
    let rows = page.lines.indices.dropFirst(firstRow(of: page, session)).prefix(readerArea(session).rows)
    if let code = page.firstCode(inRows: rows) {
      let count = code.split(separator: "\n", omittingEmptySubsequences: false).count - (code.hasSuffix("\n") ? 1 : 0)
      let text = session.say("Copied: \(count) line\(count == 1 ? "" : "s") of code", "已复制：\(count) 行代码")
      return [.copy(code), .say(Notice(text))]
    }
    return [.copy("heed study \(id)"), .say(Notice(session.say("Copied: heed study \(id)", "已复制：heed study \(id)")))]
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(pane: 0, let index)):
      let rows = rows(session)
      guard rows.indices.contains(index), case .question(let id) = rows[index] else { return [] }
      if id == selected {
        enter(.reader, session)
        return []
      }
      pane = .list
      return select(id, session)
    case .click(.row(pane: 1, let part)): return reveal(through: part, session)
    case .click(.row(pane: 2, let index)):
      let topics = session.bank.topics(in: session.language.rawValue)
      guard topics.indices.contains(index) else { return [] }
      pane = .topics
      return select(questions(session).first { $0.id.topic == topics[index].id }?.id, session)
    case .click(.pane(1)): enter(.reader, session)
    case .wheel(.pane(1)?, let rows), .wheel(.row(pane: 1, _)?, let rows): scroll(by: rows, session)
    case .wheel(.row(pane: 2, _)?, let rows): return moveTopic(rows, session)
    case .wheel(_, let rows): return move(rows, session)
    case .resize:
      if !panes(session).contains(pane) { pane = .list }
      return wantExperiment(session)
    default: return isTyping ? typeQuery(event, session) : []
    }
    return []
  }
}
