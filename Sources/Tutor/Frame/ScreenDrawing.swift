import Attention
public import TerminalUI
import Workbook

extension ScreenStack {
  /// Draws the whole screen: header, the visible screens from below, message and footer.
  public func draw(on canvas: inout Canvas) {
    guard !isTooSmall else { return drawTooSmall(on: &canvas) }
    let layout = ScreenLayout(size: size)
    let base = screens.lastIndex { !type(of: $0).isOverlay } ?? 0
    drawHeader(on: &canvas, layout, through: base)
    for screen in screens[base...] { screen.draw(on: &canvas, in: layout.body, session) }
    drawMessage(on: &canvas, layout)
    drawFooter(on: &canvas, layout)
  }

  /// The title of the front screen, for the help.
  var frontTitle: String { screens.last?.crumbs(session).first ?? session.say("Home", "首页") }
  var frontHelp: [KeyHelp] { screens.last?.help(session) ?? [] }

  private func drawTooSmall(on canvas: inout Canvas) {
    let smallest = ScreenLayout.smallest
    let need = "\(smallest.columns)\(canvas.look.glyphs.times)\(smallest.rows)"
    let have = "\(size.columns)\(canvas.look.glyphs.times)\(size.rows)"
    let text =
      size.columns >= 31
      ? session.say("heed needs \(need), this is \(have)", "heed 需要 \(need)，现在是 \(have)")
      : session.say("\(need) needed", "需要 \(need)")
    canvas.write(text, column: max(0, (size.columns - text.cellWidth) / 2), row: max(0, (size.rows - 1) / 2))
  }

  private func drawHeader(on canvas: inout Canvas, _ layout: ScreenLayout, through base: Int) {
    guard let front = screens[...base].last else { return }
    var right = front.status(session)
    if let fault = faultStatus { right = [fault] + (right.isEmpty ? [] : [Span("   ")]) + right }
    if !layout.isNarrow {
      right += [Span(right.isEmpty ? "" : "   "), Span(session.say("EN", "中文"), .quiet)]
    }
    let start = canvas.write(right, endColumn: size.columns - 2, row: layout.header)
    var words = ["heed"] + screens[...base].flatMap { $0.crumbs(session) }
    let separator = " \(canvas.look.glyphs.path) "
    let room = start - 2 - 3
    func width(_ words: [String]) -> Int { words.joined(separator: separator).cellWidth }
    while words.count > 1, width(words) > room { words.removeFirst() }
    var spans: [Span] = []
    for (index, word) in words.enumerated() {
      let isLast = index == words.count - 1
      spans.append(Span(word, isLast ? .strong : .quiet))
      if !isLast { spans.append(Span(separator, .faint)) }
    }
    canvas.write(spans, column: 2, row: layout.header, limit: start - 2)
  }

  private var faultStatus: Span? {
    let files = Set(session.bank.faults.map(\.path)).count
    guard files > 0 else { return nil }
    return Span(session.say("! \(files) \(files == 1 ? "file" : "files")", "! \(files) 个文件"), .bad)
  }

  private func drawMessage(on canvas: inout Canvas, _ layout: ScreenLayout) {
    let area = Rect(column: 2, row: layout.message, columns: size.columns - 4, rows: 1)
    if let notice {
      let ink: Ink = notice.tone == .bad ? .bad : .text
      canvas.write(Line(notice.text, ink), in: area, row: layout.message)
    } else if let line = screens.last?.message(session) {
      canvas.write(line, in: area, row: layout.message)
    }
  }

  private func drawFooter(on canvas: inout Canvas, _ layout: ScreenLayout) {
    let row = layout.footer
    let isTyping = screens.last?.isTyping ?? false
    let isRoot = screens.count == 1
    var constants: [(Key, String, String)] = [
      isTyping ? (.function(1), "F1", session.say("help", "帮助")) : (.character("?"), "?", session.say("help", "帮助"))
    ]
    let isHelp = screens.last is HelpScreen
    if isHelp { constants = [] }
    constants.append(
      isRoot
        ? (.character("q"), "q", session.say("quit", "退出"))
        : (.escape, "Esc", screens.last.map { session.say($0.escape) } ?? ""))
    var right = size.columns - 2
    for (key, written, word) in constants.reversed() {
      let text = layout.isNarrow ? written : "\(written) \(word)"
      let start = right - text.cellWidth
      canvas.write(
        [Span(written, .accent)] + (layout.isNarrow ? [] : [Span(" " + word, .quiet)]), column: start, row: row)
      canvas.mark(Rect(column: start, row: row, columns: text.cellWidth, rows: 1), as: .key(key))
      right = start - (layout.isNarrow ? 2 : 3)
    }
    drawBindings(on: &canvas, row: row, until: right, isWide: layout.isWide)
  }

  /// The screen's own keys, the main one first, as many as there is room for.
  private func drawBindings(on canvas: inout Canvas, row: Int, until end: Int, isWide: Bool) {
    let shown = frontHelp.filter { $0.footer != nil && $0.isAvailable && !$0.isText }
      .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
    var column = 2
    for item in shown {
      let written = canvas.look.shown(item.written)
      let label = canvas.look.shown(session.say(item.label))
      let width = written.cellWidth + 1 + label.cellWidth
      guard column + width <= end else { break }
      canvas.write([Span(written, .accent), Span(" " + label, .quiet)], column: column, row: row)
      canvas.mark(Rect(column: column, row: row, columns: width, rows: 1), as: .key(item.key))
      column += width + 3
    }
  }
}
