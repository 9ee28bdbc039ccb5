import Attention
import TerminalUI

/// On a narrow screen: one picture, and beside it the parts and the figures of that side.
extension CompareScreen {
  func drawNarrow(
    on canvas: inout Canvas, _ layout: CompareLayout, _ figures: [CompareFigure], _ session: Session
  ) {
    let (area, side) = (layout.columns[0], layout.columns[1])
    drawTitle(of: shown, on: &canvas, in: area, row: area.row, session)
    let matrix = Rect(column: area.column, row: layout.top, columns: area.columns, rows: layout.pictureRows)
    if let picture = picture(of: shown, in: matrix, session) {
      canvas.mark(matrix, as: .pane(PlaygroundView.Pane.picture.rawValue))
      let fit = canvas.draw(picture.heatmap, in: matrix)
      if now.view.pane == .picture, let place {
        let row = fit.labelRow(of: max(0, place.row - picture.heatmap.origin.row))
        drawFocus(on: &canvas, column: matrix.column - 1, row: matrix.row + row)
      }
    }
    let rows = rows
    let at = rows.firstIndex(of: row) ?? 0
    let first = firstVisible(selected: at, count: rows.count, rows: layout.parts)
    for (offset, part) in rows.dropFirst(first).prefix(layout.parts).enumerated() {
      draw(part, first + offset, on: &canvas, in: side, row: side.row + offset, session)
    }
    let top = side.row + min(rows.count, layout.parts) + 1
    for (offset, figure) in figures.prefix(max(0, side.endRow - top)).enumerated() {
      let (value, ink) = figureText(figure, canvas.look)
      let start = canvas.write([Span(value, ink)], endColumn: side.endColumn, row: top + offset)
      canvas.write(
        session.say(figure.brief), column: side.column, row: top + offset, style: Style(.quiet), limit: start - 1)
    }
  }

  private func figureText(_ figure: CompareFigure, _ look: Look) -> (String, Ink) {
    switch shown {
    case .a: (figure.a, .text)
    case .b: (figure.b, .text)
    case .difference: (figure.change, ink(of: figure, look))
    }
  }
}
