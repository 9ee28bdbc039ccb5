import Attention
import Index
import Learning
import TerminalUI
import Workbook

/// One line that finds everything: commands, questions, topics, parameter values, faults.
struct PaletteScreen: Screen {
  enum Scope: Sendable {
    case questions
    /// Mechanisms and values of parameters.
    case experiments
    case everything([KeyHelp])
    case faults
    /// What can be compared in the playground.
    case comparisons
  }

  private let entries: [PaletteEntry]
  private let prompt: String
  private let searchesText: Bool
  private var field = TextField()
  private var found: [(entry: PaletteEntry, ranges: [Range<Int>])] = []
  private var selected = 0
  /// What is wrong with the query that was typed.
  private var fault: QueryError?

  init(_ session: Session, scope: Scope) {
    switch scope {
    case .questions: (entries, prompt, searchesText) = (PaletteEntry.questions(session), "/", true)
    case .everything(let help):
      entries =
        PaletteEntry.commands(help, session)
        + PaletteEntry.questions(session, kind: session.say("question", "题目")) + PaletteEntry.topics(session)
        + PaletteEntry.presets(session) + PaletteEntry.comparisons(session) + PaletteEntry.parameters(session)
        + PaletteEntry.faults(session)
      (prompt, searchesText) = (":", false)
    case .experiments:
      (entries, prompt, searchesText) = (PaletteEntry.presets(session) + PaletteEntry.parameters(session), "/", false)
    case .faults: (entries, prompt, searchesText) = (PaletteEntry.placesOfFaults(session), "!", false)
    case .comparisons:
      entries =
        PaletteEntry.comparisons(session) + PaletteEntry.numbers(session) + PaletteEntry.parameters(session)
        + PaletteEntry.presets(session)
      (prompt, searchesText) = ("/", false)
    }
    find(session)
  }

  static let isOverlay = true
  var isTyping: Bool { true }
  private var chosen: PaletteEntry? { found.indices.contains(selected) ? found[selected].entry : nil }
  /// What was typed leads nowhere: `Esc` takes it back first.
  private var isLost: Bool { found.isEmpty && !field.isEmpty }
  var escape: Gloss { isLost ? Gloss(en: "clear", zh: "清除") : Gloss(en: "close", zh: "关闭") }

  static let bindings: [Binding<PaletteScreen>] = [
    Binding([.up, .down, .control("n"), .control("p")], written: "↑↓", Gloss(en: "choose", zh: "选择"), footer: 1) {
      screen, key, _ in
      let step = key == .up || key == .control("p") ? -1 : 1
      screen.selected = min(max(0, screen.selected + step), max(0, screen.found.count - 1))
      return []
    },
    Binding([.enter], as: PaletteEntry.run, labelled: actLabel, footer: 2) { screen, _, _ in
      screen.chosen?.effects ?? []
    }.only { screen, _ in screen.chosen != nil },
    Binding([.tab], Gloss(en: "complete", zh: "补全"), footer: 3) { screen, _, session in
      guard let text = screen.chosen?.title ?? screen.suggestion(session) else { return [] }
      screen.field.replace(with: text)
      screen.find(session)
      return []
    },
    Binding([.escape], Gloss(en: "close", zh: "关闭")) { screen, _, session in
      guard screen.isLost else { return [.pop] }
      screen.field = TextField()
      screen.find(session)
      return []
    },
  ]

  private static let actLabel: @Sendable (PaletteScreen, Session) -> Gloss = { screen, _ in
    screen.chosen?.act ?? PaletteEntry.run
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    if case .click(.row(_, let index)) = event, found.indices.contains(index) {
      if index == selected { return found[index].entry.effects }
      selected = index
      return []
    }
    if case .wheel(_, let rows) = event { selected = min(max(0, selected + rows), max(0, found.count - 1)) }
    let before = field.text
    field.update(event)
    if field.text != before { find(session) }
    return []
  }

  func message(_ session: Session) -> Line? {
    if let fault { return Line(session.say(fault.wording) + session.say("  Esc clears", "  Esc 清除"), .bad) }
    guard let chosen else {
      let tail = suggestion(session).map { session.say("Did you mean \($0)?  ", "是不是要找 \($0)？  ") } ?? ""
      let what = searchesText ? session.say("No question", "题目") : session.say("Nothing", "内容")
      return Line(
        session.say(
          "\(what) matches “\(field.text)”.  \(tail)Esc clears", "没有与“\(field.text)”匹配的\(what)。  \(tail)Esc 清除"))
    }
    return Line(chosen.summary, .quiet)
  }

  /// A word of a title, or of the questions' texts, that was probably meant.
  private func suggestion(_ session: Session) -> String? {
    let words = entries.flatMap { $0.title.split { !$0.isLetter && !$0.isNumber } }.filter { $0.count > 2 }
    return nearest(to: field.text, among: words).map(String.init)
      ?? session.index?.suggestion(for: field.text, language: session.language.rawValue)
  }

  /// Ranks by how well the letters match, then by how little else the title says; questions whose text holds the words
  /// follow.
  private mutating func find(_ session: Session) {
    (selected, fault) = (0, nil)
    var (text, entries) = (field.text, entries)
    if searchesText, text.contains(where: { ":：".contains($0) }) {
      do throws(QueryError) {
        var wanted = try Selection(query: text, in: session.bank)
        text = wanted.words.joined(separator: " ")
        wanted.words = []
        entries = entries.filter { entry in
          QuestionID(entry.summary).flatMap { session.deck[$0] }
            .map { wanted.accepts($0, in: session.bank, session.history, at: session.now) } ?? false
        }
      } catch {
        (found, fault) = ([], error)
        return
      }
    }
    guard !text.isEmpty else {
      found = entries.map { ($0, []) }
      return
    }
    // Initials find a title; over many tags and an id they would find anything.
    let words = text.split(whereSeparator: \.isWhitespace).count
    var scored: [(score: Int, index: Int, ranges: [Range<Int>])] = []
    for (index, entry) in entries.enumerated() {
      if let match = FuzzyMatch.score(pattern: text, in: entry.title) {
        scored.append((match.score * 2, index, match.ranges))
      } else if let match = FuzzyMatch.score(pattern: text, in: entry.keywords), match.ranges.count <= words {
        scored.append((match.score, index, []))
      }
    }
    let lengths = entries.map(\.title.count)
    scored.sort { (-$0.score, lengths[$0.index], $0.index) < (-$1.score, lengths[$1.index], $1.index) }
    found = scored.map { (entries[$0.index], $0.ranges) }
    guard searchesText, let ids = try? session.index?.questions(holding: text, language: session.language.rawValue)
    else { return }
    let shown = Set(found.map(\.entry.summary))
    let texts = ids.map(\.description).filter { !shown.contains($0) }
    found += texts.compactMap { id in entries.first { $0.summary == id }.map { ($0, []) } }
  }

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let rows = min(max(3, found.count) + 4, canvas.size.rows - 5, 20)
    let box = canvas.overlay(columns: 60, rows: rows, row: 2).inset(left: 2, right: 2)
    canvas.write("\(prompt) ", column: box.column, row: box.row, style: Style(.accent, on: .overlay))
    canvas.draw(
      field, column: box.column + 2, row: box.row, columns: box.columns - 16, style: Style(.strong, on: .overlay))
    let count = session.say("\(found.count) of \(entries.count)", "\(found.count)/\(entries.count)")
    canvas.write(count, endColumn: box.endColumn, row: box.row, style: Style(.quiet, on: .overlay))
    let rule = String(repeating: canvas.look.glyphs.horizontal, count: box.columns + 4)
    canvas.write(
      rule, column: box.column - 2, row: box.row + 1, style: Style(.faint, on: .overlay), limit: box.endColumn + 2)
    let list = box.inset(top: 2)
    let first = firstVisible(selected: selected, count: found.count, rows: list.rows)
    for (offset, match) in found.dropFirst(first).prefix(list.rows).enumerated() {
      draw(match, index: first + offset, row: list.row + offset, in: list, on: &canvas)
    }
  }

  private func draw(
    _ match: (entry: PaletteEntry, ranges: [Range<Int>]), index: Int, row: Int, in list: Rect, on canvas: inout Canvas
  ) {
    let isSelected = index == selected
    let ground: Ground = isSelected ? .focus : .overlay
    let area = Rect(column: list.column - 2, row: row, columns: list.columns + 4, rows: 1)
    if isSelected {
      canvas.fill(area, style: Style(on: ground))
      canvas.write(
        String(canvas.look.glyphs.focus), column: list.column - 2, row: row, style: Style(.accent, on: ground))
    }
    let kind = canvas.look.shown(match.entry.kind)
    let limit = list.endColumn - kind.cellWidth - 2
    var spans: [Span] = []
    for (offset, character) in match.entry.title.enumerated() {
      let isMatched = match.ranges.contains { $0.contains(offset) }
      let style = Style(isMatched ? .accent : isSelected ? .strong : .text, on: ground)
      if spans.last?.style == style {
        spans[spans.count - 1].text.append(character)
      } else {
        spans.append(Span(String(character), style: style))
      }
    }
    canvas.write(spans, column: list.column, row: row, limit: limit)
    canvas.write(kind, endColumn: list.endColumn, row: row, style: Style(.quiet, on: ground))
    canvas.mark(area, as: .row(pane: 0, index: index))
  }
}
