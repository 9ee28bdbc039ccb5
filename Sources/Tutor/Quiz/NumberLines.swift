import Foundation
import Learning
import TerminalUI
import Workbook

extension QuizScreen {
  /// The field with what was understood, or after the answer the number given and the right one.
  func number(_ presented: Presented, columns: Int, look: Look, _ session: Session) -> [QuizLine] {
    let label = QuizLine(line: Line(session.say("Your answer", "你的答案"), .quiet))
    if let outcome = shownOutcome {
      return [label] + judged(outcome, presented, columns: columns, look: look, session)
    }
    let text = draft.fields.first?.text ?? ""
    // Where rows are few the field speaks for itself.
    var lines = (ScreenLayout(session).isLow ? [] : [label]) + [QuizLine(line: Line(), option: 0, field: 0)]
    let reading = presented.reading(text)
    if text.isEmpty {
      lines.append(QuizLine(line: Line()))
    } else if let reading {
      lines.append(
        QuizLine(line: Line(look.shown(session.say("reads as \(reading.echo)", "读作 \(reading.echo)")), .quiet)))
    } else {
      lines.append(QuizLine(line: Line(session.say("not a number yet", "还不是数字"), .bad)))
    }
    if !ScreenLayout(session).isLow { lines += [QuizLine(line: Line()), QuizLine(line: Line())] }
    return lines + forms(presented, columns: columns, look: look, session).map { QuizLine(line: $0) }
  }

  /// The number given, and the right one where they differ.
  private func judged(
    _ outcome: Quiz.Outcome, _ presented: Presented, columns: Int, look: Look, _ session: Session
  ) -> [QuizLine] {
    let isRight = (outcome.score ?? 0) >= 1
    guard case .number(let typed)? = outcome.answer else {
      return rightNumber(presented, isRight: false, look: look, session)
    }
    let echo = presented.reading(typed)?.echo ?? typed
    let mark = isRight ? Span("\(look.glyphs.full)  ", .good) : Span("\(look.glyphs.none)  ", .bad)
    let label =
      isRight ? Span(session.say("right", "正确"), .good) : Span(session.say("your answer", "你的答案"), .bad)
    var given = Line([mark, Span(typed, .strong)], trailing: [label])
    if echo != typed, given.width + 3 + echo.cellWidth + 2 + label.text.cellWidth <= columns {
      given.spans.append(Span("   " + echo, .quiet))
    }
    if let answer = presented.instance?.answer, answer.echo != echo {
      if !isRight, let reading = presented.reading(typed), let off = ratio(reading, to: answer) {
        given.trailing = [Span(off + "   ", .quiet)] + given.trailing
      }
      return [QuizLine(line: given)] + rightNumber(presented, isRight: isRight, look: look, session)
    }
    return [QuizLine(line: given)]
  }

  private func rightNumber(
    _ presented: Presented, isRight: Bool, look: Look, _ session: Session
  ) -> [QuizLine] {
    guard let answer = presented.instance?.answer.echo else { return [] }
    let label = isRight ? Span(session.say("exactly", "准确值"), .quiet) : Span(session.say("right", "正确"), .good)
    return [
      QuizLine(
        line: Line([Span("\(look.glyphs.full)  ", .good), Span(look.shown(answer), .strong)], trailing: [label]))
    ]
  }

  /// By which factor a wrong number is off: a forgotten 2 or 1024 shows in it.
  private func ratio(_ given: Quantity, to right: Quantity) -> String? {
    guard right.value != 0, given.value / right.value > 0 else { return nil }
    let ratio = given.value / right.value
    return ratio >= 1 ? "× \(Figures.value(ratio))" : "÷ \(Figures.value(1 / ratio))"
  }

  /// How a number may be written, as many examples as fit, and how near it must be.
  private func forms(_ presented: Presented, columns: Int, look: Look, _ session: Session) -> [Line] {
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
}

extension Presented {
  /// Ways of typing its number that are understood; none is a right answer.
  var numberExamples: [String] {
    guard case .number(let template) = item?.kind, let instance else { return [] }
    return template.examples(besides: instance)
  }
}
