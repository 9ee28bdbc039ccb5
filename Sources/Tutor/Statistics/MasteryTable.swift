import Learning
import TerminalUI
import Workbook

/// What is known, topic by topic, the weakest first; beside it, as far as there is room, what explains it.
extension StatisticsScreen {
  private static let labelColumns = 21
  private static let percentColumns = 6
  private static let figureColumns = 9
  private static let leastBar = 10
  private static let mostBar = 40

  func drawMastery(_ statistics: Statistics, in area: Rect, on canvas: inout Canvas, _ session: Session) {
    let names = [("met", "学过"), ("due", "到期"), ("right", "正确"), ("an item", "每题"), ("lapses", "遗忘")]
    let free = area.columns - Self.labelColumns - Self.percentColumns - Self.leastBar
    let shown = min(names.count, max(0, free / Self.figureColumns))
    let bar = min(Self.mostBar, free + Self.leastBar - shown * Self.figureColumns)
    func end(of figure: Int) -> Int {
      area.column + Self.labelColumns + bar + Self.percentColumns + (figure + 1) * Self.figureColumns
    }
    canvas.write(
      shown > 0 ? session.say("Mastery by topic", "各主题的掌握度") : session.say("Mastery", "掌握度"), column: area.column,
      row: area.row, style: Style(.strong))
    if shown == 0 {
      let whole = percent(statistics.mastery.value ?? 0)
      let tail = session.say("\(whole) of \(statistics.questions) questions", "\(statistics.questions) 题的 \(whole)")
      canvas.write(tail, endColumn: area.endColumn, row: area.row, style: Style(.quiet))
    }
    for (index, name) in names.prefix(shown).enumerated() {
      canvas.write(session.say(name.0, name.1), endColumn: end(of: index), row: area.row, style: Style(.quiet))
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
      let width = shown > 0 ? end(of: shown - 1) - area.column : area.columns
      let band = Rect(column: area.column - 1, row: row, columns: width + 2, rows: 1)
      if isSelected { drawFocus(on: &canvas, band, hasKeyboard: pane == .mastery) }
      let ground: Ground = isSelected && pane == .mastery ? .focus : .plain
      let label = session.bank.topic(topic.id, in: session.language.rawValue)?.short ?? topic.id
      canvas.write(
        label.cut(to: Self.labelColumns - 1, ellipsis: canvas.look.glyphs.ellipsis), column: area.column, row: row,
        style: Style(isSelected ? .strong : .text, on: ground))
      canvas.bar(
        topic.mastery.value ?? 0, column: area.column + Self.labelColumns, row: row, columns: bar, ground: ground)
      let barEnd = area.column + Self.labelColumns + bar
      canvas.write(
        percent(topic.mastery.value ?? 0), endColumn: barEnd + Self.percentColumns, row: row, style: Style(on: ground))
      for (index, figure) in figures(of: topic, canvas.look, session).prefix(shown).enumerated() {
        canvas.write(figure.text, endColumn: end(of: index), row: row, style: Style(figure.style.ink, on: ground))
      }
      canvas.mark(band, as: .row(pane: Pane.mastery.rawValue, index: index))
    }
  }

  private func figures(of topic: TopicStatistics, _ look: Look, _ session: Session) -> [Span] {
    let absent = Span(String(look.glyphs.absent), .faint)
    return [
      Span("\(topic.met)/\(topic.questions)", .quiet),
      topic.due == 0 ? absent : Span("\(topic.due)", .accent),
      topic.right.value.map { Span(percent($0), .quiet) } ?? absent,
      topic.secondsPerItem.map { time in
        let seconds = Int(time.rounded())
        return Span(session.say("\(seconds) s", "\(seconds) 秒"), .quiet)
      } ?? absent,
      topic.lapses == 0 ? absent : Span("\(topic.lapses)", .quiet),
    ]
  }
}
