import Foundation
import Learning
import Markdown
import TerminalUI
import Workbook

extension InterviewScreen {
  func status(_ session: Session) -> [Span] {
    let place = min(quiz.position + 1, max(1, quiz.count))
    let isNarrow = ScreenLayout(session).isNarrow
    let counted = session.say(
      "\(place) of \(quiz.count)", isNarrow ? "\(place)/\(quiz.count)" : "第 \(place) 题，共 \(quiz.count) 题")
    return [Span(counted, .quiet), Span("   " + clock(seconds(session)), phase == .speaking ? .strong : .quiet)]
  }

  func message(_ session: Session) -> Line? {
    let isNarrow = ScreenLayout(session).isNarrow
    switch phase {
    case .speaking:
      return Line(
        isNarrow
          ? session.say("Speak aloud; the clock runs.", "请口头回答，计时中。")
          : session.say("Speak aloud: half a minute for the short answer, two for all of it.", "请口头回答：简答半分钟，完整两分钟。"),
        .quiet)
    case .ticking:
      let grade = gradeNames(session)[Grade(score: share, hints: 0).rawValue - 1]
      let said = session.say(
        "\(ticked.count) of \(points.count) points", "\(points.count) 个要点中说到 \(ticked.count) 个")
      return Line([
        Span(isNarrow ? "\(ticked.count)/\(points.count)" : said), Span(session.say(" make the grade ", "，评为"), .quiet),
        Span(grade, .strong), Span(session.say(".", "。"), .quiet),
      ])
    case .followUp(let place, _):
      guard let review = quiz.outcome?.review else { return nil }
      let card = session.history.cards[review.card]
      let when = card.map { duration($0.due.timeIntervalSince(session.now), session) } ?? ""
      let score = session.say("\(points(review.score ?? 0)) of 1, saved.", "得分 \(points(review.score ?? 0)) / 1，已保存。")
      let back = session.say(isNarrow ? "  Back in \(when)." : "  It comes back in \(when).", "  \(when)后再来。")
      let more =
        "   " + session.say("Follow-up \(place + 1) of \(followUps.count)", "追问 \(place + 1)/\(followUps.count)")
      return Line([Span(score), Span(back, .quiet)] + (isNarrow ? [] : [Span(more, .quiet)]))
    }
  }

  private func points(_ score: Double) -> String { Tutor.points(score) }

  private func clock(_ seconds: Double) -> String { String(format: "%d:%02d", Int(seconds) / 60, Int(seconds) % 60) }

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let area = Rect(column: body.column, row: body.row, columns: min(76, body.columns), rows: body.rows)
    let lines = lines(session, columns: area.columns, look: canvas.look)
    let first = firstLine(lines, rows: area.rows)
    for (offset, entry) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      let row = area.row + offset
      let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
      var line = entry.line
      if phase == .ticking, entry.option == cursor {
        canvas.fill(band, style: Style(on: .focus))
        line = line.on(.focus)
        canvas.write(String(canvas.look.glyphs.focus), column: band.column, row: row, style: Style(.accent, on: .focus))
      }
      canvas.write(line, in: area, row: row)
      if let point = entry.option { canvas.mark(band, as: .row(pane: 0, index: point)) }
    }
    if first + area.rows < lines.count {
      canvas.write(
        String(canvas.look.glyphs.open), column: area.endColumn + 1, row: area.endRow - 1, style: Style(.quiet))
    }
  }

  /// As scrolled by hand, or so that the chosen point is seen whole.
  private func firstLine(_ lines: [QuizLine], rows: Int) -> Int {
    let most = maximumScroll(count: lines.count, rows: rows)
    guard phase == .ticking, let start = lines.firstIndex(where: { $0.option == cursor }) else {
      return min(scroll, most)
    }
    let end = (lines.lastIndex { $0.option == cursor } ?? start) + 1
    return min(most, min(start, max(min(scroll, most), end - rows)))
  }

  func mostScroll(_ session: Session) -> Int {
    let body = ScreenLayout(session).body
    return maximumScroll(
      count: lines(session, columns: min(76, body.columns), look: Look()).count, rows: body.rows)
  }

  mutating func scroll(by rows: Int, _ session: Session) { scroll = min(max(0, scroll + rows), mostScroll(session)) }
}
