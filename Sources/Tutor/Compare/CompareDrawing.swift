import Attention
import TerminalUI

extension CompareScreen {
  func drawComparison(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let figures = figures(session)
    let broken = broken(session)
    let layout = layout(body, figures: figures.count + (broken == nil ? 0 : 1))
    guard !layout.isNarrow else { return drawNarrow(on: &canvas, layout, figures, session) }
    for side in Side.allCases {
      drawTitle(of: side, on: &canvas, in: layout.columns[side.rawValue], row: body.row, session)
    }
    drawParts(on: &canvas, layout, session)
    canvas.mark(
      Rect(column: body.column, row: layout.top, columns: body.columns, rows: layout.pictureRows + 1),
      as: .pane(PlaygroundView.Pane.picture.rawValue))
    let bottom = drawPictures(on: &canvas, layout, session)
    var row = bottom + 2
    if let broken {
      let area = Rect(column: body.column, row: row, columns: body.columns, rows: 1)
      canvas.write(Line([Span(broken.who, .bad), Span(broken.invariant)]), in: area, row: row)
      row += figures.count + 2 <= body.endRow - row ? 2 : 1
    }
    let shown = figures.prefix(max(0, body.endRow - row))
    for (offset, figure) in shown.enumerated() { draw(figure, on: &canvas, layout, row: row + offset, session) }
    drawSteps(on: &canvas, layout, row: row + shown.count + 1, session)
  }

  func layout(_ body: Rect, figures: Int) -> CompareLayout {
    let shapes = both.map { [$0.a, $0.b] } ?? []
    let size = Size(
      columns: shapes.map { $0.columns(now.view.stage) }.max() ?? 1, rows: shapes.map(\.shape.queries).max() ?? 1)
    return CompareLayout(body, parts: rows.count, figures: figures, size: size)
  }

  /// `A  pinned`, what of it is seen, and the stage.
  func drawTitle(of side: Side, on canvas: inout Canvas, in area: Rect, row: Int, _ session: Session) {
    let (name, role) = title(of: side, session)
    let end = canvas.write(
      [Span(name, .strong)] + (role.isEmpty ? [] : [Span("  " + role, .quiet)]), column: area.column, row: row,
      limit: area.endColumn)
    let right: String
    switch side {
    case .a:
      right = heads > 1 ? session.say("head \(head + 1) of \(heads)", "头 \(head + 1)/\(heads)") : ""
    case .b: right = ""
    case .difference: right = session.say(now.view.stage.label)
    }
    guard end + 2 + right.cellWidth <= area.endColumn else { return }
    canvas.write([Span(right, .quiet)], endColumn: area.endColumn, row: row)
  }

  func title(of side: Side, _ session: Session) -> (name: String, role: String) {
    switch side {
    case .a: ("A", session.say("pinned", "已固定"))
    case .b: ("B", session.say("now", "现在"))
    case .difference: ("B − A", "")
    }
  }

  /// The three pictures with their colour bars; returns the row of the bars.
  private func drawPictures(on canvas: inout Canvas, _ layout: CompareLayout, _ session: Session) -> Int {
    let areas = layout.columns.map {
      Rect(column: $0.column, row: layout.top, columns: $0.columns, rows: layout.pictureRows)
    }
    guard both != nil else {
      canvas.write(
        session.say("computing", "计算中"), column: areas[0].column, row: layout.top, style: Style(.faint))
      return layout.top + 1
    }
    let pictures = zip(Side.allCases, areas).compactMap { side, area in picture(of: side, in: area, session) }
    let fits = zip(pictures, areas).map { canvas.draw($0.heatmap, in: $1) }
    let bar = layout.top + (fits.map(\.size.rows).max() ?? 0)
    for (index, picture) in pictures.enumerated() {
      let columns = min(areas[index].columns, max(fits[index].size.columns, 24))
      canvas.colourBar(picture.heatmap.map, picture.range, column: areas[index].column, row: bar, columns: columns)
    }
    if now.view.pane == .picture, let place {
      let row = fits[1].labelRow(of: max(0, place.row - pictures[1].heatmap.origin.row))
      drawFocus(on: &canvas, column: areas[0].column - 1, row: layout.top + row)
    }
    return bar
  }

  /// One of the three; A and B share a range.
  func picture(of side: Side, in area: Rect, _ session: Session) -> (heatmap: Heatmap, range: HeatmapRange)? {
    guard let both, let difference else { return nil }
    func window(_ rows: Int, _ columns: Int) -> HeatmapWindow {
      HeatmapWindow(
        rows: rows, columns: columns, in: area, zoom: now.view.zoom,
        around: place ?? MatrixPlace(row: 0, column: 0))
    }
    var picture: (heatmap: Heatmap, range: HeatmapRange)
    var rows = (difference.rows, difference.columns)
    switch side {
    case .difference: picture = difference.heatmap(window(rows.0, rows.1), in: area)
    case .a, .b:
      let (stage, run) = (now.view.stage, side == .a ? both.a : both.b)
      rows = (run.shape.queries, run.columns(stage))
      picture = run.heatmap(
        stage, head: head, colours: now.view.colours, window(rows.0, rows.1), in: area)
      let pool = picture.heatmap.fit(in: area).pool
      picture.range = both.a.range(stage, with: both.b, pool: pool)
      picture.heatmap.range = picture.range.range
      if picture.range.range.lowerBound < 0 { picture.heatmap.map = .signed }
    }
    picture.heatmap.isStale = side != .a && now.isStale(session)
    if let place, place.row < rows.0, place.column < rows.1, !picture.heatmap.isStale {
      picture.heatmap.selected = place
    }
    return picture
  }

  func draw(_ figure: CompareFigure, on canvas: inout Canvas, _ layout: CompareLayout, row: Int, _ session: Session) {
    let columns = layout.columns
    let start = canvas.write(figure.a, endColumn: columns[0].endColumn, row: row)
    canvas.write(session.say(figure.label), column: columns[0].column, row: row, style: Style(.quiet), limit: start - 1)
    canvas.write(figure.b, endColumn: columns[1].endColumn, row: row)
    canvas.write([Span(figure.change, ink(of: figure, canvas.look))], endColumn: columns[2].endColumn, row: row)
  }

  /// The difference in its picture's colours.
  func ink(of figure: CompareFigure, _ look: Look) -> Ink {
    figure.sign == 0 ? .quiet : ColourMap.signed.colourInk(of: Float(figure.sign) * 0.6, in: -1...1, look: look)
  }

  func drawFocus(on canvas: inout Canvas, column: Int, row: Int, isFocused: Bool = true) {
    now.drawFocus(on: &canvas, column: column, row: row, isFocused: isFocused)
  }
}
