import Attention
import TerminalUI

/// A longer answer to "why?", as the screen below has it.
protocol Explanation: Sendable {
  /// What is explained.
  func title(_ session: Session) -> String
  /// The same in a sentence, for the message line.
  func sentence(_ session: Session) -> String
  /// The answer, wrapped to a width.
  func lines(columns: Int, _ session: Session) -> [Line]
}

/// An explanation in a box over the screen that was asked, to be scrolled.
struct ExplanationScreen: Screen {
  let text: any Explanation
  var scroll = 0

  init(_ text: some Explanation) { self.text = text }

  static let isOverlay = true

  func crumbs(_ session: Session) -> [String] { [session.say("Why in full", "完整推导")] }

  static let bindings: [Binding<ExplanationScreen>] = [
    Binding(
      [.down, .up, .character("j"), .character("k")], written: "↑↓", Gloss(en: "further, back", zh: "上下滚动"), footer: 1
    ) { screen, key, session in
      screen.scroll(by: key == .down || key == .character("j") ? 1 : -1, session)
    },
    Binding([.pageDown, .pageUp, .character(" ")], written: "PgUp PgDn", Gloss(en: "by the page", zh: "翻页"), footer: 2)
    {
      screen, key, session in
      let page = max(1, screen.rows(session) - 1)
      return screen.scroll(by: key == .pageUp ? -page : page, session)
    },
    Binding([.character("g"), .character("G")], written: "g G", Gloss(en: "first, last", zh: "首、末"), footer: 3) {
      screen, key, session in screen.scroll(by: key == .character("g") ? -100_000 : 100_000, session)
    },
    Binding([.enter, .character("w"), .escape], Gloss(en: "close", zh: "关闭")) { _, _, _ in [.pop] },
  ]

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    if case .wheel(_, let rows) = event { return scroll(by: rows * 3, session) }
    return []
  }

  private mutating func scroll(by rows: Int, _ session: Session) -> [Effect] {
    let count = text.lines(columns: Self.columns(session.size), session).count
    scroll = max(0, min(maximumScroll(count: count, rows: self.rows(session)), scroll + rows))
    return []
  }

  /// What fits between the overlay's borders.
  private static func columns(_ size: Size) -> Int { max(20, min(110, size.columns - 2) - 6) }
  private func rows(_ session: Session) -> Int { max(1, session.size.rows - 7) }

  func message(_ session: Session) -> Line? { Line(text.sentence(session), .quiet) }

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let columns = Self.columns(session.size)
    let lines = text.lines(columns: columns, session)
    let height = min(lines.count, rows(session))
    let inside = canvas.overlay(columns: columns + 6, rows: height + 2, title: text.title(session), row: 1)
      .inset(left: 2, right: 2)
    let first = min(scroll, maximumScroll(count: lines.count, rows: inside.rows))
    for (offset, line) in lines.dropFirst(first).prefix(inside.rows).enumerated() {
      var line = line
      line.ground = .overlay
      canvas.write(line, in: inside, row: inside.row + offset)
    }
    let hidden = lines.count - first - inside.rows
    if hidden > 0 {
      canvas.write(
        " \(canvas.look.glyphs.open) " + session.say("\(hidden) more ", "还有 \(hidden) 行 "),
        column: inside.column, row: inside.endRow, style: Style(.quiet, on: .overlay))
    }
  }
}
