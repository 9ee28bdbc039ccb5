import Foundation
import Learning
import Markdown
import TerminalUI
import Workbook

/// A line of a quiz item, and the option that it belongs to.
struct QuizLine: Sendable {
  var line: Line
  var option: Int?
  var isField = false
}

extension QuizScreen {
  /// The item as lines: topic and kind, prompt, options or field, and after the answer what is right and why.
  func lines(_ session: Session, columns: Int, look: Look) -> [QuizLine] {
    guard let presented else { return [] }
    let style = MarkdownLines(columns: columns, look: look)
    let isTight = ScreenLayout(session).isLow
    var lines: [QuizLine] = []
    // Where rows are few, only what changes how one answers.
    if !isTight || isSeveral {
      lines.append(QuizLine(line: Line(heading(presented, session, isTight: isTight), .quiet)))
    }
    if !isTight { lines.append(QuizLine(line: Line())) }
    // Bright until it is answered; then what was answered is.
    let ink: Ink = isAnswered ? .text : .strong
    let prompt =
      presented.item.map { style.spans($0.prompt, ink: ink) } ?? [Span(look.shown(presented.question.title), ink)]
    lines += wrap(prompt, columns: columns).map { QuizLine(line: $0) }
    if let body = presented.item?.body, !body.isEmpty {
      lines.append(QuizLine(line: Line()))
      lines += style.lines(body).map { QuizLine(line: $0) }
    }
    lines.append(QuizLine(line: Line()))
    if isSelfGraded {
      lines += selfGraded(presented, columns: columns, look: look, session)
    } else if isNumber {
      lines += number(presented, columns: columns, look: look, session)
    } else {
      for index in presented.options.indices {
        lines += option(index, of: presented, columns: columns, look: look, session)
        if !isTight { lines.append(QuizLine(line: Line())) }
      }
    }
    if isAnswered, let explanation = presented.item?.explanation, !explanation.isEmpty {
      if !(lines.last?.line.isBlank ?? true) { lines.append(QuizLine(line: Line())) }
      var quiet = style
      quiet.ink = .quiet
      lines += quiet.lines(explanation).map { QuizLine(line: $0) }
    }
    return lines
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
    case .number: kind = session.say("a number", "填数")
    case nil: kind = session.say("say it aloud, then grade yourself", "先口头回答，再自评")
    }
    return isTight ? kind : "\(topic) · \(name(presented.question.level, session)) · \(kind)"
  }

  private func option(
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
    } else if isSeveral {
      mark = Span(
        ticked.contains(index) ? String(glyphs.full) : "\(index + 1)", ticked.contains(index) ? .data : .accent)
    }
    let room = columns - 3 - (label.map { $0.text.cellWidth + 2 } ?? 0)
    let style = MarkdownLines(columns: room, look: look)
    let isFocused = index == cursor && !isAnswered
    let text = wrap(style.spans(option.text, ink: isFocused ? .strong : ink), columns: room)
    var result = text.enumerated().map { row, line in
      row == 0
        ? QuizLine(line: Line([mark, Span("  ")] + line.spans, trailing: label.map { [$0] } ?? []), option: index)
        : QuizLine(line: line.indented(by: 3), option: index)
    }
    if isAnswered, showsAll || option.isRight || isChosen {
      var explanation = MarkdownLines(columns: columns - 3, look: look)
      explanation.ink = .quiet
      result += explanation.lines(option.explanation).map { QuizLine(line: $0.indented(by: 3), option: index) }
    }
    return result
  }

  /// The options that the given answer chose, as shown.
  var chosen: Set<Int> {
    switch quiz.outcome?.answer {
    case .option(let index)?: [index]
    case .options(let all)?: all
    default: []
    }
  }

  private func number(_ presented: Presented, columns: Int, look: Look, _ session: Session) -> [QuizLine] {
    let label = QuizLine(line: Line(session.say("Your answer", "你的答案"), .quiet))
    if let outcome = quiz.outcome {
      return [label] + judged(outcome, presented, columns: columns, look: look, session)
    }
    // Where rows are few the field speaks for itself.
    var lines = (ScreenLayout(session).isLow ? [] : [label]) + [QuizLine(line: Line(), option: 0, isField: true)]
    let reading = presented.reading(field.text)
    if field.isEmpty {
      lines.append(QuizLine(line: Line()))
    } else if let reading {
      lines.append(
        QuizLine(line: Line(look.shown(session.say("reads as \(reading.echo)", "读作 \(reading.echo)")), .quiet)))
    } else {
      lines.append(QuizLine(line: Line(session.say("not a number yet", "还不是数字"), .bad)))
    }
    if !ScreenLayout(session).isLow { lines += [QuizLine(line: Line()), QuizLine(line: Line())] }
    return lines + hints(presented, columns: columns, look: look, session).map { QuizLine(line: $0) }
  }

  /// The number given, and the right one where they differ.
  private func judged(
    _ outcome: Quiz.Outcome, _ presented: Presented, columns: Int, look: Look, _ session: Session
  ) -> [QuizLine] {
    let isRight = (outcome.score ?? 0) >= 1
    let typed: String
    if case .number(let text)? = outcome.answer { typed = text } else { typed = outcome.review.answer }
    let echo = presented.reading(typed)?.echo ?? typed
    let mark = isRight ? Span("\(look.glyphs.full)  ", .good) : Span("\(look.glyphs.none)  ", .bad)
    let label =
      isRight ? Span(session.say("right", "正确"), .good) : Span(session.say("your answer", "你的答案"), .bad)
    var given = Line([mark, Span(typed, .strong)], trailing: [label])
    if echo != typed, given.width + 3 + echo.cellWidth + 2 + label.text.cellWidth <= columns {
      given.spans.append(Span("   " + echo, .quiet))
    }
    var lines = [given]
    if let answer = presented.instance?.answer.echo, answer != echo {
      lines.append(
        Line(
          [Span("\(look.glyphs.full)  ", .good), Span(look.shown(answer), .strong)],
          trailing: [isRight ? Span(session.say("exactly", "准确值"), .quiet) : Span(session.say("right", "正确"), .good)]))
    }
    return lines.map { QuizLine(line: $0) }
  }

  /// How a number may be written, as many examples as fit, and how near it must be.
  private func hints(_ presented: Presented, columns: Int, look: Look, _ session: Session) -> [Line] {
    guard case .number(let template) = presented.item?.kind else { return [] }
    let words =
      template.unit?.hasOthers == true
      ? session.say("Any unit will do", "单位不限") : session.say("Written as you like", "怎么写都行")
    var forms = Line(words, .quiet)
    for example in presented.numberExamples where forms.width + 3 + example.cellWidth <= columns {
      forms.spans.append(Span("   " + example))
    }
    guard template.tolerance > 0 else { return [forms] }
    let share = template.tolerance * 100
    let within = share == share.rounded() ? "\(Int(share))%" : String(format: "%.1f%%", share)
    return [forms, Line(session.say("Within \(within) counts", "误差 \(within) 以内算对"), .quiet)]
  }

  private func selfGraded(_ presented: Presented, columns: Int, look: Look, _ session: Session) -> [QuizLine] {
    guard showsAnswer || isAnswered, let section = presented.question.section(.shortAnswer) else {
      return [QuizLine(line: Line([Span(session.say("Space shows the short answer.", "Space 显示简答。"), .quiet)]))]
    }
    return [QuizLine(line: Line(section.heading, .strong))]
      + MarkdownLines(columns: columns, look: look).lines(section.blocks).map { QuizLine(line: $0) }
  }
}

extension Presented {
  /// Ways of typing its number that are understood; none is a right answer.
  var numberExamples: [String] {
    guard case .number(let template) = item?.kind, let instance else { return [] }
    return template.examples(besides: instance)
  }
}
