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
    let layout = StatisticsLayout(body, alone: isAlone ? pane : nil, front: pane)
    for (pane, area) in layout.panes {
      canvas.mark(area, as: .pane(pane.rawValue))
      switch pane {
      case .calendar: drawCalendar(statistics, in: area, on: &canvas, session)
      case .forecast: drawForecast(statistics, in: area, on: &canvas, session)
      case .scores: drawScores(statistics, in: area, on: &canvas, session)
      case .retention: drawRetention(statistics, in: area, on: &canvas, session)
      case .mastery: drawMastery(statistics, in: area, on: &canvas, session)
      case .slipping:
        drawLists(statistics, isAlone: layout.panes.count == 1, in: area, on: &canvas, session)
      }
    }
    if let area = layout.figures {
      drawFigures(statistics, isWhole: layout.isWide, in: area, on: &canvas, session)
    }
  }

  /// The heading of a chart, and at its right what it comes to: the longest of the summaries that fits.
  func title(_ text: String, _ tails: String..., in area: Rect, pane: Pane, on canvas: inout Canvas) {
    if self.pane == pane {
      drawFocus(on: &canvas, Rect(column: area.column - 1, row: area.row, columns: area.columns + 2, rows: 1))
    }
    let ground: Ground = self.pane == pane ? .focus : .plain
    let end = canvas.write(text, column: area.column, row: area.row, style: Style(.strong, on: ground))
    guard let tail = tails.first(where: { end + 2 + $0.cellWidth <= area.endColumn }) else { return }
    canvas.write(tail, endColumn: area.endColumn, row: area.row, style: Style(.quiet, on: ground))
  }

  /// A sentence in the place of a chart that would be empty.
  func say(_ text: String, instead area: Rect, on canvas: inout Canvas) {
    for (offset, line) in wrap([Span(text, .quiet)], columns: area.columns).enumerated() {
      canvas.write(line, in: area, row: area.row + 2 + offset)
    }
  }

  private func drawCalendar(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let reviews = statistics.reviews
    let span = weeks(reviews, session)
    let tail = session.say("\(reviews.total.grouped) in \(span)", "\(span) \(reviews.total.grouped) 次")
    title(session.say("Reviews", "复习"), tail, in: area, pane: .calendar, on: &canvas)
    let selected = pane == .calendar ? reviews.today.advanced(by: -place(in: .calendar)) : nil
    CalendarPicture(reviews: reviews, selected: selected).draw(
      on: &canvas, in: area.inset(top: area.rows > 9 ? 2 : 1), session)
  }

  /// What the whole log comes to, each figure with what it is measured by.
  private func drawFigures(
    _ statistics: Statistics, isWhole: Bool, in area: Rect, on canvas: inout Canvas, _ session: Session
  ) {
    var row = area.row
    if isWhole {
      canvas.write(session.say("Now", "现在"), column: area.column, row: row, style: Style(.strong))
      row += 2
    }
    for figure in figures(statistics, isWhole: isWhole, session) where row < area.endRow {
      canvas.write(figure.label, column: area.column, row: row, style: Style(.quiet))
      canvas.write(figure.value, endColumn: area.column + 20, row: row, style: Style(figure.ink))
      canvas.write([Span(figure.tail, .quiet)], column: area.column + 22, row: row, limit: area.endColumn)
      row += 1
    }
  }

  private struct Figure {
    let label: String
    let value: String
    let tail: String
    var ink = Ink.strong
  }

  private func figures(_ statistics: Statistics, isWhole: Bool, _ session: Session) -> [Figure] {
    func seconds(_ count: Double) -> String { session.say("\(Int(count.rounded())) s", "\(Int(count.rounded())) 秒") }
    let wish = percent(statistics.retention.wish)
    let days = statistics.streak.days
    let first = statistics.pace.months.count > 1 ? statistics.pace.months.first : nil
    let retention = statistics.retention.passed.value.map { share in
      Figure(
        label: session.say("Retention", "记忆率"), value: percent(share), tail: session.say("wish \(wish)", "目标 \(wish)"))
    }
    let pace = statistics.pace.secondsPerItem.map { time in
      Figure(
        label: session.say("Time an item", "每题用时"), value: seconds(time),
        tail: first.map { month in
          let before = seconds(month.secondsPerItem)
          guard isWhole else { return session.say("was \(before)", "最初 \(before)") }
          let date = month.first.date
          // A month without its year is this year's.
          let isOld = date.year != statistics.reviews.today.date.year
          return session.say(
            "\(before) in \(monthName(date.month, session))" + (isOld ? " \(date.year)" : ""),
            (isOld ? "\(date.year)年" : "") + "\(monthName(date.month, session)) \(before)")
        } ?? "")
    }
    let streak = Figure(
      label: session.say("Streak", "连续"), value: session.say("\(days) day\(days == 1 ? "" : "s")", "\(days) 天"),
      tail: session.say("best \(statistics.bestStreak.days)", "最长 \(statistics.bestStreak.days)"))
    let slipping = Figure(
      label: session.say("Keep slipping", "反复遗忘"), value: "\(statistics.leeches.count)",
      tail: session.say("\(Memory.leechLapses)+ lapses", "忘 \(Memory.leechLapses) 次以上"),
      ink: statistics.leeches.isEmpty ? .strong : .bad)
    guard isWhole else { return [retention, pace, streak, slipping].compactMap(\.self) }
    let questions = statistics.questions
    let mastery = Figure(
      label: session.say("Mastery", "掌握度"), value: percent(statistics.mastery.value ?? 0),
      tail: session.say("of \(questions) questions", "共 \(questions) 题"))
    let met = Figure(
      label: session.say("Met", "学过"), value: "\(statistics.met)",
      tail: session.say("\(questions - statistics.met) to go", "还有 \(questions - statistics.met) 题"))
    return [retention, mastery, met, pace, streak, interview(session), slipping].compactMap(\.self)
  }
}

extension StatisticsScreen {
  /// How far away the interview is, and what Cram asks a day until then.
  private func interview(_ session: Session) -> Figure? {
    guard let cram else { return nil }
    return Figure(
      label: session.say("Interview", "面试"),
      value: session.say("\(cram.days) day\(cram.days == 1 ? "" : "s")", "\(cram.days) 天"),
      tail: session.say("\(cram.share) a day", "每天 \(cram.share)"))
  }
}

/// Where the charts stand on a screen of a size.
struct StatisticsLayout {
  private(set) var panes: [(pane: StatisticsScreen.Pane, area: Rect)] = []
  /// For the figures of the whole log.
  private(set) var figures: Rect?
  /// Whether there is room for everything.
  private(set) var isWide = false

  /// - Parameters:
  ///   - alone: the chart that takes the whole screen.
  ///   - front: the one to show where there is room for one only.
  init(_ body: Rect, alone: StatisticsScreen.Pane?, front: StatisticsScreen.Pane) {
    if let alone {
      one(alone, in: body)
    } else if body.columns < 56 || body.rows < 18 {
      one(front, in: body)
    } else if body.columns < 116 || body.rows < 30 {
      four(in: body)
      // What has no room beside the others is shown alone when it is its turn.
      if !panes.contains(where: { $0.pane == front }) {
        figures = nil
        one(front, in: body)
      }
    } else {
      wide(in: body)
    }
  }

  private mutating func one(_ pane: StatisticsScreen.Pane, in body: Rect) {
    panes = [(pane, Rect(column: body.column, row: body.row, columns: min(110, body.columns), rows: body.rows))]
  }

  /// Two charts above, mastery and scores below; retention too where rows are left.
  private mutating func four(in body: Rect) {
    let left = (body.columns - 4) * 38 / 72
    func right(_ row: Int, _ rows: Int) -> Rect {
      Rect(column: body.column + left + 4, row: row, columns: body.columns - left - 4, rows: rows)
    }
    let row = body.row + 10
    let rest = body.endRow - row
    let hasRetention = rest >= 22
    let scores = hasRetention ? (rest - 6) / 2 : max(3, rest - 5)
    panes = [
      (.calendar, Rect(column: body.column, row: body.row, columns: left, rows: 9)),
      (.forecast, right(body.row, 9)),
      (.mastery, Rect(column: body.column, row: row, columns: left, rows: rest)),
      (.scores, right(row, scores)),
    ]
    var next = row + scores + 1
    if hasRetention {
      panes.append((.retention, right(next, scores)))
      next += scores + 1
    }
    figures = right(next, 4)
  }

  /// Charts above the table that explains them; at the right the figures, what slips, and the bests.
  private mutating func wide(in body: Rect) {
    let isTall = body.rows >= 43
    let left = min(110, body.columns - 44)
    let sideStart = body.column + left + (left == 110 ? 7 : 5)
    func side(_ row: Int, _ rows: Int) -> Rect {
      Rect(column: sideStart, row: row, columns: min(48, body.endColumn - sideStart), rows: rows)
    }
    let charts = body.row + (isTall ? 12 : 10)
    let height = isTall ? 10 : 8
    let table = charts + height + (isTall ? 2 : 1)
    // Thirty days, a column and a gap each, where the scores keep room for a dozen.
    let due = left >= 104 ? 64 : (left - 4) / 2
    let gap = left >= 104 ? 6 : 4
    panes = [
      (.calendar, Rect(column: body.column, row: body.row, columns: left, rows: isTall ? 10 : 9)),
      (.forecast, Rect(column: body.column, row: charts, columns: due, rows: height)),
      (.scores, Rect(column: body.column + due + gap, row: charts, columns: left - due - gap, rows: height)),
      (.retention, side(charts, height)),
      (.mastery, Rect(column: body.column, row: table, columns: left, rows: body.endRow - table)),
      (.slipping, side(table, body.endRow - table)),
    ]
    figures = side(body.row, isTall ? 10 : 9)
    isWide = true
  }
}
