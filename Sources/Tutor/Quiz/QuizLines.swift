import Foundation
import Learning
import Markdown
import TerminalUI
import Workbook

/// A line of a quiz item, and what it belongs to.
struct QuizLine: Sendable {
  var line: Line
  /// The option, row or field that it is part of.
  var option: Int?
  /// The field to draw in it, behind its line.
  var field: Int?
  /// The row of the item's pictures that it leaves room for.
  var picture: Int?
}

extension QuizScreen {
  /// The item as lines: topic and kind, prompt, options or fields, and after the answer what is right and why.
  func lines(_ session: Session, columns: Int, look: Look) -> [QuizLine] {
    guard let presented else { return [] }
    let style = MarkdownLines(columns: columns, look: look)
    let layout = ScreenLayout(session)
    var lines: [QuizLine] = []
    // Where rows are few, only what changes how one answers.
    if !layout.isLow || presented.form == .ticking {
      lines.append(QuizLine(line: Line(heading(presented, session, isTight: layout.isLow), .quiet)))
    }
    if !layout.isLow { lines.append(QuizLine(line: Line())) }
    // Bright until it is answered; then what was answered is.
    let ink: Ink = isAnswered ? .text : .strong
    let (prompt, body) = shownText(presented)
    lines += wrap(
      prompt.map { style.spans($0, ink: ink) } ?? [Span(look.shown(presented.question.title), ink)], columns: columns
    )
    .map { QuizLine(line: $0) }
    if !body.isEmpty {
      lines.append(QuizLine(line: Line()))
      lines += style.lines(body).map { QuizLine(line: $0) }
    }
    if isPicture {
      lines += (layout.isLow ? [] : [QuizLine(line: Line())]) + pictureLines(columns: columns, look: look, session)
    }
    if !(isPicture && layout.isLow) { lines.append(QuizLine(line: Line())) }
    lines += answerLines(presented, columns: columns, look: look, session)
    lines += hintLines(presented, columns: columns, look: look, session)
    if isAnswered {
      var quiet = style
      quiet.ink = .quiet
      let explanation = presented.item?.explanation ?? []
      for part in [
        explanation.isEmpty ? [] : quiet.lines(explanation).map { QuizLine(line: $0) },
        isPicture ? [] : pictureLines(columns: columns, look: look, session),
      ] where !part.isEmpty {
        if lines.last?.line.isBlank == false { lines.append(QuizLine(line: Line())) }
        lines += part
      }
    }
    return lines
  }

  /// The prompt and the body, gaps with their numbers or, after the answer, with the right words.
  private func shownText(_ presented: Presented) -> (prompt: [Inline]?, body: [Block]) {
    guard let item = presented.item else { return (nil, []) }
    guard case .gap(let gaps) = item.kind else { return (item.prompt, item.body) }
    let filling: (Int) -> [Inline] = { gap in
      guard gaps.indices.contains(gap) else { return [] }
      if isAnswered { return [.code(gaps[gap].accepted[0])] }
      return [.code(gaps.count == 1 ? "_____" : "__\(gap + 1)__")]
    }
    let inPrompt = Gap.blanks(in: item.prompt.plainText)
    return (Gap.filling(with: filling)(item.prompt), Gap.filling(from: inPrompt, with: filling)(item.body))
  }

  private func answerLines(
    _ presented: Presented, columns: Int, look: Look, _ session: Session
  ) -> [QuizLine] {
    switch presented.item?.kind {
    case nil: return selfGraded(presented, columns: columns, look: look, session)
    case .number: return number(presented, columns: columns, look: look, session)
    case .gap(let gaps): return gapLines(gaps, columns: columns, look: look, session)
    case .order, .match: return arrangedLines(presented, columns: columns, look: look, session)
    case .choice, .several, .picture, .bug:
      // Beside a picture or code the options stand close, so that both are seen.
      let isClose = ScreenLayout(session).isLow || ["picture", "bug"].contains(presented.item?.kind.name)
      return presented.options.indices.flatMap { index in
        option(index, of: presented, columns: columns, look: look, session) + (isClose ? [] : [QuizLine(line: Line())])
      }
    }
  }

  private func heading(_ presented: Presented, _ session: Session, isTight: Bool) -> String {
    let id = presented.question.id
    let topic = session.bank.topic(id.topic, in: session.language.rawValue)?.short ?? id.topic
    let kind: String
    switch presented.item?.kind {
    case .choice: kind = session.say("one answer", "单选")
    case .several:
      let count = presented.rightOptions.count
      kind = session.say("\(count) answers", "多选，\(count) 个")
    case .order: kind = session.say("put in order", "排序")
    case .match: kind = session.say("match the pairs", "配对")
    case .gap(let gaps):
      kind = session.say(gaps.count == 1 ? "fill the gap" : "fill the \(gaps.count) gaps", "填空，\(gaps.count) 处")
    case .number: kind = session.say("a number", "填数")
    case .picture: kind = session.say("read the picture", "看图")
    case .bug: kind = session.say("find the bug", "找错")
    case nil: kind = session.say("say it aloud, then grade yourself", "先口头回答，再自评")
    }
    let count = rightCount(session).map { " · \($0)" } ?? ""
    return (isTight ? kind : "\(topic) · \(name(presented.question.level, session)) · \(kind)") + count
  }

  private func selfGraded(_ presented: Presented, columns: Int, look: Look, _ session: Session) -> [QuizLine] {
    guard showsAnswer || isAnswered, let section = presented.question.section(.shortAnswer) else {
      return [QuizLine(line: Line([Span(session.say("Space shows the short answer.", "Space 显示简答。"), .quiet)]))]
    }
    return [QuizLine(line: Line(section.heading, .strong))]
      + MarkdownLines(columns: columns, look: look).lines(section.blocks).map { QuizLine(line: $0) }
  }
}
