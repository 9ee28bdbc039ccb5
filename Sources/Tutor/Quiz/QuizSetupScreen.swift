import Attention
import Foundation
import Learning
import TerminalUI
import Workbook

/// Chooses what a quiz asks: how many items, of which level and topics, with feedback at once or at the end.
struct QuizSetupScreen: Screen {
  var selected = 0
  var count: Int
  var level: Level?
  var feedback: QuizPlan.Feedback
  /// Empty: all topics.
  var topics: Set<String> = []

  init(_ session: Session, topics: Set<String> = []) {
    count = session.settings.quizItems
    feedback = session.settings.givesFeedbackAtOnce ? .immediate : .final
    self.topics = topics
  }

  var place: Place? { .quiz }

  /// Rows above the topics.
  enum Row: Int, CaseIterable { case items, level, feedback }

  static let bindings: [Binding<QuizSetupScreen>] = [
    Binding([.enter], Gloss(en: "begin", zh: "开始"), footer: 1) { screen, _, session in screen.begin(session) },
    Binding([.left, .right, .character("h"), .character("l")], written: "←→", Gloss(en: "change", zh: "改变"), footer: 2)
    {
      screen, key, session in screen.change(key == .left || key == .character("h") ? -1 : 1, session)
    },
    Binding([.character(" ")], Gloss(en: "tick a topic", zh: "勾选主题"), footer: 3) { screen, _, session in
      screen.tick(session)
    },
    Binding(
      [.character("r")], Gloss(en: "resume the last one", zh: "继续上次测验"), footer: 4
    ) {
      _, _, session in session.history.unfinishedQuiz.map { [.replace(QuizScreen($0.plan, session))] } ?? []
    }.only { _, session in session.history.unfinishedQuiz != nil },
    Binding(
      [.up, .down, .character("k"), .character("j"), .tab, .backTab], written: "↑↓", Gloss(en: "choose", zh: "选择")
    ) {
      screen, key, session in
      let step = [.up, .character("k"), .backTab].contains(key) ? -1 : 1
      screen.selected = min(max(0, screen.selected + step), screen.rowCount(session) - 1)
      return []
    },
    Binding([.character("g"), .home], written: "g", Gloss(en: "first", zh: "第一项")) { screen, _, _ in
      screen.selected = 0
      return []
    },
    Binding([.character("G"), .end], written: "G", Gloss(en: "last", zh: "最后一项")) { screen, _, session in
      screen.selected = screen.rowCount(session) - 1
      return []
    },
    Binding([.character("a")], Gloss(en: "all topics", zh: "所有主题")) { screen, _, _ in
      screen.topics = []
      return []
    },
    Binding([.character("L")], Gloss(en: "中文", zh: "English"), footer: 5) { _, _, _ in [.switchLanguage] },
  ]

  func crumbs(_ session: Session) -> [String] { [session.say("Quiz", "测验")] }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(_, let index)):
      if index == selected { return index < Row.allCases.count ? change(1, session) : tick(session) }
      selected = index
    case .wheel(_, let rows): selected = min(max(0, selected + rows), rowCount(session) - 1)
    default: break
    }
    return []
  }

  func rowCount(_ session: Session) -> Int { Row.allCases.count + allTopics(session).count }

  /// The topics that have items.
  func allTopics(_ session: Session) -> [Topic] {
    let asked = Set(session.bank.questions(in: session.language.rawValue).filter { !$0.items.isEmpty }.map(\.id.topic))
    return session.bank.topics(in: session.language.rawValue).filter { asked.contains($0.id) }
  }

  func available(_ session: Session) -> [CardID] {
    session.bank.questions(in: session.language.rawValue)
      .filter { (topics.isEmpty || topics.contains($0.id.topic)) && (level == nil || $0.level == level) }
      .flatMap { question in question.items.map { CardID(question: question.id, item: $0.id.number) } }
  }

  private mutating func change(_ step: Int, _ session: Session) -> [Effect] {
    switch Row(rawValue: selected) {
    case .items: count = min(100, max(1, count + step))
    case .level:
      let all: [Level?] = [nil] + Level.allCases.map(Optional.some)
      let place = all.firstIndex(of: level) ?? 0
      level = all[(place + step + all.count) % all.count]
    case .feedback: feedback = feedback == .immediate ? .final : .immediate
    case nil: return tick(session)
    }
    return []
  }

  private mutating func tick(_ session: Session) -> [Effect] {
    guard Row(rawValue: selected) == nil else { return change(1, session) }
    let index = selected - Row.allCases.count
    let all = allTopics(session)
    guard all.indices.contains(index) else { return [] }
    if topics.remove(all[index].id) == nil { topics.insert(all[index].id) }
    return []
  }

  private func begin(_ session: Session) -> [Effect] {
    let all = available(session)
    guard !all.isEmpty else {
      return [.say(Notice(session.say("No item matches; choose other topics or levels.", "没有符合条件的题目，请换主题或级别。"), .bad))]
    }
    let wanted = Selection(topics: topics, levels: level.map { [$0] } ?? [])
    let cards = wanted.items(count, of: session.deck, session.history, at: session.now, seed: session.seed)
    let plan = QuizPlan(
      id: QuizID(at: session.now, seed: session.seed), cards: cards,
      seed: session.seed ^ UInt64(bitPattern: Int64(session.now.timeIntervalSince1970)), feedback: feedback,
      topics: topics.sorted(), language: session.language.rawValue)
    return [.record([.quizStarted(plan)]), .replace(QuizScreen(plan, session))]
  }

  func message(_ session: Session) -> Line? {
    let all = available(session)
    let due = all.filter { (session.history.cards[$0]?.due).map { $0 <= session.now } ?? false }.count
    let new = all.filter { session.history.cards[$0] == nil }.count
    let order = ScreenLayout(session).isNarrow ? "" : session.say(" What is due comes first.", "到期的先问。")
    return Line(
      session.say(
        "\(min(count, all.count)) of \(all.count) items; \(due) due, \(new) new.",
        "共 \(all.count) 题，取 \(min(count, all.count)) 题；到期 \(due)，未学 \(new)。") + order, .quiet)
  }

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let area = Rect(column: body.column, row: body.row, columns: min(60, body.columns), rows: body.rows)
    canvas.write(session.say("A quiz", "来一次测验"), column: area.column, row: area.row, style: Style(.strong))
    let first = firstVisible(selected: selected + 1, count: rowCount(session) + 4, rows: area.rows - 2)
    var lines: [(index: Int?, label: String, value: String, isSet: Bool)] = [
      (0, session.say("items", "题数"), "\(count)", count != session.settings.quizItems),
      (1, session.say("level", "级别"), level.map { name($0, session) } ?? session.say("any", "不限"), level != nil),
      (
        2, session.say("feedback", "反馈"),
        feedback == .immediate ? session.say("after each answer", "每题之后") : session.say("at the end", "全部答完之后"), false
      ),
      (nil, "", "", false),
      (nil, session.say("Topics", "主题"), topics.isEmpty ? session.say("all", "全部") : "\(topics.count)", false),
    ]
    for (index, topic) in allTopics(session).enumerated() {
      let isTicked = topics.contains(topic.id)
      let mark = isTicked ? canvas.look.glyphs.full : canvas.look.glyphs.absent
      lines.append((index + Row.allCases.count, "\(mark) \(topic.title)", "", isTicked))
    }
    for (offset, line) in lines.dropFirst(first).prefix(area.rows - 2).enumerated() {
      let row = area.row + 2 + offset
      draw(line, row: row, in: area, on: &canvas)
    }
  }

  private func draw(
    _ line: (index: Int?, label: String, value: String, isSet: Bool), row: Int, in area: Rect, on canvas: inout Canvas
  ) {
    let isSelected = line.index == selected && line.index != nil
    let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
    if isSelected { drawFocus(on: &canvas, band) }
    let ground: Ground = isSelected ? .focus : .plain
    let ink: Ink = isSelected || line.index == nil ? .strong : .text
    canvas.write(line.label, column: area.column, row: row, style: Style(ink, on: ground), limit: area.endColumn)
    if !line.value.isEmpty {
      let glyphs = canvas.look.glyphs
      let value = isSelected ? "\(glyphs.smaller) \(line.value) \(glyphs.larger)" : line.value + "  "
      canvas.write(value, endColumn: area.endColumn, row: row, style: Style(line.isSet ? .data : .quiet, on: ground))
    }
    if let index = line.index { canvas.mark(band, as: .row(pane: 0, index: index)) }
  }
}
