import Foundation
import Learning
import Markdown
import TerminalUI
import Workbook

/// A line of the reader, and the part of the answer that begins with it.
struct ReaderLine: Sendable {
  var line: Line
  var part: Int?
  var isClosed = false
}

extension StudyScreen {
  /// The question as lines: its title, the open parts, the names of the closed ones, the references.
  func readerLines(_ session: Session, columns: Int, look: Look) -> [ReaderLine] {
    guard let question = question(session) else { return [] }
    let mark = Span(session.say("marked", "已标记"), .accent)
    let isMarked = session.history.bookmarks.contains(question.id)
    let room = isMarked ? columns - mark.text.cellWidth - 2 : columns
    var lines = wrap([Span(look.shown(question.title), .strong)], columns: room).map { ReaderLine(line: $0) }
    if isMarked { lines[0].line.trailing = [mark] }
    let isTight = ScreenLayout(session).isLow
    if !isTight {
      lines += wrap([Span(meta(question, columns, session), .quiet)], columns: columns).map { ReaderLine(line: $0) }
    }
    if question.language != session.language.rawValue {
      let text = session.say("Only in \(question.language) so far.", "暂时只有 \(question.language) 版。")
      lines.append(ReaderLine(line: Line(text, .quiet)))
    }
    if !isTight { lines.append(ReaderLine(line: Line())) }
    if opened == 0 {
      let text = session.say("Think first: what would you say aloud?", "先想一想：你会怎么口头回答？")
      lines += wrap([Span(text, .quiet)], columns: columns).map { ReaderLine(line: $0) }
      if !isTight { lines.append(ReaderLine(line: Line())) }
    }
    for (index, section) in question.sections.enumerated() {
      lines += part(section, index: index, columns: columns, look: look, session)
    }
    func separate() {
      if lines.last?.line.isBlank == false { lines.append(ReaderLine(line: Line())) }
    }
    if let note = session.history.notes[question.id], !note.isEmpty {
      separate()
      lines.append(ReaderLine(line: Line(session.say("Your note", "你的笔记"), .accent)))
      lines += note.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { wrap([Span(String($0))], columns: columns - 2) }
        .map { ReaderLine(line: $0.indented(by: 2)) }
    }
    if opened >= question.sections.count {
      separate()
      lines += question.references.flatMap { wrap([Span(look.shown($0), .quiet)], columns: columns, hanging: 2) }
        .map { ReaderLine(line: $0) }
    }
    return lines
  }

  private func meta(_ question: Question, _ columns: Int, _ session: Session) -> String {
    var words = [name(question.level, session), name(question.kind, session)]
    if columns > 60 { words.append(question.tags.joined(separator: ", ")) }
    let standing = session.standing(of: question)
    let recall = standing.recall.map { session.say(", recall \(percent($0))", "，回忆率 \(percent($0))") } ?? ""
    words.append(standing.state.name(session) + recall)
    return words.joined(separator: " · ")
  }

  private func part(_ section: Section, index: Int, columns: Int, look: Look, _ session: Session) -> [ReaderLine] {
    let isOpen = index < opened
    let mark = isOpen ? look.glyphs.open : look.glyphs.closed
    var heading = ReaderLine(
      line: Line([Span("\(mark) ", .quiet), Span(section.heading, isOpen ? .strong : index == opened ? .text : .quiet)]
      ),
      part: index,
      isClosed: !isOpen)
    guard isOpen else {
      if index == opened {
        heading.line.trailing = [Span("Space", .accent)]
      }
      return [heading]
    }
    let isMistakes = section.role == .mistakes
    let bullet = isMistakes ? Span(String(look.glyphs.none), .bad) : Span(String(look.glyphs.absent), .quiet)
    let style = MarkdownLines(columns: columns - 2, look: look, bullet: bullet)
    var lines = [heading]
    for (place, block) in section.blocks.enumerated() {
      if place > 0 { lines.append(ReaderLine(line: Line())) }
      var body = style.lines(block).map { ReaderLine(line: $0.indented(by: 2)) }
      if section.checks.contains(where: { $0.block == place }), let last = body.indices.last {
        let label = session.say("checked", "已验证")
        if body[last].line.width + label.cellWidth + 2 <= columns, body[last].line.ground == .plain {
          body[last].line.trailing = [Span(label, .good)]
        } else {
          body.append(ReaderLine(line: Line([], trailing: [Span(label, .good)])))
        }
      }
      lines += body
    }
    if !ScreenLayout(session).isLow { lines.append(ReaderLine(line: Line())) }
    return lines
  }
}
