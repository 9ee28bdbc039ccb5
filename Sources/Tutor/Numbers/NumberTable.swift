import TerminalUI

/// The figures under their headings: label, value, and beside them how each is counted where there is room.
struct NumberTable {
  let rows: [NumberRow]
  let selected: Int

  private enum Entry {
    case blank
    case heading(String)
    case row(Int)

    var isBlank: Bool { if case .blank = self { true } else { false } }
    var index: Int? { if case .row(let index) = self { index } else { nil } }
  }

  private var entries: [Entry] {
    var entries: [Entry] = []
    for (index, row) in rows.enumerated() {
      if index == 0 || row.group != rows[index - 1].group {
        if index > 0 { entries.append(.blank) }
        entries.append(.heading(row.group))
      }
      entries.append(.row(index))
    }
    return entries
  }

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    var entries = entries
    // Blank rows go first where there is no room.
    while entries.count > body.rows, let blank = entries.lastIndex(where: { $0.isBlank }) { entries.remove(at: blank) }
    let at = entries.firstIndex { $0.index == selected } ?? 0
    let first = max(0, min(entries.count - body.rows, at - body.rows / 2))
    let columns = min(body.columns, 40)
    drawParagraph(on: &canvas, in: body, columns: columns)
    for (offset, entry) in entries.dropFirst(first).prefix(body.rows).enumerated() {
      let row = body.row + offset
      switch entry {
      case .blank: break
      case .heading(let title):
        canvas.write(title, column: body.column, row: row, style: Style(.strong), limit: body.endColumn)
      case .row(let index): draw(index, in: body, columns: columns, row: row, on: &canvas)
      }
    }
  }

  private func draw(_ index: Int, in body: Rect, columns: Int, row: Int, on canvas: inout Canvas) {
    let number = rows[index]
    let ground: Ground = index == selected ? .focus : .plain
    let area = Rect(column: body.column - 1, row: row, columns: body.columns + 1, rows: 1)
    canvas.mark(area, as: .row(pane: 0, index: index))
    if index == selected {
      canvas.fill(
        Rect(column: area.column, row: row, columns: columns + 2, rows: 1), style: Style(on: ground))
      canvas.write(String(canvas.look.glyphs.focus), column: area.column, row: row, style: Style(.accent, on: ground))
    }
    let end = body.column + columns
    let start = canvas.write(
      number.value, endColumn: end, row: row, style: Style(number.isKnown ? .text : .quiet, on: ground))
    canvas.write(number.label, column: body.column, row: row, style: Style(.quiet, on: ground), limit: start - 1)
    guard beside(body, columns) >= Self.oneLine else { return }
    canvas.write([Span(number.how, .quiet)], column: end + 3, row: row, limit: body.endColumn)
  }

  /// Columns that every explanation fits into.
  private static let oneLine = 72

  /// Columns beside the figures.
  private func beside(_ body: Rect, _ columns: Int) -> Int { body.endColumn - body.column - columns - 3 }

  /// How the selected figure is counted, where there is room for a paragraph and not for a line each.
  private func drawParagraph(on canvas: inout Canvas, in body: Rect, columns: Int) {
    let room = beside(body, columns)
    guard (24..<Self.oneLine).contains(room), rows.indices.contains(selected) else { return }
    let area = Rect(column: body.endColumn - room, row: body.row, columns: room, rows: body.rows)
    let number = rows[selected]
    canvas.write(number.label, column: area.column, row: area.row, style: Style(.strong), limit: area.endColumn)
    let lines =
      wrap([Span(number.how)], columns: room) + [Line()] + wrap([Span(number.count, .quiet)], columns: room)
    for (offset, line) in lines.prefix(area.rows - 1).enumerated() {
      canvas.write(line, in: area, row: area.row + 1 + offset)
    }
  }
}
