import Foundation
import Learning
import Markdown
import TerminalUI
import Workbook

extension QuizResultScreen {
  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let area = Rect(column: body.column, row: body.row, columns: min(76, body.columns), rows: body.rows)
    drawScore(on: &canvas, in: area, session)
    var row = area.row + 2
    if area.rows > 12, result.points.of > 0 { row = drawBars(on: &canvas, in: area, from: row, session) + 1 }
    let title = isUnfolded ? session.say("Item by item", "逐题得分") : session.say("To look at again", "值得再看")
    if !rows.isEmpty {
      canvas.write(title, column: area.column, row: row, style: Style(.strong))
      drawPace(on: &canvas, in: area, row: row, from: area.column + title.cellWidth + 2, session)
    }
    let answers = answerLines(session, columns: area.columns, look: canvas.look)
    let room = max(1, area.endRow - row - 1 - min(answers.count + 1, area.rows / 2))
    let first = firstVisible(selected: selected, count: rows.count, rows: room)
    let columns = QuizResultColumns(rows, in: area, session)
    for (offset, mistake) in rows.dropFirst(first).prefix(room).enumerated() {
      row += 1
      draw(mistake, index: first + offset, row: row, in: area, columns, on: &canvas, session)
    }
    if first + room < rows.count {
      canvas.write(String(canvas.look.glyphs.open), column: area.endColumn + 1, row: row, style: Style(.quiet))
    }
    row += 2
    for line in answers where row < area.endRow {
      canvas.write(line, in: area, row: row)
      row += 1
    }
  }

  /// The points, how they add up where there is room, and the share.
  private func drawScore(on canvas: inout Canvas, in area: Rect, _ session: Session) {
    guard let share = result.points.value else {
      let names = gradeNames(session)
      let grades = zip(Grade.allCases, names).compactMap { grade, name in
        result.ownGrades[grade].map { "\($0) \(name)" }
      }
      let title = session.say("\(result.answered) graded by yourself", "自评 \(result.answered) 题")
      canvas.write(
        [Span(title, .strong), Span("   " + grades.joined(separator: "   "), .quiet)], column: area.column,
        row: area.row,
        limit: area.endColumn)
      return
    }
    let total = session.say(
      "\(points(result.points.part)) of \(result.points.of)", "\(points(result.points.part)) / \(result.points.of) 分")
    var end = canvas.write(total, column: area.column, row: area.row, style: Style(.strong))
    let best = session.history.finishedQuizzes.compactMap { record in
      QuizResult(record) { session.bank.question($0, in: session.language.rawValue)?.level }.points.value
    }.max()
    let tail = best.map { [Span(session.say("  best ", "  最高 "), .quiet), Span(percent($0), .strong)] } ?? []
    let start = canvas.write([Span(percent(share), .strong)] + tail, endColumn: area.endColumn, row: area.row)
    let times = String(canvas.look.glyphs.times)
    let sum = result.terms.map { "\($0.count) \(times) \(points($0.points))" }.joined(separator: "  +  ")
    if end + 3 + sum.cellWidth + 2 <= start {
      end = canvas.write(sum, column: end + 3, row: area.row, style: Style(.quiet))
    }
  }

  private func drawPace(on canvas: inout Canvas, in area: Rect, row: Int, from start: Int, _ session: Session) {
    guard result.answered > 0 else { return }
    let mean = Int((result.seconds / Double(result.answered)).rounded())
    let slowest = String(format: "%d:%02d", Int(result.slowest) / 60, Int(result.slowest) % 60)
    let short = session.say("\(mean) s an item", "平均每题 \(mean) 秒")
    let long = short + session.say(", slowest \(slowest)", "，最慢 \(slowest)")
    let text = start + long.cellWidth <= area.endColumn ? long : short
    canvas.write(text, endColumn: area.endColumn, row: row, style: Style(.quiet))
  }

  /// By topic and by level, side by side where there is room; returns the row after them.
  private func drawBars(on canvas: inout Canvas, in area: Rect, from row: Int, _ session: Session) -> Int {
    func text(_ won: Share) -> String {
      session.say("\(points(won.part)) of \(won.of)", "\(points(won.part)) / \(won.of)")
    }
    let topics = result.byTopic.prefix(max(1, area.rows - 12)).map { entry in
      (session.bank.topic(entry.topic, in: session.language.rawValue)?.short ?? entry.topic, entry.points)
    }
    let levels = result.byLevel.map { (name($0.level, session), $0.points) }
    let figures = (topics + levels).map { text($0.1).cellWidth }.max() ?? 0
    let bar = min(12, area.columns - 20 - figures - 1)
    func draw(_ title: String, _ entries: [(String, Share)], label: Int, column: Int, row: Int) {
      canvas.write(title, column: column, row: row, style: Style(.quiet))
      for (offset, entry) in entries.enumerated() {
        let row = row + 1 + offset
        canvas.write(entry.0.cut(to: label - 1, ellipsis: canvas.look.glyphs.ellipsis), column: column, row: row)
        canvas.bar(entry.1.value ?? 0, column: column + label, row: row, columns: bar)
        canvas.write(text(entry.1), endColumn: column + label + bar + 1 + figures, row: row)
      }
    }
    draw(session.say("By topic", "按主题"), topics, label: 20, column: area.column, row: row)
    let right = 8 + bar + 1 + figures
    if area.columns >= 20 + bar + 1 + figures + 3 + right {
      draw(session.say("By level", "按级别"), levels, label: 8, column: area.endColumn - right, row: row)
      return row + 1 + max(topics.count, levels.count)
    }
    return row + 1 + topics.count
  }

  private func draw(
    _ mistake: QuizResultRow, index: Int, row: Int, in area: Rect, _ columns: QuizResultColumns,
    on canvas: inout Canvas, _ session: Session
  ) {
    let isSelected = index == selected
    let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
    if isSelected { drawFocus(on: &canvas, band) }
    let ground: Ground = isSelected ? .focus : .plain
    let glyphs = canvas.look.glyphs
    let mark: (Character, Ink) =
      mistake.score >= 1 ? (glyphs.full, .good) : mistake.score > 0 ? (glyphs.part, .data) : (glyphs.none, .bad)
    canvas.write(String(mark.0), column: area.column, row: row, style: Style(mark.1, on: ground))
    let question = session.bank.question(mistake.card.question, in: session.language.rawValue)
    let shown = quiz.cards.firstIndex(of: mistake.card).flatMap { quiz.presented(at: $0) }
    let prompt = shown?.item?.prompt.plainText ?? question?.title ?? mistake.card.description
    canvas.write(
      [Span(prompt, style: Style(isSelected ? .strong : .text, on: ground))], column: area.column + 3, row: row,
      limit: (columns.topic ?? columns.score) - 2)
    let quiet = Style(.quiet, on: ground)
    if let topic = columns.topic, let level = columns.level {
      let name = session.bank.topic(mistake.card.question.topic, in: session.language.rawValue)?.short ?? ""
      canvas.write(name, column: topic, row: row, style: quiet)
      canvas.write(question.map { Tutor.name($0.level, session) } ?? "", column: level, row: row, style: quiet)
    }
    canvas.write(points(mistake.score), endColumn: area.endColumn, row: row, style: Style(on: ground))
    canvas.mark(band, as: .row(pane: 0, index: index))
  }
}

/// Where the columns of the list begin: as wide as what stands in them, and only the score where there is little room.
private struct QuizResultColumns {
  var topic: Int?
  var level: Int?
  let score: Int

  init(_ rows: [QuizResultRow], in area: Rect, _ session: Session) {
    func widest(_ texts: [String]) -> Int { texts.map(\.cellWidth).max() ?? 0 }
    score = area.endColumn - widest(rows.map { points($0.score) })
    guard area.columns >= 60 else { return }
    let language = session.language.rawValue
    let level = widest(
      rows.map { session.bank.question($0.card.question, in: language).map { name($0.level, session) } ?? "" })
    let topic = widest(rows.map { session.bank.topic($0.card.question.topic, in: language)?.short ?? "" })
    self.level = score - 3 - level
    self.topic = score - 3 - level - 3 - topic
  }
}
