import Attention
import TerminalUI

/// An experiment, drawn small: the weights of a head, and what was run and how sharp it looks.
struct ExperimentPicture {
  let run: Run
  let head: Int
  /// Beside the picture of what is asked they would be the answer.
  let showsFacts: Bool

  init(run: Run, head: Int = 0, showsFacts: Bool = true) {
    (self.run, self.head, self.showsFacts) = (run, head, showsFacts)
  }

  private static let factColumns = 22

  /// Draws into a rectangle: the facts beside the picture, or under it where it is high and narrow, or not at all.
  /// - Returns: the rows it took.
  @discardableResult
  func draw(on canvas: inout Canvas, in area: Rect, _ session: Session) -> Int {
    guard area.columns > 0, area.rows > 0 else { return 0 }
    if !showsFacts, run.keepsWeights { return canvas.draw(heatmap(in: area), in: area).size.rows }
    let facts = facts(session)
    guard run.keepsWeights else {
      // Nothing to draw: the facts alone, under one line that says why.
      let line = session.say("This kernel keeps no weights to draw", "该内核不保留权重，无图可画")
      canvas.write(line, column: area.column, row: area.row, style: Style(.quiet), limit: area.endColumn)
      draw(facts, on: &canvas, in: area.inset(top: 2))
      return min(area.rows, 2 + facts.count)
    }
    let isHigh = area.rows >= area.columns / 3 + facts.count + 1
    if area.columns >= 36, !isHigh {
      let room = area.inset(right: Self.factColumns)
      let fit = canvas.draw(heatmap(in: room), in: room)
      draw(facts, on: &canvas, in: area.inset(left: max(fit.size.columns, min(16, room.columns)) + 3))
      return max(fit.size.rows, min(facts.count, area.rows))
    }
    let room = isHigh ? area.inset(bottom: facts.count + 1) : area
    let fit = canvas.draw(heatmap(in: room), in: room)
    guard isHigh else { return fit.size.rows }
    draw(facts, on: &canvas, in: area.inset(top: fit.size.rows + 1))
    return fit.size.rows + 1 + facts.count
  }

  private func draw(_ facts: [Fact], on canvas: inout Canvas, in area: Rect) {
    let width = min(32, area.columns)
    for (offset, fact) in facts.prefix(area.rows).enumerated() {
      let value = canvas.look.shown(fact.value).cut(to: width - 9, ellipsis: canvas.look.glyphs.ellipsis)
      let start = canvas.write(
        value, endColumn: area.column + width, row: area.row + offset, style: Style(fact.ink))
      canvas.write(fact.label, column: area.column, row: area.row + offset, style: Style(.quiet), limit: start)
    }
  }

  /// The weights of one head.
  private func heatmap(in area: Rect) -> Heatmap {
    let values = run.weights.matrix(head)
    let isSigned = values.contains { $0 < 0 }
    let pool = HeatmapFit(rows: run.weights.rows, columns: run.weights.columns, in: area).pool
    let range = HeatmapRange(RowPeaks(values, columns: run.weights.columns), isSigned: isSigned, pool: pool)
    return Heatmap(
      values: values, columns: run.weights.columns, kept: run.keep, map: isSigned ? .signed : .viridis,
      range: range.range)
  }

  private struct Fact {
    let label: String
    let value: String
    var ink = Ink.text
  }

  /// What was run: the parts that differ from the usual, the shape, the sharpness of its rows.
  private func facts(_ session: Session) -> [Fact] {
    let (shape, recipe) = (run.shape, run.recipe)
    let shapes: Set = ["queries", "keys", "dim", "value-dim", "heads", "kv-heads", "seed"]
    var facts = [
      Fact(label: session.say("score", "分数"), value: recipe["score"], ink: recipe.isDefault("score") ? .text : .data)
    ]
    for flag in recipe.flags where !shapes.contains(flag.name) && flag.name != "score" {
      guard let parameter = Recipe.parameters.first(where: { $0.name == flag.name }),
        !facts.contains(where: { $0.label == session.say(parameter.label) })
      else { continue }
      let ink: Ink = flag.name == "fault" ? .bad : .data
      facts.append(Fact(label: session.say(parameter.label), value: recipe[flag.name], ink: ink))
    }
    let heads =
      shape.kvHeads == shape.heads
      ? "\(shape.heads)" : session.say("\(shape.heads), sharing \(shape.kvHeads)", "\(shape.heads)，共用 \(shape.kvHeads)")
    facts += [
      Fact(label: session.say("heads", "头数"), value: heads),
      Fact(
        label: session.say("shape", "形状"),
        value: "\(Figures.count(shape.queries)) × \(Figures.count(shape.keys)), d \(Figures.count(shape.dim))"),
    ]
    if let entropy = run.meanEntropy {
      facts += [Fact(label: session.say("entropy", "熵"), value: Figures.value(entropy))]
    }
    return facts
  }
}
