import Attention
import Learning
import TerminalUI
import Workbook

extension QuizSetupScreen {
  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let layout = ScreenLayout(session)
    let columns = min(Self.listColumns, body.columns)
    var list = Rect(column: body.column, row: body.row, columns: columns, rows: body.rows)
    if !layout.isLow {
      canvas.write(session.say("A quiz", "来一次测验"), column: list.column, row: list.row, style: Style(.strong))
      list = list.inset(top: 2)
    }
    let rows = rows(session, canvas.look)
    let focused = rows.firstIndex { $0.index == selected } ?? 0
    let first = firstVisible(selected: focused, count: rows.count, rows: list.rows)
    for (offset, row) in rows.dropFirst(first).prefix(list.rows).enumerated() {
      draw(row, row: list.row + offset, in: list, on: &canvas)
    }
    if first + list.rows < rows.count {
      canvas.write(
        String(canvas.look.glyphs.open), column: list.endColumn + 1, row: list.endRow - 1, style: Style(.quiet))
    }
    let start = list.endColumn + 8
    guard body.endColumn - start >= 40 else { return }
    drawAsked(
      on: &canvas,
      in: Rect(column: start, row: body.row, columns: min(60, body.endColumn - start), rows: body.rows), session)
  }

  private static let listColumns = 60
  /// The columns in which the figures of a topic end, from the right.
  private static let figureColumns = 6

  /// A line of the list: a setting, a topic, or what stands between them.
  private struct SetupRow {
    /// Where the keyboard can be.
    var index: Int?
    var label: [Span]
    /// A value that the arrows change.
    var value: Span?
    /// Right-aligned, the last at the right edge.
    var figures: [Span] = []
  }

  private func rows(_ session: Session, _ look: Look) -> [SetupRow] {
    func setting(_ row: Row, _ label: String, _ value: String, isSet: Bool) -> SetupRow {
      SetupRow(
        index: row.rawValue, label: [Span(label, selected == row.rawValue ? .strong : .text)],
        value: Span(value, isSet ? .data : .quiet))
    }
    let isImmediate = feedback == .immediate
    let none = session.say("all, as none is ticked", "未勾选即全部")
    let all = allTopics(session)
    let ticked = topics.isEmpty ? none : session.say("\(topics.count) of \(all.count)", "\(topics.count)/\(all.count)")
    return [
      setting(.items, session.say("items", "题数"), "\(count)", isSet: count != session.settings.quizItems),
      setting(
        .level, session.say("level", "级别"), level.map { name($0, session) } ?? session.say("any", "不限"),
        isSet: level != nil),
      setting(
        .feedback, session.say("feedback", "反馈"),
        isImmediate ? session.say("after each answer", "每题之后") : session.say("at the end", "全部答完之后"),
        isSet: isImmediate != session.settings.givesFeedbackAtOnce),
      SetupRow(label: []),
      SetupRow(
        label: [Span(session.say("Topics", "主题"), .strong), Span("  " + ticked, .quiet)],
        figures: [Span(session.say("due", "到期"), .quiet), Span(session.say("new", "未学"), .quiet)]),
    ] + all.enumerated().map { topic($1, index: $0 + Row.allCases.count, session, look) }
  }

  private func topic(_ topic: Topic, index: Int, _ session: Session, _ look: Look) -> SetupRow {
    let isTicked = topics.contains(topic.id)
    let counts = CardCount(
      Selection(topics: [topic.id], levels: level.map { [$0] } ?? []).sheets(of: session.deck).flatMap(\.itemCards),
      session)
    let absent = Span(String(look.glyphs.absent), .faint)
    let isNarrow = ScreenLayout(session).isNarrow
    return SetupRow(
      index: index,
      label: [
        Span(isTicked ? "[\(look.glyphs.full)] " : "[ ] ", isTicked ? .data : .quiet),
        Span(isNarrow ? topic.short : topic.title, index == selected ? .strong : .text),
      ],
      figures: [
        counts.due == 0 ? absent : Span("\(counts.due)", .accent),
        counts.new == 0 ? absent : Span("\(counts.new)", .quiet),
      ])
  }

  private func draw(_ line: SetupRow, row: Int, in area: Rect, on canvas: inout Canvas) {
    let isSelected = line.index == selected && line.index != nil
    let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
    if isSelected { drawFocus(on: &canvas, band) }
    let ground: Ground = isSelected ? .focus : .plain
    func placed(_ span: Span) -> Span { Span(span.text, style: Style(span.style.ink, on: ground)) }
    let figures = line.figures.count * Self.figureColumns
    canvas.write(
      line.label.map(placed), column: area.column, row: row, limit: area.endColumn - (figures > 0 ? figures + 1 : 0))
    if let index = line.index { canvas.mark(band, as: .row(pane: 0, index: index)) }
    for (offset, figure) in line.figures.reversed().enumerated() {
      canvas.write([placed(figure)], endColumn: area.endColumn - offset * Self.figureColumns, row: row)
    }
    guard let value = line.value.map(placed) else { return }
    let glyphs = canvas.look.glyphs
    guard isSelected else {
      canvas.write([value], endColumn: area.endColumn - 2, row: row)
      return
    }
    // The marks beside a value can be clicked.
    let accent = Style(.accent, on: ground)
    canvas.write(String(glyphs.larger), column: area.endColumn - 1, row: row, style: accent)
    let start = canvas.write([value], endColumn: area.endColumn - 2, row: row)
    canvas.write(String(glyphs.smaller), column: start - 2, row: row, style: accent)
    canvas.mark(Rect(column: area.endColumn - 2, row: row, columns: 2, rows: 1), as: .key(.right))
    canvas.mark(Rect(column: start - 2, row: row, columns: 2, rows: 1), as: .key(.left))
  }

  // MARK: What will be asked

  /// Beside the list: how the quiz would be made up, topic by topic, and by what order it is chosen.
  private func drawAsked(on canvas: inout Canvas, in area: Rect, _ session: Session) {
    let cards = cards(session)
    canvas.write(session.say("Will be asked", "将要问的"), column: area.column, row: area.row, style: Style(.strong))
    let count = session.say("\(cards.count) item\(cards.count == 1 ? "" : "s")", "\(cards.count) 题")
    let tail = [count, time(cards.count, session)].compactMap(\.self).joined(separator: session.say(", ", "，"))
    canvas.write(tail, endColumn: area.endColumn, row: area.row, style: Style(.quiet))
    let byTopic = Dictionary(grouping: cards, by: \.topic)
    let topics = allTopics(session).filter { byTopic[$0.id] != nil }
    let most = byTopic.values.map(\.count).max() ?? 1
    let lines = wrap(
      [
        Span(
          session.say(
            "What is due comes first, the longest due before the rest; then what is new, in a random order; then what falls due soonest.",
            "先问到期的，到期最久的在前；再问未学的，随机排列；最后问最快到期的。"), .quiet)
      ], columns: area.columns)
    let room = max(0, area.rows - 2 - lines.count - 1)
    var row = area.row + 2
    for topic in topics.prefix(room) {
      let cards = byTopic[topic.id] ?? []
      canvas.write(topic.short, column: area.column, row: row)
      canvas.bar(
        Double(cards.count) / Double(most), column: area.column + 21, row: row, columns: 12, showsRest: false)
      canvas.write("\(cards.count)", endColumn: area.column + 37, row: row, style: Style(.strong))
      canvas.write(
        CardCount(cards, session).text(session), column: area.column + 39, row: row, style: Style(.quiet),
        limit: area.endColumn)
      row += 1
    }
    row += 1
    for line in lines {
      canvas.write(line, in: area, row: row)
      row += 1
    }
  }
}
