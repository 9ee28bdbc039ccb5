import Attention
import TerminalUI

/// Chooses a format and a file's name, and says where the file went.
struct ExportScreen: Screen {
  /// What is being done about the file.
  enum State: Equatable, Sendable {
    case choosing
    /// A file of the name is there: may it be replaced?
    case asking(path: String)
    case writing(bytes: Int)
  }

  private let run: RunPicture
  private let picture: ExportedPicture
  private(set) var format = Export.Format.json
  private(set) var name: TextField
  private(set) var isNaming = false
  private(set) var state = State.choosing

  init(_ run: RunPicture, _ picture: ExportedPicture) {
    (self.run, self.picture) = (run, picture)
    name = TextField(ExportName(run.run, picture).file(.json))
  }

  static let isOverlay = true
  var isTyping: Bool { isNaming && state == .choosing }
  var showsClock: Bool { isWriting }
  private var isAsking: Bool { if case .asking = state { true } else { false } }
  private var isWriting: Bool { if case .writing = state { true } else { false } }

  var escape: Gloss {
    switch state {
    case .choosing: Gloss(en: "close", zh: "关闭")
    case .asking: Gloss(en: "keep", zh: "保留")
    case .writing: Gloss(en: "stop", zh: "停止")
    }
  }

  func crumbs(_ session: Session) -> [String] { [session.say("Export", "导出")] }

  static let bindings: [Binding<ExportScreen>] = [
    Binding([.enter], as: Gloss(en: "write", zh: "写入"), labelled: enterLabel, footer: 1, when: canWrite) {
      screen, _, session in screen.write(session)
    },
    Binding(
      [.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "format", zh: "格式"), footer: 2,
      when: isChoosing
    ) { screen, key, _ in
      screen.choose(by: key == .down || key == .character("j") ? 1 : -1)
    },
    Binding(
      Export.Format.allCases.indices.map { .character(Character("\($0 + 1)")) }, written: "1–5",
      Gloss(en: "choose", zh: "选择"), when: isChoosing
    ) { screen, key, _ in
      guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return [] }
      screen.choose(Export.Format.allCases[number - 1])
      return []
    },
    Binding([.tab, .backTab], as: nameLabel, labelled: tabLabel, footer: 3, when: isChoosing) { screen, _, _ in
      screen.isNaming.toggle()
      return []
    },
    Binding([.escape], Gloss(en: "close", zh: "关闭")) { screen, _, session in screen.leave(session) },
  ]

  private static let nameLabel = Gloss(en: "file name", zh: "文件名")
  private static let tabLabel: @Sendable (ExportScreen, Session) -> Gloss = { screen, _ in
    screen.isNaming ? Gloss(en: "format", zh: "格式") : nameLabel
  }
  private static let enterLabel: @Sendable (ExportScreen, Session) -> Gloss = { screen, _ in
    screen.isAsking ? Gloss(en: "replace", zh: "替换") : Gloss(en: "write", zh: "写入")
  }
  private static func canWrite(_ screen: ExportScreen, _ session: Session) -> Bool { !screen.isWriting }
  private static func isChoosing(_ screen: ExportScreen, _ session: Session) -> Bool { screen.state == .choosing }

  private mutating func choose(by steps: Int) -> [Effect] {
    let all = Export.Format.allCases
    let at = (all.firstIndex(of: format) ?? 0) + steps
    if all.indices.contains(at) { choose(all[at]) }
    return []
  }

  /// A name of the learner's own keeps its stem.
  private mutating func choose(_ next: Export.Format) {
    let stem = ExportName(run.run, picture)
    if name.text == stem.file(format) {
      name = TextField(stem.file(next))
    } else if name.text.hasSuffix(".\(format.suffix)") {
      name = TextField(name.text.dropLast(format.suffix.count) + next.suffix)
    }
    format = next
  }

  private mutating func write(_ session: Session) -> [Effect] {
    let path: String
    let replaces: Bool
    switch state {
    case .writing: return []
    case .asking(let existing): (path, replaces) = (existing, true)
    case .choosing:
      (path, replaces) = (name.text.trimmed, false)
      if path.isEmpty { return [.say(Notice(session.say("A file needs a name.", "请输入文件名。"), .bad))] }
    }
    do {
      let export = try Export(format, run.run, seconds: run.seconds, picture: picture)
      state = .writing(bytes: 0)
      return [.write(export, to: path, replacing: replaces)]
    } catch {
      state = .choosing
      return [.say(Notice(error.wording(run.recipe, session), .bad))]
    }
  }

  private mutating func leave(_ session: Session) -> [Effect] {
    switch state {
    case .choosing: return [.pop]
    case .asking:
      state = .choosing
      return [.say(Notice(session.say("Nothing was written.", "没有写入。")))]
    case .writing:
      state = .choosing
      return [.stopWriting, .say(Notice(session.say("Stopped: no file was written.", "已停止：没有写入文件。")))]
    }
  }

  mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect] {
    guard case .export(let report) = outcome, isWriting else { return [] }
    switch report {
    case .writing(let bytes): state = .writing(bytes: bytes)
    case .exists(let path): state = .asking(path: path)
    case .failed(let why):
      state = .choosing
      return [.say(Notice(session.say("Not written: ", "未写入：") + session.say(why), .bad))]
    case .written(let path, let bytes):
      let size = Figures.bytes(bytes)
      let text = session.fitting(
        session.say("Saved: \(path), \(size)", "已保存：\(path)，\(size)"), session.say("Saved: \(path)", "已保存：\(path)"),
        session.say("Saved: …\(path.suffix(30))", "已保存：…\(path.suffix(30))"))
      return [.pop, .say(Notice(text))]
    }
    return []
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    if case .click(.row(_, let index)) = event, state == .choosing {
      isNaming = index == Export.Format.allCases.count
      if !isNaming, Export.Format.allCases.indices.contains(index) { choose(Export.Format.allCases[index]) }
    }
    if isTyping { name.update(event) }
    return []
  }

  func message(_ session: Session) -> Line? {
    switch state {
    case .choosing: Line(isNaming ? naming(session) : session.say(format.meaning), .quiet)
    case .asking(let path):
      Line(
        session.fitting(
          session.say("\(path) exists.  Enter replace   Esc keep", "\(path) 已存在。  Enter 替换   Esc 保留"),
          session.say(
            "\(Self.name(of: path)) exists.  Enter replace   Esc keep",
            "\(Self.name(of: path)) 已存在。  Enter 替换   Esc 保留"),
          session.say("The file exists.  Enter replace   Esc keep", "文件已存在。  Enter 替换   Esc 保留")))
    case .writing(let bytes):
      Line(session.say("Writing  \(Figures.bytes(bytes))   Esc stops", "写入中  \(Figures.bytes(bytes))   Esc 停止"))
    }
  }

  /// The last word of a path.
  private static func name(of path: String) -> Substring { path.split(separator: "/").last ?? "" }

  private func naming(_ session: Session) -> String {
    session.fitting(
      session.say(
        "a path from where heed was started, or from / or ~; Tab back to the formats",
        "相对于 heed 启动时的目录，或以 / 或 ~ 开头；Tab 回到格式"),
      session.say("a path; Tab back to the formats", "路径；Tab 回到格式"))
  }

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    let formats = Export.Format.allCases
    let box = canvas.overlay(columns: 66, rows: formats.count + 4, title: session.say("Export", "导出"), row: 2)
      .inset(left: 2, right: 2)
    for (index, each) in formats.enumerated() {
      let isChosen = each == format
      draw(index, isChosen, isFocused: isChosen && !isNaming, in: box, on: &canvas)
      let ground: Ground = isChosen && !isNaming ? .focus : .overlay
      canvas.write(
        [
          Span("\(index + 1)  ", style: Style(.accent, on: ground)),
          Span(each.name.padded(to: 9), style: Style(isChosen ? .strong : .text, on: ground)),
          Span(session.say(each.meaning), style: Style(.quiet, on: ground)),
        ], column: box.column, row: box.row + index, limit: box.endColumn)
    }
    let row = box.row + formats.count + 1
    draw(formats.count, isNaming, isFocused: isNaming, in: box.inset(top: 1), on: &canvas)
    let ground: Ground = isNaming ? .focus : .overlay
    let start = canvas.write(
      session.say("File  ", "文件  "), column: box.column, row: row, style: Style(.quiet, on: ground))
    if isTyping {
      canvas.draw(name, column: start, row: row, columns: box.endColumn - start, style: Style(.strong, on: ground))
    } else {
      canvas.write(
        [Span(name.text, style: Style(.text, on: ground))], column: start, row: row, limit: box.endColumn)
    }
  }

  /// The ground and the bar of a row, and what a click on it means.
  private func draw(_ index: Int, _ isChosen: Bool, isFocused: Bool, in box: Rect, on canvas: inout Canvas) {
    let area = Rect(column: box.column - 2, row: box.row + index, columns: box.columns + 4, rows: 1)
    canvas.mark(area, as: .row(pane: 0, index: index))
    guard isChosen else { return }
    let ground: Ground = isFocused ? .focus : .overlay
    canvas.fill(area, style: Style(on: ground))
    canvas.write(
      String(canvas.look.glyphs.focus), column: area.column, row: area.row,
      style: Style(isFocused ? .accent : .faint, on: ground))
  }
}

extension Export.Format {
  /// The format's own name.
  fileprivate var name: String {
    switch self {
    case .json, .csv, .svg, .ansi: rawValue.uppercased()
    case .python: "PyTorch"
    }
  }

  fileprivate var meaning: Gloss {
    switch self {
    case .json: Gloss(en: "every stage, as heed attend prints it", zh: "全部阶段，与 heed attend 的输出相同")
    case .csv: Gloss(en: "a row for each weight: head, query, key, score", zh: "每个权重一行：头、查询、键、分数")
    case .svg: Gloss(en: "this picture, for a page or a slide", zh: "这张图，用于网页或幻灯片")
    case .ansi: Gloss(en: "this picture as coloured text", zh: "这张图，彩色文本")
    case .python: Gloss(en: "a program that asserts the same numbers", zh: "一个程序，断言得到同样的数值")
    }
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
  fileprivate func padded(to columns: Int) -> String { self + String(repeating: " ", count: max(0, columns - count)) }
}
