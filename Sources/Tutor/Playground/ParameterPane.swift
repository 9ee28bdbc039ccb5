import Attention
import TerminalUI

/// The left pane: what one turns, with its values.
extension PlaygroundScreen {
  private enum Entry {
    case heading(Gloss)
    case row(PlaygroundRow)
    case blank
  }

  private var entries: [Entry] {
    let groups = PlaygroundRow.groups(recipe)
    return Array(groups.map { [.heading($0.title)] + $0.rows.map(Entry.row) }.joined(separator: [.blank]))
  }

  /// Lines that all parameters take with their headings.
  var parameterLines: Int { entries.count }

  func drawParameters(on canvas: inout Canvas, in area: Rect, _ kind: PlaygroundLayout.Kind, _ session: Session) {
    // The narrow screen has no place for headings beside the picture.
    let isShort = kind == .narrow && !view.isAlone
    let rows = rows
    let entries = isShort ? rows.map(Entry.row) : entries
    let at = entries.firstIndex { if case .row(view.row) = $0 { true } else { false } } ?? 0
    let first =
      isShort
      ? firstVisible(selected: at, count: entries.count, rows: area.rows) : scrolled(at, entries.count, area.rows)
    let hidden =
      entries[min(entries.count, first + area.rows)...].isEmpty
      ? 0 : isShort ? 0 : entries.dropFirst(first + area.rows - 1).count { if case .row = $0 { true } else { false } }
    // Alone, every row says what it means.
    let list =
      kind != .narrow && view.isAlone ? Rect(column: area.column, row: area.row, columns: 19, rows: area.rows) : area
    let changed = Set(recipe.flags.map(\.name))
    for (offset, entry) in entries.dropFirst(first).prefix(area.rows - (hidden > 0 ? 1 : 0)).enumerated() {
      let row = area.row + offset
      switch entry {
      case .blank: break
      case .heading(let title):
        canvas.write(session.say(title), column: area.column, row: row, style: Style(.quiet), limit: area.endColumn)
      case .row(let item):
        let index = rows.firstIndex(of: item) ?? 0
        draw(item, index, on: &canvas, in: list, row: row, arrowsInside: isShort, changed: changed, session)
        guard list.endColumn + 3 < area.endColumn else { continue }
        canvas.write(
          [Span(meaning(of: item, session), .quiet)], column: list.endColumn + 3, row: row, limit: area.endColumn)
      }
    }
    if hidden > 0 {
      canvas.write(
        "\(canvas.look.glyphs.open) " + session.say("\(hidden) more", "还有 \(hidden) 项"), column: area.column,
        row: area.endRow - 1, style: Style(.faint))
    }
  }

  /// Stays at the top as long as it can, so that a step down moves nothing else.
  private func scrolled(_ at: Int, _ count: Int, _ rows: Int) -> Int {
    guard count > rows else { return 0 }
    return max(0, min(count - rows, at - (rows - 2)))
  }

  private func draw(
    _ item: PlaygroundRow, _ index: Int, on canvas: inout Canvas, in area: Rect, row: Int, arrowsInside: Bool,
    changed: Set<String>,
    _ session: Session
  ) {
    let isHere = item == view.row
    let isFocused = isHere && view.pane == .parameters
    let margin = arrowsInside ? 1 : 2
    let end = arrowsInside ? area.endColumn - (isFocused ? 2 : 0) : area.endColumn
    let line = Rect(column: area.column - 1, row: row, columns: area.columns + 1 + (arrowsInside ? 0 : margin), rows: 1)
    if isFocused { canvas.fill(line, style: Style(on: .focus)) }
    if isHere { drawFocus(on: &canvas, column: line.column, row: row, isFocused: isFocused) }
    canvas.mark(line, as: .row(pane: ClickPane.parameters, index: index))
    let ground: Ground = isFocused ? .focus : .plain
    let isIdle = isIdle(item)
    let label = canvas.look.shown(session.say(isIdle ? item.label : item.shortLabel))
    let start = canvas.write(
      label, column: area.column, row: row, style: Style(isFocused ? .strong : isIdle ? .faint : .text, on: ground),
      limit: area.endColumn)
    if isFocused, let field {
      canvas.draw(
        field.text, column: start + 2, row: row, columns: line.endColumn - start - 3, style: Style(.strong, on: ground))
      return
    }
    let room = end - start - 1 - (isFocused ? 2 : 0)
    let value = canvas.look.shown(shownValue(of: item, session)).cut(to: room, ellipsis: canvas.look.glyphs.ellipsis)
    // A fault stands out, so that nobody takes the picture for a sound one.
    let changedInk: Ink = item == .parameter("fault") ? .bad : .data
    let ink: Ink = isFocused ? .strong : isIdle ? .faint : isChanged(item, changed) ? changedInk : .quiet
    let left = canvas.write(value, endColumn: end, row: row, style: Style(ink, on: ground))
    guard isFocused else { return }
    let arrow = Style(.accent, on: ground)
    canvas.write(String(canvas.look.glyphs.smaller), column: left - 2, row: row, style: arrow)
    canvas.write(String(canvas.look.glyphs.larger), column: end + 1, row: row, style: arrow)
    canvas.mark(Rect(column: left - 2, row: row, columns: 1, rows: 1), as: .key(.left))
    canvas.mark(Rect(column: end + 1, row: row, columns: 1, rows: 1), as: .key(.right))
  }

  private func isIdle(_ item: PlaygroundRow) -> Bool {
    switch item {
    case .parameter(let name): recipe.idleReason(name) != nil
    case .head: heads == 1
    case .change: view.stage.before == nil
    default: false
    }
  }

  private func isChanged(_ item: PlaygroundRow, _ changed: Set<String>) -> Bool {
    if case .parameter(let name) = item { changed.contains(name) } else { false }
  }

  func shownValue(of item: PlaygroundRow, _ session: Session) -> String {
    switch item {
    case .parameter(let name): item.parameter?.shown(recipe[name]) ?? recipe[name]
    case .stage: session.say(view.stage.label)
    case .change: view.showsChange ? session.say("on", "开") : session.say("off", "关")
    case .colours, .scaling, .range, .digits, .labels: shownOption(item, session)
    case .mechanism: mechanism.map { session.say($0.label) } ?? session.say("your own", "自定")
    case .head: session.say("\(head + 1) of \(heads)", "\(head + 1)/\(heads)")
    }
  }
}
