import Attention
import TerminalUI

/// How the selected cell comes about in A and in B, step by step.
extension CompareScreen {
  /// Under the figures, where all steps have room.
  func drawSteps(on canvas: inout Canvas, _ layout: CompareLayout, row: Int, _ session: Session) {
    let pairs = stepPairs(session)
    let columns = layout.columns
    guard let why = now.why, !pairs.isEmpty, columns[0].columns >= 30, row + pairs.count < columns[0].endRow else {
      return
    }
    for (column, side) in zip(columns, Side.allCases) {
      let name =
        side == .difference
        ? title(of: side, session).name : session.say("Why in ", "为何，") + title(of: side, session).name
      canvas.write(name, column: column.column, row: row, style: Style(.strong), limit: column.endColumn)
    }
    canvas.write([Span(why.placeText(session), .quiet)], endColumn: columns[2].endColumn, row: row)
    for (offset, pair) in pairs.enumerated() {
      let row = row + 1 + offset
      draw(pair.a, isChanged: pair.parts, on: &canvas, in: columns[0], row: row)
      draw(pair.b, isChanged: pair.parts, on: &canvas, in: columns[1], row: row)
      let (text, ink) = Self.changeText(pair, canvas.look)
      canvas.write([Span(text, ink)], endColumn: columns[2].endColumn, row: row)
    }
  }

  private func draw(_ line: WhyLine?, isChanged: Bool, on canvas: inout Canvas, in area: Rect, row: Int) {
    guard let line else {
      canvas.write("—", column: area.column, row: row, style: Style(.faint))
      return
    }
    let start = canvas.write([Span(line.result, isChanged ? .strong : .text)], endColumn: area.endColumn, row: row)
    let end = canvas.write(line.label, column: area.column, row: row, style: Style(.quiet), limit: start - 1)
    canvas.write(
      [Span(line.operand, line.isChanged ? .data : .quiet)], column: max(area.column + 13, end + 1), row: row,
      limit: start - 1)
  }

  /// B − A after a step, in the colours of the difference.
  static func changeText(_ pair: StepPair, _ look: Look) -> (String, Ink) {
    guard let change = pair.change, pair.parts, change.isFinite else { return (pair.parts ? "—" : "0", .faint) }
    let sign: Float = change < 0 ? -0.6 : 0.6
    let text = (change > 0 ? "+" : "") + Figures.value(change)
    return (text, ColourMap.signed.colourInk(of: sign, in: -1...1, look: look))
  }

  /// Opens the steps of both, or the one derivation there is.
  mutating func explain(_ session: Session) -> [Effect] {
    guard both != nil else { return [.say(Notice(session.say("Nothing has been computed yet.", "还没有计算结果。")))] }
    let pairs = stepPairs(session)
    guard let why, let b = now.why, let picture = now.picture, !pairs.isEmpty else {
      return change(session) { $0.explain(session) }
    }
    return [.push(CompareWhyScreen(a: why, b: b, pairs: pairs, of: picture))]
  }
}
