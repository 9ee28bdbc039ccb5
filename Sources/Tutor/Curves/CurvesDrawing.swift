import Attention
import Foundation
import TerminalUI

/// Draws a curve: the list of curves, the chart, and what is read off at the cursor.
struct CurvesDrawing {
  let kind: CurveKind
  let figures: CurveFigures
  let recipe: Recipe
  let session: Session
  private var words: CurveWords { CurveWords(figures, recipe, session) }

  func draw(on canvas: inout Canvas, in body: Rect) {
    drawTabs(on: &canvas, in: body)
    let legend = legend(columns: body.columns)
    let air = body.rows >= 16 ? 1 : 0
    let foot = body.endRow - legend.count
    let chart = Rect(
      column: body.column, row: body.row + 1 + air, columns: body.columns, rows: foot - air - body.row - 1 - air)
    drawCharts(on: &canvas, in: chart)
    for (offset, lines) in legend.enumerated() { draw(lines, on: &canvas, column: body.column, row: foot + offset) }
  }

  private func drawTabs(on canvas: inout Canvas, in body: Rect) {
    var column = body.column
    for each in CurveKind.allCases {
      let start = column
      let isNarrow = body.columns < 56
      let name = isNarrow && each != kind ? "" : " " + session.say(each.label)
      column = canvas.write(
        [Span("\(each.rawValue + 1)", .accent), Span(name, each == kind ? .strong : .quiet)], column: column,
        row: body.row, limit: body.endColumn)
      canvas.mark(
        Rect(column: start, row: body.row, columns: column - start, rows: 1), as: .row(pane: 0, index: each.rawValue))
      column += isNarrow ? 2 : 3
    }
  }

  private func drawCharts(on canvas: inout Canvas, in area: Rect) {
    let isPair = kind == .cost && area.columns >= 66
    let title = area.rows >= 9
    guard isPair else {
      return draw(chart(figures.values), title ? session.say(kind.title) : "", on: &canvas, in: area)
    }
    let half = (area.columns - 3) / 2
    let left = Rect(column: area.column, row: area.row, columns: half, rows: area.rows)
    let right = Rect(column: area.endColumn - half, row: area.row, columns: half, rows: area.rows)
    draw(chart(figures.values), title ? session.say(kind.title) : "", on: &canvas, in: left, units: false)
    draw(
      chart(figures.operations), title ? session.say("FLOPs, by the book", "FLOP，按公式") : "", on: &canvas, in: right)
  }

  private func draw(
    _ chart: CurveChart?, _ title: String, on canvas: inout Canvas, in area: Rect, units showsUnits: Bool = true
  ) {
    if !title.isEmpty {
      let end = canvas.write(title, column: area.column, row: area.row, style: Style(.strong), limit: area.endColumn)
      let units = session.say(kind.units)
      if showsUnits, end + 2 + units.cellWidth <= area.endColumn {
        canvas.write(units, endColumn: area.endColumn, row: area.row, style: Style(.quiet))
      }
    }
    if let chart { canvas.draw(chart, in: area.inset(top: title.isEmpty ? 0 : 1)) }
  }

  /// The chart of some lines; nil while nothing is known of any.
  private func chart(_ values: [[Double?]]) -> CurveChart? {
    let known = values.joined().compactMap { $0 }.filter { $0.isFinite && ($0 > 0 || kind == .entropy) }
    guard let lowest = known.min(), let highest = known.max() else { return nil }
    let axis = CurveAxis(kind, isOperations: kind == .cost && values == figures.operations)
    let range = axis.range(lowest, max(highest, figures.limit ?? highest))
    let curves = values.indices.map { CurveChart.Curve(name: words.name($0), values: values[$0]) }
    let places = figures.plan.places.indices.map { index in
      kind == .entropy && !index.isMultiple(of: 4) && index != figures.cursor ? "" : words.place(index)
    }
    return CurveChart(
      curves: curves, places: places, range: range, isLogarithmic: kind != .entropy, ticks: axis.ticks(range),
      cursor: figures.cursor)
  }

  /// What is read off, each line's figures beside its mark; several to a row where they fit.
  private func legend(columns: Int) -> [[(line: Int, text: String)]] {
    var rows: [[(line: Int, text: String)]] = []
    var width = 0
    for (line, text) in words.readings.enumerated() {
      let needed = text.cellWidth + 2
      if !rows.isEmpty, kind == .cache || kind == .deviation, width + 4 + needed <= columns {
        rows[rows.count - 1].append((line, text))
        width += 4 + needed
      } else {
        rows.append([(line, text)])
        width = needed
      }
    }
    return rows
  }

  private func draw(_ entries: [(line: Int, text: String)], on canvas: inout Canvas, column: Int, row: Int) {
    var column = column
    for (line, text) in entries {
      let mark = String(canvas.look.curveMark(line))
      canvas.write(mark, column: column, row: row, style: Style(canvas.look.curveInk(line), bold: true))
      column = canvas.write([Span(text)], column: column + 2, row: row) + 4
    }
  }
}

/// The numbers at the left of a chart.
private struct CurveAxis {
  let kind: CurveKind
  let isOperations: Bool

  init(_ kind: CurveKind, isOperations: Bool) { (self.kind, self.isOperations) = (kind, isOperations) }

  /// The factor between two numbers of a logarithmic axis.
  private var base: Double {
    switch kind {
    case .entropy: 1
    case .deviation: 2
    case .cost: 10
    case .cache: 8
    }
  }

  /// What the rows reach over: whole steps of the numbers, where the lines fill them.
  func range(_ lowest: Double, _ highest: Double) -> ClosedRange<Double> {
    guard kind != .entropy else { return 0...max(highest, 0.1) }
    func power(_ value: Double, _ rounding: FloatingPointRoundingRule) -> Double {
      pow(base, (log(value) / log(base) + (rounding == .up ? -1e-9 : 1e-9)).rounded(rounding))
    }
    // Half a step more would leave room empty.
    let isTight = kind == .cache || kind == .deviation
    let (low, high) = isTight ? (lowest, highest) : (power(lowest, .down), power(highest, .up))
    return low...max(high, low * 2)
  }

  func ticks(_ range: ClosedRange<Double>) -> [(value: Double, label: String)] {
    if kind == .entropy {
      let step = [0.1, 0.2, 0.5, 1, 2, 5].first { range.upperBound / $0 <= 5 } ?? 10
      return stride(from: 0, through: range.upperBound, by: step).map { ($0, Figures.plain($0)) }
    }
    let first = (log(range.lowerBound) / log(base) - 1e-9).rounded(.up)
    let last = (log(range.upperBound) / log(base) + 1e-9).rounded(.down)
    return stride(from: first, through: last, by: 1).map { power in
      let value = pow(base, power)
      return (value, label(value))
    }
  }

  private func label(_ value: Double) -> String {
    switch kind {
    case .entropy, .deviation: Figures.plain(value)
    case .cost: isOperations ? operations(value) : time(value)
    case .cache: Figures.bytes(Int(value.rounded()))
    }
  }

  /// A power of ten of seconds: `10 µs`.
  private func time(_ seconds: Double) -> String {
    let units: [(Double, String)] = [(1, "s"), (1e-3, "ms"), (1e-6, "µs")]
    let (size, unit) = units.first { seconds >= $0.0 * 0.999 } ?? (1e-9, "ns")
    return "\(Figures.count(Int((seconds / size).rounded()))) \(unit)"
  }

  private func operations(_ count: Double) -> String {
    let units: [(Double, String)] = [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")]
    guard let (size, unit) = units.first(where: { count >= $0.0 * 0.999 }) else { return Figures.plain(count) }
    return "\(Figures.count(Int((count / size).rounded()))) \(unit)"
  }
}
