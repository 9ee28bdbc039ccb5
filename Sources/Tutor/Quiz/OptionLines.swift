import Learning
import Markdown
import TerminalUI
import Workbook

extension QuizScreen {
  /// One option: its number, after the answer its mark, and why it is right or wrong.
  func option(
    _ index: Int, of presented: Presented, columns: Int, look: Look, _ session: Session
  ) -> [QuizLine] {
    let option = presented.options[index].option
    let glyphs = look.glyphs
    let isChosen = chosen.contains(index)
    var mark = Span("\(index + 1)", .accent)
    var label: Span?
    var ink: Ink = .text
    if isAnswered {
      if option.isRight {
        mark = Span(String(glyphs.full), .good)
        label = Span(isChosen ? session.say("right, yours", "正确，你的答案") : session.say("right", "正确"), .good)
        ink = .strong
      } else if isChosen {
        mark = Span(String(glyphs.none), .bad)
        label = Span(session.say("your answer", "你的答案"), .bad)
        ink = .strong
      } else {
        mark = Span(String(glyphs.absent), .quiet)
        ink = .quiet
      }
    } else if presented.hints.prefix(draft.hints).contains(.not(index)) {
      mark = Span(String(glyphs.none), .quiet)
      ink = .quiet
    } else if presented.form == .ticking {
      mark = Span(
        draft.ticked.contains(index) ? String(glyphs.full) : "\(index + 1)",
        draft.ticked.contains(index) ? .data : .accent)
    }
    let room = columns - 3 - (label.map { $0.text.cellWidth + 2 } ?? 0)
    let style = MarkdownLines(columns: room, look: look)
    let isFocused = index == draft.cursor && !isAnswered
    let text = wrap(style.spans(option.text, ink: isFocused ? .strong : ink), columns: room)
    var result = text.enumerated().map { row, line in
      row == 0
        ? QuizLine(line: Line([mark, Span("  ")] + line.spans, trailing: label.map { [$0] } ?? []), option: index)
        : QuizLine(line: line.indented(by: 3), option: index)
    }
    let isRuledOut = !isAnswered && presented.hints.prefix(draft.hints).contains(.not(index))
    if isRuledOut || isAnswered && (showsAll || option.isRight || isChosen) {
      var explanation = MarkdownLines(columns: columns - 3, look: look)
      explanation.ink = .quiet
      result += explanation.lines(option.explanation).map { QuizLine(line: $0.indented(by: 3), option: index) }
    }
    return result
  }

  /// The options that the given answer chose, as shown.
  var chosen: Set<Int> {
    switch shownOutcome?.answer {
    case .option(let index)?: [index]
    case .options(let all)?: all
    default: []
    }
  }
}
