import Foundation
import Learning
import TerminalUI
import Workbook

extension StudyScreen {
  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let columns = StudyColumns(body, pane: pane, isAlone: isAlone)
    if let topics = columns.topics { drawTopics(in: topics, on: &canvas, session) }
    if let list = columns.list { drawList(in: list, on: &canvas, session, hasTopics: columns.topics != nil) }
    if let rule = columns.rule {
      for row in body.row..<body.endRow {
        canvas.write(String(canvas.look.glyphs.rule), column: rule, row: row, style: Style(.faint))
      }
    }
    if columns.list == nil || columns.rule != nil { drawReader(on: &canvas, session) }
    drawFilter(on: &canvas, session)
  }

  func message(_ session: Session) -> Line? {
    if isTyping {
      let example = session.say(
        "For example topic:masks kind:coding state:due, or words.", "例如 topic:masks kind:coding state:due，或词语。")
      return filter.fault.map { Line(session.say($0.wording), .bad) } ?? Line(example, .quiet)
    }
    guard let question = question(session) else {
      let what = filter.summary(session).cut(to: session.size.columns - 33, ellipsis: session.look.glyphs.ellipsis)
      return Line(session.say("Nothing matches \(what).  Esc clears", "没有题目符合“\(what)”。  Esc 清除"), .quiet)
    }
    if pane == .topics {
      return session.bank.topic(question.id.topic, in: session.language.rawValue).map { Line($0.summary, .quiet) }
    }
    guard opened > 0, pane == .reader || !ScreenLayout(session).isNarrow else { return Line(question.title, .quiet) }
    let card = CardID(question: question.id, item: nil)
    let intervals = session.history.intervals(of: card, at: session.now)
    let body = ScreenLayout(session).body
    let line = gradeLine(intervals, session)
    // Under the reader, as far as the words leave room.
    let reader = ScreenLayout(session).isWide ? readerArea(session).column - body.column : 0
    return line.indented(by: min(reader, body.columns - line.width - Line(line.trailing).width - 3))
  }

  private func drawReader(on canvas: inout Canvas, _ session: Session) {
    guard let page = page(session) else { return }
    let area = readerArea(session)
    let lines = page.lines
    let first = firstRow(of: page, session)
    canvas.mark(area, as: .pane(1))
    var visible = first..<min(lines.count, first + area.rows)
    // The heading of an open part does not stand apart from its text.
    if let last = visible.last, last > first, last + 1 < lines.count, lines[last].block == 0, lines[last].part >= 0,
      !lines[last].isClosed
    {
      visible.removeLast()
    }
    // The bar stands where Space acts; where that is not on the screen, at the top of what is read.
    let nextClosed = visible.first { lines[$0].isClosed }
    let focus = nextClosed ?? (pane == .reader ? visible.first { !lines[$0].line.isBlank } : nil)
    for row in visible {
      var line = lines[row].line
      let band = Rect(column: area.column - 1, row: area.row + row - first, columns: area.columns + 2, rows: 1)
      if lines[row].isClosed { canvas.mark(band, as: .row(pane: 1, index: lines[row].part)) }
      if row == focus {
        drawFocus(on: &canvas, band, hasKeyboard: pane == .reader)
        if pane == .reader { line = focused(line) }
      }
      canvas.write(line, in: area, row: band.row)
    }
    if visible.upperBound < lines.count {
      canvas.write(
        String(canvas.look.glyphs.open), column: area.endColumn + 1, row: area.endRow - 1, style: Style(.quiet))
    }
  }

  private func focused(_ line: Line) -> Line {
    func placed(_ span: Span) -> Span {
      var span = span
      span.style = Style(span.style.ink == .text ? .strong : span.style.ink, on: .focus)
      return span
    }
    return Line(line.spans.map(placed), trailing: line.trailing.map(placed))
  }

  private func drawTopics(in area: Rect, on canvas: inout Canvas, _ session: Session) {
    canvas.write(session.say("Topics", "主题"), column: area.column, row: area.row, style: Style(.strong))
    let all = session.bank.questions(in: session.language.rawValue)
    let met = { (questions: [Question]) in
      questions.filter { session.standing(of: $0).state != .new }.count
    }
    canvas.write("\(met(all))/\(all.count)", endColumn: area.endColumn, row: area.row, style: Style(.quiet))
    let topics = session.bank.topics(in: session.language.rawValue)
    let now = topics.firstIndex { $0.id == selected?.topic } ?? 0
    let rows = min(topics.count, area.rows - 2)
    let first = firstVisible(selected: now, count: topics.count, rows: rows)
    for (offset, topic) in topics.dropFirst(first).prefix(rows).enumerated() {
      let row = area.row + 2 + offset
      let questions = all.filter { $0.id.topic == topic.id }
      let isSelected = selected?.topic == topic.id
      let hasKeyboard = isSelected && pane == .topics
      let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
      if isSelected { drawFocus(on: &canvas, band, hasKeyboard: hasKeyboard) }
      canvas.mark(band, as: .row(pane: 2, index: first + offset))
      let ground: Ground = hasKeyboard ? .focus : .plain
      let isLeftOut = filter.isActive && !questions.contains { filter.accepts($0, session) }
      canvas.write(
        topic.short.cut(to: 20, ellipsis: canvas.look.glyphs.ellipsis), column: area.column, row: row,
        style: Style(isSelected ? .strong : isLeftOut ? .faint : .text, on: ground))
      canvas.write(
        "\(met(questions))/\(questions.count)", endColumn: area.endColumn, row: row, style: Style(.quiet, on: ground))
    }
    drawLegend(in: area.inset(top: rows + 5), on: &canvas, session)
  }

  private func drawLegend(in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let states: [Standing.State] = [.due, .known, .learning, .new, .slipping]
    guard area.rows >= states.count else { return }
    for (offset, state) in states.enumerated() {
      canvas.write(
        [state.span(canvas.look.glyphs), Span(" " + state.name(session), .quiet)], column: area.column,
        row: area.row + offset)
    }
  }

  private func drawList(in area: Rect, on canvas: inout Canvas, _ session: Session, hasTopics: Bool) {
    let rows = rows(session)
    let selectedRow = rows.firstIndex { $0 == selected.map(StudyRow.question) } ?? 0
    // The experiment has what the list leaves; a long list gives way to it, down to a few rows.
    let forList = min(rows.count + 2, max(8, area.rows - 22))
    let experiment = hasTopics && area.rows - forList >= 12 ? question(session)?.experiment : nil
    let height = experiment == nil ? area.rows : forList
    var first = firstVisible(selected: selectedRow, count: rows.count, rows: height)
    if first > 0, rows[first] == .gap { first += 1 }
    var row = area.row
    for index in first..<min(rows.count, first + height) {
      switch rows[index] {
      case .gap: break
      case .topic(let id): drawHeading(id, row: row, in: area, on: &canvas, session, isOnly: hasTopics)
      case .question(let id):
        drawEntry(id, index: index, row: row, in: area, on: &canvas, session, showsLevel: area.columns >= 40)
      }
      row += 1
    }
    guard let experiment, row + 6 < area.endRow else { return }
    let picture = Rect(column: area.column, row: row + 1, columns: area.columns, rows: area.endRow - row - 1)
    drawExperiment(experiment, in: picture, on: &canvas, session)
  }

  private func drawExperiment(_ experiment: Experiment, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    canvas.write(session.say("Experiment", "实验"), column: area.column, row: area.row, style: Style(.strong))
    canvas.write("x", endColumn: area.endColumn, row: area.row, style: Style(.accent))
    let notice = experiment.notice.map { wrap([Span(canvas.look.shown($0), .quiet)], columns: area.columns) } ?? []
    let room = area.inset(top: 2, bottom: notice.isEmpty ? 0 : notice.count + 1)
    guard let id = selected, let run = runs[id], room.rows > 4 else { return }
    let rows = ExperimentPicture(run: run).draw(on: &canvas, in: room, session)
    for (offset, line) in notice.enumerated() {
      canvas.write(line, in: area, row: room.row + rows + 1 + offset)
    }
  }

  /// A topic and how many of its questions were met; alone in its list, how many there are.
  private func drawHeading(
    _ id: String, row: Int, in area: Rect, on canvas: inout Canvas, _ session: Session, isOnly: Bool
  ) {
    let questions = questions(session).filter { $0.id.topic == id }
    let met = questions.filter { session.standing(of: $0).state != .new }.count
    let count = isOnly && area.columns >= 40 ? counted(questions.count, session) : "\(met)/\(questions.count)"
    let title = session.bank.topic(id, in: session.language.rawValue)?.short ?? id
    canvas.write(
      [Span(title, .strong)], column: area.column, row: row, limit: area.endColumn - count.cellWidth - 1)
    canvas.write(count, endColumn: area.endColumn, row: row, style: Style(.quiet))
  }

  private func drawEntry(
    _ id: QuestionID, index: Int, row: Int, in area: Rect, on canvas: inout Canvas, _ session: Session, showsLevel: Bool
  ) {
    guard let question = session.bank.question(id, in: session.language.rawValue) else { return }
    let isSelected = id == selected
    let hasKeyboard = isSelected && pane == .list
    let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
    if isSelected { drawFocus(on: &canvas, band, hasKeyboard: hasKeyboard) }
    let ground: Ground = hasKeyboard ? .focus : .plain
    var mark = session.standing(of: question).state.span(canvas.look.glyphs)
    mark.style.ground = ground
    canvas.write([mark], column: area.column, row: row)
    let level = showsLevel ? name(question.level, session) : ""
    let limit = area.endColumn - (level.isEmpty ? 0 : level.cellWidth + 2)
    canvas.write(
      [Span(question.title, style: Style(isSelected ? .strong : .text, on: ground))], column: area.column + 2,
      row: row, limit: limit)
    canvas.write(level, endColumn: area.endColumn, row: row, style: Style(.quiet, on: ground))
    canvas.mark(band, as: .row(pane: 0, index: index))
  }
}

/// A number of questions, in words.
func counted(_ questions: Int, _ session: Session) -> String {
  session.say("\(questions) question\(questions == 1 ? "" : "s")", "\(questions) 题")
}
