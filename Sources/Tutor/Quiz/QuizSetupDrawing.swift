import Attention
import Learning
import TerminalUI
import Workbook

extension QuizSetupScreen {
  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let columns = min(Self.listColumns, body.columns)
    var list = Rect(column: body.column, row: body.row, columns: columns, rows: body.rows)
    if !ScreenLayout(session).isLow {
      canvas.write(session.say("A quiz", "来一次测验"), column: list.column, row: list.row, style: Style(.strong))
      list = list.inset(top: 2)
    }
    let modes = QuizMode.allCases.count
    // Where rows are few, one at a time.
    let hasBoth = list.rows >= modes + Self.fewestSettings
    if hasBoth || pane == .modes { drawModes(on: &canvas, in: list, session) }
    if hasBoth { list = list.inset(top: modes + 1) }
    if hasBoth || pane == .settings { drawSettings(on: &canvas, in: list, session) }
    let start = list.endColumn + 8
    guard body.endColumn - start >= 40 else { return }
    drawAsked(
      on: &canvas,
      in: Rect(column: start, row: body.row, columns: min(60, body.endColumn - start), rows: body.rows), session)
  }

  private static let listColumns = 66
  /// Rows that settings need beneath the modes to be of use, with the blank between.
  private static let fewestSettings = 8
  /// The columns in which the figures of a topic end, from the right.
  private static let figureColumns = 6

  // MARK: The modes

  private func drawModes(on canvas: inout Canvas, in area: Rect, _ session: Session) {
    let isNarrow = ScreenLayout(session).isNarrow
    let names = QuizMode.allCases.map { session.say($0.name) }
    let purposeColumn = area.column + 3 + (names.map(\.cellWidth).max() ?? 0) + (isNarrow ? 2 : 4)
    for (index, mode) in QuizMode.allCases.enumerated() where index < area.rows {
      let row = area.row + index
      let isChosen = mode == offer.mode
      let hasKeyboard = isChosen && pane == .modes
      let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
      if isChosen { drawFocus(on: &canvas, band, hasKeyboard: hasKeyboard) }
      let ground: Ground = hasKeyboard ? .focus : .plain
      canvas.write("\(index + 1)", column: area.column, row: row, style: Style(.accent, on: ground))
      canvas.write(
        names[index], column: area.column + 3, row: row, style: Style(isChosen ? .strong : .text, on: ground))
      var each = offer
      each.mode = mode
      var end = area.endColumn
      if let figure = each.figure(session) {
        end = canvas.write([Span(figure.text, style: Style(figure.style.ink, on: ground))], endColumn: end, row: row)
      }
      let purpose = session.say(isNarrow ? mode.shortPurpose : mode.purpose)
      canvas.write([Span(purpose, style: Style(.quiet, on: ground))], column: purposeColumn, row: row, limit: end - 1)
      canvas.mark(band, as: .row(pane: 0, index: index))
    }
  }

  // MARK: The settings

  private func drawSettings(on canvas: inout Canvas, in area: Rect, _ session: Session) {
    let lines = lines(session, canvas.look)
    let focused = lines.firstIndex { $0.index == selected } ?? 0
    let first = firstVisible(selected: pane == .settings ? focused : 0, count: lines.count, rows: area.rows)
    for (offset, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      draw(line, row: area.row + offset, in: area, on: &canvas)
    }
    if first + area.rows < lines.count {
      canvas.write(
        String(canvas.look.glyphs.open), column: area.endColumn + 1, row: area.endRow - 1, style: Style(.quiet))
    }
  }

  /// A line of the settings: a value, a field, a topic, or what stands between them.
  private struct SetupLine {
    /// Where the keyboard can be.
    var index: Int?
    var label: [Span]
    /// A value that the arrows change.
    var value: Span?
    var isField = false
    /// Right-aligned, the last at the right edge.
    var figures: [Span] = []
  }

  private func lines(_ session: Session, _ look: Look) -> [SetupLine] {
    var lines: [SetupLine] = []
    for (index, row) in rows(session).enumerated() {
      if case .topic(let id) = row {
        if let last = lines.last, last.figures.isEmpty { lines += [SetupLine(label: []), topicsHeading(session)] }
        lines.append(topic(id, index: index, session, look))
      } else {
        let isFocused = pane == .settings && index == selected
        let (label, value) = setting(row, session)
        lines.append(
          SetupLine(
            index: index, label: [Span(label, isFocused ? .strong : .text)], value: value, isField: row == .query))
      }
    }
    return lines
  }

  private func setting(_ row: Row, _ session: Session) -> (label: String, value: Span) {
    func value(_ text: String, isSet: Bool) -> Span { Span(text, isSet ? .data : .quiet) }
    switch row {
    case .items:
      let label = offer.mode == .interview ? session.say("questions", "题数") : session.say("items", "题数")
      return (label, value("\(offer.count)", isSet: offer.count != session.settings.quizItems))
    case .minutes:
      let isSet = offer.minutes != QuizOffer.minutesAnItem * offer.count
      return (session.say("minutes", "分钟"), value("\(offer.minutes)", isSet: isSet))
    case .interview:
      let label = session.say("my interview is on", "面试日期")
      if !typed.isEmpty { return (label, Span(typed + "_", .data)) }
      guard let interview = session.settings.interview else {
        return (label, Span(session.say("not set", "未设定"), .quiet))
      }
      let days = interview.number - day(of: session.now, session).number
      let when = days == 0 ? session.say("today", "今天") : session.say("in \(days) d", "\(days) 天后")
      let date = "\(interview)"
      return (label, value(days < 0 ? date : "\(date), \(when)", isSet: true))
    case .level:
      return (
        session.say("level", "级别"),
        value(level.map { name($0, session) } ?? session.say("any", "不限"), isSet: level != nil)
      )
    case .query, .topic:
      return (
        session.say("only", "只问"),
        value(field.isEmpty ? session.say("anything", "不限") : field.text, isSet: !field.isEmpty)
      )
    }
  }

  private func topicsHeading(_ session: Session) -> SetupLine {
    let all = allTopics(session)
    let none = session.say("all, as none is ticked", "未勾选即全部")
    let ticked = topics.isEmpty ? none : session.say("\(topics.count) of \(all.count)", "\(topics.count)/\(all.count)")
    return SetupLine(
      label: [Span(session.say("Topics", "主题"), .strong), Span("  " + ticked, .quiet)],
      figures: [Span(session.say("due", "到期"), .quiet), Span(session.say("new", "未学"), .quiet)])
  }

  private func topic(_ id: String, index: Int, _ session: Session, _ look: Look) -> SetupLine {
    let topic = session.bank.topic(id, in: session.language.rawValue)
    let isTicked = topics.contains(id)
    let sheets = Selection(topics: [id], levels: level.map { [$0] } ?? []).sheets(of: session.deck)
    let counts = CardCount(sheets.flatMap(\.itemCards), session)
    let absent = Span(String(look.glyphs.absent), .faint)
    let isFocused = pane == .settings && index == selected
    let title = (ScreenLayout(session).isNarrow ? topic?.short : topic?.title) ?? id
    return SetupLine(
      index: index,
      label: [
        Span(isTicked ? "[\(look.glyphs.full)] " : "[ ] ", isTicked ? .data : .quiet),
        Span(title, isFocused ? .strong : .text),
      ],
      figures: [
        counts.due == 0 ? absent : Span("\(counts.due)", .accent),
        counts.new == 0 ? absent : Span("\(counts.new)", .quiet),
      ])
  }

  private func draw(_ line: SetupLine, row: Int, in area: Rect, on canvas: inout Canvas) {
    let isFocused = pane == .settings && line.index == selected && line.index != nil
    let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
    if isFocused { drawFocus(on: &canvas, band) }
    let ground: Ground = isFocused ? .focus : .plain
    func placed(_ span: Span) -> Span { Span(span.text, style: Style(span.style.ink, on: ground)) }
    let figures = line.figures.count * Self.figureColumns
    let end = canvas.write(
      line.label.map(placed), column: area.column, row: row, limit: area.endColumn - (figures > 0 ? figures + 1 : 0))
    if let index = line.index { canvas.mark(band, as: .row(pane: 1, index: index)) }
    for (offset, figure) in line.figures.reversed().enumerated() {
      canvas.write([placed(figure)], endColumn: area.endColumn - offset * Self.figureColumns, row: row)
    }
    guard let value = line.value.map(placed) else { return }
    if line.isField, isFocused {
      canvas.draw(
        field, column: end + 2, row: row, columns: area.endColumn - end - 2, style: Style(.strong, on: ground))
      return
    }
    let glyphs = canvas.look.glyphs
    guard isFocused else {
      let text = value.text.cut(to: area.endColumn - end - 4, ellipsis: glyphs.ellipsis)
      canvas.write([Span(text, style: value.style)], endColumn: area.endColumn - 2, row: row)
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
    let cards = offer.cards(session)
    canvas.write(session.say("Will be asked", "将要问的"), column: area.column, row: area.row, style: Style(.strong))
    let count = session.say("\(cards.count) item\(cards.count == 1 ? "" : "s")", "\(cards.count) 题")
    let tail = [count, QuizOffer.time(Set(cards).count, secondsPerItem, session)].compactMap(\.self).joined(
      separator: session.say(", ", "，"))
    canvas.write(tail, endColumn: area.endColumn, row: area.row, style: Style(.quiet))
    let byTopic = Dictionary(grouping: cards, by: \.topic)
    let topics = allTopics(session).filter { byTopic[$0.id] != nil }
    let most = byTopic.values.map(\.count).max() ?? 1
    let lines = wrap([Span(session.say(offer.mode.order), .quiet)], columns: area.columns)
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
