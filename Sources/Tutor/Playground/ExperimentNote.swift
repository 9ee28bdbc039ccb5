import TerminalUI

/// What the author of a question's experiment wants seen: under the parameters where there is room, else above the
/// message line, where `i` hides it and brings it back.
extension PlaygroundScreen {
  /// Whether the note stands under the parameters.
  func noteHasItsPlace(_ session: Session) -> Bool {
    guard let note else { return false }
    let layout = ScreenLayout(size: session.size)
    let panes = PlaygroundLayout(layout.body, heads: 1, alone: view.isAlone ? view.pane : nil)
    guard panes.kind == .wide, panes.parameters.columns > 0 else { return false }
    return parameterLines + 2 + wrap([Span(note)], columns: panes.parameters.columns).count <= layout.body.rows
  }

  /// Draws the note in its own place.
  func drawNote(on canvas: inout Canvas, under parameters: Rect, _ session: Session) {
    guard let note, noteHasItsPlace(session) else { return }
    let row = parameters.row + parameterLines + 1
    canvas.write(session.say("Notice", "留意"), column: parameters.column, row: row, style: Style(.quiet))
    let text = wrap([Span(canvas.look.shown(note))], columns: parameters.columns)
    for (offset, line) in text.enumerated() { canvas.write(line, in: parameters, row: row + 1 + offset) }
  }

  /// The note as it stands above the message line; nothing where it is hidden or has its own place.
  func noteLines(_ look: Look, _ session: Session) -> [Line] {
    guard let note, showsNote, !noteHasItsPlace(session) else { return [] }
    let layout = ScreenLayout(size: session.size)
    let lines = wrap([Span(look.shown(note))], columns: layout.body.columns)
    let most = max(2, layout.body.rows / 4)
    guard lines.count > most else { return lines }
    let last = lines[(most - 1)...].map(\.text).joined(separator: " ")
    return lines.prefix(most - 1) + [Line(last)]
  }

  /// Draws the note over the foot of the body and the blank row below it. It takes as many rows of the body as it has
  /// lines: where there is a blank row below, one stays blank above.
  func drawNote(_ lines: [Line], on canvas: inout Canvas, _ session: Session) {
    guard !lines.isEmpty else { return }
    let layout = ScreenLayout(size: session.size)
    let top = layout.body.endRow - lines.count
    canvas.fill(Rect(column: 0, row: top, columns: canvas.size.columns, rows: layout.message - top))
    let area = Rect(
      column: layout.body.column, row: layout.message - lines.count, columns: layout.body.columns, rows: lines.count)
    for (offset, line) in lines.enumerated() { canvas.write(line, in: area, row: area.row + offset) }
  }
}
