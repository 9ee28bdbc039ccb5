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
  /// What the stage changes, while that is what is seen.
  var change: StageChange?
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
  /// The run that others are compared with.
  var pinned: RunPicture?
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
    view.options.colours = ColourMap.sequential.first { $0.name == session.settings.colours } ?? .viridis
    changes = RecipeChanges(experiment ?? Self.lastExperiment(session), view.options)
    note = notice
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
    // The time of one head says nothing about the work of all.
    let isShort = session.size.columns < 60 || picture.pooled != nil
    let pin = pinned == nil ? [] : [Span(session.say("A pinned   ", "已固定 A   "), .quiet)]
    return pin + [Span(isShort ? time : "\(Figures.work(picture.cost.flops))   \(time)", .quiet)]
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
      take(result.map { RunPicture(recipe: computed, run: $0, seconds: seconds) }, session)
    case .pooled(let computed, let head, ticket: .playground, let result, let seconds)
    where computed == recipe && head == view.head(in: recipe.shape):
      let picture = Result { () throws(InputError) in try RunPicture(try result.get(), seconds: seconds) }
      take(picture, session)
    case .computing(let computed, ticket: .playground, let share) where computed == recipe: self.share = share
    default: break
    }
    return []
  }

  private mutating func take(_ result: Result<RunPicture, InputError>, _ session: Session) {
    (awaitedSince, share) = (nil, nil)
    switch result {
    case .failure(let error): failure = error
    case .success(let computed):
      let isFirst = picture == nil
      picture = computed
      failure = nil
      view.show(only: computed.pooled != nil ? .weights : computed.run.keepsWeights ? nil : .output)
      if isFirst, !opensAtCell { selectTellingCell() }
      refresh(session)
    }
  }

  /// Asks for the present recipe's run, where it is not shown already.
  mutating func compute(_ session: Session) -> [Effect] {
    (failure, share, isStopped) = (nil, nil, false)
    let head = view.head(in: recipe.shape)
    guard picture?.shows(recipe, head: head) != true else { return giveUp() }
    awaitedSince = awaitedSince ?? session.now
    return [
      recipe.isSeenPooled
        ? .pool(recipe, head: head, ticket: .playground) : .compute(recipe, ticket: .playground)
    ]
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
    (view.head, view.options) = (picture.head(view), changes.state.options)
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
    view.key = picture.tellingKey(head: picture.head(view))
  }

  /// Works out again what depends on the selected cell.
  mutating func refresh(_ session: Session) {
    let query = picture.map { view.place(in: $0.shape).row }
    picture?.prepare(view.stage, query: query ?? 0)
    refreshChange()
    why = picture.map { CellWhy($0, view) }
    // Another cell may have fewer lines.
    guard let picture, let why, let line = view.whyLine else { return }
    view.whyLine = min(line, why.selectable(picture, session).count - 1)
  }

  public func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    drawPlayground(on: &canvas, in: body, session)
  }
}
