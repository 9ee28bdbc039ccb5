import Foundation
import TerminalUI

/// Draws a page: what is read, the table of steps, the recurrence in numbers, and the output beside the full one.
struct StepDrawing {
  let page: any StepPage
  private var session: Session { page.session }
  /// Columns of the words at the left of strips and tables.
  private static let label = 9
  /// The widest that a table grows.
  private static let widest = 76

  func draw(on canvas: inout Canvas, in body: Rect) {
    let end = canvas.write(page.title, column: body.column, row: body.row, style: Style(.strong))
    let subtitle = [Span(page.subtitle, .quiet)]
    if end + 3 + page.subtitle.cellWidth <= body.endColumn || body.columns >= 56 {
      canvas.write(subtitle, column: end + 3, row: body.row, limit: body.endColumn)
    }
    var area = body.inset(top: 1)
    if let state = page.state {
      let wide = min(max(12, area.columns * 48 / 100), max(24, state.columns * 2 + 5))
      let air = area.rows > 12 ? 1 : 0
      drawState(
        state, on: &canvas, in: Rect(column: area.column, row: area.row + air, columns: wide, rows: area.rows - air))
      area = area.inset(left: wide + 3)
    }
    let shown = page.outputs(area.rows).count
    let layout = StepLayout(
      rows: area.rows, hasStrip: page.strip != nil, formulas: page.formulas.count, steps: page.rowCount, outputs: shown)
    if let strip = page.strip, let row = layout.strip {
      draw(strip, on: &canvas, in: area.inset(top: row), hasWords: layout.hasStripWords)
    }
    let table = Rect(
      column: area.column, row: area.row + layout.table, columns: min(Self.widest, area.columns),
      rows: layout.tableRows + 2)
    drawTable(on: &canvas, in: table)
    if let row = layout.formulas { drawFormulas(on: &canvas, in: table.moved(to: area.row + row)) }
    let outputs = page.outputs(layout.outputRows - 1)
    drawOutputs(outputs, on: &canvas, in: area.inset(top: layout.outputs))
  }

  private func draw(_ strip: StepStrip, on canvas: inout Canvas, in area: Rect, hasWords: Bool) {
    let start = area.column + Self.label
    canvas.write(strip.label, column: area.column, row: area.row, style: Style(.quiet), limit: start - 1)
    let cells = StepCells(count: strip.values.count, columns: area.endColumn - start, group: strip.group)
    for first in stride(from: 0, to: strip.values.count, by: cells.pool) {
      let all = strip.values[first..<min(first + cells.pool, strip.values.count)]
      let place = Rect(column: start + cells.column(of: first), row: area.row, columns: cells.width, rows: 1)
      guard first < strip.now.upperBound else {
        canvas.fill(place, canvas.look.glyphs.absent, style: Style(.faint))
        continue
      }
      canvas.swatch(all.compactMap { $0 }.max { abs($0) < abs($1) }, strip.map, strip.range, in: place)
    }
    guard hasWords else { return }
    let (now, end) = (cells.column(of: strip.now.lowerBound), cells.end(of: strip.now))
    let line = String(repeating: canvas.look.glyphs.bar, count: max(0, end - now))
    canvas.write(line, column: start + now, row: area.row + 1, style: Style(.accent))
    drawWords(strip, cells, on: &canvas, start: start, in: area)
  }

  /// What lies behind, what is at hand, what is to come; what would touch another word is left out.
  private func drawWords(
    _ strip: StepStrip, _ cells: StepCells, on canvas: inout Canvas, start: Int, in area: Rect
  ) {
    let row = area.row + 2
    let word = session.say("now", "现在")
    let now = min(start + cells.column(of: strip.now.lowerBound), area.endColumn - word.cellWidth)
    if !strip.now.isEmpty { canvas.write(word, column: now, row: row, style: Style(.accent)) }
    if start + strip.before.cellWidth < now {
      canvas.write(strip.before, column: start, row: row, style: Style(.quiet))
    }
    let rest = start + cells.column(of: strip.now.upperBound)
    let after = max(rest, now + word.cellWidth + 2)
    if strip.now.upperBound < strip.values.count, after + strip.after.cellWidth <= area.endColumn {
      canvas.write(strip.after, column: after, row: row, style: Style(.quiet))
    }
  }

  private typealias PlacedColumn = (index: Int, title: String, end: Int)

  /// The columns that have room, each with where it ends.
  private func columns(in area: Rect) -> [PlacedColumn] {
    let room = area.columns - Self.label
    let all = page.columns.indices.map { (index: $0, title: page.columns[$0].title) }
    let fits = all.allSatisfy { $0.title.cellWidth + 2 <= room / all.count }
    let shown = fits ? all : all.compactMap { column in page.columns[column.index].short.map { (column.index, $0) } }
    return shown.enumerated().map { place, column in
      (column.index, column.title, area.column + Self.label + (place + 1) * room / max(1, shown.count))
    }
  }

  private func drawTable(on canvas: inout Canvas, in area: Rect) {
    let columns = columns(in: area)
    for column in columns { canvas.write(column.title, endColumn: column.end, row: area.row, style: Style(.quiet)) }
    let rows = area.rows - 2
    let first = firstVisible(selected: page.current, count: page.rowCount, rows: rows)
    for (offset, index) in (first..<min(page.rowCount, first + rows)).enumerated() {
      let row = area.row + 1 + offset
      let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
      let isNow = index == page.current
      if isNow { drawFocus(on: &canvas, band) }
      canvas.mark(band, as: .row(pane: 0, index: index))
      let style = isNow ? Style(.strong, on: .focus) : Style(index < page.current ? .text : .faint)
      draw(page.row(index), columns, on: &canvas, column: area.column, row: row, style: style)
    }
    draw(page.total, columns, on: &canvas, column: area.column, row: area.endRow - 1, style: Style(.quiet))
  }

  private func draw(
    _ line: StepRow, _ columns: [PlacedColumn], on canvas: inout Canvas, column: Int, row: Int, style: Style
  ) {
    canvas.write(line.label, column: column, row: row, style: style)
    let absent = String(canvas.look.glyphs.absent)
    for column in columns {
      canvas.write(
        line.cells.isEmpty ? absent : line.cells[column.index], endColumn: column.end, row: row, style: style)
    }
  }

  private func drawFormulas(on canvas: inout Canvas, in area: Rect) {
    let numbers = area.column + 40
    for (offset, formula) in page.formulas.enumerated() {
      let row = area.row + offset
      let end = canvas.write(formula.letters, column: area.column, row: row, style: Style(.data))
      let result = canvas.write([Span(formula.result, .strong)], endColumn: area.endColumn, row: row)
      guard !formula.numbers.isEmpty, max(end, numbers) + formula.numbers.cellWidth < result else { continue }
      canvas.write(formula.numbers, column: max(end + 1, numbers), row: row, style: Style(.quiet))
    }
  }

  private func drawOutputs(_ outputs: [StepOutput], on canvas: inout Canvas, in area: Rect) {
    let start = area.column + Self.label
    let range = HeatmapRange(signed: outputs.flatMap(\.values)).range
    for (offset, output) in outputs.enumerated() where offset < area.rows {
      let row = area.row + offset
      let isFull = offset == outputs.count - 1
      canvas.write(
        output.label, column: area.column, row: row,
        style: Style(offset == outputs.count - 2 ? .text : isFull ? .quiet : .faint), limit: start - 1)
      let cells = StepCells(count: output.values.count, columns: area.endColumn - start)
      for first in stride(from: 0, to: output.values.count, by: cells.pool) {
        let all = output.values[first..<min(first + cells.pool, output.values.count)]
        canvas.swatch(
          all.max { abs($0) < abs($1) }, .signed, range,
          in: Rect(column: start + cells.column(of: first), row: row, columns: cells.width, rows: 1))
      }
    }
  }

  /// The state as a picture, its vector beside it, row by row.
  private func drawState(_ state: StepState, on canvas: inout Canvas, in area: Rect) {
    let matrix = area.inset(right: 4, top: 1)
    let signed = HeatmapRange(signed: state.matrix)
    let map = Heatmap(values: state.matrix, columns: state.columns, map: .signed, range: signed.range)
    let fit = canvas.draw(map, in: matrix)
    let beside = Rect(
      column: matrix.column + fit.size.columns + 2, row: matrix.row, columns: min(2, fit.cellColumns),
      rows: fit.size.rows)
    var vector = Heatmap(
      values: state.vector, columns: 1, map: .viridis, range: 0...HeatmapRange(signed: state.vector).range.upperBound)
    vector.magnifies = fit.cellRows > 1
    canvas.draw(vector, in: beside)
    canvas.write(state.title, column: area.column, row: area.row, style: Style(.strong))
    canvas.write(state.vectorTitle, column: beside.column, row: area.row, style: Style(.strong))
    if fit.pool > 1 {
      let pooled = session.say("pooled \(fit.pool)×", "合并 \(fit.pool)×")
      if area.column + state.title.cellWidth + 2 + pooled.cellWidth < beside.column {
        canvas.write(pooled, endColumn: beside.column - 2, row: area.row, style: Style(.quiet))
      }
    }
  }
}

extension Rect {
  /// The same rectangle, beginning at a row.
  fileprivate func moved(to top: Int) -> Rect { Rect(column: column, row: top, columns: columns, rows: rows) }
}
