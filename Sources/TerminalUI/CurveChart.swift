import Foundation

/// Lines against a common axis, with numbers at both axes and the lines' names at their ends.
///
/// The places lie evenly spaced: on a logarithmic axis their logarithms do.
public struct CurveChart: Sendable {
  public struct Curve: Sendable {
    public var name: String
    /// One for each place; nil where there is none yet.
    public var values: [Double?]

    public init(name: String, values: [Double?]) { (self.name, self.values) = (name, values) }
  }

  public var curves: [Curve]
  /// What stands below the places, empty where nothing shall.
  public var places: [String]
  /// What the lowest and the highest row stand for.
  public var range: ClosedRange<Double>
  /// Whether the rows are spaced by the logarithm of the values, which must be above 0.
  public var isLogarithmic: Bool
  /// The numbers at the left: values and how they are written.
  public var ticks: [(value: Double, label: String)]
  /// The place that is read off.
  public var cursor: Int?

  public init(
    curves: [Curve], places: [String], range: ClosedRange<Double>, isLogarithmic: Bool = false,
    ticks: [(value: Double, label: String)], cursor: Int? = nil
  ) {
    (self.curves, self.places, self.range) = (curves, places, range)
    (self.isLogarithmic, self.ticks, self.cursor) = (isLogarithmic, ticks, cursor)
  }

  private func scaled(_ value: Double) -> Double { isLogarithmic ? log10(max(value, .leastNormalMagnitude)) : value }

  /// A line as it stands in the chart's rows.
  fileprivate func line(_ curve: Curve) -> LineChart {
    LineChart(
      values: curve.values.map { $0.map(scaled) }, range: scaled(range.lowerBound)...scaled(range.upperBound))
  }

  /// The row in which a value stands, counted from the top.
  fileprivate func row(of value: Double, rows: Int) -> Int {
    LineChart(values: [], range: scaled(range.lowerBound)...scaled(range.upperBound)).row(of: scaled(value), rows: rows)
  }

  fileprivate func column(of place: Int, columns: Int) -> Int {
    places.count > 1 ? place * (columns - 1) / (places.count - 1) : columns - 1
  }
}

extension Look {
  /// How the first lines of a chart are told apart.
  public func curveInk(_ index: Int) -> Ink {
    let inks: [UInt8]
    switch (colours, background) {
    case (.none, _): return .text
    case (.eight, .dark): inks = [6, 3, 2, 5]
    case (.eight, .light): inks = [4, 5, 2, 6]
    case (.many, .dark): inks = [110, 180, 114, 176]
    case (.many, .light): inks = [25, 130, 28, 127]
    }
    return .colour(inks[index % inks.count])
  }

  /// What stands where a line is read off, and in ASCII all along it.
  public func curveMark(_ index: Int) -> Character { isASCII ? ["*", "o", "+", "x"][index % 4] : glyphs.full }
}

extension Canvas {
  /// Draws a chart that fills a rectangle: numbers at the left, places in the last row, names at the right.
  public mutating func draw(_ chart: CurveChart, in rect: Rect) {
    let left = (chart.ticks.map { look.shown($0.label).cellWidth }.max() ?? 0) + 1
    let right = (chart.curves.map { look.shown($0.name).cellWidth }.max() ?? -2) + 2
    let plot = rect.inset(left: left + 1, right: right, bottom: 2)
    guard plot.columns > 1, plot.rows > 1 else { return }
    drawFrame(of: chart, around: plot)
    for (index, curve) in chart.curves.enumerated() {
      draw(chart.line(curve), in: plot, ink: look.curveInk(index), mark: look.curveMark(index))
    }
    if let cursor = chart.cursor {
      let column = plot.column + chart.column(of: cursor, columns: plot.columns)
      for (index, curve) in chart.curves.enumerated() {
        guard cursor < curve.values.count, let value = curve.values[cursor] else { continue }
        let row = plot.row + chart.row(of: value, rows: plot.rows)
        write(String(look.curveMark(index)), column: column, row: row, style: Style(look.curveInk(index), bold: true))
      }
    }
    drawNames(of: chart, beside: plot)
  }

  /// The axes with their numbers, and the line down at the place that is read off.
  private mutating func drawFrame(of chart: CurveChart, around plot: Rect) {
    let glyphs = look.glyphs
    for row in plot.row..<plot.endRow {
      write(String(glyphs.vertical), column: plot.column - 1, row: row, style: Style(.faint))
    }
    write(
      (look.isASCII ? "+" : "└") + String(repeating: glyphs.horizontal, count: plot.columns), column: plot.column - 1,
      row: plot.endRow, style: Style(.faint))
    for tick in chart.ticks {
      let row = plot.row + chart.row(of: tick.value, rows: plot.rows)
      write(tick.label, endColumn: plot.column - 2, row: row, style: Style(.quiet))
    }
    var free = plot.column - 2
    let selected = chart.cursor.map { placed(chart.places[$0], $0, chart, plot) }
    for (index, label) in chart.places.enumerated() where !label.isEmpty && index != chart.cursor {
      let place = placed(label, index, chart, plot)
      let isCovered = selected.map { place.upperBound + 1 > $0.lowerBound && place.lowerBound < $0.upperBound + 1 }
      guard place.lowerBound > free, isCovered != true else { continue }
      write(label, column: place.lowerBound, row: plot.endRow + 1, style: Style(.quiet))
      free = place.upperBound
    }
    guard let cursor = chart.cursor, let selected else { return }
    let column = plot.column + chart.column(of: cursor, columns: plot.columns)
    for row in plot.row..<plot.endRow {
      write(String(glyphs.vertical), column: column, row: row, style: Style(.accent))
    }
    write(chart.places[cursor], column: selected.lowerBound, row: plot.endRow + 1, style: Style(.accent))
  }

  /// The columns of a place's label, centred below it inside the rectangle.
  private func placed(_ label: String, _ index: Int, _ chart: CurveChart, _ plot: Rect) -> Range<Int> {
    let width = look.shown(label).cellWidth
    let centre = plot.column + chart.column(of: index, columns: plot.columns)
    let start = max(plot.column - 1, min(centre - width / 2, plot.endColumn - width))
    return start..<start + width
  }

  /// Names beside the lines' last points, each in a row of its own.
  private mutating func drawNames(of chart: CurveChart, beside plot: Rect) {
    let wanted = chart.curves.enumerated()
      .compactMap { index, curve in curve.values.compactMap { $0 }.last.map { (index: index, value: $0) } }
      .sorted { $0.value > $1.value }
    var free = 0
    for (offset, (index, value)) in wanted.enumerated() {
      // Those still to come need a row each.
      let at = min(max(chart.row(of: value, rows: plot.rows), free), plot.rows - (wanted.count - offset))
      free = at + 1
      guard at >= 0 else { continue }
      write(
        chart.curves[index].name, column: plot.endColumn + 1, row: plot.row + at, style: Style(look.curveInk(index)))
    }
  }
}
