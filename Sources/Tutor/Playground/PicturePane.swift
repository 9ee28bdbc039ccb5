import Attention
import TerminalUI

/// The middle pane: a stage of one head as a picture.
extension PlaygroundScreen {
  /// Returns the row after the picture and its colour bar.
  @discardableResult
  func drawPicture(
    on canvas: inout Canvas, in area: Rect, _ kind: PlaygroundLayout.Kind, _ session: Session
  ) -> Int {
    guard let picture else { return area.row }
    let tensor = picture.run.values(view.stage)
    let isBare = kind == .narrow && !view.isAlone
    let gutter = isBare ? 0 : max(5, String(tensor.rows - 1).count + 2)
    let matrix = isBare ? area : area.inset(left: gutter, top: 2, bottom: 1)
    var (heatmap, range) = picture.heatmap(
      view.stage, head: view.head(in: picture.shape), colours: view.colours, in: matrix)
    heatmap.isStale = isStale(session)
    let place = selectedPlace(picture)
    heatmap.selected = heatmap.isStale ? nil : place
    let fit = canvas.draw(heatmap, in: matrix)
    let row = matrix.row + fit.labelRow(of: place.row)
    let isFocused = view.pane == .picture
    if isBare {
      if isFocused { drawFocus(on: &canvas, column: area.column - 1, row: row, isFocused: true) }
      return matrix.row + fit.size.rows
    }
    canvas.axes(of: fit, selected: place, at: Point(column: matrix.column, row: matrix.row))
    if isFocused {
      canvas.restyle(Rect(column: area.column, row: row, columns: gutter - 1, rows: 1)) { $0.ground = .focus }
      drawFocus(on: &canvas, column: area.column, row: row, isFocused: true)
    }
    let start = kind == .wide ? area.column + 2 : matrix.column
    let end = matrix.column + max(fit.size.columns, min(32, matrix.columns))
    drawTitle(
      on: &canvas, in: Rect(column: start, row: area.row, columns: end - start, rows: 1), limit: area.endColumn,
      picture,
      fit, kind, session)
    canvas.colourBar(
      heatmap.map, range, column: matrix.column, row: matrix.row + fit.size.rows,
      columns: min(matrix.columns, max(fit.size.columns, 24)))
    return matrix.row + fit.size.rows + 1
  }

  /// The selected cell of the shown stage: the output has channels for columns.
  func selectedPlace(_ picture: RunPicture) -> MatrixPlace {
    var place = view.place(in: picture.shape)
    if view.stage == .output { place.column = view.channel(in: picture.shape) }
    return place
  }

  /// The stages with the present one bright, or that one's name alone, and at the right what is seen of it.
  private func drawTitle(
    on canvas: inout Canvas, in area: Rect, limit: Int, _ picture: RunPicture, _ fit: HeatmapFit,
    _ kind: PlaygroundLayout.Kind, _ session: Session
  ) {
    let pooled = fit.pool > 1 ? [Span(session.say("pooled \(fit.pool)×", "合并 \(fit.pool)×"), .quiet)] : []
    let head = headSpans(picture, session)
    let right = pooled + (pooled.isEmpty || head.isEmpty ? [] : [Span("   ")]) + head
    // The heads' own pictures name the head too, so it is the first to go.
    let choices = kind == .wide ? [("  ›  ", right), (" › ", right), (" › ", pooled)] : []
    for (separator, right) in choices {
      let path = stagePath(picture, separator: separator, session)
      let width = path.reduce(0) { $0 + $1.span.text.cellWidth }
      let needed = area.column + width + (right.isEmpty ? 0 : 3 + columns(of: right))
      guard needed <= limit else { continue }
      drawPath(path, on: &canvas, in: area)
      canvas.write(right, endColumn: max(needed, area.endColumn), row: area.row)
      return
    }
    let start = area.endColumn - columns(of: right)
    canvas.write(right, endColumn: area.endColumn, row: area.row)
    canvas.write(
      session.say(view.stage.label), column: area.column, row: area.row, style: Style(.strong),
      limit: right.isEmpty ? area.endColumn : start - 1)
  }

  private func columns(of spans: [Span]) -> Int { spans.reduce(0) { $0 + $1.text.cellWidth } }

  private func headSpans(_ picture: RunPicture, _ session: Session) -> [Span] {
    let heads = picture.shape.heads
    guard heads > 1 else { return [] }
    return [
      Span(session.say("head ", "头 "), .quiet), Span(String(view.head(in: picture.shape) + 1)),
      Span(session.say(" of \(heads)", "/\(heads)"), .quiet),
    ]
  }

  private func drawPath(_ path: [PathStep], on canvas: inout Canvas, in area: Rect) {
    var column = area.column
    for step in path {
      let end = canvas.write([step.span], column: column, row: area.row)
      if let index = step.stage.flatMap({ Stage.allCases.firstIndex(of: $0) }) {
        canvas.mark(
          Rect(column: column, row: area.row, columns: end - column, rows: 1),
          as: .row(pane: ClickPane.stages, index: index))
      }
      column = end
    }
  }

  private typealias PathStep = (span: Span, stage: Stage?)

  /// The pipeline, its present stage bright, and faint what changes nothing now.
  private func stagePath(_ picture: RunPicture, separator: String, _ session: Session) -> [PathStep] {
    var path: [PathStep] = []
    for stage in Stage.allCases {
      if !path.isEmpty { path.append((Span(separator, .faint), nil)) }
      let ink: Ink = stage == view.stage ? .strong : picture.idleStages.contains(stage) ? .faint : .quiet
      path.append((Span(session.say(stage.label), ink), stage))
    }
    return path
  }
}
