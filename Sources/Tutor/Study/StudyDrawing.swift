import Foundation
import Learning
import TerminalUI
import Workbook

/// Where list, rule and reader stand.
struct StudyColumns {
  let topics: Rect?
  let list: Rect?
  let rule: Int?
  let reader: Rect

  init(_ body: Rect, pane: StudyScreen.Pane, isAlone: Bool) {
    if body.columns < 56 {
      (topics, rule) = (nil, nil)
      list = pane == .list ? body : nil
      reader = body
    } else if isAlone {
      (topics, list, rule) = (nil, nil, nil)
      let columns = min(78, body.columns)
      reader = Rect(
        column: body.column + (body.columns - columns) / 2, row: body.row, columns: columns, rows: body.rows)
    } else if body.columns < 116 {
      let width = 26 + (body.columns - 76) / 4
      topics = nil
      list = Rect(column: body.column, row: body.row, columns: width, rows: body.rows)
      rule = body.column + width + 1
      let start = body.column + width + 4
      reader = Rect(column: start, row: body.row, columns: min(78, body.endColumn - start), rows: body.rows)
    } else {
      let listWidth = min(46, body.columns - 27 - 4 - 78)
      topics = Rect(column: body.column, row: body.row, columns: 26, rows: body.rows)
      list = Rect(column: body.column + 30, row: body.row, columns: max(30, listWidth), rows: body.rows)
      let start = body.column + 30 + max(30, listWidth)
      rule = start + 1
      reader = Rect(column: start + 5, row: body.row, columns: min(78, body.endColumn - start - 5), rows: body.rows)
    }
  }
}

extension StudyScreen {
  /// The reader without the row of grades.
  func readerArea(_ session: Session) -> Rect {
    let layout = ScreenLayout(session)
    var area = StudyColumns(layout.body, pane: .reader, isAlone: isAlone).reader
    if layout.isNarrow, opened > 0 { area.rows -= 1 }
    return area
  }

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
    guard opened > 0, pane == .reader || !ScreenLayout(session).isNarrow, let id = selected else {
      if questions(session).isEmpty {
        return Line(session.say("No question matches the filter.  f change it", "没有题目符合筛选条件。  f 修改"), .quiet)
      }
      return question(session).map { Line($0.title, .quiet) }
    }
    let card = CardID(question: id, item: nil)
    let intervals = session.history.scheduler.intervals(session.history.cards[card], at: session.now)
    let body = ScreenLayout(session).body
    let line = gradeLine(intervals, session)
    // Under the reader, as far as the words leave room.
    let reader = ScreenLayout(session).isWide ? readerArea(session).column - body.column : 0
    return line.indented(by: min(reader, body.columns - line.width - Line(line.trailing).width - 3))
  }

  private func drawReader(on canvas: inout Canvas, _ session: Session) {
    let area = readerArea(session)
    let lines = readerLines(session, columns: area.columns, look: canvas.look)
    let first = min(scroll, maximumScroll(count: lines.count, rows: area.rows))
    canvas.mark(area, as: .pane(1))
    let nextClosed = lines.firstIndex(where: \.isClosed)
    // The bar stands where Space acts; where that is not on the screen, at the top of what is read.
    let visible = first..<min(lines.count, first + area.rows)
    let top = visible.first { !lines[$0].line.isBlank }
    let focus = nextClosed.flatMap { visible.contains($0) ? $0 : nil } ?? (pane == .reader ? top : nil)
    for (offset, entry) in lines[visible].enumerated() {
      let row = area.row + offset
      var line = entry.line
      if first + offset == focus {
        let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
        drawFocus(on: &canvas, band, hasKeyboard: pane == .reader)
        if pane == .reader { line = focused(line) }
        if focus == nextClosed { canvas.mark(band, as: .row(pane: 1, index: entry.part ?? 0)) }
      }
      canvas.write(line, in: area, row: row)
    }
    if first + area.rows < lines.count {
      canvas.write(
        String(canvas.look.glyphs.open), column: area.endColumn + 1, row: area.endRow - 1, style: Style(.quiet))
    }
  }

  private func focused(_ line: Line) -> Line {
    func placed(_ span: Span) -> Span {
      Span(span.text, style: Style(span.style.ink == .text ? .strong : span.style.ink, on: .focus))
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
    for (index, topic) in session.bank.topics(in: session.language.rawValue).enumerated() {
      let row = area.row + 2 + index
      let questions = all.filter { $0.id.topic == topic.id }
      let isSelected = selected?.topic == topic.id
      let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
      if isSelected { drawFocus(on: &canvas, band, hasKeyboard: false) }
      canvas.mark(band, as: .row(pane: 2, index: index))
      canvas.write(
        topic.short.cut(to: 20, ellipsis: canvas.look.glyphs.ellipsis), column: area.column, row: row,
        style: Style(isSelected ? .strong : .text))
      canvas.write("\(met(questions))/\(questions.count)", endColumn: area.endColumn, row: row, style: Style(.quiet))
    }
    drawLegend(in: area, on: &canvas, session)
  }

  private func drawLegend(in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let start = area.row + session.bank.topics(in: session.language.rawValue).count + 5
    for (offset, state) in [Standing.State.due, .known, .learning, .new, .slipping].enumerated()
    where start + offset < area.endRow {
      canvas.write(
        [state.span(canvas.look.glyphs), Span(" " + state.name(session), .quiet)], column: area.column,
        row: start + offset)
    }
  }

  private func drawList(in area: Rect, on canvas: inout Canvas, _ session: Session, hasTopics: Bool) {
    let rows = rows(session)
    let selectedRow = rows.firstIndex { $0 == selected.map(StudyRow.question) } ?? 0
    let experiment = hasTopics ? question(session)?.experiment : nil
    let height = experiment == nil ? area.rows : min(rows.count + 2, area.rows - 22)
    var first = firstVisible(selected: selectedRow, count: rows.count, rows: max(3, height))
    if first > 0, rows[first] == .gap { first += 1 }
    var row = area.row
    for index in first..<min(rows.count, first + max(3, height)) {
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

/// The four grades as the message line offers them, each with the interval it would set.
func gradeLine(_ intervals: [Grade: TimeInterval], _ session: Session) -> Line {
  let layout = ScreenLayout(session)
  let grades = zip(Grade.allCases, gradeNames(session)).map { grade, name in
    [Span("\(grade.rawValue) ", .accent)] + (layout.isNarrow ? [] : [Span(name + " ")])
      + [Span(intervals[grade].map { duration($0, session) } ?? "", .quiet)]
  }
  let width = grades.reduce(0) { $0 + Line($1).width }
  let gap = Span(width + 9 <= layout.body.columns ? "   " : "  ")
  let spans = Array(grades.joined(separator: [gap]))
  let question = Span(session.say("Did you know it?", "答得出吗？"), .strong)
  if layout.isNarrow || question.text.cellWidth + 3 + Line(spans).width > layout.body.columns { return Line(spans) }
  return Line([question], trailing: spans)
}

/// In the order of the grades.
func gradeNames(_ session: Session) -> [String] {
  [session.say("Again", "重来"), session.say("Hard", "困难"), session.say("Good", "良好"), session.say("Easy", "简单")]
}

/// A number of questions, in words.
func counted(_ questions: Int, _ session: Session) -> String {
  session.say("\(questions) question\(questions == 1 ? "" : "s")", "\(questions) 题")
}
