import Learning
import Markdown
import TerminalUI
import Workbook

extension QuizScreen {
  /// The rows of an order or a match: as the learner has them, or after the answer as they belong.
  func arrangedLines(_ presented: Presented, columns: Int, look: Look, _ session: Session) -> [QuizLine] {
    if let outcome = shownOutcome {
      let places: [Int]? = if case .arranged(let places)? = outcome.answer { places } else { nil }
      return judgedRows(presented, places: places, columns: columns, look: look, session)
    }
    let rows = draft.arrangement.enumerated().map { row, place in
      let isFocused = row == draft.cursor
      let mark =
        isFocused && draft.isHolding
        ? Span("\(look.glyphs.smaller)\(look.glyphs.larger)", .accent) : Span("\(row + 1)", .accent)
      return rowLines(
        presented, row: row, place: place, mark: mark, ink: isFocused ? .strong : .text, columns: columns, look: look)
    }
    return header(presented, columns: columns, look: look)
      + rows.enumerated().flatMap { row, lines in lines.map { QuizLine(line: $0, option: row) } }
      + (ScreenLayout(session).isLow ? [] : [QuizLine(line: Line())])
  }

  /// What belongs into each row, and beside it what the learner had there.
  private func judgedRows(
    _ presented: Presented, places: [Int]?, columns: Int, look: Look, _ session: Session
  ) -> [QuizLine] {
    let right = presented.rightArrangement
    var lines = header(presented, columns: columns, look: look)
    let isOrder = if case .order = presented.item?.kind { true } else { false }
    for (row, place) in right.enumerated() {
      let isRight = places.map { presented.accepts($0[row], inRow: row) } ?? false
      let mark = isRight ? Span(String(look.glyphs.full), .good) : Span(String(look.glyphs.none), .bad)
      var label: String?
      if isOrder, !isRight, let yours = places?.firstIndex(of: place) {
        label = session.say("yours \(yours + 1)", "你排第 \(yours + 1)")
      }
      var texts = rowLines(
        presented, row: row, place: place, mark: mark, ink: .text, columns: columns - (label?.cellWidth ?? -2) - 2,
        look: look)
      if let label { texts[0].trailing = [Span(label, .bad)] }
      lines += texts.map { QuizLine(line: $0, option: row) }
      if !isOrder, !isRight, let yours = places?[row] {
        let said = Span(session.say("yours: ", "你选的："), .bad)
        let style = MarkdownLines(columns: columns, look: look)
        lines += wrap([said] + style.spans(presented.pieces[yours].piece.text, ink: .quiet), columns: columns - 3)
          .map { QuizLine(line: $0.indented(by: 3), option: row) }
      }
    }
    return lines
  }

  /// The names of the two columns of a match.
  private func header(_ presented: Presented, columns: Int, look: Look) -> [QuizLine] {
    guard case .match(let matching) = presented.item?.kind else { return [] }
    let names = [matching.header.left, matching.header.right.text].map(\.plainText)
    guard names.contains(where: { !$0.isEmpty }) else { return [] }
    let left = leftColumns(matching, columns: columns, look: look)
    let name = look.shown(names[0]).cut(to: left, ellipsis: look.glyphs.ellipsis)
    return [
      QuizLine(
        line: Line([
          Span("   " + name, .quiet), Span(String(repeating: " ", count: left - name.cellWidth + 2)),
          Span(look.shown(names[1]), .quiet),
        ]))
    ]
  }

  private func rowLines(
    _ presented: Presented, row: Int, place: Int, mark: Span, ink: Ink, columns: Int, look: Look
  ) -> [Line] {
    let style = MarkdownLines(columns: columns - 3, look: look)
    let lead = [mark, Span(String(repeating: " ", count: max(1, 3 - mark.text.cellWidth)))]
    let piece = style.spans(presented.pieces[place].piece.text, ink: ink)
    guard case .match(let matching) = presented.item?.kind else {
      return wrap(piece, columns: columns - 3).enumerated().map { index, line in
        index == 0 ? Line(lead + line.spans) : line.indented(by: 3)
      }
    }
    let left = leftColumns(matching, columns: columns, look: look)
    let lefts = wrap(style.spans(matching.pairs[row].left, ink: .text), columns: left)
    let rights = wrap(piece, columns: max(8, columns - left - 5))
    return (0..<max(lefts.count, rights.count)).map { index in
      let spans = index < lefts.count ? lefts[index].spans : []
      let room = left - (index < lefts.count ? lefts[index].width : 0)
      return Line(
        (index == 0 ? lead : [Span("   ")]) + spans + [Span(String(repeating: " ", count: max(0, room) + 2))]
          + (index < rights.count ? rights[index].spans : []))
    }
  }

  /// The width of the left column: as wide as its longest cell, at most two fifths.
  private func leftColumns(_ matching: Matching, columns: Int, look: Look) -> Int {
    let widest =
      ([matching.header.left] + matching.pairs.map(\.left)).map { look.shown($0.plainText).cellWidth }.max() ?? 0
    return min(widest, columns * 2 / 5)
  }
}
