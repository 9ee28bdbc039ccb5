import Attention
import TerminalUI

/// A challenge on the screen: the question, the setting, and the four answers side by side or one under another.
struct PredictPicture {
  let screen: PredictScreen
  let challenge: Challenge

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let wording = PredictWording(session)
    canvas.write(
      [Span(wording.question(challenge.kind, columns: body.columns), .strong)], column: body.column, row: body.row,
      limit: body.endColumn)
    canvas.write(
      wording.setting(screen.base, challenge.asked, path: canvas.look.glyphs.path, columns: body.columns),
      column: body.column,
      row: body.row + 1, limit: body.endColumn)
    let rest = body.inset(top: body.rows < 12 ? 2 : 3)
    switch challenge.kind {
    case .picture:
      let bottom = drawPictures(on: &canvas, in: rest, wording)
      drawReasons(on: &canvas, in: rest.inset(top: bottom - rest.row), wording, session)
    case .entropy: drawNumbers(on: &canvas, in: rest, wording, session)
    }
  }

  private var isAnswered: Bool { screen.answer != nil }

  /// The mark of an option once it was answered: which was right, which was chosen.
  private func mark(_ index: Int, _ glyphs: Glyphs) -> Span? {
    guard let answer = screen.answer else { return nil }
    if index == challenge.right { return Span(String(glyphs.full), .good) }
    return index == answer ? Span(String(glyphs.none), .bad) : nil
  }

  /// The number of an option, with the bar where the keyboard is.
  private func drawNumber(_ index: Int, on canvas: inout Canvas, column: Int, row: Int, columns: Int) -> Int {
    let isSelected = index == screen.selected
    let ground: Ground = isSelected ? .focus : .plain
    canvas.mark(Rect(column: column - 1, row: row, columns: columns + 1, rows: 1), as: .row(pane: 0, index: index))
    if isSelected {
      canvas.fill(Rect(column: column - 1, row: row, columns: columns + 1, rows: 1), style: Style(on: ground))
      canvas.write(
        String(canvas.look.glyphs.focus), column: column - 1, row: row, style: Style(.accent, on: ground))
    }
    canvas.write("\(index + 1)", column: column, row: row, style: Style(.accent, on: ground))
    if var mark = mark(index, canvas.look.glyphs) {
      mark.style.ground = ground
      canvas.write([mark], column: column + 3, row: row)
    }
    return column + 5
  }

  /// Returns the row after the pictures and what they are.
  private func drawPictures(on canvas: inout Canvas, in area: Rect, _ wording: PredictWording) -> Int {
    var bottom = area.row
    let gap = area.columns < 60 ? 2 : 3
    let count = challenge.options.count
    let columns = (area.columns - gap * (count - 1)) / count
    let isLow = area.rows < 8
    for (index, option) in challenge.options.enumerated() {
      let column = area.column + index * (columns + gap)
      let place = Rect(
        column: column, row: area.row + (isLow ? 1 : 2), columns: columns, rows: area.rows - (isLow ? 1 : 4))
      let isSelected = index == screen.selected
      let start = drawNumber(index, on: &canvas, column: column, row: area.row, columns: columns)
      if isAnswered, isLow || columns >= 28 {
        let style = Style(isSelected ? .strong : .text, on: isSelected ? .focus : .plain)
        canvas.write(
          [Span(wording.caption(option), style: style)], column: start, row: area.row, limit: column + columns)
      }
      var (heatmap, _) = option.picture.heatmap(
        .weights, head: min(screen.head, option.picture.shape.heads - 1), colours: screen.colours, in: place)
      // Compared pictures share a range: that of the one asked for.
      if heatmap.map.kind == .sequential {
        heatmap.range = challenge.asked.picture.range(.weights, pool: heatmap.fit(in: place).pool).range
      }
      let fit = canvas.draw(heatmap, in: place)
      bottom = max(bottom, place.row + fit.size.rows + (columns < 28 ? 2 : 0))
      canvas.mark(
        Rect(column: place.column, row: place.row, columns: columns, rows: fit.size.rows),
        as: .row(pane: 0, index: index))
      if isAnswered, !isLow, columns < 28 {
        canvas.write(
          [Span(wording.caption(option), isSelected ? .strong : .quiet)], column: column,
          row: place.row + fit.size.rows + 1, limit: column + columns)
      }
    }
    return bottom
  }

  /// Why the right one looks as it does, and the one that was chosen.
  private func drawReasons(
    on canvas: inout Canvas, in area: Rect, _ wording: PredictWording, _ session: Session
  ) {
    guard let answer = screen.answer else { return }
    let lines = (answer == challenge.right ? [answer] : [challenge.right, answer]).flatMap { index in
      let why = wording.why(challenge.options[index])
      return wrap(
        [Span("\(index + 1) ", .accent), Span(why.subject + ": "), Span(why.rest, .quiet)],
        columns: min(76, area.columns), hanging: 2)
    }
    let first = lines.count < area.rows ? area.row + 1 : area.row
    for (offset, line) in lines.prefix(area.rows).enumerated() { canvas.write(line, in: area, row: first + offset) }
  }

  private func drawNumbers(on canvas: inout Canvas, in area: Rect, _ wording: PredictWording, _ session: Session) {
    let columns = min(44, area.columns)
    let step = area.rows >= 2 * challenge.options.count ? 2 : 1
    for (index, option) in challenge.options.enumerated() {
      let row = area.row + index * step
      let isSelected = index == screen.selected
      let ground: Ground = isSelected ? .focus : .plain
      let start = drawNumber(index, on: &canvas, column: area.column, row: row, columns: columns)
      let entropy = option.picture.run.meanEntropy.map(Figures.value) ?? "—"
      let end = canvas.write(
        entropy, column: start, row: row, style: Style(isSelected ? .strong : .text, on: ground))
      guard isAnswered else { continue }
      canvas.write(
        [Span("   " + wording.caption(option), style: Style(.quiet, on: ground))], column: end, row: row,
        limit: area.column + columns)
    }
    guard isAnswered, area.rows > challenge.options.count * step + 6 else { return }
    // The picture explains the number.
    let place = area.inset(top: challenge.options.count * step + 1)
    let shown = challenge.options[screen.selected].picture
    canvas.draw(
      shown.heatmap(.weights, head: min(screen.head, shown.shape.heads - 1), colours: screen.colours, in: place)
        .heatmap,
      in: place)
  }
}
