import Attention
import Foundation
import TerminalUI

/// The playground's experiment step by step: online softmax, decoding with a cache, or a recurrent state.
struct StepScreen: Screen {
  let recipe: Recipe
  let head: Int
  /// The row that is looked at, where a step is not itself a row.
  var query: Int
  private(set) var kind: StepThrough
  /// Steps taken, less one: the first step is shown from the start.
  var at = 0
  /// Keys in a tile of online softmax.
  private(set) var tile: Int
  private(set) var steps: Steps?
  private var runs: [Run]
  private(set) var failure: InputError?
  private(set) var awaitedSince: Date?
  private var share: Double?

  /// What has been worked out.
  enum Steps: Sendable {
    case online(OnlineSoftmaxSteps)
    case decoding(DecodingSteps, largestGap: Double?)
    case recurrent(RecurrentSteps, [Int: RecurrentSteps.Reading])

    var count: Int {
      switch self {
      case .online(let steps): steps.tiles.count
      case .decoding(let steps, _): steps.count
      case .recurrent(let steps, _): steps.count
      }
    }

    /// Whether another row can be looked at without another step.
    var hasRows: Bool {
      switch self {
      case .online: true
      case .decoding: false
      case .recurrent(let steps, _): !steps.isCausal
      }
    }
  }

  /// - Parameters:
  ///   - run: A run of the recipe that is at hand already.
  ///   - head: The query head, from 0.
  ///   - query: The row that is looked at first.
  /// - Throws: Why none of the computations goes with the recipe.
  init(_ recipe: Recipe, _ run: Run?, head: Int, query: Int) throws(RecipeError) {
    (self.recipe, self.head, kind) = (recipe, head, StepThrough(recipe))
    self.query = min(query, recipe.shape.queries - 1)
    _ = try kind.base(of: recipe)
    runs = run.map { [$0] } ?? []
    tile = Self.usualTile(recipe.shape.keys)
  }

  /// The power of two that makes four tiles, or the fewest above.
  private static func usualTile(_ keys: Int) -> Int {
    var tile = 1
    while tile * 4 < keys { tile *= 2 }
    return tile
  }

  func crumbs(_ session: Session) -> [String] { [session.say(kind.label)] }
  var escape: Gloss { awaitedSince == nil ? Gloss(en: "back", zh: "返回") : Gloss(en: "stop", zh: "停止") }
  var showsClock: Bool { awaitedSince != nil }

  func status(_ session: Session) -> [Span] {
    let row = Span(session.say("row q \(row)", "行 q \(row)"), .quiet)
    return recipe.shape.heads == 1
      ? [row] : [row, Span(session.say("   head \(head + 1)", "   头 \(head + 1)"), .quiet)]
  }

  /// The row of the query at hand.
  private var row: Int { steps?.hasRows == false ? at : query }

  mutating func appear(_ session: Session) -> [Effect] { steps == nil && failure == nil ? prepare(session) : [] }
  mutating func disappear(_ session: Session) -> [Effect] { awaitedSince == nil ? [] : [.cancel(.stepThrough)] }

  /// Works the steps out, or asks for the run that they are read from.
  mutating func prepare(_ session: Session) -> [Effect] {
    let base: Recipe
    do { base = try kind.base(of: recipe) } catch {
      failure = .recipe(error)
      return []
    }
    guard let run = runs.first(where: { $0.recipe == base }) else {
      (steps, awaitedSince, share) = (nil, session.now, nil)
      return [.compute(base, ticket: .stepThrough)]
    }
    switch kind {
    case .online:
      let rescales = (try? kind.recipe(from: recipe)).map { $0.isDefault("fault") } ?? true
      steps = .online(OnlineSoftmaxSteps(run, head: head, query: query, tile: tile, rescales: rescales))
    case .decoding: steps = .decoding(DecodingSteps(run, head: head), largestGap: nil)
    case .recurrent: steps = .recurrent(RecurrentSteps(run, head: head), [:])
    }
    go(to: min(at, (steps?.count ?? 1) - 1))
    return []
  }

  mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect] {
    switch outcome {
    case .computed(let base, ticket: .stepThrough, let result, _) where awaitedSince != nil:
      guard base == (try? kind.base(of: recipe)) else { return [] }
      (awaitedSince, share) = (nil, nil)
      switch result {
      case .success(let run):
        runs.append(run)
        return prepare(session)
      case .failure(let error): failure = error
      }
    case .computing(_, ticket: .stepThrough, let share): self.share = share
    default: break
    }
    return []
  }

  /// Goes to a step, from 0.
  mutating func go(to step: Int) {
    guard let steps else { return }
    at = min(steps.count - 1, max(0, step))
    switch steps {
    case .online: break
    case .decoding(let decoding, let gap):
      let isAffordable = decoding.count * recipe.shape.keys * recipe.shape.dim <= 50_000_000
      let isLast = at == decoding.count - 1
      self.steps = .decoding(decoding, largestGap: isLast && isAffordable ? gap ?? decoding.largestGap() : gap)
    case .recurrent(var recurrent, var readings):
      // Copied while it is changed otherwise.
      self.steps = nil
      recurrent.go(to: at + 1)
      readings[at] = recurrent.reading(query: recurrent.isCausal ? at : query)
      self.steps = .recurrent(recurrent, readings)
    }
  }

  /// Looks at another row, at the same step; where a step is a row, goes to it.
  mutating func move(by rows: Int, _ session: Session) -> [Effect] {
    guard let steps else { return [] }
    guard steps.hasRows else {
      go(to: at + rows)
      return []
    }
    query = min(recipe.shape.queries - 1, max(0, query + rows))
    return prepare(session)
  }

  /// Makes the tiles twice or half as large.
  mutating func resizeTiles(larger: Bool, _ session: Session) -> [Effect] {
    let keys = recipe.shape.keys
    let wanted = larger ? tile * 2 : tile / 2
    let isTooMany = wanted < 1 || (keys + max(1, wanted) - 1) / max(1, wanted) > 512
    guard !isTooMany, wanted < keys * 2 else {
      let text =
        larger
        ? session.say("One tile holds the whole row.", "一块已容纳整行。")
        : session.say("Tiles get no smaller here.", "块不能再小了。")
      return [.say(Notice(text))]
    }
    (tile, at) = (wanted, 0)
    return prepare(session)
  }

  /// Shows another of the computations; says why those between cannot be shown.
  mutating func showNext(by steps: Int, _ session: Session) -> [Effect] {
    let all = StepThrough.allCases
    var place = all.firstIndex(of: kind) ?? 0
    var refusals: [String] = []
    for _ in 1..<all.count {
      place = (place + steps + all.count) % all.count
      do {
        _ = try all[place].base(of: recipe)
        (kind, at, failure, self.steps) = (all[place], 0, nil, nil)
        let effects = (awaitedSince == nil ? [] : [Effect.cancel(.stepThrough)]) + prepare(session)
        return effects + (refusals.isEmpty ? [] : [.say(Notice(refusals[0]))])
      } catch {
        refusals.append(session.say(all[place].label) + session.say(": ", "：") + error.wording(session))
      }
    }
    return [.say(Notice(refusals[0]))]
  }

  /// Goes back to the first step, and computes what was stopped.
  mutating func restart(_ session: Session) -> [Effect] {
    guard steps == nil else {
      go(to: 0)
      return []
    }
    failure = nil
    return awaitedSince == nil ? prepare(session) : []
  }

  /// Gives up the run that is awaited.
  mutating func stop(_ session: Session) -> [Effect] {
    awaitedSince = nil
    failure = .stopped
    return [.cancel(.stepThrough)]
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(pane: 0, let index)): go(to: index)
    case .wheel(_, let rows): go(to: at + rows)
    default: break
    }
    return []
  }

  /// The present step as it is drawn; nil while there is none.
  func page(_ session: Session) -> (any StepPage)? {
    switch steps {
    case .online(let steps): OnlinePage(steps: steps, current: at, session: session)
    case .decoding(let steps, let gap): DecodingPage(steps, recipe, at: at, largestGap: gap, session)
    case .recurrent(let steps, let readings):
      RecurrentPage(steps, recipe, query: row, readings: readings, session)
    case nil: nil
    }
  }

  func message(_ session: Session) -> Line? {
    if failure == .stopped { return Line(session.say("Stopped.   r computes again", "已停止。   r 重新计算"), .quiet) }
    if let failure { return Line(failure.wording(recipe, session), .bad) }
    if awaitedSince != nil {
      let done = share.map { "  \(Int($0 * 100))%" } ?? ""
      return Line(session.say("Computing\(done)   Esc stops", "正在计算\(done)   Esc 停止"), .quiet)
    }
    return page(session).map { Line($0.message, .quiet) }
  }

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    if let page = page(session) { StepDrawing(page: page).draw(on: &canvas, in: body) }
  }
}

extension StepThrough {
  var label: Gloss {
    switch self {
    case .online: Gloss(en: "Online softmax", zh: "在线 softmax")
    case .decoding: Gloss(en: "Decoding", zh: "逐词元解码")
    case .recurrent: Gloss(en: "Linear attention", zh: "线性注意力")
    }
  }
}
