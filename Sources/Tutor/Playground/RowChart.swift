import Attention
import TerminalUI

/// The weights of the selected row as bars in their cells' colours, those around the selected key where not all fit.
extension PlaygroundScreen {
  /// - Parameter firstIndex: The place of the row's figures among the lines that can be selected.
  func drawRow(
    on canvas: inout Canvas, in area: Rect, _ picture: RunPicture, _ why: CellWhy, firstIndex: Int, _ session: Session
  ) {
    drawRowHeading(on: &canvas, in: area, why, firstIndex: firstIndex, session)
    let bars = RowBars(picture, why, rows: area.rows - 1)
    for (offset, key) in bars.keys.enumerated() {
      drawBar(bars, key, on: &canvas, in: area, row: area.row + 1 + offset, picture, why, isStale: isStale(session))
    }
    if bars.hidden > 0 {
      let more = session.say("\(Figures.count(bars.hidden)) more", "还有 \(Figures.count(bars.hidden)) 个")
      canvas.write(
        "\(canvas.look.glyphs.open) \(more)", column: area.column, row: area.endRow - 1, style: Style(.faint))
    }
  }

  /// The row's figures share one line; the message line tells them apart.
  private func drawRowHeading(
    on canvas: inout Canvas, in area: Rect, _ why: CellWhy, firstIndex: Int, _ session: Session
  ) {
    let selected = view.whyLine.flatMap { (firstIndex..<firstIndex + CellWhy.rowFigures).contains($0) ? $0 : nil }
    let isFocused = selected != nil && view.pane == .why
    let strip = Rect(column: area.column - 1, row: area.row, columns: area.columns + 2, rows: 1)
    if isFocused { canvas.fill(strip, style: Style(on: .focus)) }
    if selected != nil { drawFocus(on: &canvas, column: strip.column, row: area.row, isFocused: isFocused) }
    canvas.mark(strip, as: .row(pane: ClickPane.why, index: selected ?? firstIndex))
    let ground: Ground = isFocused ? .focus : .plain
    let end = canvas.write(
      session.say("Row \(why.query)", "第 \(why.query) 行"), column: area.column, row: area.row,
      style: Style(.strong, on: ground))
    let effective = why.row?.effectiveKeys.map(Figures.tenth) ?? "—"
    let entropy = why.row?.entropy.map(Figures.value) ?? "—"
    let long = session.say("entropy \(entropy), \(effective) effective keys", "熵 \(entropy)，有效键数 \(effective)")
    let short = session.say("entropy \(entropy), eff. keys \(effective)", "熵 \(entropy)，有效 \(effective)")
    let fits = long.cellWidth < area.endColumn - end
    canvas.write(fits ? long : short, endColumn: area.endColumn, row: area.row, style: Style(.quiet, on: ground))
  }

  private func drawBar(
    _ bars: RowBars, _ key: Int, on canvas: inout Canvas, in area: Rect, row: Int, _ picture: RunPicture,
    _ why: CellWhy, isStale: Bool
  ) {
    let ink: Ink = key == why.key ? .strong : .quiet
    canvas.write("k \(key)", column: area.column, row: row, style: Style(ink))
    let weight = bars.weight(key)
    canvas.write(Figures.weight(Double(weight)), endColumn: area.endColumn, row: row, style: Style(ink))
    let colour = picture.map(.weights, options).colourInk(
      of: weight, in: picture.range(.weights, head: why.head, query: why.query, options), look: canvas.look)
    canvas.bar(
      Double(abs(weight) / bars.largest), column: area.column + 7, row: row, columns: max(4, area.columns - 7 - 9),
      ink: isStale ? .faint : colour, showsRest: false)
    guard why.stage != .output else { return }
    canvas.mark(
      Rect(column: area.column, row: row, columns: area.columns, rows: 1), as: .cell(row: why.query, column: key))
  }
}

/// The weights of the selected row, and which of them are shown.
struct RowBars {
  let keys: [Int]
  /// How many the masks leave but the screen does not.
  let hidden: Int
  let largest: Float
  private let weights: [Float]

  init(_ picture: RunPicture, _ why: CellWhy, rows: Int) {
    weights = Array(picture.weights(head: why.head, query: why.query))
    largest = max(weights.map(abs).max() ?? 0, .leastNormalMagnitude)
    let seen = weights.indices.filter { picture.isKept(query: why.query, key: $0) }
    let at = seen.firstIndex { $0 >= why.key } ?? max(0, seen.count - 1)
    let room = seen.count > rows ? rows - 1 : rows
    let first = firstVisible(selected: at, count: seen.count, rows: room)
    keys = Array(seen.dropFirst(first).prefix(max(0, room)))
    hidden = seen.count - keys.count
  }

  func weight(_ key: Int) -> Float { weights[key] }
}
