import Attention
import TerminalUI

/// The right pane on a narrow screen: the number and the few steps there is room for.
extension PlaygroundScreen {
  func drawShortWhy(on canvas: inout Canvas, in area: Rect, _ session: Session) {
    guard let picture, let why else { return }
    canvas.mark(area, as: .pane(PlaygroundView.Pane.why.rawValue))
    let place = why.stage == .output ? "\(why.query)·c\(why.channel)" : "\(why.query)·\(why.key)"
    let end = canvas.write(
      session.say("Why ", "为何 "), column: area.column, row: area.row, style: Style(.strong), limit: area.endColumn)
    let start = canvas.write(
      why.isMasked ? session.say("masked", "被掩蔽") : why.shown, endColumn: area.endColumn, row: area.row,
      style: Style(.strong))
    canvas.write(place, column: end, row: area.row, style: Style(.quiet), limit: start)

    let room = area.rows - 1
    guard view.pane == .why else {
      for (offset, line) in why.summary(picture, session, room: room).enumerated() {
        draw(line, nil, on: &canvas, in: area, row: area.row + 1 + offset)
      }
      return
    }
    let lines = why.selectable(picture, session)
    let first = firstVisible(selected: view.whyLine ?? 0, count: lines.count, rows: room)
    for index in first..<min(lines.count, first + room) {
      draw(lines[index], index, on: &canvas, in: area, row: area.row + 1 + index - first)
    }
  }
}

extension CellWhy {
  /// The steps in as few lines: the scaled product in one, then what the learner changed, then the last.
  func summary(_ picture: RunPicture, _ session: Session, room: Int) -> [WhyLine] {
    var steps = selectable(picture, session).filter { $0.part == .step }
    guard steps.count > room, room > 0 else { return steps }
    if stage != .output, steps.count > 1, case .scale = derivation?.steps[1].operation {
      steps[1].briefLabel = "\(steps[0].briefLabel) \(shortRoot(picture) ?? steps[1].briefLabel)"
      steps.removeFirst()
    }
    while steps.count > room {
      let plain = steps.indices.dropFirst().dropLast().last { !steps[$0].isChanged }
      steps.remove(at: plain ?? (steps.count > 2 ? 1 : steps.count - 1))
    }
    return steps
  }

  /// `÷ 8` for `÷ √64`.
  private func shortRoot(_ picture: RunPicture) -> String? {
    let dim = Double(picture.shape.dim)
    let root = dim.squareRoot().rounded()
    guard root * root == dim, case .scale(let factor) = derivation?.steps[1].operation,
      abs(factor * root - 1) < 1e-9
    else { return nil }
    return "÷ \(Int(root))"
  }
}
