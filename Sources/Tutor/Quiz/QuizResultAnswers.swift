import Learning
import Markdown
import TerminalUI
import Workbook

extension QuizResultScreen {
  /// The selected item with the answer given and the right one, and why that is right.
  func answerLines(_ session: Session, columns: Int, look: Look) -> [Line] {
    guard let mistake, let place = quiz.cards.firstIndex(of: mistake.card), let shown = quiz.presented(at: place)
    else { return [] }
    guard let item = shown.item else {
      if quiz.plan.mode == .interview, let review = quiz.outcomes[place]?.review {
        // The points that were ticked are those of the language then.
        let asked = session.bank.question(review.card.question, in: review.language) ?? shown.question
        let points = Rubric(asked).points
        let ticked = Set(review.answer.split(separator: ",").compactMap { Int($0) }.map { $0 - 1 })
        return rubricLines(points, ticked: ticked, columns: columns, look: look, session, isJudged: true).map(\.line)
      }
      let blocks = shown.question.section(.shortAnswer)?.blocks ?? []
      return MarkdownLines(columns: columns - 3, look: look, ink: .quiet).lines(blocks).map { $0.indented(by: 3) }
    }
    let style = MarkdownLines(columns: columns - 3, look: look)
    var lines = wrap(style.spans(item.prompt, ink: .quiet), columns: columns - 3).map { $0.indented(by: 3) } + [Line()]
    let outcome = quiz.outcomes.indices.contains(place) ? quiz.outcomes[place] : nil
    let isRight = (outcome?.score ?? 0) >= 1
    func row(_ text: [Span], _ label: String, isRight: Bool) {
      let ink: Ink = isRight ? .good : .bad
      let mark = isRight ? look.glyphs.full : look.glyphs.none
      for (index, line) in wrap(text, columns: columns - label.cellWidth - 6).enumerated() {
        lines.append(
          index == 0
            ? Line([Span("\(mark)  ", ink)] + line.spans, trailing: [Span(label, ink)]) : line.indented(by: 3))
      }
    }
    let yours = session.say("your answer", "你的答案")
    let right = session.say("right", "正确")
    let both = session.say("right, yours", "正确，你的答案")
    var chosen: Set<Int> = []
    switch outcome?.answer {
    case .option(let index)?: chosen = [index]
    case .options(let all)?: chosen = all
    case .number(let text)?: row([Span(text)], isRight ? both : yours, isRight: isRight)
    case .gaps(let words)?: row([Span(words.joined(separator: ", "))], isRight ? both : yours, isRight: isRight)
    case .arranged(let places)?:
      row(arranged(places, shown, style), isRight ? both : yours, isRight: isRight)
    default:
      lines.append(
        Line([Span("\(look.glyphs.absent)  "), Span(session.say("no answer", "未作答"))].map { Span($0.text, .quiet) }))
    }
    for index in chosen.sorted() where shown.options.indices.contains(index) && !shown.options[index].option.isRight {
      row(style.spans(shown.options[index].option.text), yours, isRight: false)
    }
    for (index, option) in shown.options.enumerated() where option.option.isRight {
      row(style.spans(option.option.text), chosen.contains(index) ? both : right, isRight: true)
      lines += MarkdownLines(columns: columns - 3, look: look, ink: .quiet).lines(option.option.explanation)
        .map { $0.indented(by: 3) }
    }
    if !isRight, case .gap(let gaps) = item.kind {
      row([Span(gaps.map { $0.accepted[0] }.joined(separator: ", "))], right, isRight: true)
    }
    if !isRight, !shown.pieces.isEmpty { row(arranged(shown.rightArrangement, shown, style), right, isRight: true) }
    if let expected = shown.instance?.answer, !isRight { row([Span(expected.echo)], right, isRight: true) }
    if !item.explanation.isEmpty {
      lines += MarkdownLines(columns: columns - 3, look: look, ink: .quiet).lines(item.explanation)
        .map { $0.indented(by: 3) }
    }
    return lines
  }

  /// The pieces in an order, on one line; of a match each behind its left side.
  private func arranged(_ places: [Int], _ shown: Presented, _ style: MarkdownLines) -> [Span] {
    places.enumerated().flatMap { row, place -> [Span] in
      let piece = style.spans(shown.pieces[place].piece.text)
      let gap = row > 0 ? [Span(";  ", .quiet)] : []
      guard case .match(let matching) = shown.item?.kind else { return gap + [Span("\(row + 1) ", .quiet)] + piece }
      return gap + style.spans(matching.pairs[row].left, ink: .quiet) + [Span(": ", .quiet)] + piece
    }
  }
}
