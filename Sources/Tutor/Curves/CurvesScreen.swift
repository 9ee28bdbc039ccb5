import Attention
import Foundation
import TerminalUI

/// Curves of the playground's experiment, measured while one looks at them.
struct CurvesScreen: Screen {
  let recipe: Recipe
  private(set) var kind = CurveKind.entropy
  private(set) var measured: [CurveKind: CurveFigures] = [:]
  /// What is being measured.
  private var awaited: Recipe?
  private var isStopped = false
  /// Why the last run could not be made.
  private var failure: InputError?

  init(_ recipe: Recipe) { self.recipe = recipe }

  func crumbs(_ session: Session) -> [String] { [session.say("Curves", "曲线")] }
  var isMeasuring: Bool { awaited != nil }
  var escape: Gloss { isMeasuring ? Gloss(en: "stop", zh: "停止") : Gloss(en: "back", zh: "返回") }

  func status(_ session: Session) -> [Span] {
    let shape = recipe.shape
    let size = "\(Figures.count(shape.queries)) × \(Figures.count(shape.keys)), d \(Figures.count(shape.dim))"
    let heads = shape.heads == 1 ? "" : session.say("\(shape.heads) heads, ", "\(shape.heads) 个头，")
    return [Span(session.size.columns < 60 ? "" : heads + size, .quiet)]
  }

  /// The curve that is looked at.
  var figures: CurveFigures { measured[kind] ?? CurveFigures(kind, recipe) }

  mutating func appear(_ session: Session) -> [Effect] { measured[kind] == nil ? measure() : [] }
  mutating func disappear(_ session: Session) -> [Effect] { isMeasuring ? [.cancel(.curves)] : [] }

  /// Asks for the next run of the present curve, if one is missing.
  mutating func measure() -> [Effect] {
    let figures = figures
    measured[kind] = figures
    isStopped = false
    awaited = figures.next?.recipe
    return awaited.map { [.compute($0, ticket: .curves)] } ?? []
  }

  mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect] {
    guard case .computed(let recipe, ticket: .curves, let result, let seconds) = outcome, recipe == awaited else {
      return []
    }
    let run = try? result.get()
    if case .failure(let error) = result { failure = error }
    measured[kind]?.take(run, seconds: seconds)
    return measure()
  }

  /// Looks at another curve, and measures it where that is not done.
  mutating func show(_ other: CurveKind) -> [Effect] {
    guard other != kind else { return [] }
    let effects = isMeasuring ? [Effect.cancel(.curves)] : []
    (kind, failure) = (other, nil)
    return effects + measure()
  }

  mutating func stop() -> [Effect] {
    (awaited, isStopped) = (nil, true)
    return [.cancel(.curves)]
  }

  /// Measures the present curve anew.
  mutating func again() -> [Effect] {
    let cursor = figures.cursor
    var anew = CurveFigures(kind, recipe)
    anew.cursor = cursor
    measured[kind] = isStopped ? figures : anew
    failure = nil
    return (isMeasuring ? [.cancel(.curves)] : []) + measure()
  }

  mutating func move(by places: Int) {
    var figures = figures
    figures.cursor = min(figures.plan.places.count - 1, max(0, figures.cursor + max(-100, min(100, places))))
    measured[kind] = figures
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(pane: 0, let index)): return CurveKind(rawValue: index).map { show($0) } ?? []
    case .wheel(_, let rows): move(by: rows)
    default: break
    }
    return []
  }

  func message(_ session: Session) -> Line? {
    if isMeasuring {
      let done = Int(figures.share * 100)
      let bar = String(repeating: "━", count: done / 10) + String(repeating: "─", count: 10 - done / 10)
      return Line(
        session.say("Measuring  \(bar)  \(done)%   Esc stops", "正在测量  \(bar)  \(done)%   Esc 停止"), .quiet)
    }
    if isStopped { return Line(session.say("Stopped.   r goes on", "已停止。   r 继续"), .quiet) }
    if let failure { return Line(failure.wording(recipe, session), .bad) }
    return Line(CurveWords(figures, recipe, session).sentence, .quiet)
  }

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    CurvesDrawing(kind: kind, figures: figures, recipe: recipe, session: session).draw(on: &canvas, in: body)
  }
}
