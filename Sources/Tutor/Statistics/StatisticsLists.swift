import Learning
import TerminalUI
import Workbook

/// Beside the table: the questions that slip, and the personal bests.
extension StatisticsScreen {
  /// One row: what it is about, and its figure at the right.
  private struct Row {
    let label: [Span]
    let figure: Span
  }

  func drawLists(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let glyphs = canvas.look.glyphs
    func name(_ id: QuestionID) -> String {
      session.bank.question(id, in: session.language.rawValue)?.title ?? id.description
    }
    let leeches = statistics.leeches.map { leech in
      Row(
        label: [Span("\(glyphs.slipping) ", .bad), Span(name(leech.card.question))],
        figure: Span("\(leech.lapses)", .quiet))
    }
    let slipping = statistics.willSlipFirst.map { slipping in
      let state = session.deck[slipping.question].map {
        session.history.standing(of: $0, at: session.now).state.span(glyphs)
      }
      return Row(
        label: [state ?? Span(" "), Span(" " + name(slipping.question))],
        figure: Span(percent(slipping.recall), .quiet))
    }
    let bests = bests(statistics, session)
    var row = area.row
    func list(_ title: String, _ tail: String, _ rows: ArraySlice<Row>) {
      guard !rows.isEmpty, row + 2 < area.endRow else { return }
      canvas.write(title, column: area.column, row: row, style: Style(.strong))
      canvas.write(tail, endColumn: area.endColumn, row: row, style: Style(.quiet))
      row += 2
      for entry in rows where row < area.endRow {
        let start = canvas.write([entry.figure], endColumn: area.endColumn, row: row)
        canvas.write(entry.label, column: area.column, row: row, limit: start - 1)
        row += 1
      }
      row += area.rows > 18 ? 2 : 1
    }
    list(session.say("Keeps slipping", "反复遗忘"), session.say("lapses", "次数"), leeches.prefix(4))
    // The bests keep their place: what slips gets the rows between.
    let room = area.endRow - row - 2 - (bests.isEmpty ? 0 : bests.count + 4)
    list(session.say("Will slip first", "最先会忘"), session.say("recall", "回忆率"), slipping.prefix(min(6, max(2, room))))
    list(session.say("Personal best", "个人最佳"), "", bests[...])
  }

  private func bests(_ statistics: Statistics, _ session: Session) -> [Row] {
    func row(_ label: String, _ value: String) -> Row {
      Row(label: [Span(label, .quiet)], figure: Span(value, .text))
    }
    var rows: [Row] = []
    if let best = statistics.quizzes.best, let share = best.points.value {
      let (score, date) = (percent(share), dateText(day(of: best.lastAt, session), session))
      rows.append(
        row(
          session.say("score", "得分"),
          session.say("\(score) on \(date), \(best.points.of) items", "\(date) \(score)，\(best.points.of) 题")))
    }
    if let span = statistics.bestStreak.span {
      let days = statistics.bestStreak.days
      let months = [span.lowerBound, span.upperBound].map { monthName($0.date.month, session) }
      let when =
        months[0] == months[1]
        ? session.say("in \(months[0])", months[0])
        : session.say("\(months[0]) to \(months[1])", "\(months[0])至\(months[1])")
      rows.append(
        row(
          session.say("longest streak", "最长连续"),
          session.say("\(days) day\(days == 1 ? "" : "s"), \(when)", "\(days) 天，\(when)")
        ))
    }
    if let exam = statistics.quizzes.fastestExam, let pace = exam.secondsPerAnswer, let share = exam.points.value {
      let seconds = Int(pace.rounded())
      rows.append(
        row(
          session.say("fastest exam", "最快考试"),
          session.say("\(seconds) s an item, \(percent(share))", "每题 \(seconds) 秒，\(percent(share))")))
    }
    return rows
  }
}
