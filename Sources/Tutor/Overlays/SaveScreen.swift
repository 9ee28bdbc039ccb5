import Attention
import TerminalUI

/// One of the forms in which a screen can be saved.
struct SaveForm: Sendable {
  /// What it holds: `a row for each topic`.
  let summary: Gloss
  /// The name that is proposed, with the ending that tells the form: `heed-topics.csv`.
  let file: String
  let content: @Sendable (_ sink: (UnsafeRawBufferPointer) throws -> Void) throws -> Void

  /// A form whose text is made at once.
  init(_ summary: Gloss, file: String, text: @escaping @Sendable () throws -> String) {
    self.init(summary, file: file) { sink in
      var text = try text()
      try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
    }
  }

  init(
    _ summary: Gloss, file: String,
    content: @escaping @Sendable (_ sink: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) {
    (self.summary, self.file, self.content) = (summary, file, content)
  }

  /// What stands after the name's last dot.
  var ending: String { String(file.split(separator: ".").last ?? "") }
}

/// Asks in which form and under which name something is saved; a file that is there is replaced only when that is said.
struct SaveScreen: Screen {
  let forms: [SaveForm]
  private(set) var selected = 0
  private var field: TextField
  /// The file that is there.
  private var existing: String?

  /// - Parameter forms: at least one.
  init(_ forms: [SaveForm]) {
    self.forms = forms
    field = TextField(forms[0].file)
  }

  static let isOverlay = true
  var isTyping: Bool { true }
  var escape: Gloss { existing == nil ? Gloss(en: "close", zh: "关闭") : Gloss(en: "keep", zh: "保留") }

  static let bindings: [Binding<SaveScreen>] = [
    Binding(
      [.enter], as: Gloss(en: "save", zh: "保存"),
      labelled: { screen, _ in
        screen.existing == nil ? Gloss(en: "save", zh: "保存") : Gloss(en: "replace", zh: "替换")
      }, footer: 1
    ) { screen, _, _ in
      [.save(SavedFile(path: screen.name, replaces: screen.existing != nil, content: screen.form.content))]
    }.only { screen, _ in !screen.name.isEmpty },
    Binding([.up, .down, .tab, .backTab], written: "↑↓", Gloss(en: "form", zh: "格式"), footer: 2) { screen, key, _ in
      screen.select(screen.selected + ([.up, .backTab].contains(key) ? -1 : 1))
      return []
    }.only { screen, _ in screen.forms.count > 1 },
    Binding([.escape], Gloss(en: "close", zh: "关闭")) { screen, _, _ in
      guard screen.existing != nil else { return [.pop] }
      screen.existing = nil
      return []
    },
  ]

  private var form: SaveForm { forms[selected] }
  /// The file's name without the blanks around it.
  private var name: String { field.text.trimmed }

  /// Chooses a form; the name follows as far as nobody typed another.
  private mutating func select(_ index: Int) {
    let before = form
    selected = min(max(0, index), forms.count - 1)
    existing = nil
    if name == before.file {
      field.replace(with: form.file)
    } else if name.hasSuffix("." + before.ending) {
      field.replace(with: name.dropLast(before.ending.count) + form.ending)
    }
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(_, let index)): select(index)
    case .wheel(_, let rows): select(selected + rows)
    default: if field.update(event) { existing = nil }
    }
    return []
  }

  mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect] {
    switch outcome {
    case .exists(let path): existing = path
    case .saved(let path): return [.pop, .say(Notice(session.say("Saved: \(path)", "已保存：\(path)")))]
    default: break
    }
    return []
  }

  func message(_ session: Session) -> Line? {
    if let existing {
      return Line([
        Span(session.say("\(existing) exists.  ", "\(existing) 已存在。  ")), Span("Enter ", .accent),
        Span(session.say("replace   ", "替换   ")), Span("Esc ", .accent), Span(session.say("keep", "保留")),
      ])
    }
    if name.isEmpty { return Line(session.say("Type a name for the file.", "请输入文件名。"), .quiet) }
    return Line(session.say(form.summary), .quiet)
  }

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let isTight = body.rows < forms.count + 6
    let rows = forms.count + (isTight ? 3 : 6)
    let inside = canvas.overlay(columns: 62, rows: rows, title: session.say("Save as", "另存为"))
      .inset(left: 2, right: 2, top: isTight ? 0 : 1)
    let endings = forms.map(\.ending.cellWidth).max() ?? 0
    for (index, form) in forms.enumerated() {
      let row = inside.row + index
      let band = Rect(column: inside.column - 1, row: row, columns: inside.columns + 2, rows: 1)
      if index == selected { drawFocus(on: &canvas, band, hasKeyboard: true) }
      let ground: Ground = index == selected ? .focus : .overlay
      canvas.write(
        form.ending, column: inside.column, row: row, style: Style(index == selected ? .strong : .text, on: ground))
      let summary = session.say(form.summary).cut(
        to: inside.columns - endings - 2, ellipsis: canvas.look.glyphs.ellipsis)
      canvas.write(summary, column: inside.column + endings + 2, row: row, style: Style(.quiet, on: ground))
      canvas.mark(band, as: .row(pane: 0, index: index))
    }
    let row = inside.row + forms.count + (isTight ? 0 : 1)
    let label = session.say("file  ", "文件  ")
    canvas.write(label, column: inside.column, row: row, style: Style(.quiet, on: .overlay))
    canvas.draw(
      field, column: inside.column + label.cellWidth, row: row, columns: inside.columns - label.cellWidth,
      style: Style(.strong, on: .overlay))
  }
}

extension String {
  fileprivate var trimmed: String {
    let head = drop(while: \.isWhitespace)
    return String(head.reversed().drop(while: \.isWhitespace).reversed())
  }
}
