import TerminalUI

extension Session {
  /// The first of these sentences that the message line holds; the last one where none does.
  func fitting(_ sentences: String...) -> String { sentences.first(where: holds) ?? sentences.last ?? "" }

  /// The first of these that the message line holds, each a subject with what is said of it.
  func fitting(_ sentences: [(subject: String, rest: String)]) -> Line {
    let chosen = sentences.first { holds($0.subject + "  " + $0.rest) } ?? sentences.last
    guard let (subject, rest) = chosen else { return Line() }
    return subject.isEmpty ? Line(rest, .quiet) : Line([Span(subject), Span("  " + rest, .quiet)])
  }

  /// Whether the message line holds a text, with letters for its symbols too.
  func holds(_ text: String) -> Bool {
    max(text.cellWidth, Look(ascii: true).shown(text).cellWidth) <= ScreenLayout(size: size).body.columns
  }
}
