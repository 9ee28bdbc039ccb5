import Attention
import TerminalUI

/// The parts that differ, with A's value and B's, which can be changed.
extension CompareScreen {
  func drawParts(on canvas: inout Canvas, _ layout: CompareLayout, _ session: Session) {
    let rows = rows
    let at = rows.firstIndex(of: row) ?? 0
    let first = firstVisible(selected: at, count: rows.count, rows: layout.parts)
    let (a, b, difference) = (layout.columns[0], layout.columns[1], layout.columns[2])
    canvas.mark(
      Rect(column: a.column, row: a.row, columns: difference.endColumn - a.column, rows: layout.parts + 1),
      as: .pane(PlaygroundView.Pane.parameters.rawValue))
    for (offset, part) in rows.dropFirst(first).prefix(layout.parts).enumerated() {
      let line = a.row + 1 + offset
      let start = canvas.write(value(of: part, in: pinned), endColumn: a.endColumn, row: line)
      canvas.write(
        session.say(part.label), column: a.column, row: line, style: Style(.quiet), limit: start - 1)
      draw(part, first + offset, on: &canvas, in: b, row: line, session)
    }
    canvas.write(
      [Span(differenceLine(session), .quiet)], column: difference.column, row: a.row + 1, limit: difference.endColumn)
    let hidden = rows.count - first - layout.parts
    guard hidden > 0, layout.parts > 1 else { return }
    canvas.write(
      "\(canvas.look.glyphs.open) " + session.say("\(hidden) more", "还有 \(hidden) 项"), column: difference.column,
      row: a.row + layout.parts, style: Style(.faint))
  }

  /// B's value, between arrows where the keyboard is.
  func draw(
    _ part: PlaygroundRow, _ index: Int, on canvas: inout Canvas, in area: Rect, row: Int, _ session: Session
  ) {
    let isHere = part == self.row
    let isFocused = isHere && now.view.pane == .parameters
    let ground: Ground = isFocused ? .focus : .plain
    let line = Rect(column: area.column - 1, row: row, columns: area.columns + 1, rows: 1)
    if isFocused { canvas.fill(line, style: Style(on: .focus)) }
    if isHere { drawFocus(on: &canvas, column: line.column, row: row, isFocused: isFocused) }
    canvas.mark(line, as: .row(pane: ClickPane.parameters, index: index))
    let label = canvas.look.shown(session.say(part.label))
    if isFocused, let field = now.field {
      let start = canvas.write(label, column: area.column, row: row, style: Style(.strong, on: ground))
      canvas.draw(
        field.text, column: start + 2, row: row, columns: line.endColumn - start - 3, style: Style(.strong, on: ground))
      return
    }
    let end = area.endColumn - (isFocused ? 2 : 0)
    let room = area.columns - (isFocused ? 4 : 0)
    let ink: Ink =
      isFocused ? .strong : part == .parameter("fault") && differs(part) ? .bad : differs(part) ? .data : .text
    let value = canvas.look.shown(value(of: part, in: now.recipe)).cut(to: room, ellipsis: canvas.look.glyphs.ellipsis)
    let left = canvas.write(value, endColumn: end, row: row, style: Style(ink, on: ground))
    // A long value takes the label's place: the label stands beside A's.
    if left - (isFocused ? 2 : 0) > area.column + label.cellWidth {
      canvas.write(label, column: area.column, row: row, style: Style(isFocused ? .strong : .quiet, on: ground))
    }
    guard isFocused else { return }
    let arrow = Style(.accent, on: ground)
    canvas.write(String(canvas.look.glyphs.smaller), column: left - 2, row: row, style: arrow)
    canvas.write(String(canvas.look.glyphs.larger), column: end + 1, row: row, style: arrow)
    canvas.mark(Rect(column: left - 2, row: row, columns: 1, rows: 1), as: .key(.left))
    canvas.mark(Rect(column: end + 1, row: row, columns: 1, rows: 1), as: .key(.right))
  }

  private func value(of part: PlaygroundRow, in recipe: Recipe) -> String {
    guard case .parameter(let name) = part else { return "" }
    return part.parameter?.shown(recipe[name]) ?? recipe[name]
  }
}
