import Attention
import TerminalUI

/// The message line: what the focused thing means.
extension PlaygroundScreen {
  func playgroundMessage(_ session: Session) -> Line? {
    if let field { return fieldMessage(field, session) }
    if let failure { return Line(failure.wording(session), .bad) }
    if awaitedSince != nil, isStale(session) {
      guard picture != nil else { return Line(session.say("Computing.", "计算中。"), .quiet) }
      return Line(session.say("Computing; the picture is of the run before.", "计算中；图片是上一次运行的。"), .quiet)
    }
    switch view.pane {
    case .parameters: return rowMessage(session)
    case .picture: return cellMessage(session)
    case .why:
      guard let picture, let why else { return nil }
      let lines = why.selectable(picture, session)
      guard let index = view.whyLine, lines.indices.contains(index) else { return nil }
      return sentence(lines[index].label, lines[index].explanation)
    }
  }

  private func sentence(_ subject: String, _ rest: String) -> Line {
    Line([Span(subject), Span("  " + rest, .quiet)])
  }

  private func rowMessage(_ session: Session) -> Line? {
    let label = session.say(view.row.label)
    switch view.row {
    case .stage:
      return sentence("\(label) \(session.say(view.stage.label))", session.say(view.stage.meaning))
    case .head:
      return sentence(
        label, session.say("each head compares and mixes on its own; [ ] anywhere", "每个头独立比较与混合；任何时候都可按 [ ]"))
    case .colours:
      return sentence(
        "\(label) \(view.colours.name)",
        session.say("for weights, lighter is larger; v anywhere", "用于权重，越亮越大；任何时候都可按 v"))
    case .parameter(let name):
      guard let parameter = view.row.parameter else { return nil }
      if let reason = recipe.idleReason(name) { return sentence(label, session.say(reason)) }
      return parameterMessage(parameter, label, session)
    }
  }

  private func parameterMessage(_ parameter: Parameter, _ label: String, _ session: Session) -> Line {
    let value = recipe[parameter.name]
    let standard = Recipe()[parameter.name]
    let usual = value == standard || parameter.isNumeric ? "" : session.say(". Default \(standard)", "。默认 \(standard)")
    guard !parameter.isNumeric else {
      let range = parameter.rangeText(session)
      return sentence(label, session.say(parameter.summary) + session.say(", ", "，") + range)
    }
    let parts = value.split(separator: ",").map { $0.prefix { $0 != ":" } }
    let meanings = parts.compactMap { part in
      parameter.choices.first { $0.name == part }.map { session.say($0.summary) }
    }
    guard !meanings.isEmpty else { return sentence(label, session.say(parameter.summary) + usual) }
    return sentence("\(label) \(value)", meanings.joined(separator: session.say("; ", "；")) + usual)
  }

  private func cellMessage(_ session: Session) -> Line? {
    guard let picture, let why else { return nil }
    return sentence(
      why.placeSentence(picture, session),
      why.value == nil
        ? session.say("masked, no weight at all", "被掩蔽，完全没有权重")
        : "\(session.say(why.stage.label)) \(why.shown)")
  }

  /// What can be typed, and what is wrong with what is typed.
  private func fieldMessage(_ field: ParameterField, _ session: Session) -> Line {
    let label = session.say(field.parameter.label)
    let keep = session.say("Esc keeps \(field.old)", "Esc 保留 \(field.old)")
    if !field.parameter.isNumeric, !field.matches.isEmpty { return choiceMessage(field, label, keep) }
    if let refusal = field.refusal(in: recipe) { return Line(refusal.wording(session), .bad) }
    return Line([Span(label), Span(" " + field.parameter.rangeText(session) + "   " + keep, .quiet)])
  }

  private func choiceMessage(_ field: ParameterField, _ label: String, _ keep: String) -> Line {
    var spans = [Span(label + " ")]
    for (index, choice) in field.matches.enumerated() {
      spans += [Span("  "), Span(choice.form, index == 0 && !field.text.isEmpty ? .strong : .quiet)]
    }
    return Line(spans + [Span("   " + keep, .quiet)])
  }
}
