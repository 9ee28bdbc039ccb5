import Attention
import TerminalUI

/// What the keys and the mouse do that changes no parameter.
extension PlaygroundScreen {
  mutating func focus(_ pane: PlaygroundView.Pane) -> [Effect] {
    view.pane = pane
    if pane == .why, view.whyLine == nil { view.whyLine = 0 }
    return []
  }

  mutating func move(by steps: Int, _ session: Session) -> [Effect] {
    switch view.pane {
    case .parameters:
      let rows = rows
      let at = rows.firstIndex(of: view.row) ?? 0
      view.row = rows[clamped(at, by: steps, count: rows.count)]
    case .picture:
      moveCell(down: steps, session)
    case .why:
      guard let picture, let why else { return [] }
      view.whyLine = clamped(view.whyLine ?? 0, by: steps, count: why.selectable(picture, session).count)
    }
    refresh(session)
    return []
  }

  mutating func moveSideways(by steps: Int, _ session: Session) -> [Effect] {
    if view.pane == .parameters { return step(view.row, by: steps, session) }
    moveCell(right: steps, session)
    refresh(session)
    return []
  }

  func clamped(_ at: Int, by steps: Int, count: Int) -> Int {
    min(max(0, count - 1), max(0, at + min(count, max(-count, steps))))
  }

  /// Shows the next stage that differs from the one before it, and says what was passed over.
  mutating func showStage(by steps: Int, _ session: Session) -> [Effect] {
    if picture?.pooled != nil { return [.say(Notice(onlyWeights(session)))] }
    if let picture, !picture.run.keepsWeights { return [.say(Notice(session.say(picture.noWeights)))] }
    let all = Stage.allCases
    var at = all.firstIndex(of: view.stage) ?? 0
    var passed: [Stage] = []
    repeat {
      at = (at + steps + all.count) % all.count
      if picture?.idleStages.contains(all[at]) != true { break }
      passed.append(all[at])
    } while passed.count < all.count
    view.stage = all[at]
    refresh(session)
    let meaning = session.say(view.stage.meaning)
    let text = session.say(view.stage.label) + session.say(": ", "：") + meaning
    guard let skipped = passed.first else { return [.say(Notice(session.fitting(text, meaning)))] }
    let (name, reason) = (session.say(skipped.label), session.say(skipped.nothingHappens))
    let full = session.say("\(text).  \(name) skipped: \(reason)", "\(text)。  跳过\(name)：\(reason)")
    let short = session.say("\(text) (\(name) skipped)", "\(text)（跳过\(name)）")
    return [.say(Notice(session.fitting(full, short, text, meaning)))]
  }

  mutating func showHead(by steps: Int, _ session: Session) -> [Effect] {
    guard let shape = picture?.shape else { return [] }
    view.head = (view.head(in: shape) + steps + shape.heads) % shape.heads
    if picture?.pooled != nil { return compute(session) }
    refresh(session)
    return []
  }

  private func onlyWeights(_ session: Session) -> String {
    session.fitting(
      session.say(
        "Of so many pairs only the weights are seen; w shows a cell from its products on.",
        "配对太多，只显示权重；按 w 可从乘积起看一个单元格。"),
      session.say("Of so many pairs only the weights are seen.", "配对太多，只显示权重。"))
  }

  /// Takes a click: the first one focuses and selects, one on what is selected is `Enter`.
  mutating func click(_ target: Target, _ session: Session) -> [Effect] {
    switch target {
    case .row(pane: ClickPane.parameters, let index) where rows.indices.contains(index):
      let row = rows[index]
      let isSecond = view.pane == .parameters && view.row == row
      (view.pane, view.row) = (.parameters, row)
      return isSecond ? enter(session) : []
    case .row(pane: ClickPane.why, let index):
      let isSecond = view.pane == .why && view.whyLine == index
      (view.pane, view.whyLine) = (.why, index)
      return isSecond ? enter(session) : []
    case .row(pane: ClickPane.heads, let index):
      view.head = index
      refresh(session)
      return []
    case .row(pane: ClickPane.stages, let index) where Stage.allCases.indices.contains(index):
      if picture?.pooled != nil { return [.say(Notice(onlyWeights(session)))] }
      if let picture, !picture.run.keepsWeights { return [.say(Notice(session.say(picture.noWeights)))] }
      view.stage = Stage.allCases[index]
      refresh(session)
      return []
    case .cell(let row, let column): return clickCell(row, column, session)
    case .pane(let index): return PlaygroundView.Pane(rawValue: index).map { focus($0) } ?? []
    default: return []
    }
  }

  private mutating func clickCell(_ row: Int, _ column: Int, _ session: Session) -> [Effect] {
    guard let picture else { return [] }
    let before = view.pane == .picture ? selectedPlace(picture) : nil
    view.pane = .picture
    select(MatrixPlace(row: row, column: column), keepingMiddle: true, session)
    refresh(session)
    return selectedPlace(picture) == before ? enter(session) : []
  }

  /// The wheel moves what it is over.
  mutating func wheel(_ target: Target?, by rows: Int, _ session: Session) -> [Effect] {
    switch target {
    case .row(pane: ClickPane.why, _), .pane(PlaygroundView.Pane.why.rawValue): view.pane = .why
    case .cell, .pane(PlaygroundView.Pane.picture.rawValue): view.pane = .picture
    case .row(pane: ClickPane.parameters, _), .pane(PlaygroundView.Pane.parameters.rawValue): view.pane = .parameters
    default: break
    }
    return move(by: rows, session)
  }
}

/// Names of what can be clicked.
enum ClickPane {
  static let parameters = 0
  static let why = 2
  static let heads = 3
  static let stages = 4
}
