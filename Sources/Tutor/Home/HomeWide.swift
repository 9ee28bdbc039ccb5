import Learning
import TerminalUI

/// What a wide screen has room for beside the menu: thirty days, the calendar, every topic, the last experiment.
extension HomeScreen {
  func drawForecastColumns(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let counts = Array(statistics.forecast.prefix(30))
    guard let top = counts.max(), top > 0 else { return }
    let total = counts.reduce(0, +)
    canvas.write(session.say("Coming due", "即将到期"), column: area.column, row: area.row, style: Style(.strong))
    canvas.write(
      session.say("\(total) in 30 days", "30 天内 \(total) 项"), endColumn: area.endColumn, row: area.row,
      style: Style(.quiet))
    let chart = Rect(column: area.column + 6, row: area.row + 2, columns: area.columns - 6, rows: area.rows - 3)
    let gap = chart.columns >= 60 ? 1 : 0
    canvas.draw(ColumnChart(values: counts.map(Double.init), top: Double(top), gap: gap, accented: 0), in: chart)
    canvas.write("\(top)", endColumn: area.column + 5, row: chart.row, style: Style(.quiet))
    canvas.write("0", endColumn: area.column + 5, row: chart.endRow - 1, style: Style(.quiet))
    canvas.write(session.say("today", "今天"), column: chart.column, row: chart.endRow, style: Style(.quiet))
    for day in stride(from: gap == 1 ? 7 : 14, through: 28, by: gap == 1 ? 7 : 14) {
      canvas.write(
        dateText(self.day(day, session), session), column: chart.column + day * (gap + 1), row: chart.endRow,
        style: Style(.quiet),
        limit: area.endColumn)
    }
  }

  func drawReviews(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let reviews = statistics.reviews
    canvas.write(session.say("Reviews", "复习"), column: area.column, row: area.row, style: Style(.strong))
    let tail = session.say(
      "\(reviews.total) in \(weeks(reviews, session)), \(reviews.onToday) today",
      "\(weeks(reviews, session)) \(reviews.total) 次，今天 \(reviews.onToday) 次")
    canvas.write(tail, endColumn: area.endColumn, row: area.row, style: Style(.quiet))
    CalendarPicture(reviews: reviews).draw(on: &canvas, in: area.inset(top: 2), session)
  }

  func drawTopicTable(
    _ statistics: Statistics, firstIndex: Int, in area: Rect, on canvas: inout Canvas, _ session: Session
  ) {
    let hasAir = area.columns >= 64
    let dueColumns = hasAir ? 9 : 6
    let barColumns = min(24, area.columns - 21 - 6 - dueColumns - (hasAir ? 10 : 8))
    let percentEnd = area.column + 21 + barColumns + 6
    canvas.write(
      session.say("Topics, weakest first", "主题，最薄弱的在前"), column: area.column, row: area.row, style: Style(.strong))
    if hasAir {
      let mastery = percent(statistics.mastery.value ?? 0)
      canvas.write(
        session.say("mastery \(mastery)", "掌握度 \(mastery)"), endColumn: percentEnd, row: area.row, style: Style(.quiet))
    }
    canvas.write(session.say("met", "学过"), endColumn: area.endColumn - dueColumns, row: area.row, style: Style(.quiet))
    canvas.write(session.say("due", "到期"), endColumn: area.endColumn, row: area.row, style: Style(.quiet))
    let topics = topics(session)
    let rows = min(topics.count, area.rows - 2)
    let first = firstVisible(selected: max(0, selected - firstIndex), count: topics.count, rows: rows)
    for (offset, topic) in topics.dropFirst(first).prefix(rows).enumerated() {
      let row = area.row + 2 + offset
      let index = firstIndex + first + offset
      let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
      let isSelected = index == selected
      if isSelected { drawFocus(on: &canvas, band) }
      let ground: Ground = isSelected ? .focus : .plain
      canvas.write(
        title(topic, session).cut(to: 20, ellipsis: canvas.look.glyphs.ellipsis), column: area.column, row: row,
        style: Style(isSelected ? .strong : .text, on: ground))
      canvas.bar(topic.mastery.value ?? 0, column: area.column + 21, row: row, columns: barColumns, ground: ground)
      canvas.write(percent(topic.mastery.value ?? 0), endColumn: percentEnd, row: row, style: Style(on: ground))
      canvas.write(
        "\(topic.met)/\(topic.questions)", endColumn: area.endColumn - dueColumns, row: row,
        style: Style(.quiet, on: ground))
      canvas.write(
        topic.due == 0 ? String(canvas.look.glyphs.absent) : "\(topic.due)", endColumn: area.endColumn, row: row,
        style: Style(topic.due == 0 ? .faint : .accent, on: ground))
      canvas.mark(band, as: .row(pane: 0, index: index))
    }
    let next = area.row + rows + 4
    guard let run, next + 12 < area.endRow else { return }
    let title = session.lastRecipe == nil ? session.say("Experiment", "实验") : session.say("Last experiment", "上次的实验")
    canvas.write(title, column: area.column, row: next, style: Style(.strong))
    canvas.write("P", endColumn: area.endColumn, row: next, style: Style(.accent))
    let picture = Rect(column: area.column, row: next + 2, columns: area.columns, rows: area.endRow - next - 2)
    ExperimentPicture(run: run).draw(on: &canvas, in: picture, session)
  }
}

/// How many weeks a calendar counts, in words.
func weeks(_ reviews: ReviewCalendar, _ session: Session) -> String {
  session.say("\(reviews.weeks) week\(reviews.weeks == 1 ? "" : "s")", "\(reviews.weeks) 周")
}
