import Attention
import TerminalUI

/// The right pane with room: every step with its operand, the products, the whole row, and the run.
extension PlaygroundScreen {
  private static let operandColumn = 13

  func drawWideWhy(on canvas: inout Canvas, in area: Rect, _ session: Session) {
    guard let picture, let why else { return }
    drawWhyTitle(on: &canvas, in: area, picture, why, session)
    canvas.write(
      why.placeSentence(picture, session), column: area.column, row: area.row + 1, style: Style(.quiet),
      limit: area.endColumn)
    var row = area.row + 3
    let lines = why.lines(picture, session)
    var index = 0
    for line in lines where line.part == .step && row < area.endRow {
      draw(
        line, line.isDetail ? nil : index, on: &canvas, in: area, row: row, operandColumn: Self.operandColumn)
      if !line.isDetail { index += 1 }
      row += 1
    }
    row += 1
    if why.stage != .output, row + 4 < area.endRow { row = drawProducts(on: &canvas, in: area, row: row, why, session) }
    let runRows = 5
    let bottom = area.endRow - runRows - 1
    if why.row != nil, row + 4 <= bottom {
      let chart = Rect(column: area.column, row: row, columns: area.columns, rows: bottom - row)
      drawRow(on: &canvas, in: chart, picture, why, firstIndex: index, session)
      row = min(bottom, row + 1 + max(1, why.kept)) + 1
    }
    if why.row != nil { index += CellWhy.rowFigures }
    drawRun(
      on: &canvas, in: Rect(column: area.column, row: row, columns: area.columns, rows: area.endRow - row), picture,
      lines.filter { $0.part == .run }, firstIndex: index, session)
  }

  /// Heading and strip of the products q_i·k_i; returns the row after them and a blank one.
  private func drawProducts(on canvas: inout Canvas, in area: Rect, row: Int, _ why: CellWhy, _ session: Session) -> Int
  {
    let products = why.derivation?.products ?? []
    let sums = why.productSums
    let (up, down) = (Figures.value(sums.up), Figures.value(sums.down))
    canvas.write(
      Line(
        [Span(why.termsName(session), .strong)],
        trailing: [Span(session.say("\(up) up, \(down) down", "正 \(up)，负 \(down)"), .quiet)]), in: area, row: row)
    let columns = products.count > 32 ? (products.count + 1) / 2 : products.count
    let padded = products + Array(repeating: 0, count: products.count > 32 ? columns * 2 - products.count : 0)
    var strip = Heatmap(
      values: padded, columns: columns, kept: padded.indices.map { $0 < products.count }, map: .signed,
      range: HeatmapRange(signed: products).range)
    (strip.magnifies, strip.isStale) = (false, isStale(session))
    let fit = canvas.draw(strip, in: Rect(column: area.column, row: row + 1, columns: 32, rows: 1))
    // Channels are no cells of the matrix: a click here only focuses.
    canvas.mark(
      Rect(column: area.column, row: row, columns: area.columns, rows: 2),
      as: .pane(PlaygroundView.Pane.why.rawValue))
    let label = session.say("channel 0–\(products.count - 1)", "通道 0–\(products.count - 1)")
    if fit.size.columns + 2 + label.cellWidth <= area.columns {
      canvas.write(label, endColumn: area.endColumn, row: row + 1, style: Style(.quiet))
    }
    return row + 3
  }

  private func drawRun(
    on canvas: inout Canvas, in area: Rect, _ picture: RunPicture, _ lines: [WhyLine], firstIndex: Int,
    _ session: Session
  ) {
    guard area.rows > 1 else { return }
    canvas.write(session.say("This run", "本次运行"), column: area.column, row: area.row, style: Style(.strong))
    var row = area.row + 1
    for (offset, line) in lines.enumerated() where row < area.endRow {
      draw(line, firstIndex + offset, on: &canvas, in: area, row: row, operandColumn: Self.operandColumn)
      row += 1
    }
    var facts = [
      (
        session.say("scores held", "分数占用"),
        picture.pooled == nil ? Figures.bytes(picture.cost.scoreBytes) : session.say("none, pooled", "不保存，合并显示")
      )
    ]
    if picture.pooled == nil {
      facts += [
        (session.say("mean entropy", "平均熵"), picture.run.meanEntropy.map(Figures.value) ?? "—"),
        (session.say("speed", "速度"), Figures.speed(picture.cost.flops, seconds: picture.seconds)),
      ]
    }
    for (label, value) in facts where row < area.endRow {
      canvas.write(label, column: area.column, row: row, style: Style(.quiet))
      canvas.write(value, endColumn: area.endColumn, row: row)
      row += 1
    }
  }
}

extension CellWhy {
  /// What the score is the sum of.
  fileprivate func termsName(_ session: Session) -> String {
    derivation?.steps.first?.operation == .additive
      ? session.say("Hidden units", "隐藏单元") : session.say("Products", "乘积")
  }

  /// Which cell it is, as a sentence.
  func placeSentence(_ picture: RunPicture, _ session: Session) -> String {
    if kept == 0 { return session.say("q \(query) sees no key", "q \(query) 看不到任何键") }
    guard stage != .output else { return placeText(session) }
    let back = query + picture.recipe.queryStart - key
    let distance: String
    switch back {
    case 0: distance = session.say("itself", "自身")
    case 1...:
      distance = session.say(
        back == 1 ? "one key back" : "\(Figures.count(back)) keys back", "向前 \(Figures.count(back)) 个键")
    default:
      distance = session.say(
        back == -1 ? "one key ahead" : "\(Figures.count(-back)) keys ahead", "向后 \(Figures.count(-back)) 个键")
    }
    return picture.isKept(query: query, key: key)
      ? session.say("q \(query) looks at k \(key), \(distance)", "q \(query) 看 k \(key)，\(distance)")
      : session.say("q \(query) may not look at k \(key), \(distance)", "q \(query) 不能看 k \(key)，\(distance)")
  }
}
