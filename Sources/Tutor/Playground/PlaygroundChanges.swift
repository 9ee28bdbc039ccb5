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
    case .drag(.cell, let columns, let rows): return drag(right: columns, down: rows, session)
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
    case .change: return toggleChange(session)
    case .head: return showHead(by: steps, session)
    case .colours, .scaling, .range, .digits, .labels: return turnOption(row, by: steps, session)
    case .mechanism: return showMechanism(by: steps, session)
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
    if let tooLarge = TooLarge(changed) { return [.say(Notice(tooLarge.wording(session), .bad))] }
    changes.make(changed)
    return compute(session)
  }

  /// Takes a whole recipe, which undo takes back as one change.
  mutating func show(_ recipe: Recipe, _ session: Session) -> [Effect] {
    changes.make(recipe)
    return compute(session)
  }

  mutating func enter(_ session: Session) -> [Effect] {
    guard view.pane == .parameters else { return explain(session) }
    switch view.row {
    case .parameter(let name): field = ParameterField(view.row, old: view.row.parameter?.shown(recipe[name]) ?? "")
    case .head where heads > 1: field = ParameterField(.head, old: String(head + 1), heads: heads)
    case .labels: field = ParameterField(.labels, old: shownOption(.labels, session), text: options.text)
    case .mechanism: return [.push(PaletteScreen(session, scope: .experiments))]
    case .stage, .change, .head, .colours, .scaling, .range, .digits: return step(view.row, by: 1, session)
    }
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
    if typed.row == .labels {
      field = nil
      return label(by: typed.text.text, session)
    }
    guard !typed.value.isEmpty else {
      field = nil
      return []
    }
    if let refusal = typed.refusal(in: recipe, session) { return [.say(Notice(refusal, .bad))] }
    field = nil
    guard case .parameter(let name) = typed.row else {
      view.head = typed.head ?? view.head
      if picture?.pooled != nil { return compute(session) }
      refresh(session)
      return []
    }
    return set(name, to: typed.value, session)
  }

  mutating func leaveField(_ session: Session) -> [Effect] {
    let effects = acceptField(session)
    guard field == nil else { return effects }
    return effects + focus(view.pane.next(by: 1))
  }

  mutating func reseed(_ session: Session) -> [Effect] {
    let effects = set("seed", to: String(recipe.seed &+ 1), session)
    let seed = Figures.count(Int(clamping: recipe.seed))
    return effects + [.say(Notice(session.say("seed \(seed)   u back", "种子 \(seed)   u 撤销")))]
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
  private mutating func show(
    changeFrom left: RecipeChanges.State, hint: String, _ session: Session
  ) -> [Effect] {
    let effects = compute(session)
    view.options = changes.state.options
    guard let parameter = Recipe.parameters.first(where: { left.recipe[$0.name] != recipe[$0.name] }) else {
      let before = PlaygroundRow.view.map { shownOption($0, session) }
      view.options = left.options
      let changed = zip(PlaygroundRow.view, before).first { shownOption($0, session) != $1 }?.0 ?? .labels
      (view.options, view.row) = (changes.state.options, changed)
      let (label, value) = (session.say(changed.label), shownOption(changed, session))
      return effects + [
        .say(Notice(session.say("\(label): \(value) again.   \(hint)", "\(label)变回 \(value)。   \(hint)")))
      ]
    }
    view.row = .parameter(parameter.name)
    let (label, value) = (session.say(parameter.label), parameter.shown(recipe[parameter.name]))
    return effects + [
      .say(Notice(session.say("\(label) is \(value) again.   \(hint)", "\(label)变回 \(value)。   \(hint)")))
    ]
  }

  /// Opens the selected cell's derivation in full.
  mutating func explain(_ session: Session) -> [Effect] {
    guard let picture, let why else {
      return [.say(Notice(session.say("Nothing has been computed yet.", "还没有计算结果。")))]
    }
    if view.pane == .why, let line = view.whyLine, why.selectable(picture, session)[line].part == .run {
      return openNumbers(session)
    }
    guard picture.run.keepsWeights else { return [.say(Notice(session.say(picture.noWeights)))] }
    return [.push(ExplanationScreen(DerivationText(picture, why)))]
  }
}
