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
    let isBare = kind == .narrow && !view.isAlone
    let matrix = matrixArea(picture, in: area, kind)
    let gutter = matrix.column - area.column
    let place = selectedPlace(picture)
    let window = window(picture, in: matrix)
    var (heatmap, range) = picture.heatmap(
      view.stage, head: picture.head(view), colours: view.colours, window, in: matrix)
    range = picture.dress(&heatmap, range, view.stage, head: picture.head(view), window, options)
    if let change { (heatmap, range) = change.difference.heatmap(window, in: matrix) }
    heatmap.isStale = isStale(session)
    let selected = heatmap.isStale || !window.contains(place) ? nil : place
    heatmap.selected = selected
    let fit = canvas.draw(heatmap, in: matrix)
    let selectedPoint = selected.map { place in
      Point(
        column: matrix.column + fit.screenColumn(of: place.column - window.columns.lowerBound),
        row: matrix.row + fit.screenRow(of: place.row - window.rows.lowerBound))
    }
    let drawn = Rect(column: matrix.column, row: matrix.row, columns: fit.size.columns, rows: fit.size.rows)
    drawOverview(on: &canvas, over: drawn, picture, window, selected: selectedPoint)
    // A cell that was dragged out of sight leaves its mark at the edge.
    let seen = min(max(place.row, window.rows.lowerBound), window.rows.upperBound - 1) - window.rows.lowerBound
    let row = matrix.row + fit.labelRow(of: seen)
    let isFocused = view.pane == .picture
    if isBare {
      if isFocused { drawFocus(on: &canvas, column: area.column - 1, row: row, isFocused: true) }
      return matrix.row + fit.size.rows
    }
    canvas.axes(
      of: fit, selected: window.contains(place) ? place : nil, from: heatmap.origin,
      at: Point(column: matrix.column, row: matrix.row), names: names, gutter: gutter)
    if isFocused {
      canvas.restyle(Rect(column: area.column, row: row, columns: gutter - 1, rows: 1)) { $0.ground = .focus }
      drawFocus(on: &canvas, column: area.column, row: row, isFocused: true)
    }
    let start = kind == .wide ? area.column + 2 : matrix.column
    let end = matrix.column + max(fit.size.columns, min(32, matrix.columns))
    drawTitle(
      on: &canvas, in: Rect(column: start, row: area.row, columns: end - start, rows: 1), limit: area.endColumn,
      picture, window, fit, kind, session)
    canvas.colourBar(
      heatmap.map, range, column: matrix.column, row: matrix.row + fit.size.rows,
      columns: min(matrix.columns, max(fit.size.columns, 24)),
      end: options.isByRow ? session.say("row's largest", "该行最大值") : nil)
    return matrix.row + fit.size.rows + 1
  }

  /// What rows and columns are called: the output's columns are no tokens.
  var names: HeatmapNames {
    var names = options.tokens
    if view.stage == .output { names.columns = [] }
    return names
  }

  /// The selected cell of the shown stage: the output has channels for columns.
  func selectedPlace(_ picture: RunPicture) -> MatrixPlace {
    var place = view.place(in: picture.shape)
    if view.stage == .output { place.column = view.channel(in: picture.shape) }
    return place
  }

  /// The stages with the present one bright, or that one's name alone, and at the right what is seen of it.
  private func drawTitle(
    on canvas: inout Canvas, in area: Rect, limit: Int, _ picture: RunPicture, _ window: HeatmapWindow,
    _ fit: HeatmapFit, _ kind: PlaygroundLayout.Kind, _ session: Session
  ) {
    let pooled = partSpans(picture, window, fit, session)
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
    let label = stageTitle(session)
    canvas.write(label, column: area.column, row: area.row, style: Style(.strong), limit: area.endColumn)
    // Of a large run it matters most how far away it is.
    let orders = picture.pooled == nil ? [right, head, pooled] : [right, pooled, head]
    let rest = orders.first { columns(of: $0) + label.cellWidth + 1 <= area.columns } ?? []
    canvas.write(rest, endColumn: area.endColumn, row: area.row)
  }

  /// How many cells a drawn one stands for, or that not all cells are seen.
  private func partSpans(
    _ picture: RunPicture, _ window: HeatmapWindow, _ fit: HeatmapFit, _ session: Session
  ) -> [Span] {
    if fit.pool > 1 { return [Span(session.say("pooled \(fit.pool)×", "合并 \(fit.pool)×"), .quiet)] }
    let isPart = window.rows.count < picture.shape.queries || window.columns.count < picture.columns(view.stage)
    return isPart ? [Span(session.say("zoomed", "已放大"), .quiet)] : []
  }

  private func columns(of spans: [Span]) -> Int { spans.reduce(0) { $0 + $1.text.cellWidth } }

  private func headSpans(_ picture: RunPicture, _ session: Session) -> [Span] {
    let heads = picture.shape.heads
    guard heads > 1 else { return [] }
    return [
      Span(session.say("head ", "头 "), .quiet), Span(String(picture.head(view) + 1)),
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
      path.append((Span(stage == view.stage ? stageTitle(session) : session.say(stage.label), ink), stage))
    }
    return path
  }
}
