import Attention
import TerminalUI

extension PlaygroundScreen {
  func drawPlayground(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let heads = picture?.heads ?? 1
    var layout = PlaygroundLayout(body, heads: heads, alone: view.isAlone ? view.pane : nil)
    let note = noteLines(canvas.look, session)
    // Lists scroll above the note; the picture is covered at its foot rather than pooled.
    layout.shortenLists(by: note.count)
    defer { drawNote(note, on: &canvas, session) }
    for (pane, area) in [(0, layout.parameters), (1, layout.picture), (2, layout.why)] where area.columns > 0 {
      canvas.mark(area.inset(left: -1, right: -2), as: .pane(pane))
    }
    if layout.parameters.columns > 0 { drawParameters(on: &canvas, in: layout.parameters, layout.kind, session) }
    if layout.kind == .wide { drawNote(on: &canvas, under: layout.parameters, session) }
    guard picture != nil else { return drawWaiting(on: &canvas, in: layout.picture, session) }
    if layout.picture.columns > 0 {
      let bottom = drawPicture(on: &canvas, in: layout.picture, layout.kind, session)
      if layout.heads.columns > 0 { drawHeads(on: &canvas, in: layout.heads.below(bottom + 1), session) }
    }
    if layout.why.columns > 0 {
      let why = layout.why
      if layout.kind == .narrow, !view.isAlone {
        drawShortWhy(on: &canvas, in: why, session)
      } else if why.columns >= 34, why.rows >= 26 {
        drawWideWhy(
          on: &canvas, in: Rect(column: why.column, row: why.row, columns: min(60, why.columns), rows: why.rows),
          session)
      } else {
        drawWhy(on: &canvas, in: why, session)
      }
    }
  }

  /// Before the first run has come.
  private func drawWaiting(on canvas: inout Canvas, in area: Rect, _ session: Session) {
    guard failure == nil else { return }
    canvas.write(
      isStopped ? session.say("no run yet", "尚无结果") : session.say("computing", "计算中"), column: area.column,
      row: area.row, style: Style(.faint), limit: area.endColumn)
  }

  /// The mark in the margin of a row that has the keyboard, or keeps its pane's place.
  func drawFocus(on canvas: inout Canvas, column: Int, row: Int, isFocused: Bool) {
    let ground: Ground = isFocused ? .focus : .plain
    canvas.write(
      String(canvas.look.glyphs.focus), column: column, row: row, style: Style(isFocused ? .accent : .faint, on: ground)
    )
  }
}

extension Rect {
  /// The part at and below a row, as large as the rectangle can grow upwards to it.
  fileprivate func below(_ top: Int) -> Rect { Rect(column: column, row: top, columns: columns, rows: endRow - top) }
}
