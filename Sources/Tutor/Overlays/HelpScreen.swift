import Attention
import Learning
import TerminalUI

/// The keys of the screen below, made from its table; `/` finds one by what it does.
struct HelpScreen: Screen {
  let rows: [KeyHelp]
  let title: String
  var search: TextField?
  var scroll = 0

  init(_ rows: [KeyHelp], title: String) {
    (self.rows, self.title) = (rows.filter { $0.isAvailable && !$0.isText }, title)
  }

  static let isOverlay = true
  var isTyping: Bool { search != nil }

  static let bindings: [Binding<HelpScreen>] = [
    Binding([.character("/")], Gloss(en: "find a key", zh: "查找按键"), footer: 1) { screen, _, _ in
      screen.search = TextField()
      return []
    },
    Binding([.escape], Gloss(en: "close", zh: "关闭")) { screen, _, _ in
      if screen.search == nil { return [.pop] }
      screen.search = nil
      return []
    },
    Binding([.character("?"), .function(1), .enter], Gloss(en: "close", zh: "关闭")) { _, _, _ in [.pop] },
    Binding([.down, .character("j")], Gloss(en: "further", zh: "向下")) { screen, _, session in
      screen.scroll(by: 1, session)
    },
    Binding([.up, .character("k")], Gloss(en: "back", zh: "向上")) { screen, _, session in
      screen.scroll(by: -1, session)
    },
    Binding([.pageDown, .control("f"), .control("d")], Gloss(en: "a page on", zh: "下一页")) { screen, _, session in
      screen.scroll(by: screen.rows(session) - 1, session)
    },
    Binding([.pageUp, .control("b"), .control("u")], Gloss(en: "a page back", zh: "上一页")) { screen, _, session in
      screen.scroll(by: 1 - screen.rows(session), session)
    },
  ]

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    if case .wheel(_, let rows) = event { return scroll(by: rows, session) }
    search?.update(event)
    return []
  }

  /// How many lines are seen at once.
  private func rows(_ session: Session) -> Int { session.size.rows - 6 }

  private mutating func scroll(by lines: Int, _ session: Session) -> [Effect] {
    let count = content(session).count
    scroll = min(max(0, scroll + lines), maximumScroll(count: count, rows: rows(session)))
    return []
  }

  /// Every line, as many as there are.
  private func content(_ session: Session) -> [Line] {
    let (size, look) = (session.size, session.look)
    let (here, everywhere) = (here(session, look: look), everywhere(session, look: look))
    let keys = size.columns < 70 ? here + [""] + everywhere + [""] : twoColumns(here, everywhere)
    let width = min(72, size.columns - 2) - 6
    let places = goTo(columns: width, session)
    let marks = legend(columns: width, look, session)
    // The air before the legend goes where it would push the last line out.
    let isTight = keys.count + places.count + marks.count + 1 > rows(session)
    return keys + places + (isTight ? [] : [""]) + marks
  }

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let all = content(session)
    let heading = session.say("Keys in \(title)", "\(title)的按键")
    let inside = canvas.overlay(columns: 72, rows: all.count + 4, title: heading, row: 1)
      .inset(left: 2, right: 2, top: 1, bottom: 1)
    let first = min(scroll, maximumScroll(count: all.count, rows: inside.rows))
    for (offset, line) in all.dropFirst(first).prefix(inside.rows).enumerated() {
      var line = line
      line.ground = .overlay
      canvas.write(line, in: inside, row: inside.row + offset)
    }
    if first + inside.rows < all.count {
      canvas.write(
        String(canvas.look.glyphs.open), column: inside.endColumn, row: inside.endRow - 1,
        style: Style(.quiet, on: .overlay))
    }
    if let search {
      canvas.write("/ ", column: inside.column, row: inside.endRow, style: Style(.accent, on: .overlay))
      canvas.draw(
        search, column: inside.column + 2, row: inside.endRow, columns: min(40, inside.columns - 2),
        style: Style(.strong, on: .overlay))
    }
  }

  private func matches(_ row: KeyHelp, _ session: Session) -> Bool {
    guard let search, !search.isEmpty else { return true }
    return session.say(row.label).lowercased().contains(search.text.lowercased()) || row.written == search.text
  }

  /// A key and what it does, in a column of its own, so that what stands beside it stays in its place.
  private func entry(_ row: KeyHelp, _ session: Session, look: Look, key: Int, label: Int) -> Line {
    let written = look.shown(row.written)
    let gap = String(repeating: " ", count: max(1, key - written.cellWidth))
    let text = look.shown(session.say(row.label)).cut(to: label, ellipsis: look.glyphs.ellipsis)
    return Line([Span(written, .accent), Span(gap + text)])
  }

  private func here(_ session: Session, look: Look) -> [Line] {
    let own = rows.filter { !ScreenStack.covers($0.keys, isInFooter: $0.footer != nil) }
    return [Line(session.say("Here", "此处"), .strong)]
      + own.filter { matches($0, session) }.map { entry($0, session, look: look, key: 9, label: 25) }
  }

  private func everywhere(_ session: Session, look: Look) -> [Line] {
    let global = ScreenStack.bindings.compactMap { binding -> KeyHelp? in
      guard let key = binding.keys.first, !Self.places.contains(key) else { return nil }
      return KeyHelp(
        keys: binding.keys, written: binding.written ?? key.written, label: binding.labelWithoutTarget, footer: nil,
        isAvailable: true, isText: false)
    }
    return [Line(session.say("Everywhere", "任何地方"), .strong)]
      + global.filter { matches($0, session) }.map { entry($0, session, look: look, key: 11, label: 20) }
  }

  private static let places: Set<Key> = Set("HSPQTR".map(Key.character))

  private func twoColumns(_ left: [Line], _ right: [Line]) -> [Line] {
    (0..<max(left.count, right.count)).map { index in
      let own = index < left.count ? left[index] : Line()
      guard index < right.count else { return own }
      return Line(own.spans + [Span(String(repeating: " ", count: max(1, 35 - own.width)))] + right[index].spans)
    }
  }

  /// The main places under their capital letters.
  private func goTo(columns: Int, _ session: Session) -> [Line] {
    let entries = ScreenStack.bindings.compactMap { binding -> [Span]? in
      guard let key = binding.keys.first, Self.places.contains(key) else { return nil }
      return [Span(key.written, .accent), Span(" " + session.say(binding.labelWithoutTarget))]
    }
    return [Line(session.say("Go to", "前往"), .strong)] + flow(entries, columns: columns)
  }

  private func legend(columns: Int, _ look: Look, _ session: Session) -> [Line] {
    let states: [Standing.State] = [.known, .learning, .due, .new, .slipping]
    return flow(states.map { [$0.span(look.glyphs), Span(" " + $0.name(session))] }, columns: columns)
  }

  /// Entries three columns apart, as many on a line as there is room for.
  private func flow(_ entries: [[Span]], columns: Int) -> [Line] {
    var lines: [Line] = []
    for entry in entries {
      if let last = lines.last, last.width + 3 + Line(entry).width <= columns {
        lines[lines.count - 1].spans += [Span("   ")] + entry
      } else {
        lines.append(Line(entry))
      }
    }
    return lines
  }
}
