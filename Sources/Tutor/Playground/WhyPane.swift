import Attention
import TerminalUI

/// The right pane: what the selected cell is made of, its row, and the run.
extension PlaygroundScreen {
  func drawWhy(on canvas: inout Canvas, in area: Rect, _ session: Session) {
    guard let picture, let why else { return }
    let whole = area
    // Alone, every line says what it means.
    let explains = view.isAlone && whole.columns >= 60
    let area = explains ? Rect(column: whole.column, row: whole.row, columns: 18, rows: whole.rows) : whole
    drawWhyTitle(on: &canvas, in: area, picture, why, session)
    canvas.write(
      why.kept > 0 ? why.placeText(session) : why.placeSentence(picture, session), column: area.column,
      row: area.row + 1, style: Style(.quiet), limit: area.endColumn)
    var entries: [WhyEntry] = [.blank]
    let lines = why.selectable(picture, session)
    for (index, line) in lines.enumerated() {
      if index > 0, line.part != lines[index - 1].part {
        entries += [
          .blank,
          .heading(line.part == .row ? session.say("Row \(why.query)", "第 \(why.query) 行") : session.say("Run", "运行")),
        ]
      }
      entries.append(.line(line, index))
    }
    let list = area.inset(top: 2)
    while entries.count > list.rows, let blank = entries.lastIndex(where: { $0.isBlank }) { entries.remove(at: blank) }
    let at = entries.firstIndex { $0.index == view.whyLine } ?? 0
    let first = entries.count > list.rows ? max(0, min(entries.count - list.rows, at - list.rows + 2)) : 0
    let hidden =
      entries.count > first + list.rows ? entries.dropFirst(first + list.rows - 1).count { $0.index != nil } : 0
    if hidden > 0 {
      canvas.write(
        "\(canvas.look.glyphs.open) " + session.say("\(hidden) more", "还有 \(hidden) 项"), column: list.column,
        row: list.endRow - 1, style: Style(.faint))
    }
    for (offset, entry) in entries.dropFirst(first).prefix(list.rows - (hidden > 0 ? 1 : 0)).enumerated() {
      switch entry {
      case .blank: break
      case .heading(let title):
        canvas.write(title, column: list.column, row: list.row + offset, style: Style(.strong))
      case .line(let line, let index):
        draw(line, index, on: &canvas, in: list, row: list.row + offset)
        guard explains else { continue }
        canvas.write(
          [Span(line.explanation, .quiet)], column: list.endColumn + 3, row: list.row + offset, limit: whole.endColumn)
      }
    }
  }

  func drawWhyTitle(
    on canvas: inout Canvas, in area: Rect, _ picture: RunPicture, _ why: CellWhy, _ session: Session
  ) {
    canvas.write(
      why.question(session), column: area.column, row: area.row, style: Style(.strong),
      limit: area.endColumn - 3)
    canvas.swatch(
      why.value, picture.map(why.stage, options),
      picture.range(why.stage, head: why.head, query: why.query, options),
      in: Rect(column: area.endColumn - 2, row: area.row, columns: 2, rows: 1))
  }

  /// One line with its label, its operand and its result; `operandColumn` is where operands stand in a wide pane.
  func draw(
    _ line: WhyLine, _ index: Int?, on canvas: inout Canvas, in area: Rect, row: Int, operandColumn: Int? = nil
  ) {
    let isHere = index != nil && index == view.whyLine
    let isFocused = isHere && view.pane == .why
    let ground: Ground = isFocused ? .focus : .plain
    let strip = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
    if isFocused { canvas.fill(strip, style: Style(on: .focus)) }
    if isHere { drawFocus(on: &canvas, column: strip.column, row: row, isFocused: isFocused) }
    if let index { canvas.mark(strip, as: .row(pane: ClickPane.why, index: index)) }
    let ink = isFocused ? Ink.strong : line.ink
    let start = canvas.write(
      [Span(line.result, style: Style(ink, on: ground))].map { Span(canvas.look.shown($0.text), style: $0.style) },
      endColumn: area.endColumn, row: row)
    let quiet = Style(isFocused ? .text : .quiet, on: ground)
    let label = operandColumn == nil ? line.briefLabel : line.label
    let operand = operandColumn == nil ? line.briefOperand : line.operand
    let end = canvas.write(label, column: area.column, row: row, style: quiet, limit: start)
    guard !operand.isEmpty else { return }
    canvas.write(
      operand, column: operandColumn.map { max(area.column + $0, end + 1) } ?? end + 1, row: row,
      style: line.isChanged ? Style(.data, on: ground) : quiet, limit: start - 1)
  }
}

/// What the right pane lists, from above.
private enum WhyEntry {
  case blank
  case heading(String)
  case line(WhyLine, Int)

  var isBlank: Bool { if case .blank = self { true } else { false } }
  var index: Int? { if case .line(_, let index) = self { index } else { nil } }
}

extension CellWhy {
  /// Which cell it is.
  func placeText(_ session: Session) -> String {
    stage == .output
      ? session.say("q \(query) · channel \(channel)", "q \(query) · 通道 \(channel)") : "q \(query) · k \(key)"
  }
}
