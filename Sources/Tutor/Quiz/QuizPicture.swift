import Attention
import Learning
import TerminalUI
public import Workbook

/// A run that belongs to a quiz item.
public struct ItemRun: Hashable, Sendable {
  public let item: ItemID
  /// The same without its fault and along the right axis, to set beside it.
  public let isMended: Bool
}

extension QuizScreen {
  /// The run that `x` opens: the item's own, else the question's. A picture's is not told before its answer.
  var experiment: Experiment? { presented.flatMap { $0.item?.kind.experiment ?? $0.question.experiment } }

  /// Whether the item asks what a picture shows.
  var isPicture: Bool { if case .picture = presented?.item?.kind { true } else { false } }

  /// The runs that are drawn with the item as it stands, and their recipes.
  private var shownRuns: [(run: ItemRun, recipe: Recipe)] {
    guard let item = presented?.item, let experiment = item.kind.experiment else { return [] }
    let own = (ItemRun(item: item.id, isMended: false), experiment.recipe)
    if isPicture { return [own] }
    guard isAnswered else { return [] }
    return [own] + (experiment.recipe.mended.map { [(ItemRun(item: item.id, isMended: true), $0)] } ?? [])
  }

  /// Asks for the pictures that the item needs and that are not there yet.
  func wantRuns() -> [Effect] {
    shownRuns.filter { runs[$0.run] == nil }.map { .compute($0.recipe, ticket: .item($0.run)) }
  }

  /// The rows that pictures take among the lines of an item.
  func pictureLines(columns: Int, look: Look, _ session: Session) -> [QuizLine] {
    let shown = shownRuns
    guard !shown.isEmpty else { return [] }
    let area = pictureArea(shown[0].recipe, columns: columns, session)
    var lines = (0..<area.rows).map { QuizLine(line: Line(), picture: $0) }
    if isAnswered, !isPicture, let notice = presented?.item?.kind.experiment?.notice {
      lines += [QuizLine(line: Line())]
      lines += wrap([Span(look.shown(notice), .quiet)], columns: columns).map { QuizLine(line: $0) }
    }
    return lines
  }

  /// As large as the matrix needs, within half of the body.
  private func pictureArea(_ recipe: Recipe, columns: Int, _ session: Session) -> Size {
    let shape = recipe.shape
    let most = Rect(
      column: 0, row: 0, columns: columns, rows: max(4, ScreenLayout(session).body.rows / 2 - 1))
    let fit = HeatmapFit(rows: shape.queries, columns: shape.keys, in: most)
    return Size(columns: fit.size.columns, rows: fit.size.rows + (isPicture ? 0 : 1))
  }

  /// Draws the pictures into rows that the item left for them, of which the first may be out of sight.
  /// - Parameters:
  ///   - first: the first of those rows that is seen, from 0.
  ///   - area: where the seen rows are.
  func drawPictures(from first: Int, on canvas: inout Canvas, in area: Rect, rows: Int, _ session: Session) {
    let shown = shownRuns
    guard !shown.isEmpty else { return }
    var sheet = Canvas(size: Size(columns: area.columns, rows: rows), look: canvas.look)
    let gap = 4
    let columns = (area.columns - gap * (shown.count - 1)) / shown.count
    for (index, entry) in shown.enumerated() {
      guard let run = runs[entry.run] else { continue }
      var place = Rect(column: index * (columns + gap), row: 0, columns: columns, rows: rows)
      if !isPicture {
        let title =
          shown.count == 1
          ? session.say("What was run", "所运行的")
          : index == 0 ? session.say("With the fault", "有错") : session.say("Without it", "无错")
        sheet.write(title, column: place.column, row: 0, style: Style(.quiet), limit: place.endColumn)
        place = place.inset(top: 1)
      }
      ExperimentPicture(run: run, showsFacts: isPicture ? isAnswered : shown.count == 1).draw(
        on: &sheet, in: place, session)
    }
    canvas.copy(sheet, fromRow: first, rows: area.rows, column: area.column, row: area.row)
  }
}

extension Recipe {
  /// The recipe without its fault, normalised over the keys; nothing where it has neither fault nor another axis.
  fileprivate var mended: Recipe? {
    let wrong: Set = ["fault", "axis"]
    let right = flags.filter { !wrong.contains($0.name) }
    return right.count < flags.count ? try? Recipe(right) : nil
  }
}
