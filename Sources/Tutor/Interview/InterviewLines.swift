import Foundation
import Learning
import Markdown
import TerminalUI
import Workbook

extension InterviewScreen {
  /// The question, then what its phase shows: nothing, the points, or a follow-up.
  func lines(_ session: Session, columns: Int, look: Look) -> [QuizLine] {
    guard let question else { return [] }
    let isTight = ScreenLayout(session).isLow
    let style = MarkdownLines(columns: columns, look: look)
    var lines: [QuizLine] = []
    func add(_ line: Line) { lines.append(QuizLine(line: line)) }
    if !isTight {
      let topic = session.bank.topic(question.id.topic, in: session.language.rawValue)?.short ?? question.id.topic
      add(Line("\(topic) · \(name(question.level, session)) · \(name(question.kind, session))", .quiet))
      add(Line())
    }
    for line in wrap([Span(look.shown(question.title), .strong)], columns: columns) { add(line) }
    add(Line())
    switch phase {
    case .speaking:
      let text = session.say(
        "Answer as you would in the room. Say what it is, why, and what it costs; then see which of the answer's \(points.count) points you made.",
        "像在面试现场一样回答：是什么、为什么、代价如何；然后看看答案的 \(points.count) 个要点说到了几个。")
      for line in wrap([Span(text, .quiet)], columns: columns) { add(line) }
    case .ticking:
      lines += rubricLines(points, ticked: ticked, columns: columns, look: look, session, isJudged: false)
    case .followUp(let place, let isShown):
      guard followUps.indices.contains(place) else { return lines }
      add(Line(session.say("And then?", "追问"), .quiet))
      for line in wrap(style.spans(followUps[place].asked, ink: .strong), columns: columns) { add(line) }
      guard isShown || followUps[place].answer.isEmpty else { return lines }
      add(Line())
      let said = followUps[place].answer
      let answer = said.isEmpty ? [Span(session.say("The workbook only asks.", "题库只问不答。"), .quiet)] : style.spans(said)
      for line in wrap(answer, columns: columns) { add(line) }
    }
    return lines
  }
}

/// The points of an answer, each with its box; judged, with a mark and what was missed in bright.
func rubricLines(
  _ points: [Rubric.Point], ticked: Set<Int>, columns: Int, look: Look, _ session: Session, isJudged: Bool
) -> [QuizLine] {
  let style = MarkdownLines(columns: columns - 4, look: look)
  var lines: [QuizLine] = []
  for (place, point) in points.enumerated() {
    if place > 0, points[place - 1].source != point.source { lines.append(QuizLine(line: Line())) }
    if place == 0 || points[place - 1].source != point.source {
      lines.append(QuizLine(line: Line(heading(point.source, session), .quiet)))
    }
    let isTicked = ticked.contains(place)
    let mark =
      isJudged
      ? Span(isTicked ? "\(look.glyphs.full)   " : "\(look.glyphs.none)   ", isTicked ? .good : .bad)
      : Span(isTicked ? "[\(look.glyphs.full)] " : "[ ] ", isTicked ? .data : .accent)
    let text = style.spans(point.text, ink: isJudged && isTicked ? .quiet : .text)
    for (row, line) in wrap(text, columns: columns - 4).enumerated() {
      lines.append(QuizLine(line: row == 0 ? Line([mark] + line.spans) : line.indented(by: 4), option: place))
    }
  }
  return lines
}

private func heading(_ source: Rubric.Point.Source, _ session: Session) -> String {
  switch source {
  case .core: session.say("Did you say", "你是否说到")
  case .depth: session.say("Deeper", "再深一层")
  case .trap: session.say("A trap to name", "该指出的误区")
  }
}
