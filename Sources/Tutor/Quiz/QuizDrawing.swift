import Foundation
import Learning
import TerminalUI
import Workbook

extension QuizScreen {
  func status(_ session: Session) -> [Span] {
    let place = min(quiz.position + 1, max(1, quiz.count))
    let isNarrow = ScreenLayout(session).isNarrow
    let left = secondsLeft(session)
    let seconds = Int((left ?? secondsTaken(session)).rounded(left == nil ? .down : .up))
    let clock = String(format: "%d:%02d", seconds / 60, seconds % 60)
    let time = left == nil ? clock : session.say("\(clock) left", "剩 \(clock)")
    let counted = session.say(
      "\(place) of \(quiz.count)", isNarrow ? "\(place)/\(quiz.count)" : "第 \(place) 题，共 \(quiz.count) 题")
    let strip = quiz.count <= (session.size.columns - 60) / 2 ? self.strip + [Span("  ")] : []
    return strip + [Span(counted, .quiet), Span("   " + time, left.map { $0 < 60 } ?? false ? .accent : .quiet)]
  }

  /// The history of the quiz in the header: right, in part, wrong, now, to come.
  private var strip: [Span] {
    quiz.outcomes.enumerated().flatMap { index, outcome -> [Span] in
      let glyphs = Glyphs.unicode
      let mark: Span
      if flags.contains(quiz.cards[index]) {
        mark = Span(String(glyphs.due), .accent)
      } else if index == quiz.position, isExam {
        mark = Span(String(glyphs.now), .accent)
      } else if outcome != nil, isExam {
        mark = Span(String(glyphs.full), .text)
      } else if let score = outcome?.score {
        mark =
          score >= 1
          ? Span(String(glyphs.full), .good)
          : score > 0 ? Span(String(glyphs.part), .data) : Span(String(glyphs.none), .bad)
      } else if outcome != nil {
        mark = Span(String(glyphs.full), .quiet)
      } else {
        mark = index == quiz.position ? Span(String(glyphs.now), .accent) : Span(String(glyphs.absent), .quiet)
      }
      return [mark, Span(" ")]
    }
  }

  func message(_ session: Session) -> Line? {
    if form == .grading, showsAnswer, let presented {
      let intervals = session.history.intervals(of: presented.card, at: session.now)
      return gradeLine(intervals, session)
    }
    if isExam {
      if let line = flagLine(session) { return line }
      let text =
        ScreenLayout(session).isNarrow
        ? session.say("Exam: feedback comes at the end.", "考试：全部答完后给出反馈。")
        : session.say(
          "Exam: feedback comes at the end. Each answer is saved as you give it.", "考试：全部答完后给出反馈，每个答案都即时保存。")
      return Line(text, .quiet)
    }
    guard let outcome = quiz.outcome, let presented else { return hintMessage(session) }
    guard let score = outcome.score else { return Line(session.say("Saved.", "已保存。")) }
    let memory = session.history.cards[presented.card]
    let when = memory.map { duration($0.due.timeIntervalSince(session.now), session) } ?? ""
    let ink: Ink = score >= 1 ? .good : score > 0 ? .data : .bad
    let isNarrow = ScreenLayout(session).isNarrow
    if let line = modeLine(score, session) { return line }
    let back = session.say(isNarrow ? "  Back in " : "  It comes back in ", isNarrow ? "" : "  ")
    return Line([
      Span(session.say("", "得分 ")), Span(points(score), ink), Span(session.say(" of 1, saved.", " / 1，已保存。")),
      Span(back, .quiet), Span(when), Span(session.say(".", "后再来。"), .quiet),
    ])
  }

  private static let fieldColumns = 37

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let area = Rect(column: body.column, row: body.row, columns: min(76, body.columns), rows: body.rows)
    let lines = lines(session, columns: area.columns, look: canvas.look)
    let first = firstLine(lines, rows: area.rows)
    for (offset, entry) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      let row = area.row + offset
      let label = entry.field == nil ? 0 : entry.line.width
      let columns = entry.field == nil ? area.columns : min(label + Self.fieldColumns, area.columns)
      let band = Rect(column: area.column - 1, row: row, columns: columns + 2, rows: 1)
      let isFocused = form != nil && entry.option == draft.cursor && !draft.hasLeftField
      var line = entry.line
      if isFocused {
        canvas.fill(band, style: Style(on: .focus))
        line = line.on(.focus)
        canvas.write(String(canvas.look.glyphs.focus), column: band.column, row: row, style: Style(.accent, on: .focus))
      }
      canvas.write(line, in: area, row: row)
      if let field = entry.field {
        draw(field, on: &canvas, column: area.column + label, row: row, columns: columns - label, isFocused: isFocused)
        if draft.hasLeftField, field == draft.cursor { drawFocus(on: &canvas, band, hasKeyboard: false) }
      }
      if let option = entry.option { canvas.mark(band, as: .row(pane: 0, index: option)) }
    }
    drawPictures(lines, from: first, on: &canvas, in: area, session)
    if first + area.rows < lines.count {
      canvas.write(
        String(canvas.look.glyphs.open), column: area.endColumn + 1, row: area.endRow - 1, style: Style(.quiet))
    }
  }

  private func draw(
    _ field: Int, on canvas: inout Canvas, column: Int, row: Int, columns: Int, isFocused: Bool
  ) {
    let ground: Ground = isFocused ? .focus : .plain
    let cursor = canvas.cursor
    let text = draft.fields[field]
    canvas.draw(text, column: column, row: row, columns: columns, style: Style(.strong, on: ground))
    if !isFocused {
      canvas.cursor = cursor
      if text.isEmpty {
        let rest = String(repeating: canvas.look.glyphs.rest, count: min(12, columns))
        canvas.write(rest, column: column, row: row, style: Style(.faint))
      }
    }
  }

  private func drawPictures(
    _ lines: [QuizLine], from first: Int, on canvas: inout Canvas, in area: Rect, _ session: Session
  ) {
    let seen = lines.indices.dropFirst(first).prefix(area.rows).filter { lines[$0].picture != nil }
    guard let top = seen.first, let row = lines[top].picture else { return }
    let place = Rect(column: area.column, row: area.row + top - first, columns: area.columns, rows: seen.count)
    drawPictures(from: row, on: &canvas, in: place, rows: lines.count { $0.picture != nil }, session)
  }

  /// The first line shown: as scrolled by hand, or so that the chosen option is seen.
  private func firstLine(_ lines: [QuizLine], rows: Int) -> Int {
    let most = maximumScroll(count: lines.count, rows: rows)
    if form == nil || form == .grading { return min(scroll, most) }
    let last = lines.lastIndex { $0.option == draft.cursor } ?? 0
    return min(most, max(min(scroll, most), last + 1 - rows))
  }
}

extension Line {
  /// The line with every span on a ground.
  func on(_ ground: Ground) -> Line {
    func placed(_ span: Span) -> Span {
      var style = span.style
      style.ground = ground
      return Span(span.text, style: style)
    }
    return Line(spans.map(placed), ground: ground, trailing: trailing.map(placed))
  }
}

/// Points as they are written: 1, 0.5, 0.33.
func points(_ score: Double) -> String {
  if score == score.rounded() { return "\(Int(score))" }
  return (score * 10) == (score * 10).rounded() ? String(format: "%.1f", score) : String(format: "%.2f", score)
}
