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
      guard let shape = picture?.shape else { return [] }
      view.query = clamped(view.place(in: shape).row, by: steps, count: shape.queries)
    case .why:
      guard let picture, let why else { return [] }
      view.whyLine = clamped(view.whyLine ?? 0, by: steps, count: why.selectable(picture, session).count)
    }
    refresh(session)
    return []
  }

  mutating func moveSideways(by steps: Int, _ session: Session) -> [Effect] {
    if view.pane == .parameters { return step(view.row, by: steps, session) }
    guard let shape = picture?.shape else { return [] }
    if view.stage == .output {
      view.channel = clamped(view.channel(in: shape), by: steps, count: shape.valueDim)
    } else {
      view.key = clamped(view.place(in: shape).column, by: steps, count: shape.keys)
    }
    refresh(session)
    return []
  }

  private func clamped(_ at: Int, by steps: Int, count: Int) -> Int {
    min(max(0, count - 1), max(0, at + min(count, max(-count, steps))))
  }

  /// Shows the next stage that differs from the one before it, and says what was passed over.
  mutating func showStage(by steps: Int, _ session: Session) -> [Effect] {
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
    refresh(session)
    return []
  }

  mutating func showColours(by steps: Int, _ session: Session) -> [Effect] {
    let all = ColourMap.sequential
    let at = all.firstIndex(of: view.colours) ?? 0
    view.colours = all[(at + steps + all.count) % all.count]
    guard let picture, picture.isSigned(view.stage) else { return [] }
    let text = session.say(
      "\(view.colours.name), for weights; signed values keep blue below and orange above zero",
      "\(view.colours.name)，用于权重；带符号的值始终以蓝色表示负、橙色表示正")
    return [.say(Notice(text))]
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
      view.stage = Stage.allCases[index]
      refresh(session)
      return []
    case .cell(let row, let column): return clickCell(row, column, session)
    case .pane(let index): return PlaygroundView.Pane(rawValue: index).map { focus($0) } ?? []
    default: return []
    }
  }

  private mutating func clickCell(_ row: Int, _ column: Int, _ session: Session) -> [Effect] {
    let isOutput = view.stage == .output
    let isSecond = view.pane == .picture && view.query == row && (isOutput ? view.channel : view.key) == column
    (view.pane, view.query) = (.picture, row)
    if isOutput { view.channel = column } else { view.key = column }
    refresh(session)
    return isSecond ? enter(session) : []
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
