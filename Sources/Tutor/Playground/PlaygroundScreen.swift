public import Attention
import Foundation
import Learning
public import TerminalUI

/// The playground: on the left what one turns, in the middle what comes of it, on the right why.
public struct PlaygroundScreen: Screen {
  var changes: RecipeChanges
  var view = PlaygroundView()
  /// A value being typed into its row.
  var field: ParameterField?
  /// The last run that arrived; older than the recipe while a new one is computed.
  var picture: RunPicture?
  /// How the selected cell came about, worked out once a change.
  var why: CellWhy?
  /// Why the present recipe could not be run.
  var failure: InputError?
  /// Since when the present recipe's run is awaited.
  var awaitedSince: Date?
  /// What the experiment's author wants seen.
  let note: String?
  /// Whether the note is shown where it has no place of its own.
  var showsNote = true
  private var recorded: [RunFlag]?

  /// - Parameters:
  ///   - experiment: What to run; by default the last experiment, on the first day one worth looking at.
  ///   - notice: What to look for.
  public init(_ session: Session, experiment: Recipe? = nil, notice: String? = nil) {
    changes = RecipeChanges(experiment ?? Self.lastExperiment(session))
    note = notice
    view.colours = ColourMap.sequential.first { $0.name == session.settings.colours } ?? .viridis
  }

  private static func lastExperiment(_ session: Session) -> Recipe {
    if let recipe = session.lastRecipe { return recipe }
    let first = [("queries", "32"), ("heads", "4"), ("mask", "causal"), ("seed", "7")]
    return (try? Recipe(first.map { Flag(name: $0.0, value: $0.1) })) ?? Recipe()
  }

  var recipe: Recipe { changes.present }

  public var place: Place? { .playground }
  public var isTyping: Bool { field != nil }
  public var showsClock: Bool { awaitedSince != nil }

  public func crumbs(_ session: Session) -> [String] { [session.say("Playground", "实验")] }

  public func status(_ session: Session) -> [Span] {
    guard let picture else { return [] }
    let time = Figures.time(picture.seconds)
    return [Span(session.size.columns < 60 ? time : "\(Figures.work(picture.run.flops))   \(time)", .quiet)]
  }

  public func message(_ session: Session) -> Line? { playgroundMessage(session) }

  public mutating func appear(_ session: Session) -> [Effect] { compute(session) }

  /// Leaves the last experiment in the log, so that it is there the next day.
  public mutating func disappear(_ session: Session) -> [Effect] {
    let flags = recipe.flags.map { RunFlag(name: $0.name, value: $0.value) }
    guard flags != recorded, flags != session.history.lastRun, failure == nil else { return [] }
    recorded = flags
    return [.record([.ran(flags: flags)])]
  }

  public mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect] {
    guard case .computed(let computed, ticket: .playground, let result, let seconds) = outcome, computed == recipe
    else { return [] }
    awaitedSince = nil
    switch result {
    case .failure(let error): failure = error
    case .success(let run) where !run.keepsWeights: failure = Self.keepsNoWeights(run.recipe)
    case .success(let run):
      let isFirst = picture == nil
      picture = RunPicture(recipe: computed, run: run, seconds: seconds)
      failure = nil
      if isFirst { selectTellingCell() }
      refresh()
    }
    return []
  }

  /// Every pane shows weights, or what they were made of.
  private static func keepsNoWeights(_ recipe: Recipe) -> InputError {
    .recipe(
      .refused(
        name: "kernel", value: recipe["kernel"],
        why: Gloss(
          en: "it keeps no scores and no weights to show; plain does", zh: "不保留分数和权重，无从显示；plain 会保留")))
  }

  /// Asks for the present recipe's run, where it is not shown already.
  mutating func compute(_ session: Session) -> [Effect] {
    failure = nil
    guard picture?.recipe != recipe else {
      awaitedSince = nil
      return []
    }
    awaitedSince = awaitedSince ?? session.now
    return [.compute(recipe, ticket: .playground)]
  }

  /// Whether the picture has waited so long for its successor that it should look like it.
  func isStale(_ session: Session) -> Bool {
    guard let awaitedSince else { return failure != nil && picture?.recipe != recipe }
    return session.now.timeIntervalSince(awaitedSince) > 0.1
  }

  /// A query well into the text, and the key it looks at most.
  private mutating func selectTellingCell() {
    guard let picture else { return }
    view.query = picture.shape.queries * 2 / 3
    view.key = picture.heaviestKey(head: view.head(in: picture.shape), query: view.query)
  }

  /// Works out again what depends on the selected cell.
  mutating func refresh() {
    picture?.prepare(view.stage)
    why = picture.map { CellWhy($0, view) }
  }

  public func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    drawPlayground(on: &canvas, in: body, session)
  }
}
