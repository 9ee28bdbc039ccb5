import Learning
import TerminalUI
import Workbook

extension HomeScreen {
  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let layout = ScreenLayout(session)
    let columns = menuColumns(layout)
    let left = Rect(column: body.column, row: body.row, columns: columns, rows: body.rows)
    let headline = headline(session)
    canvas.write(Line(headline.title), in: left, row: body.row)
    if !layout.isNarrow { canvas.write(Line(headline.detail, .quiet), in: left, row: body.row + 1) }
    let air = body.rows > 34 ? 2 : 1
    let rows = menu(session)
    let top = body.row + (layout.isNarrow ? 2 : 3)
    let room = max(1, (body.endRow - top) / air)
    let first = firstVisible(selected: selected, count: rows.count, rows: min(room, rows.count))
    for (index, row) in rows.enumerated().dropFirst(first).prefix(room) {
      draw(row, index: index, row: top + (index - first) * air, in: left, on: &canvas, isNarrow: layout.isNarrow)
    }
    guard hasCharts(session), let statistics else { return }
    let next = top + rows.count * air + 2
    let rest = Rect(column: left.column, row: next, columns: columns, rows: body.endRow - next)
    guard layout.isWide else {
      let half = (columns - 4) * 37 / 72
      let right = Rect(column: left.column + half + 4, row: next, columns: columns - half - 4, rows: rest.rows)
      drawWeakest(
        firstIndex: rows.count, in: Rect(column: left.column, row: next, columns: half, rows: rest.rows), on: &canvas,
        session)
      return drawForecastRows(statistics, in: right, on: &canvas, session)
    }
    drawForecastColumns(
      statistics, in: Rect(column: left.column, row: next, columns: columns, rows: 10), on: &canvas, session)
    if rest.rows >= 22 { drawReviews(statistics, in: rest.inset(top: 12), on: &canvas, session) }
    let start = left.endColumn + (body.columns >= 150 ? 10 : 6)
    let right = Rect(column: start, row: body.row, columns: min(82, body.endColumn - start), rows: body.rows)
    drawTopicTable(statistics, firstIndex: rows.count, in: right, on: &canvas, session)
  }

  private func headline(_ session: Session) -> (title: [Span], detail: String) {
    if isFirstRun(session) {
      let detail =
        question(session)?.experiment == nil
        ? session.say("Enter reads a first question. Four minutes.", "Enter 读第一道题。四分钟。")
        : session.say("Enter reads a first question, x runs it. Four minutes.", "Enter 读第一道题，x 运行它的实验。四分钟。")
      return ([Span(session.say("Welcome.", "欢迎。"), .strong)], detail)
    }
    guard !due.isEmpty else {
      let next = statistics?.forecast.enumerated().first { $0.element > 0 }
      let detail =
        next.map { day, count in
          switch day {
          case 0: session.say("Next: \(count) later today.", "下一批：今天稍后 \(count) 项。")
          case 1: session.say("Next: \(count) tomorrow.", "下一批：明天 \(count) 项。")
          default: session.say("Next: \(count) in \(day) days.", "下一批：\(day) 天后 \(count) 项。")
          }
        } ?? session.say("Answer a quiz and it is scheduled for you.", "做一次测验，复习就会自动排好。")
      return ([Span(session.say("Nothing is due.", "没有到期的内容。"), .strong)], detail)
    }
    let count = due.count
    let seconds = statistics?.pace.secondsPerItem ?? 30
    let minutes = max(1, Int((Double(count) * seconds / 60).rounded()))
    let time = session.say("\(minutes) minute\(minutes == 1 ? "" : "s")", "\(minutes) 分钟")
    var detail = session.say("About \(time).", "约 \(time)。")
    let byTopic = Dictionary(grouping: due, by: \.question.topic).max {
      ($0.value.count, $1.key) < ($1.value.count, $0.key)
    }
    if let byTopic, byTopic.value.count > 1, byTopic.value.count < count {
      let topic = session.bank.topic(byTopic.key, in: session.language.rawValue)?.short ?? byTopic.key
      detail += session.say(" \(byTopic.value.count) are from \(topic).", "其中 \(byTopic.value.count) 项来自“\(topic)”。")
    }
    var title = [
      Span("\(count)", .accent, bold: true),
      Span(session.say(count == 1 ? " item is due" : " items are due", " 项到期"), .strong),
    ]
    if ScreenLayout(session).isNarrow { title.append(Span(session.say(", \(time)", "，约 \(time)"), .quiet)) }
    return (title, detail)
  }

  private func draw(_ item: HomeRow, index: Int, row: Int, in area: Rect, on canvas: inout Canvas, isNarrow: Bool) {
    let isSelected = index == selected
    let ground: Ground = isSelected ? .focus : .plain
    let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
    if isSelected { drawFocus(on: &canvas, band) }
    canvas.write(item.label, column: area.column, row: row, style: Style(isSelected ? .strong : .text, on: ground))
    let key = isSelected ? Key.enter.written : item.key?.written ?? ""
    if !isNarrow {
      canvas.write(
        [Span(item.detail, style: Style(.quiet, on: ground))], column: area.column + Self.labelColumns, row: row,
        limit: area.column + Self.labelColumns + detailColumns(of: area.columns))
    }
    canvas.write(key, endColumn: area.endColumn, row: row, style: Style(.accent, on: ground))
    canvas.mark(band, as: .row(pane: 0, index: index))
  }

  private func drawWeakest(firstIndex: Int, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    canvas.write(session.say("Weakest topics", "最薄弱的主题"), column: area.column, row: area.row, style: Style(.strong))
    let topics = topics(session)
    let first = firstVisible(selected: max(0, selected - firstIndex), count: topics.count, rows: area.rows - 1)
    let label = min(20, area.columns - 14)
    for (offset, topic) in topics.dropFirst(first).prefix(area.rows - 1).enumerated() {
      let index = firstIndex + first + offset
      let row = area.row + 1 + offset
      let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
      let isSelected = index == selected
      if isSelected { drawFocus(on: &canvas, band) }
      let ground: Ground = isSelected ? .focus : .plain
      canvas.write(
        title(topic, session).cut(to: label - 1, ellipsis: canvas.look.glyphs.ellipsis), column: area.column, row: row,
        style: Style(isSelected ? .strong : .text, on: ground))
      canvas.bar(
        topic.mastery.value ?? 0, column: area.column + label, row: row, columns: area.columns - label - 5,
        ground: ground)
      canvas.write(percent(topic.mastery.value ?? 0), endColumn: area.endColumn, row: row, style: Style(on: ground))
      canvas.mark(band, as: .row(pane: 0, index: index))
    }
  }

  private func drawForecastRows(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    canvas.write(session.say("Coming due", "即将到期"), column: area.column, row: area.row, style: Style(.strong))
    let days = statistics.forecast.prefix(min(7, area.rows - 1))
    guard let top = days.max().map(Double.init), top > 0 else {
      let text = session.say("Nothing in the next \(days.count) days.", "\(days.count) 天内没有。")
      return canvas.write(Line(text, .quiet), in: area, row: area.row + 1)
    }
    for (offset, count) in days.enumerated() {
      let row = area.row + 1 + offset
      let label = offset == 0 ? session.say("today", "今天") : weekday(offset, session)
      canvas.write(label, column: area.column, row: row, style: Style(offset == 0 ? .text : .quiet))
      canvas.bar(
        Double(count) / top, column: area.column + 7, row: row, columns: area.columns - 11,
        ink: offset == 0 ? .accent : .data, showsRest: false)
      canvas.write("\(count)", endColumn: area.endColumn, row: row)
    }
  }

  func title(_ topic: TopicStatistics, _ session: Session) -> String {
    session.bank.topic(topic.id, in: session.language.rawValue)?.short ?? topic.id
  }

  /// The learner's day, which begins at 4 in the morning, some days from now.
  func day(_ offset: Int, _ session: Session) -> Day { Tutor.day(of: session.now, session).advanced(by: offset) }

  private func weekday(_ offset: Int, _ session: Session) -> String {
    let names = "Mon Tue Wed Thu Fri Sat Sun".split(separator: " ")
    let index = day(offset, session).weekday - 1
    return session.say(String(names[index]), "周" + String(Array("一二三四五六日")[index]))
  }
}

/// The one amber bar and the lighter row: where the keys go.
func drawFocus(on canvas: inout Canvas, _ band: Rect, hasKeyboard: Bool = true) {
  if hasKeyboard { canvas.fill(band, style: Style(on: .focus)) }
  canvas.write(
    String(canvas.look.glyphs.focus), column: band.column, row: band.row,
    style: Style(hasKeyboard ? .accent : .faint, on: hasKeyboard ? .focus : .plain))
}
