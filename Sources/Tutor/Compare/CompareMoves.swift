import Attention
import TerminalUI

/// What the keys and the mouse do here in their own way.
extension CompareScreen {
  mutating func move(by steps: Int, _ session: Session) -> [Effect] {
    guard now.view.pane == .parameters else { return change(session) { $0.move(by: steps, session) } }
    let rows = rows
    let at = rows.firstIndex(of: row) ?? 0
    now.view.row = rows[max(0, min(rows.count - 1, at + max(-rows.count, min(rows.count, steps))))]
    return []
  }

  mutating func moveSideways(by steps: Int, _ session: Session) -> [Effect] {
    focusRow()
    return change(session) { $0.moveSideways(by: steps, session) }
  }

  mutating func enter(_ session: Session) -> [Effect] {
    guard now.view.pane == .parameters else { return explain(session) }
    focusRow()
    return change(session) { $0.enter(session) }
  }

  /// From here on the playground means the row that is marked.
  mutating func focusRow() { now.view.row = row }

  mutating func leaveField() { now.field = nil }

  /// Parts and pictures; on a narrow screen the pictures one after another.
  mutating func showNextPane(by steps: Int, _ session: Session) -> [Effect] {
    let isNarrow = ScreenLayout(session).isNarrow
    let all = isNarrow ? Side.allCases : [.difference]
    let at = now.view.pane == .parameters ? 0 : 1 + (all.firstIndex(of: shown) ?? 0)
    let next = (at + steps + all.count + 1) % (all.count + 1)
    now.view.pane = next == 0 ? .parameters : .picture
    shown = next == 0 ? .difference : all[next - 1]
    return []
  }

  mutating func showStage(_ session: Session) -> [Effect] {
    guard let both else { return [] }
    for picture in [both.a, both.b] where !picture.run.keepsWeights {
      return [.say(Notice(session.say(picture.noWeights)))]
    }
    let (all, idle) = (Stage.allCases, both.a.idleStages.intersection(both.b.idleStages))
    var at = all.firstIndex(of: now.view.stage) ?? 0
    repeat { at = (at + 1) % all.count } while idle.contains(all[at])
    now.view.stage = all[at]
    refresh(session)
    let (label, meaning) = (session.say(all[at].label), session.say(all[at].meaning))
    return [.say(Notice(session.fitting(label + session.say(": ", "：") + meaning, meaning)))]
  }

  mutating func showHead(by steps: Int, _ session: Session) -> [Effect] {
    change(session) { [heads, head] playground in
      playground.view.head = (head + steps + heads) % heads
      return []
    }
  }

  /// Goes closer to the selected cell in all three, or further from it; 0 fits the whole matrix.
  mutating func zoom(by steps: Int, _ session: Session) -> [Effect] {
    guard let b = now.picture else { return [] }
    let layout = layout(ScreenLayout(session).body, figures: 3)
    let area = Rect(column: 0, row: 0, columns: layout.columns[0].columns, rows: layout.pictureRows)
    let most = HeatmapWindow.mostZoom(rows: b.shape.queries, columns: b.columns(now.view.stage), in: area)
    now.view.zoom = steps == 0 ? 0 : max(0, min(most, min(now.view.zoom, most) + steps))
    return []
  }

  /// The first click on a part focuses it, the second types.
  mutating func click(part index: Int, _ session: Session) -> [Effect] {
    let rows = rows
    guard rows.indices.contains(index) else { return [] }
    let isSecond = now.view.pane == .parameters && row == rows[index]
    leaveField()
    (now.view.pane, now.view.row) = (.parameters, rows[index])
    return isSecond ? enter(session) : []
  }
}
