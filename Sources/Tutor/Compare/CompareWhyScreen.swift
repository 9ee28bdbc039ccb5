import Attention
import TerminalUI

/// The selected cell of A and of B taken apart side by side: the step where they part is where the change acts.
struct CompareWhyScreen: Screen {
  private let a: CellWhy
  private let b: CellWhy
  private let pairs: [StepPair]
  private let picture: RunPicture
  private var scroll = 0

  init(a: CellWhy, b: CellWhy, pairs: [StepPair], of picture: RunPicture) {
    (self.a, self.b, self.pairs, self.picture) = (a, b, pairs, picture)
  }

  static let isOverlay = true

  func crumbs(_ session: Session) -> [String] { [session.say("Why in both", "两边为何")] }
  func message(_ session: Session) -> Line? { Line(CompareScreen.parting(pairs, session), .quiet) }

  static let bindings: [Binding<CompareWhyScreen>] = [
    Binding([.enter], Gloss(en: "all products of B", zh: "B 的全部乘积"), footer: 1) { screen, _, _ in
      [.replace(ExplanationScreen(DerivationText(screen.picture, screen.b)))]
    },
    Binding(
      [.down, .up, .character("j"), .character("k")], written: "↑↓", Gloss(en: "further, back", zh: "上下滚动"), footer: 2
    ) {
      screen, key, session in
      screen.scroll(by: key == .down || key == .character("j") ? 1 : -1, session)
    },
    Binding([.character("w"), .escape], Gloss(en: "close", zh: "关闭")) { _, _, _ in [.pop] },
  ]

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    if case .wheel(_, let rows) = event { return scroll(by: rows, session) }
    return []
  }

  private mutating func scroll(by rows: Int, _ session: Session) -> [Effect] {
    scroll = max(0, min(pairs.count + 1 - self.rows(session), scroll + rows))
    return []
  }

  private func rows(_ session: Session) -> Int { min(pairs.count + 1, max(1, session.size.rows - 7)) }

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let columns = min(74, session.size.columns - 2)
    let title = session.say("Why \(a.shown) in A and \(b.shown) in B: ", "为何 A 为 \(a.shown)，B 为 \(b.shown)：")
    let rows = rows(session)
    let inside = canvas.overlay(columns: columns, rows: rows + 2, title: title + b.placeText(session), row: 2)
      .inset(left: 2, right: 2)
    let each = max(8, (inside.columns - 4) / 4)
    let ends = (1...3).map { inside.endColumn - (3 - $0) * each }
    if scroll == 0 {
      for (end, name) in zip(ends, ["A", "B", "B − A"]) {
        canvas.write(name, endColumn: end, row: inside.row, style: Style(.strong, on: .overlay))
      }
    }
    let first = max(0, scroll - 1)
    let top = inside.row + (scroll == 0 ? 1 : 0)
    for (offset, pair) in pairs.dropFirst(first).prefix(inside.endRow - top).enumerated() {
      draw(pair, on: &canvas, in: inside, row: top + offset, ends: ends)
    }
  }

  private func draw(_ pair: StepPair, on canvas: inout Canvas, in area: Rect, row: Int, ends: [Int]) {
    let results = [pair.a?.result ?? "—", pair.b?.result ?? "—"]
    let ink: Ink = pair.parts ? .strong : .text
    var start = area.endColumn
    for (end, result) in zip(ends, results).reversed() {
      start = canvas.write(result, endColumn: end, row: row, style: Style(result == "—" ? .faint : ink, on: .overlay))
    }
    let (change, changeInk) = CompareScreen.changeText(pair, canvas.look)
    canvas.write(change, endColumn: ends[2], row: row, style: Style(changeInk, on: .overlay))
    guard let line = pair.b ?? pair.a else { return }
    canvas.write(line.label, column: area.column, row: row, style: Style(.quiet, on: .overlay), limit: start - 1)
  }
}
