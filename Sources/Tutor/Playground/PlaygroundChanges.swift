import Attention
public import TerminalUI

/// What changes the recipe, and the field in which values are typed.
extension PlaygroundScreen {
  public mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(let target):
      field = nil
      return click(target, session)
    case .wheel(let target, let rows): return field == nil ? wheel(target, by: rows, session) : []
    case .key, .paste:
      field?.update(event)
      return []
    default: return []
    }
  }

  /// What the arrows do to a row.
  mutating func step(_ row: PlaygroundRow, by steps: Int, _ session: Session) -> [Effect] {
    switch row {
    case .stage: return showStage(by: steps, session)
    case .head: return showHead(by: steps)
    case .colours: return showColours(by: steps, session)
    case .parameter(let name):
      guard let parameter = row.parameter else { return [] }
      let value = parameter.step(from: recipe[name], by: steps, in: recipe)
      if value == recipe[name] { return [.say(Notice(endOfRange(parameter, session)))] }
      return set(name, to: value, session)
    }
  }

  private func endOfRange(_ parameter: Parameter, _ session: Session) -> String {
    let label = session.say(parameter.label)
    let range = parameter.rangeText(session)
    return session.say("\(label) goes no further: \(range)", "\(label)已到尽头：\(range)")
  }

  /// Sets a parameter; a value that is refused leaves the old one in force and says why.
  mutating func set(_ name: String, to value: String, _ session: Session) -> [Effect] {
    var changed = recipe
    do {
      try changed.set(name, to: value)
    } catch {
      return [.say(Notice(error.wording(session), .bad))]
    }
    changes.make(changed)
    return compute(session)
  }

  mutating func enter(_ session: Session) -> [Effect] {
    guard view.pane == .parameters else { return explain(session) }
    guard case .parameter(let name) = view.row, let parameter = view.row.parameter else {
      return step(view.row, by: 1, session)
    }
    field = ParameterField(parameter, old: recipe[name])
    return []
  }

  mutating func beginTyping(_ key: Key, _ session: Session) -> [Effect] {
    let effects = enter(session)
    field?.update(.key(key))
    return effects
  }

  /// Takes the typed value; one that is refused stays in the field, to be mended.
  mutating func acceptField(_ session: Session) -> [Effect] {
    guard let typed = field else { return [] }
    let before = recipe
    guard !typed.value.isEmpty else {
      field = nil
      return []
    }
    let effects = set(typed.parameter.name, to: typed.value, session)
    if recipe != before || effects.isEmpty || typed.value == typed.old { field = nil }
    return effects
  }

  mutating func leaveField(_ session: Session) -> [Effect] {
    let effects = acceptField(session)
    guard field == nil else { return effects }
    return effects + focus(view.pane.next(by: 1))
  }

  mutating func reseed(_ session: Session) -> [Effect] {
    let effects = set("seed", to: String(recipe.seed &+ 1), session)
    return effects + [.say(Notice(session.say("seed \(recipe.seed)   u back", "种子 \(recipe.seed)   u 撤销")))]
  }

  mutating func undo(_ session: Session) -> [Effect] {
    guard let left = changes.undo() else {
      return [.say(Notice(session.say("Nothing to undo here.", "这里没有可撤销的改动。")))]
    }
    return show(changeFrom: left, hint: session.say("U redo", "U 重做"), session)
  }

  mutating func redo(_ session: Session) -> [Effect] {
    guard let left = changes.redo() else {
      return [.say(Notice(session.say("Nothing to redo here.", "这里没有可重做的改动。")))]
    }
    return show(changeFrom: left, hint: session.say("u undo", "u 撤销"), session)
  }

  /// After undo and redo: computes, goes to the row that changed, and says to what.
  private mutating func show(changeFrom left: Recipe, hint: String, _ session: Session) -> [Effect] {
    let effects = compute(session)
    guard let parameter = Recipe.parameters.first(where: { left[$0.name] != recipe[$0.name] }) else { return effects }
    view.row = .parameter(parameter.name)
    let (label, value) = (session.say(parameter.label), recipe[parameter.name])
    return effects + [
      .say(Notice(session.say("\(label) is \(value) again.   \(hint)", "\(label)变回 \(value)。   \(hint)")))
    ]
  }

  /// The command that computes the same outside.
  var command: String {
    (["heed", "attend"] + recipe.flags.flatMap { ["--\($0.name)", $0.value] }).joined(separator: " ")
  }

  mutating func copyCommand(_ session: Session) -> [Effect] {
    [.copy(command), .say(Notice(session.say("Copied: \(command)", "已复制：\(command)")))]
  }

  /// Opens the selected cell's derivation in full.
  mutating func explain(_ session: Session) -> [Effect] {
    guard let picture, let why else {
      return [.say(Notice(session.say("Nothing has been computed yet.", "还没有计算结果。")))]
    }
    return [.push(DerivationScreen(picture, why))]
  }
}
