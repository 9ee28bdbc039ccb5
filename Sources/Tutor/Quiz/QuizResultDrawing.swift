import Foundation
import Learning
import Markdown
import TerminalUI
import Workbook

extension QuizResultScreen {
  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let answers = answerLines(session, columns: QuizResultLayout.answerColumns(in: body), look: canvas.look)
    let notes = notes(session)
    let layout = QuizResultLayout(body, self, answers: answers.count, notes: notes.count)
    let area = layout.area
    drawScore(on: &canvas, in: area, session)
    for (offset, note) in notes.prefix(layout.notes).enumerated() {
      canvas.write(note, in: area, row: area.row + 2 + offset)
    }
    if layout.topics > 0 { drawBars(on: &canvas, layout, session) }
    if !rows.isEmpty {
      let whole = result.points.of > 0 ? session.say("Item by item", "逐题得分") : session.say("Question by question", "逐题")
      let title = isUnfolded ? whole : session.say("To look at again", "值得再看")
      let end = canvas.write(title, column: area.column, row: layout.list.row - 1, style: Style(.strong))
      drawPace(on: &canvas, in: area, row: layout.list.row - 1, from: end + 2, session)
    }
    let first = firstVisible(selected: selected, count: rows.count, rows: layout.list.rows)
    let columns = QuizResultColumns(rows, in: area, hasTime: isUnfolded, session)
    for (offset, mistake) in rows.dropFirst(first).prefix(layout.list.rows).enumerated() {
      draw(
        mistake, index: first + offset, row: layout.list.row + offset, in: area, columns, on: &canvas, session)
    }
    let rest = layout.answers
    let skipped = min(scroll, maximumScroll(count: answers.count, rows: rest.rows))
    for (offset, line) in answers.dropFirst(skipped).prefix(rest.rows).enumerated() {
      canvas.write(line, in: rest, row: rest.row + offset)
    }
    drawMore(rows.count - first, than: layout.list, on: &canvas)
    drawMore(answers.count - skipped, than: rest, on: &canvas)
  }

  /// The mark beside the last row of a list that goes on.
  private func drawMore(_ count: Int, than area: Rect, on canvas: inout Canvas) {
    guard count > area.rows, area.rows > 0 else { return }
    canvas.write(
      String(canvas.look.glyphs.open), column: area.endColumn + 1, row: area.endRow - 1, style: Style(.quiet))
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
    let best = trend.best?.points.value
    var tail = best.map { [Span(session.say("  best ", "  最高 "), .quiet), Span(percent($0), .strong)] } ?? []
    if let last = trend.quizzes.last(where: { $0.id != quiz.plan.id })?.points.value {
      tail = [Span(session.say("  last ", "  上次 "), .quiet), Span(percent(last))] + tail
    }
    let start = canvas.write([Span(percent(share), .strong)] + tail, endColumn: area.endColumn, row: area.row)
    let times = String(canvas.look.glyphs.times)
    let sum = result.terms.map { "\($0.count) \(times) \(points($0.points))" }.joined(separator: "  +  ")
    if end + 3 + sum.cellWidth + 2 <= start {
      end = canvas.write(sum, column: end + 3, row: area.row, style: Style(.quiet))
    }
  }

  private func drawPace(on canvas: inout Canvas, in area: Rect, row: Int, from start: Int, _ session: Session) {
    guard result.answered > 0, result.seconds >= 1 else { return }
    let mean = Int((result.seconds / Double(result.answered)).rounded())
    let slowest = String(format: "%d:%02d", Int(result.slowest) / 60, Int(result.slowest) % 60)
    let short = session.say("\(mean) s an item", "平均每题 \(mean) 秒")
    let long = short + session.say(", slowest \(slowest)", "，最慢 \(slowest)")
    let text = start + long.cellWidth <= area.endColumn ? long : short
    canvas.write(text, endColumn: area.endColumn, row: row, style: Style(.quiet))
  }

  /// By topic, the weakest first, and by level, side by side where there is room.
  private func drawBars(on canvas: inout Canvas, _ layout: QuizResultLayout, _ session: Session) {
    func text(_ won: Share) -> String {
      session.say("\(points(won.part)) of \(won.of)", "\(points(won.part)) / \(won.of)")
    }
    let (area, row) = (layout.area, layout.area.row + 2)
    let weakest = result.byTopic.enumerated().sorted {
      ($0.element.points.value ?? 0, $0.offset) < ($1.element.points.value ?? 0, $1.offset)
    }.map(\.element)
    let topics = weakest.prefix(layout.topics).map { entry in
      (session.bank.topic(entry.topic, in: session.language.rawValue)?.short ?? entry.topic, entry.points)
    }
    let levels = result.byLevel.map { (name($0.level, session), $0.points) }
    let figures = (topics + levels).map { text($0.1).cellWidth }.max() ?? 0
    let (topicLabel, levelLabel) = (20, 8)
    let free = area.columns - topicLabel - figures - 1
    let bar = min(12, layout.hasLevels ? (free - 3 - levelLabel - figures - 1) / 2 : free)
    func draw(_ title: String, _ entries: [(String, Share)], label: Int, column: Int) {
      canvas.write(title, column: column, row: row, style: Style(.quiet))
      for (offset, entry) in entries.enumerated() {
        let row = row + 1 + offset
        canvas.write(entry.0.cut(to: label - 1, ellipsis: canvas.look.glyphs.ellipsis), column: column, row: row)
        canvas.bar(entry.1.value ?? 0, column: column + label, row: row, columns: bar)
        canvas.write(text(entry.1), endColumn: column + label + bar + 1 + figures, row: row)
      }
    }
    draw(session.say("By topic", "按主题"), topics, label: topicLabel, column: area.column)
    if weakest.count > topics.count {
      let more = weakest.count - topics.count
      canvas.write(
        "\(canvas.look.glyphs.open) " + session.say("\(more) more", "还有 \(more) 个"), column: area.column,
        row: row + 1 + topics.count, style: Style(.quiet))
    }
    guard layout.hasLevels else { return }
    draw(
      session.say("By level", "按级别"), levels, label: levelLabel,
      column: area.endColumn - levelLabel - bar - 1 - figures)
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
      mistake.share >= 1 ? (glyphs.full, .good) : mistake.share > 0 ? (glyphs.part, .data) : (glyphs.none, .bad)
    canvas.write(String(mark.0), column: area.column, row: row, style: Style(mark.1, on: ground))
    let question = session.bank.question(mistake.card.question, in: session.language.rawValue)
    let shown = quiz.cards.firstIndex(of: mistake.card).flatMap { quiz.presented(at: $0) }
    let prompt = shown?.item?.prompt.plainText ?? question?.title ?? mistake.card.description
    canvas.write(
      [Span(prompt, style: Style(isSelected ? .strong : .text, on: ground))], column: area.column + 3, row: row,
      limit: (columns.topic ?? columns.start) - 2)
    let quiet = Style(.quiet, on: ground)
    if let topic = columns.topic, let level = columns.level {
      let name = session.bank.topic(mistake.card.question.topic, in: session.language.rawValue)?.short ?? ""
      canvas.write(name, column: topic, row: row, style: quiet)
      canvas.write(question.map { Tutor.name($0.level, session) } ?? "", column: level, row: row, style: quiet)
    }
    if let time = columns.time {
      canvas.write([Span(mistake.effort(session), style: quiet)], endColumn: time, row: row)
    }
    canvas.write(mistake.figure(session), endColumn: area.endColumn, row: row, style: Style(on: ground))
    canvas.mark(band, as: .row(pane: 0, index: index))
  }
}

/// Where the columns of the list begin: as wide as what stands in them, and only the score where there is little room.
private struct QuizResultColumns {
  var topic: Int?
  var level: Int?
  /// Where time and hints end.
  var time: Int?
  /// Where the first figure begins.
  var start: Int

  init(_ rows: [QuizResultRow], in area: Rect, hasTime: Bool, _ session: Session) {
    func widest(_ texts: [String]) -> Int { texts.map(\.cellWidth).max() ?? 0 }
    start = area.endColumn - widest(rows.map { $0.figure(session) })
    let effort = widest(rows.map { $0.effort(session) })
    if hasTime, effort > 0 {
      time = start - 3
      start = start - 3 - effort
    }
    guard area.columns >= 60, !hasTime else { return }
    let language = session.language.rawValue
    let level = widest(
      rows.map { session.bank.question($0.card.question, in: language).map { name($0.level, session) } ?? "" })
    let topic = widest(rows.map { session.bank.topic($0.card.question.topic, in: language)?.short ?? "" })
    self.level = start - 3 - level
    self.topic = start - 3 - level - 3 - topic
  }
}
