import Learning
import TerminalUI
import Workbook

/// What comes, whether it helps, and how much was kept: three charts over time.
extension StatisticsScreen {
  private static let axisColumns = 4

  /// The rectangle below a title and above the dates. A high chart has air below its title.
  private func chart(in area: Rect, hasDates: Bool = true) -> Rect {
    area.inset(left: Self.axisColumns, top: area.rows > 9 ? 2 : 1, bottom: hasDates ? 1 : 0)
  }

  private func drawAxis(_ chart: Rect, top: String, bottom: String, on canvas: inout Canvas) {
    canvas.write(top, endColumn: chart.column - 1, row: chart.row, style: Style(.quiet))
    canvas.write(bottom, endColumn: chart.column - 1, row: chart.endRow - 1, style: Style(.quiet))
  }

  func drawForecast(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let forecast = statistics.forecast
    let total = forecast.reduce(0, +)
    title(
      session.say("Coming due", "即将到期"), session.say("\(total) in 30 days", "30 天内 \(total) 项"), in: area,
      pane: .forecast, on: &canvas)
    guard total > 0 else {
      return say(
        session.say("Nothing comes due in 30 days.", "30 天内没有到期的内容。"), instead: area, on: &canvas)
    }
    let chart = chart(in: area)
    let pitch = max(1, min(4, chart.columns / forecast.count))
    let top = forecast.max() ?? 0
    canvas.draw(
      ColumnChart(
        values: forecast.map(Double.init), top: Double(top), columnWidth: max(1, pitch - 1), gap: pitch > 1 ? 1 : 0,
        accented: pane == .forecast ? place(in: .forecast) : 0),
      in: chart)
    drawAxis(chart, top: "\(top)", bottom: "0", on: &canvas)
    let today = statistics.reviews.today
    var end = canvas.write(session.say("today", "今天"), column: chart.column, row: chart.endRow, style: Style(.quiet))
    let last = dateText(today.advanced(by: forecast.count - 1), session)
    let lastStart = chart.column + forecast.count * pitch - (pitch > 1 ? 1 : 0) - last.cellWidth
    for day in stride(from: pitch > 1 ? 7 : 14, to: forecast.count, by: pitch > 1 ? 7 : 14) {
      let text = dateText(today.advanced(by: day), session)
      let column = chart.column + day * pitch
      guard column > end, column + text.cellWidth < lastStart else { continue }
      end = canvas.write(text, column: column, row: chart.endRow, style: Style(.quiet))
    }
    canvas.write(last, column: lastStart, row: chart.endRow, style: Style(.quiet))
  }

  func drawScores(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let trend = statistics.quizzes
    let last = trend.last?.points.value.map { session.say("last \(percent($0))", "上次 \(percent($0))") } ?? ""
    let best = trend.best?.points.value.map { session.say("best \(percent($0))", "最高 \(percent($0))") }
    let both = [last, best].compactMap(\.self).joined(separator: session.say(", ", "，"))
    title(session.say("Quiz scores", "测验得分"), both, last, in: area, pane: .scores, on: &canvas)
    guard !trend.quizzes.isEmpty else {
      return say(session.say("No quiz finished yet.", "还没有完成的测验。"), instead: area, on: &canvas)
    }
    let hasDates = area.rows > 5
    let chart = chart(in: area, hasDates: hasDates)
    let pitch = trend.quizzes.count * 3 <= chart.columns + 1 ? 3 : 2
    let shown = min(trend.quizzes.count, max(1, (chart.columns + 1) / pitch))
    let values = trend.quizzes.suffix(shown).map { $0.points.value ?? 0 }
    let accent = pane == .scores ? shown - 1 - place(in: .scores) : nil
    canvas.draw(ColumnChart(values: values, top: 1, columnWidth: pitch - 1, gap: 1, accented: accent), in: chart)
    drawAxis(chart, top: "1", bottom: "0", on: &canvas)
    guard hasDates else { return }
    let ends = [trend.quizzes[trend.quizzes.count - shown], trend.quizzes[trend.quizzes.count - 1]]
    drawEnds(
      ends.map { dateText(day(of: $0.lastAt, session), session) }, of: chart, columns: shown * pitch - 1, &canvas)
  }

  /// The first and the last date below a chart; the first is left out where the two would meet.
  private func drawEnds(_ dates: [String], of chart: Rect, columns: Int, _ canvas: inout Canvas) {
    let end = max(chart.column + columns, chart.column + dates[1].cellWidth)
    if end - dates[1].cellWidth > chart.column + dates[0].cellWidth {
      canvas.write(dates[0], column: chart.column, row: chart.endRow, style: Style(.quiet))
    }
    canvas.write(dates[1], endColumn: end, row: chart.endRow, style: Style(.quiet))
  }

  func drawRetention(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let retention = statistics.retention
    let wish = session.say("wish \(percent(retention.wish))", "目标 \(percent(retention.wish))")
    title(
      session.say("Retention", "记忆率"),
      session.say("\(retention.weeks.count) weeks, \(wish)", "\(retention.weeks.count) 周，\(wish)"), wish,
      in: area, pane: .retention, on: &canvas)
    let values = retention.weeks.map(\.passed.value)
    let known = values.compactMap(\.self)
    guard known.count > 1 else {
      let text =
        known.first.map {
          session.say(
            "So far one week, \(percent($0)); the line begins with the second.", "目前只有一周，\(percent($0))；有两周后开始画线。")
        }
        ?? session.say(
          "It begins when something learned is asked again on a later day.", "学会的内容在之后某天再被问到时，这里就开始了。")
      return say(text, instead: area, on: &canvas)
    }
    let (low, high) = ((known + [retention.wish]).min() ?? 0, (known + [retention.wish]).max() ?? 1)
    let line = LineChart(
      values: values, range: low...max(high, low + 0.01), wish: retention.wish,
      accented: pane == .retention ? values.count - 1 - place(in: .retention) : nil)
    let chart = chart(in: area).inset(left: 1)
    canvas.draw(line, in: chart)
    drawAxis(chart, top: percent(high), bottom: percent(low), on: &canvas)
    let row = line.row(of: retention.wish, rows: chart.rows)
    canvas.write(percent(retention.wish), endColumn: chart.column - 1, row: chart.row + row, style: Style(.quiet))
    let today = statistics.reviews.today
    let dates = [retention.weeks.first?.monday ?? today, today].map { dateText($0, session) }
    drawEnds(dates, of: chart, columns: chart.columns, &canvas)
  }
}
