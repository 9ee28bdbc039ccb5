import Foundation
import Learning
import TerminalUI
import Workbook

extension StatisticsScreen {
  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    guard let statistics, statistics.reviews.total > 0 else {
      let text = session.say("Answer one item and this page begins.", "答一道题，这一页就开始了。")
      let key = Span("Q", .accent)
      let isWide = text.cellWidth + 3 <= body.columns
      let lines = isWide ? [Line([Span(text + "  "), key])] : wrap([Span(text + " "), key], columns: body.columns)
      for (offset, line) in lines.enumerated() { canvas.write(line, in: body, row: body.row + offset) }
      let area = Rect(column: body.column, row: body.row, columns: body.columns, rows: lines.count)
      return canvas.mark(area, as: .key(.character("Q")))
    }
    if body.columns < 56 || body.rows < 18 || isAlone {
      draw(pane, statistics, in: body, on: &canvas, session)
    } else if body.columns < 116 || body.rows < 30 {
      drawFour(statistics, in: body, on: &canvas, session)
    } else {
      drawWide(statistics, in: body, on: &canvas, session)
    }
  }

  private func draw(_ pane: Pane, _ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session)
  {
    canvas.mark(area, as: .pane(pane.rawValue))
    switch pane {
    case .calendar: drawCalendar(statistics, in: area, on: &canvas, session)
    case .forecast: drawForecast(statistics, in: area, on: &canvas, session)
    case .scores: drawScores(statistics, in: area, on: &canvas, session)
    case .mastery: drawMastery(statistics, in: area, on: &canvas, session)
    }
  }

  /// Two charts above, mastery and scores below.
  private func drawFour(_ statistics: Statistics, in body: Rect, on canvas: inout Canvas, _ session: Session) {
    let left = (body.columns - 4) * 38 / 72
    let right = Rect(column: body.column + left + 4, row: body.row, columns: body.columns - left - 4, rows: 9)
    draw(
      .calendar, statistics, in: Rect(column: body.column, row: body.row, columns: left, rows: 9), on: &canvas, session)
    draw(.forecast, statistics, in: right, on: &canvas, session)
    let row = body.row + 10
    let rest = body.endRow - row
    draw(.mastery, statistics, in: Rect(column: body.column, row: row, columns: left, rows: rest), on: &canvas, session)
    let scores = Rect(column: right.column, row: row, columns: right.columns, rows: max(3, rest - 5))
    draw(.scores, statistics, in: scores, on: &canvas, session)
    drawFigures(
      statistics, in: Rect(column: right.column, row: scores.endRow + 1, columns: right.columns, rows: 4), on: &canvas,
      session)
  }

  private func drawWide(_ statistics: Statistics, in body: Rect, on canvas: inout Canvas, _ session: Session) {
    let left = min(110, body.columns - 44)
    let side = Rect(column: body.column + left + 6, row: body.row, columns: body.columns - left - 6, rows: body.rows)
    draw(
      .calendar, statistics, in: Rect(column: body.column, row: body.row, columns: left, rows: 10), on: &canvas, session
    )
    let charts = body.row + 12
    let height = min(10, max(5, (body.rows - 14) / 3))
    let half = (left - 6) / 2
    draw(
      .forecast, statistics, in: Rect(column: body.column, row: charts, columns: half + 4, rows: height), on: &canvas,
      session)
    draw(
      .scores, statistics,
      in: Rect(column: body.column + half + 8, row: charts, columns: left - half - 8, rows: height),
      on: &canvas, session)
    let table = charts + height + 2
    draw(
      .mastery, statistics, in: Rect(column: body.column, row: table, columns: left, rows: body.endRow - table),
      on: &canvas, session)
    canvas.write(session.say("Now", "现在"), column: side.column, row: side.row, style: Style(.strong))
    drawFigures(statistics, in: side.inset(top: 2), on: &canvas, session)
    drawLists(
      statistics, in: Rect(column: side.column, row: charts, columns: side.columns, rows: body.endRow - charts),
      on: &canvas, session)
  }

  private func title(_ text: String, _ tail: String, in area: Rect, pane: Pane, on canvas: inout Canvas) {
    if self.pane == pane {
      drawFocus(on: &canvas, Rect(column: area.column - 1, row: area.row, columns: area.columns + 2, rows: 1))
    }
    let ground: Ground = self.pane == pane ? .focus : .plain
    canvas.write(text, column: area.column, row: area.row, style: Style(.strong, on: ground))
    canvas.write(tail, endColumn: area.endColumn, row: area.row, style: Style(.quiet, on: ground))
  }

  private func drawCalendar(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let reviews = statistics.reviews
    let span = weeks(reviews, session)
    let tail = session.say("\(reviews.total) in \(span)", "\(span) \(reviews.total) 次")
    title(session.say("Reviews", "复习"), tail, in: area, pane: .calendar, on: &canvas)
    let selected = pane == .calendar ? reviews.today.advanced(by: -place(in: .calendar)) : nil
    CalendarPicture(reviews: reviews, selected: selected).draw(on: &canvas, in: area.inset(top: 1), session)
  }

  private func drawForecast(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let total = statistics.forecast.reduce(0, +)
    title(
      session.say("Coming due", "即将到期"), session.say("\(total) in 30 days", "30 天内 \(total) 项"), in: area,
      pane: .forecast,
      on: &canvas)
    let top = max(1, statistics.forecast.max() ?? 1)
    let chart = Rect(column: area.column + 4, row: area.row + 1, columns: area.columns - 4, rows: area.rows - 2)
    let gap = chart.columns >= 60 ? 1 : 0
    let accent = pane == .forecast ? place(in: .forecast) : 0
    canvas.draw(
      ColumnChart(values: statistics.forecast.map(Double.init), top: Double(top), gap: gap, accented: accent), in: chart
    )
    canvas.write("\(top)", endColumn: chart.column - 1, row: chart.row, style: Style(.quiet))
    canvas.write("0", endColumn: chart.column - 1, row: chart.endRow - 1, style: Style(.quiet))
    let shown = min(statistics.forecast.count, (chart.columns + gap) / (1 + gap))
    let end = chart.column + shown * (1 + gap) - gap
    let today = statistics.reviews.today
    canvas.write(session.say("today", "今天"), column: chart.column, row: chart.endRow, style: Style(.quiet))
    canvas.write(
      dateText(today.advanced(by: 14), session), column: chart.column + 14 * (gap + 1), row: chart.endRow,
      style: Style(.quiet))
    canvas.write(
      dateText(today.advanced(by: shown - 1), session), endColumn: end, row: chart.endRow, style: Style(.quiet))
  }

  private func drawScores(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let trend = statistics.quizzes
    var tail = trend.last?.points.value.map { session.say("last \(percent($0))", "上次 \(percent($0))") } ?? ""
    if let best = trend.best?.points.value { tail += session.say(", best \(percent(best))", "，最高 \(percent(best))") }
    title(session.say("Quiz scores", "测验得分"), tail, in: area, pane: .scores, on: &canvas)
    let hasDates = area.rows > 5
    let chart = Rect(
      column: area.column + 4, row: area.row + 1, columns: area.columns - 4, rows: area.rows - (hasDates ? 2 : 1))
    guard !trend.quizzes.isEmpty else {
      canvas.write(
        session.say("No quiz finished yet.", "还没有完成的测验。"), column: area.column, row: area.row + 2, style: Style(.quiet))
      return
    }
    let shown = min(trend.quizzes.count, max(1, chart.columns / 3))
    let values = trend.quizzes.suffix(shown).map { $0.points.value ?? 0 }
    let accent = pane == .scores ? shown - 1 - place(in: .scores) : nil
    canvas.draw(ColumnChart(values: values, top: 1, columnWidth: 2, gap: 1, accented: accent), in: chart)
    canvas.write("1", endColumn: chart.column - 1, row: chart.row, style: Style(.quiet))
    canvas.write("0", endColumn: chart.column - 1, row: chart.endRow - 1, style: Style(.quiet))
    guard hasDates else { return }
    let ends = [trend.quizzes[trend.quizzes.count - shown], trend.quizzes[trend.quizzes.count - 1]]
    let dates = ends.map { dateText(day(of: $0.lastAt, session), session) }
    let end = max(chart.column + shown * 3 - 1, chart.column + dates[1].cellWidth)
    if end - dates[1].cellWidth > chart.column + dates[0].cellWidth {
      canvas.write(dates[0], column: chart.column, row: chart.endRow, style: Style(.quiet))
    }
    canvas.write(dates[1], endColumn: end, row: chart.endRow, style: Style(.quiet))
  }

  private func drawMastery(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let whole = percent(statistics.mastery.value ?? 0)
    let isTable = area.columns >= 90
    canvas.write(
      isTable ? session.say("Mastery by topic", "各主题的掌握度") : session.say("Mastery", "掌握度"), column: area.column,
      row: area.row, style: Style(.strong))
    let tail = session.say("\(whole) of \(statistics.questions) questions", "\(statistics.questions) 题的 \(whole)")
    let columns = isTable ? [("lapses", "遗忘"), ("an item", "每题"), ("right", "正确"), ("due", "到期"), ("met", "学过")] : []
    if !isTable { canvas.write(tail, endColumn: area.endColumn, row: area.row, style: Style(.quiet)) }
    for (index, name) in columns.enumerated() {
      canvas.write(
        session.say(name.0, name.1), endColumn: area.endColumn - index * 9, row: area.row, style: Style(.quiet))
    }
    let top = area.row + (area.rows > 10 ? 2 : 1)
    let isCut = topics.count > area.endRow - top
    let rows = max(0, area.endRow - top - (isCut ? 1 : 0))
    let first = firstVisible(selected: place(in: .mastery), count: topics.count, rows: rows)
    let below = topics.count - first - rows
    if isCut, below > 0 {
      canvas.write(
        "\(canvas.look.glyphs.open) " + session.say("\(below) more", "还有 \(below) 个"), column: area.column,
        row: area.endRow - 1, style: Style(.quiet))
    }
    for (offset, topic) in topics.dropFirst(first).prefix(rows).enumerated() {
      let index = first + offset
      let row = top + offset
      let isSelected = index == place(in: .mastery)
      let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
      if isSelected { drawFocus(on: &canvas, band, hasKeyboard: pane == .mastery) }
      let ground: Ground = isSelected && pane == .mastery ? .focus : .plain
      let label = session.bank.topic(topic.id, in: session.language.rawValue)?.short ?? topic.id
      canvas.write(
        label.cut(to: 20, ellipsis: canvas.look.glyphs.ellipsis), column: area.column, row: row,
        style: Style(isSelected ? .strong : .text, on: ground))
      let figures = isTable ? 52 : 6
      canvas.bar(
        topic.mastery.value ?? 0, column: area.column + 21, row: row, columns: min(40, area.columns - 21 - figures),
        ground: ground)
      let barEnd = area.column + 21 + min(40, area.columns - 21 - figures)
      canvas.write(percent(topic.mastery.value ?? 0), endColumn: barEnd + 6, row: row, style: Style(on: ground))
      if isTable { drawFigures(of: topic, row: row, in: area, ground: ground, on: &canvas, session) }
      canvas.mark(band, as: .row(pane: Pane.mastery.rawValue, index: index))
    }
  }

  private func drawFigures(
    of topic: TopicStatistics, row: Int, in area: Rect, ground: Ground, on canvas: inout Canvas, _ session: Session
  ) {
    let absent = String(canvas.look.glyphs.absent)
    let texts: [(String, Ink)] = [
      (topic.lapses == 0 ? absent : "\(topic.lapses)", .quiet),
      (topic.secondsPerItem.map { session.say("\(Int($0.rounded())) s", "\(Int($0.rounded())) 秒") } ?? absent, .quiet),
      (topic.right.value.map(percent) ?? absent, .quiet),
      (topic.due == 0 ? absent : "\(topic.due)", topic.due == 0 ? .faint : .accent),
      ("\(topic.met)/\(topic.questions)", .quiet),
    ]
    for (index, text) in texts.enumerated() {
      canvas.write(text.0, endColumn: area.endColumn - index * 9, row: row, style: Style(text.1, on: ground))
    }
  }

  private func drawFigures(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let absent = String(canvas.look.glyphs.absent)
    func seconds(_ count: Double) -> String { session.say("\(Int(count.rounded())) s", "\(Int(count.rounded())) 秒") }
    func days(_ count: Int) -> String { session.say("\(count) day\(count == 1 ? "" : "s")", "\(count) 天") }
    let wish = percent(statistics.retention.wish)
    let before =
      statistics.pace.months.count > 1 ? statistics.pace.months.first.map { seconds($0.secondsPerItem) } : nil
    let rows: [(String, String, String)] = [
      (
        session.say("Retention", "记忆率"), statistics.retention.passed.value.map(percent) ?? absent,
        session.say("wish \(wish)", "目标 \(wish)")
      ),
      (
        session.say("Time an item", "每题用时"), statistics.pace.secondsPerItem.map(seconds) ?? absent,
        before.map { session.say("was \($0)", "最初 \($0)") } ?? ""
      ),
      (
        session.say("Streak", "连续"), days(statistics.streak.days),
        session.say("best \(statistics.bestStreak.days)", "最长 \(statistics.bestStreak.days)")
      ),
      (
        session.say("Keep slipping", "反复遗忘"), "\(statistics.leeches.count)",
        session.say("\(Memory.leechLapses)+ lapses", "忘 \(Memory.leechLapses) 次以上")
      ),
    ]
    for (offset, (label, value, tail)) in rows.prefix(area.rows).enumerated() {
      let row = area.row + offset
      canvas.write(label, column: area.column, row: row, style: Style(.quiet))
      let isBad = offset == rows.count - 1 && !statistics.leeches.isEmpty
      canvas.write(value, endColumn: area.column + 20, row: row, style: Style(isBad ? .bad : .strong))
      canvas.write(tail, column: area.column + 22, row: row, style: Style(.quiet), limit: area.endColumn)
    }
  }

  private func drawLists(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    var row = area.row
    func list(_ title: String, _ tail: String, _ entries: [(Span, String, String)]) {
      guard !entries.isEmpty, row + 2 < area.endRow else { return }
      canvas.write(title, column: area.column, row: row, style: Style(.strong))
      canvas.write(tail, endColumn: area.endColumn, row: row, style: Style(.quiet))
      row += 2
      for (mark, name, figure) in entries.prefix(6) where row < area.endRow {
        canvas.write(
          [mark, Span(" " + name)], column: area.column, row: row, limit: area.endColumn - figure.cellWidth - 1)
        canvas.write(figure, endColumn: area.endColumn, row: row, style: Style(.quiet))
        row += 1
      }
      row += 2
    }
    let glyphs = canvas.look.glyphs
    func state(_ id: QuestionID) -> Span {
      session.deck[id].map { session.history.standing(of: $0, at: session.now).state.span(glyphs) } ?? Span(" ")
    }
    func name(_ id: QuestionID) -> String {
      session.bank.question(id, in: session.language.rawValue)?.title ?? id.description
    }
    list(
      session.say("Keeps slipping", "反复遗忘"), session.say("lapses", "次数"),
      statistics.leeches.map { (Span(String(glyphs.slipping), .bad), name($0.card.question), "\($0.lapses)") })
    list(
      session.say("Will slip first", "最先会忘"), session.say("recall", "回忆率"),
      statistics.willSlipFirst.map { (state($0.question), name($0.question), percent($0.recall)) })
  }
}
