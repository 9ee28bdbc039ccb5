import Learning
import TerminalUI
import Workbook

extension QuizScreen {
  /// A field for each gap, or after the answer what was typed beside what is right.
  func gapLines(_ gaps: [Gap], columns: Int, look: Look, _ session: Session) -> [QuizLine] {
    guard let outcome = shownOutcome else {
      return gaps.indices.map { gap in
        QuizLine(line: Line([Span(gaps.count == 1 ? "   " : "\(gap + 1)  ", .quiet)]), option: gap, field: gap)
      } + [QuizLine(line: Line())]
    }
    let typed: [String] = if case .gaps(let words)? = outcome.answer { words } else { [] }
    return gaps.indices.flatMap { gap -> [QuizLine] in
      let words = typed.indices.contains(gap) ? typed[gap] : ""
      let isRight = gaps[gap].accepts(words)
      let number = gaps.count == 1 ? "" : "\(gap + 1)  "
      let right = gaps[gap].accepted[0]
      let good = Line(
        [Span("\(look.glyphs.full)  ", .good), Span(number, .quiet)]
          + (isRight ? [Span(look.shown(words), .strong)] : Self.marked(look.shown(right), besides: words, .good)),
        trailing: [
          Span(isRight ? session.say("right, yours", "正确，你的答案") : session.say("right", "正确"), .good)
        ])
      if isRight { return [QuizLine(line: good)] }
      let bad = Line(
        [Span("\(look.glyphs.none)  ", .bad), Span(number, .quiet)]
          + (words.isEmpty
            ? [Span(session.say("no answer", "未作答"), .quiet)] : Self.marked(look.shown(words), besides: right, .bad)),
        trailing: words.isEmpty ? [] : [Span(session.say("your answer", "你的答案"), .bad)])
      return [QuizLine(line: bad), QuizLine(line: good)]
    }
  }

  /// A word with the letters that another does not have marked; where they share little, the whole word.
  private static func marked(_ word: String, besides other: String, _ ink: Ink) -> [Span] {
    let difference = word.lowercased().difference(from: other.lowercased())
    let own = Set(difference.insertions.map { if case .insert(let offset, _, _) = $0 { offset } else { -1 } })
    guard own.count * 2 <= word.count else { return [Span(word, ink, bold: true)] }
    return word.enumerated().map { own.contains($0) ? Span(String($1), ink, bold: true) : Span(String($1), .strong) }
  }
}
