public import Attention
public import TerminalUI

/// A pinned run A, what becomes of it with every change since, B, and the difference, side by side.
///
/// B is a playground: what changes a parameter there changes B here, and goes back with it when this screen is left.
public struct CompareScreen: Screen {
  /// What A is a run of.
  private(set) var pinned: Recipe
  /// A; nil until its run has come.
  private(set) var a: RunPicture?
  /// B, and where both are looked at.
  var now: PlaygroundScreen
  /// How the selected cell of A came about.
  private(set) var why: CellWhy?
  private(set) var difference: Difference?
  private(set) var statistics: (a: RunStatistics, b: RunStatistics)?
  /// What the comparison was opened for, where it has a name.
  private(set) var comparison: Comparison?
  /// Which picture a narrow screen shows.
  var shown = Side.difference
  /// Whether A is still wanted by the playground that this screen goes back to.
  var keepsPin = true
  /// Whether the next difference chooses the cell that is looked at.
  private var seeksCell = false
  /// What `difference` and `statistics` were made of.
  private var made: (a: Recipe, b: Recipe)?

  enum Side: Int, CaseIterable, Sendable { case a, b, difference }

  /// Compares what a playground shows, or a run that was pinned before, with what becomes of it.
  init(_ playground: PlaygroundScreen, with pinned: RunPicture, _ session: Session) {
    (self.pinned, a, now) = (pinned.recipe, pinned, playground)
    begin(session)
  }

  /// A comparison that has a name.
  init(_ comparison: Comparison, in playground: PlaygroundScreen, _ session: Session) {
    (pinned, now) = (comparison.a, playground)
    take(comparison)
    begin(session)
  }

  private mutating func begin(_ session: Session) {
    now.pinned = nil
    (now.field, now.view.isAlone, now.view.zoom, now.view.pane) = (nil, false, 0, .parameters)
    refresh(session)
  }

  private mutating func take(_ comparison: Comparison) {
    (self.comparison, pinned, seeksCell) = (comparison, comparison.a, true)
    if a?.recipe != pinned { a = nil }
    now.changes.make(comparison.b)
    (now.view.stage, now.view.head) = (comparison.stage, comparison.head)
    now.view.row = rows.first { differs($0) } ?? now.view.row
  }

  /// Takes a comparison that has a name in the place of this one.
  mutating func show(_ comparison: Comparison, _ session: Session) -> [Effect] {
    take(comparison)
    refresh(session)
    return compute(session)
  }

  public var isTyping: Bool { now.isTyping }
  public var showsClock: Bool { now.showsClock || a == nil }
  public var escape: Gloss { now.escape }

  public func crumbs(_ session: Session) -> [String] { [session.say("Compare", "对比")] }
  /// What A and B have in common.
  public func status(_ session: Session) -> [Span] {
    let (a, b) = (pinned.shape, now.recipe.shape)
    var facts: [String] = []
    if a.queries == b.queries, a.keys == b.keys, session.size.columns >= 60 {
      facts.append("\(Figures.count(a.queries)) × \(Figures.count(a.keys))")
    }
    if a.dim == b.dim { facts.append("d \(Figures.count(a.dim))") }
    if pinned.seed == now.recipe.seed {
      facts.append(session.say("seed ", "种子 ") + Figures.count(Int(clamping: pinned.seed)))
    }
    return [Span(facts.joined(separator: "   "), .quiet)]
  }

  public func message(_ session: Session) -> Line? { compareMessage(session) }

  public mutating func appear(_ session: Session) -> [Effect] {
    (a == nil ? [.compute(pinned, ticket: .comparison)] : []) + now.appear(session)
  }

  public mutating func disappear(_ session: Session) -> [Effect] {
    (a == nil ? [.cancel(.comparison)] : []) + now.disappear(session)
  }

  private mutating func compute(_ session: Session) -> [Effect] {
    (a == nil ? [.compute(pinned, ticket: .comparison)] : [.cancel(.comparison)]) + now.compute(session)
  }

  /// The playground that is gone back to.
  var playground: PlaygroundScreen {
    var left = now
    left.pinned = keepsPin ? a : nil
    return left
  }

  /// Changes B, or where both are looked at.
  mutating func change(_ session: Session, _ body: (inout PlaygroundScreen) -> [Effect]) -> [Effect] {
    let effects = body(&now)
    refresh(session)
    return effects
  }

  public mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(pane: ClickPane.parameters, let index)): return click(part: index, session)
    case .wheel(_, let rows) where now.view.pane == .parameters: return move(by: rows, session)
    default: return change(session) { $0.update(event, session) }
    }
  }

  public mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect] {
    if case .computed(pinned, ticket: .comparison, .success(let run), let seconds) = outcome {
      a = RunPicture(recipe: pinned, run: run, seconds: seconds)
    }
    return change(session) { $0.receive(outcome, session) }
  }

  /// Both runs, once they are there.
  var both: (a: RunPicture, b: RunPicture)? { a.flatMap { a in now.picture.map { (a, $0) } } }

  /// How many heads both have, and which of them is looked at.
  var heads: Int { both.map { min($0.a.shape.heads, $0.b.shape.heads) } ?? 1 }
  var head: Int { min(now.view.head, heads - 1) }

  /// Works out again what depends on the runs, the stage, the head and the cell.
  mutating func refresh(_ session: Session) {
    guard let (a, b) = both else { return }
    // A kernel without weights on either side leaves the output alone to compare.
    now.view.show(only: a.run.keepsWeights && b.run.keepsWeights ? nil : .output)
    // A picture that waits for its successor may have fewer heads than that will have.
    if b.recipe == now.recipe { now.view.head = head }
    let isNew = made.map { $0.a != a.recipe || $0.b != b.recipe } ?? true
    if isNew { statistics = (RunStatistics(a.run), RunStatistics(b.run)) }
    made = (a.recipe, b.recipe)
    let subject = Difference.Subject(stage: now.view.stage, head: head)
    if isNew || difference?.subject != subject { difference = Difference(a, b, subject) }
    if seeksCell, b.recipe == now.recipe { selectStrongest() }
    now.refresh(session)
    self.a?.prepare(now.view.stage, query: now.view.place(in: a.shape).row)
    why = hasCell(a) ? CellWhy(a, now.view) : nil
  }

  private mutating func selectStrongest() {
    guard let difference else { return }
    seeksCell = false
    guard !difference.isRounding else { return }
    let place = difference.strongest
    now.view.query = place.row
    if now.view.stage == .output { now.view.channel = place.column } else { now.view.key = place.column }
  }

  /// The cell that is looked at, of B's shape.
  var place: MatrixPlace? { now.picture.map { now.selectedPlace($0) } }

  /// Whether a run has the cell that is looked at.
  func hasCell(_ picture: RunPicture) -> Bool {
    guard let place else { return false }
    return place.row < picture.shape.queries && place.column < picture.columns(now.view.stage)
  }

  public func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    drawComparison(on: &canvas, in: body, session)
  }
}
