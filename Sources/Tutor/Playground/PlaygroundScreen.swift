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
  /// How much of that run is done, 0 to 1, once it takes long enough to be told.
  var share: Double?
  /// Whether the first run was stopped before there was a picture.
  var isStopped = false
  /// Whether the first picture opens at a cell that was asked for.
  var opensAtCell = false
  /// What the experiment's author wants seen.
  let note: String?
  /// Whether the note is shown where it has no place of its own.
  var showsNote = true
  private var recorded: [RunFlag]?

  /// - Parameters:
  ///   - experiment: What to run; by default the last experiment, on the first day one worth looking at.
  ///   - notice: What to look for.
  ///   - place: Where to look first.
  public init(
    _ session: Session, experiment: Recipe? = nil, notice: String? = nil, at place: PlaygroundPlace = PlaygroundPlace()
  ) {
    changes = RecipeChanges(experiment ?? Self.lastExperiment(session))
    note = notice
    view.colours = ColourMap.sequential.first { $0.name == session.settings.colours } ?? .viridis
    go(to: place)
  }

  private static func lastExperiment(_ session: Session) -> Recipe {
    if let recipe = session.lastRecipe { return recipe }
    let first = [("queries", "32"), ("heads", "4"), ("mask", "causal"), ("seed", "7")]
    return (try? Recipe(first.map { Flag(name: $0.0, value: $0.1) })) ?? Recipe()
  }

  var recipe: Recipe { changes.present }
  /// How many heads there are to look at, and which of them is looked at, from 0.
  var heads: Int { picture?.shape.heads ?? recipe.shape.heads }
  var head: Int { min(view.head, heads - 1) }

  public var place: Place? { .playground }
  public var isTyping: Bool { field != nil }
  public var showsClock: Bool { awaitedSince != nil }

  public var escape: Gloss {
    if field != nil { return Gloss(en: "keep the old value", zh: "保留原值") }
    if isWaiting { return Gloss(en: "stop", zh: "停止") }
    return view.isAlone ? Gloss(en: "all panes", zh: "各栏") : Gloss(en: "back", zh: "返回")
  }

  public func crumbs(_ session: Session) -> [String] {
    let fault = recipe["fault"]
    return [session.say("Playground", "演练场")]
      + (recipe.isDefault("fault") ? [] : [session.say("fault \(fault)", "典型错误 \(fault)")])
  }

  public func status(_ session: Session) -> [Span] {
    guard let picture else { return [] }
    let time = Figures.time(picture.seconds)
    return [Span(session.size.columns < 60 ? time : "\(Figures.work(picture.run.flops))   \(time)", .quiet)]
  }

  public func message(_ session: Session) -> Line? { playgroundMessage(session) }

  public mutating func appear(_ session: Session) -> [Effect] {
    // An overlay was closed over a run that goes on, or one that was stopped.
    awaitedSince != nil || isStopped ? [] : compute(session)
  }

  /// Leaves the last experiment in the log, so that it is there the next day.
  public mutating func disappear(_ session: Session) -> [Effect] {
    giveUp() + record(session)
  }

  private mutating func record(_ session: Session) -> [Effect] {
    let flags = recipe.flags.map { RunFlag(name: $0.name, value: $0.value) }
    guard flags != recorded, flags != session.history.lastRun, failure == nil else { return [] }
    recorded = flags
    return [.record([.ran(flags: flags)])]
  }

  public mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect] {
    switch outcome {
    case .computed(let computed, ticket: .playground, let result, let seconds) where computed == recipe:
      take(computed, result, seconds: seconds, session)
    case .computing(let computed, ticket: .playground, let share) where computed == recipe: self.share = share
    default: break
    }
    return []
  }

  private mutating func take(_ computed: Recipe, _ result: Result<Run, InputError>, seconds: Double, _ session: Session)
  {
    (awaitedSince, share) = (nil, nil)
    switch result {
    case .failure(let error): failure = error
    case .success(let run):
      let isFirst = picture == nil
      picture = RunPicture(recipe: computed, run: run, seconds: seconds)
      failure = nil
      if isFirst, !opensAtCell { selectTellingCell() }
      refresh(session)
    }
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
    (failure, share, isStopped) = (nil, nil, false)
    let isRefused = !type(of: recipe.kernel).keepsWeights
    if isRefused { failure = Self.keepsNoWeights(recipe) }
    guard !isRefused, picture?.recipe != recipe else { return giveUp() }
    awaitedSince = awaitedSince ?? session.now
    return [.compute(recipe, ticket: .playground)]
  }

  /// Nothing is awaited any longer.
  private mutating func giveUp() -> [Effect] {
    guard awaitedSince != nil else { return [] }
    (awaitedSince, share) = (nil, nil)
    return [.cancel(.playground)]
  }

  /// Gives the awaited run up and goes back to the recipe of the picture.
  mutating func stop(_ session: Session) -> [Effect] {
    let effects = giveUp()
    guard let picture else {
      isStopped = true
      return effects
    }
    changes.goBack(to: picture.recipe)
    let text = session.say("Stopped: the values are those of the picture.   U redo", "已停止：参数回到图片所示。   U 重做")
    return effects + [.say(Notice(text))]
  }

  /// Whether a run is awaited that takes its time.
  var isWaiting: Bool { awaitedSince != nil && share != nil }

  /// Whether the picture has waited so long for its successor that it should look like it.
  func isStale(_ session: Session) -> Bool {
    guard let awaitedSince else { return failure != nil && picture?.recipe != recipe }
    return session.now.timeIntervalSince(awaitedSince) > 0.1
  }

  private mutating func selectTellingCell() {
    guard let picture else { return }
    view.query = picture.tellingQuery
    view.key = picture.tellingKey(head: view.head(in: picture.shape))
  }

  /// Works out again what depends on the selected cell.
  mutating func refresh(_ session: Session) {
    picture?.prepare(view.stage)
    why = picture.map { CellWhy($0, view) }
    // Another cell may have fewer lines.
    guard let picture, let why, let line = view.whyLine else { return }
    view.whyLine = min(line, why.selectable(picture, session).count - 1)
  }

  public func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    drawPlayground(on: &canvas, in: body, session)
  }
}
