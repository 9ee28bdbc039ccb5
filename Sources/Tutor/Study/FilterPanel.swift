import Attention
import Learning
import TerminalUI
import Workbook

/// The panel that narrows the list: topic, level, kind, state, tag, each changed with the arrows, and a query.
extension StudyScreen {
  private static let queryRow = 5
  private static let rowCount = 6

  /// The keyboard is in the field of the query.
  var isTyping: Bool { filterRow == Self.queryRow }

  mutating func typeQuery(_ event: Event, _ session: Session) -> [Effect] {
    guard filter.field.update(event) else { return [] }
    filter.readQuery(session)
    return keepSelectionVisible(session)
  }

  static let filterKeys: [Binding<StudyScreen>] = [
    Binding(
      [.up, .down, .character("k"), .character("j"), .tab, .backTab], written: "↑↓", Gloss(en: "choose", zh: "选择"),
      footer: 1
    ) { screen, key, _ in
      let step = [.up, .character("k"), .backTab].contains(key) ? rowCount - 1 : 1
      screen.filterRow = ((screen.filterRow ?? 0) + step) % rowCount
      return []
    },
    Binding(
      [.left, .right, .character("h"), .character("l"), .character(" ")], written: "←→", Gloss(en: "change", zh: "改变"),
      footer: 2
    ) { screen, key, session in
      screen.changeFilter(key == .left || key == .character("h") ? -1 : 1, session)
    }.only { screen, _ in !screen.isTyping },
    Binding(
      [.backspace, .delete], written: "Backspace", Gloss(en: "clear all", zh: "全部清除"), footer: 4
    ) { screen, _, session in
      screen.clearFilter(session)
    }.only { screen, _ in !screen.isTyping },
    Binding(
      [.enter, .escape, .character("f")], written: "Enter", Gloss(en: "done", zh: "完成"), footer: 3
    ) { screen, _, _ in
      screen.filterRow = nil
      return []
    },
  ]

  private mutating func changeFilter(_ step: Int, _ session: Session) -> [Effect] {
    switch filterRow {
    case 0:
      filter.topic = Self.next(filter.topic, of: session.bank.topics(in: session.language.rawValue).map(\.id), step)
    case 1: filter.level = Self.next(filter.level, of: Level.allCases, step)
    case 2: filter.kind = Self.next(filter.kind, of: QuestionKind.allCases, step)
    case 3: filter.state = Self.next(filter.state, of: [.new, .learning, .due, .known, .slipping], step)
    default: filter.tag = Self.next(filter.tag, of: tags(session), step)
    }
    return keepSelectionVisible(session)
  }

  /// The tags of what is listed without one, the commonest first.
  private func tags(_ session: Session) -> [String] {
    var others = filter
    others.tag = nil
    let all = session.bank.questions(in: session.language.rawValue).filter { others.accepts($0, session) }
    let counts = Dictionary(all.flatMap(\.tags).map { ($0, 1) }, uniquingKeysWith: +)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  mutating func clearFilter(_ session: Session) -> [Effect] {
    filter = StudyFilter()
    return keepSelectionVisible(session)
  }

  /// Selects the first question that the filter leaves while it hides the one that was selected, and that again as
  /// soon as it is shown.
  private mutating func keepSelectionVisible(_ session: Session) -> [Effect] {
    let ids = questions(session).map(\.id)
    let wanted = hidden ?? selected
    let isHidden = wanted.map { !ids.contains($0) } ?? false
    if isHidden || hidden != nil { openedAt = nil }
    (selected, hidden) = (isHidden ? ids.first : wanted, isHidden ? wanted : nil)
    return wantExperiment(session)
  }

  /// The neighbour of a value among all, with "any" between the ends.
  private static func next<Value: Equatable>(_ value: Value?, of all: [Value], _ step: Int) -> Value? {
    let place = value.flatMap { all.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let next = (place + step + all.count + 1) % (all.count + 1)
    return next == 0 ? nil : all[next - 1]
  }

  func drawFilter(on canvas: inout Canvas, _ session: Session) {
    guard let filterRow else { return }
    let inside = canvas.overlay(columns: 48, rows: 10, title: session.say("Show only", "只显示")).inset(
      left: 2, right: 2, top: 1)
    let any = session.say("any", "不限")
    let rows = [
      (
        session.say("topic", "主题"),
        filter.topic.map { session.bank.topic($0, in: session.language.rawValue)?.short ?? $0 }
      ),
      (session.say("level", "级别"), filter.level.map { name($0, session) }),
      (session.say("kind", "类型"), filter.kind.map { name($0, session) }),
      (session.say("state", "状态"), filter.state.map { $0.name(session) }),
      (session.say("tag", "标签"), filter.tag),
      (session.say("only", "只看"), filter.field.isEmpty ? nil : filter.field.text),
    ]
    for (index, (label, value)) in rows.enumerated() {
      let isSelected = index == filterRow
      let row = inside.row + index
      let ground: Ground = isSelected ? .focus : .overlay
      if isSelected {
        drawFocus(on: &canvas, Rect(column: inside.column - 1, row: row, columns: inside.columns + 2, rows: 1))
      }
      let end = canvas.write(
        label, column: inside.column, row: row, style: Style(isSelected ? .strong : .text, on: ground))
      if isSelected, isTyping {
        canvas.draw(
          filter.field, column: end + 2, row: row, columns: inside.endColumn - end - 2,
          style: Style(.strong, on: ground))
        continue
      }
      let text = (value ?? any).cut(to: inside.endColumn - end - 6, ellipsis: canvas.look.glyphs.ellipsis)
      let shown = isSelected ? "\(canvas.look.glyphs.smaller) \(text) \(canvas.look.glyphs.larger)" : text
      canvas.write(
        shown, endColumn: inside.endColumn, row: row, style: Style(value == nil ? .quiet : .data, on: ground))
    }
    let count = questions(session).count
    canvas.write(
      counted(count, session), endColumn: inside.endColumn, row: inside.row + rows.count,
      style: Style(.quiet, on: .overlay))
  }
}
