import Foundation
import Learning
import Markdown
import TerminalUI
import Workbook

/// A line of the reader, and what of the answer it belongs to.
struct ReaderLine: Sendable {
  var line: Line
  /// The part of the answer, from 0; −1 before the first, their number after the last.
  var part: Int
  /// The block of the part, from 1; 0 is its heading.
  var block: Int
  var isClosed = false
}

/// Everything that the lines of the reader depend on: from equal contents come equal lines.
struct ReaderContents: Equatable, Sendable {
  let question: Question
  /// How many parts are open.
  let opened: Int
  /// Level, kind, tags and schedule, already in words.
  let meta: [String]
  let isMarked: Bool
  let note: String
  let language: Language
  let columns: Int
  let isTight: Bool
  let look: Look

  static func == (one: ReaderContents, other: ReaderContents) -> Bool {
    one.question.id == other.question.id && one.question.language == other.question.language
      && one.question.stamp == other.question.stamp && one.opened == other.opened && one.meta == other.meta
      && one.isMarked == other.isMarked && one.note == other.note && one.language == other.language
      && one.columns == other.columns && one.isTight == other.isTight && one.look == other.look
  }

  private func say(_ english: String, _ chinese: String) -> String { language == .zh ? chinese : english }

  /// The question as lines: its title, the open parts, the names of the closed ones, note and references.
  var lines: [ReaderLine] {
    var lines = head.map { ReaderLine(line: $0, part: -1, block: 0) }
    for index in question.sections.indices { lines += part(index) }
    let end = question.sections.count
    func append(_ block: Int, _ more: [Line]) {
      if lines.last?.line.isBlank == false { lines.append(ReaderLine(line: Line(), part: end, block: block - 1)) }
      lines += more.map { ReaderLine(line: $0, part: end, block: block) }
    }
    if !note.isEmpty {
      let text = note.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { wrap([Span(String($0))], columns: columns - 2) }.map { $0.indented(by: 2) }
      append(1, [Line(say("Your note", "你的笔记"), .accent)] + text)
    }
    if opened >= end {
      append(3, question.references.flatMap { wrap([Span(look.shown($0), .quiet)], columns: columns, hanging: 2) })
    }
    return lines
  }

  /// What stands above the answer.
  private var head: [Line] {
    let mark = Span(say("marked", "已标记"), .accent)
    let room = isMarked ? columns - mark.text.cellWidth - 2 : columns
    var lines = wrap([Span(look.shown(question.title), .strong)], columns: room)
    if isMarked { lines[0].trailing = [mark] }
    if !isTight { lines += meta.flatMap { wrap([Span($0, .quiet)], columns: columns) } }
    if question.language != language.rawValue {
      lines.append(Line(say("Only in \(question.language) so far.", "暂时只有 \(question.language) 版。"), .quiet))
    }
    if !isTight { lines.append(Line()) }
    if opened == 0 {
      lines += wrap([Span(say("Think first: what would you say aloud?", "先想一想：你会怎么口头回答？"), .quiet)], columns: columns)
      if !isTight { lines.append(Line()) }
    }
    return lines
  }

  private func part(_ index: Int) -> [ReaderLine] {
    let section = question.sections[index]
    let isOpen = index < opened
    let mark = isOpen ? look.glyphs.open : look.glyphs.closed
    let ink: Ink = isOpen ? .strong : index == opened ? .text : .quiet
    var heading = Line([Span("\(mark) ", .quiet), Span(section.heading, ink)])
    if index == opened { heading.trailing = [Span("Space", .accent)] }
    var lines = [ReaderLine(line: heading, part: index, block: 0, isClosed: !isOpen)]
    guard isOpen else { return lines }
    let bullet =
      section.role == .mistakes ? Span(String(look.glyphs.none), .bad) : Span(String(look.glyphs.absent), .quiet)
    let style = MarkdownLines(columns: columns - 2, look: look, bullet: bullet)
    for (place, block) in section.blocks.enumerated() {
      var body = style.lines(block).map { $0.indented(by: 2) }
      if section.checks.contains(where: { $0.block == place }) { markChecked(&body) }
      let isLast = place == section.blocks.count - 1
      if !isLast || !isTight { body.append(Line()) }
      lines += body.map { ReaderLine(line: $0, part: index, block: place + 1) }
    }
    return lines
  }

  /// Says beside a block's last line, or under it, that the program checked its figures.
  private func markChecked(_ body: inout [Line]) {
    guard let last = body.indices.last else { return }
    let label = Span(say("checked", "已验证"), .good)
    if body[last].width + label.text.cellWidth + 2 <= columns, body[last].ground == .plain {
      body[last].trailing = [label]
    } else {
      body.append(Line([], trailing: [label]))
    }
  }
}

extension StudyScreen {
  /// The question as the reader shows it; nothing where none is selected.
  func page(_ session: Session) -> ReaderPage? {
    guard let question = question(session) else { return nil }
    let columns = readerArea(session).columns
    let contents = ReaderContents(
      question: question, opened: opened, meta: meta(question, columns, session),
      isMarked: session.history.bookmarks.contains(question.id), note: session.history.notes[question.id] ?? "",
      language: session.language, columns: columns, isTight: ScreenLayout(session).isLow, look: session.look)
    if let kept, kept.contents == contents { return kept }
    return ReaderPage(contents: contents, lines: contents.lines)
  }

  /// What the question is, and under it when it comes back, so that no grade moves what stands below.
  private func meta(_ question: Question, _ columns: Int, _ session: Session) -> [String] {
    var kind = [name(question.level, session), name(question.kind, session)].joined(separator: " · ")
    // As many tags as there is room for; the palette finds the question by all of them.
    var separator = " · "
    for tag in columns > 60 ? question.tags : [] where (kind + separator + tag).cellWidth <= columns {
      kind += separator + tag
      separator = session.say(", ", "、")
    }
    return [kind, session.schedule(of: question).joined(separator: " · ")]
  }
}
