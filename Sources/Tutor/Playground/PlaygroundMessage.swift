import Attention
import TerminalUI

/// The message line: what the focused thing means.
extension PlaygroundScreen {
  func playgroundMessage(_ session: Session) -> Line? {
    if let field { return fieldMessage(field, session) }
    if let failure { return Line(failure.wording(recipe, session), .bad) }
    if isWaiting { return progressMessage(session) }
    if isStopped { return Line(session.say("Stopped. Any change computes again.", "已停止。任何改动都会重新计算。"), .quiet) }
    switch view.pane {
    case .parameters: return rowMessage(session)
    case .picture: return cellMessage(session)
    case .why:
      guard let picture, let why else { return nil }
      let lines = why.selectable(picture, session)
      guard let index = view.whyLine, lines.indices.contains(index) else { return nil }
      return session.fitting([(lines[index].label, lines[index].explanation), ("", lines[index].explanation)])
    }
  }

  private func rowMessage(_ session: Session) -> Line {
    let (label, meaning) = (session.say(view.row.label), meaning(of: view.row, session))
    guard case .parameter(let name) = view.row, let parameter = view.row.parameter else {
      return session.fitting([("\(label) \(shownValue(of: view.row, session))", meaning), ("", meaning)])
    }
    if recipe.idleReason(name) != nil { return session.fitting([(label, meaning), ("", meaning)]) }
    return parameter.isNumeric ? numberMessage(parameter, session) : partMessage(parameter, session)
  }

  /// What a row means: why it has no effect, what the chosen part does, what the number is.
  func meaning(of row: PlaygroundRow, _ session: Session) -> String {
    switch row {
    case .stage: session.say(view.stage.meaning)
    case .change: session.say("biased − scores or masked − biased: what a stage does", "偏置后 − 分数，或掩码后 − 偏置后：这一阶段改变了什么")
    case .head: session.say("each head compares and mixes on its own; [ ] anywhere", "每个头独立比较与混合；任何时候都可按 [ ]")
    case .colours, .scaling, .range, .digits, .labels: meaningOfOption(row, session)
    case .mechanism:
      mechanism.map { session.say($0.summary) }
        ?? session.say("Enter or / finds a mechanism by its name", "Enter 或 / 按名称查找机制")
    case .parameter(let name):
      recipe.idleReason(name).map(session.say) ?? row.parameter.map { meaning(of: recipe[name], $0, session) } ?? ""
    }
  }

  /// What a number means, and which it may be.
  private func numberMessage(_ parameter: Parameter, _ session: Session) -> Line {
    let (label, summary) = (session.say(parameter.label), session.say(parameter.summary))
    let (range, standard) = (parameter.rangeText(session), parameter.shown(Recipe()[parameter.name]))
    // A default that is a word stands in the range; one that follows another parameter, in the summary.
    let isNumber = Double(Recipe()[parameter.name]) != nil && !summary.contains(session.say("default", "默认"))
    let both = isNumber ? range + session.say("; default \(standard)", "；默认 \(standard)") : range
    return session.fitting([
      (label, summary + session.say(" (\(both))", "（\(both)）")),
      (label, summary + session.say(" (\(range))", "（\(range)）")), (label, summary), ("", summary),
    ])
  }

  /// What the chosen parts do; of several that do not fit one line, how they work together.
  private func partMessage(_ parameter: Parameter, _ session: Session) -> Line {
    let (label, value, standard) = (session.say(parameter.label), recipe[parameter.name], Recipe()[parameter.name])
    let meaning = meaning(of: value, parameter, session)
    let usual = value == standard ? "" : session.say(". Default \(standard)", "。默认 \(standard)")
    let isSeveral = parameter.parts(of: value).count > 1
    let short = isSeveral ? session.say(parameter.summary) : meaning
    return session.fitting([
      ("\(label) \(value)", meaning + usual), ("\(label) \(value)", meaning), ("\(label) \(value)", short),
      (label, short), ("", short),
    ])
  }

  /// What a parameter's value does, in words.
  private func meaning(of value: String, _ parameter: Parameter, _ session: Session) -> String {
    let meanings = parameter.parts(of: value).map { session.say($0.summary) }
    return meanings.isEmpty ? session.say(parameter.summary) : meanings.joined(separator: session.say("; ", "；"))
  }

  private func cellMessage(_ session: Session) -> Line? {
    guard let picture, let why else { return nil }
    let place = why.placeSentence(picture, session)
    let said =
      why.isMasked
      ? session.say("masked, no weight at all", "被掩蔽，完全没有权重")
      : "\(session.say(why.stage.single)) \(why.shown)"
    guard why.kept > 0 else {
      return session.fitting([(place, why.emptyRow(session)), ("", why.emptyRow(session))])
    }
    return session.fitting([(place, said), (why.placeText(session), said)])
  }

  /// What can be typed, and what is wrong with what is typed.
  private func fieldMessage(_ field: ParameterField, _ session: Session) -> Line {
    let label = session.say(field.row.label)
    let keep = session.say("Esc keeps \(field.old)", "Esc 保留 \(field.old)")
    if field.row == .labels {
      let how = session.say("your tokens; a | parts queries from keys", "自己的词元；用 | 分开查询与键")
      return session.fitting([(label, how + "   " + keep), (label, how), ("", how)])
    }
    if !field.row.isNumeric, !field.matches.isEmpty { return choiceMessage(field, label, keep, session) }
    if let refusal = field.refusal(in: recipe, session) { return Line(refusal, .bad) }
    return session.fitting([(label, field.rangeText(session) + "   " + keep), ("", keep)])
  }

  private func choiceMessage(_ field: ParameterField, _ label: String, _ keep: String, _ session: Session) -> Line {
    let forms = field.matches.map(\.form)
    // Where the numbers that parts take have no room, they are asked for once the part is named.
    // Of more names than a line holds as many as fit: a letter or two narrow them down.
    let all = field.matches.map(\.name)
    func first(_ count: Int) -> [String] { count == all.count ? all : all.prefix(count) + ["+\(all.count - count)"] }
    var count = all.count
    while count > 1, !session.holds(first(count).joined(separator: " ")) { count -= 1 }
    let names = first(count)
    let lists = [(label + "   ", forms, "  ", "   " + keep), (label + "   ", forms, "  ", ""), ("", names, " ", "")]
    let (start, list, gap, rest) = lists.first { session.holds($0 + $1.joined(separator: $2) + $3) } ?? lists[2]
    var spans = [Span(start)]
    for (index, name) in list.enumerated() {
      spans += [Span(index == 0 ? "" : gap), Span(name, index == 0 && !field.text.isEmpty ? .strong : .quiet)]
    }
    return Line(spans + (rest.isEmpty ? [] : [Span(rest, .quiet)]))
  }

  /// How far the awaited run is, once it takes long enough to be asked.
  private func progressMessage(_ session: Session) -> Line {
    let shape = recipe.shape
    let tokens = "\(Figures.count(shape.queries)) × \(Figures.count(shape.keys))"
    let size = shape.heads == 1 ? tokens : session.say("\(shape.heads) heads × ", "\(shape.heads) 个头 × ") + tokens
    let done = Int((share ?? 0) * 100)
    let bar = String(repeating: "━", count: done / 10) + String(repeating: "─", count: 10 - done / 10)
    let rest = "\(bar)  \(done)%   " + session.say("Esc stops", "Esc 停止")
    return session.fitting([(size, rest), ("", rest)])
  }
}
