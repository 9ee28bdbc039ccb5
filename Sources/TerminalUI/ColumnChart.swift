/// Columns of a chart, each from 0 up.
public struct ColumnChart: Hashable, Sendable {
  public var values: [Double]
  /// What a full column stands for.
  public var top: Double
  public var columnWidth: Int
  public var gap: Int
  /// The column that stands out: today.
  public var accented: Int?

  public init(values: [Double], top: Double, columnWidth: Int = 1, gap: Int = 0, accented: Int? = nil) {
    (self.values, self.top, self.columnWidth) = (values, top, columnWidth)
    (self.gap, self.accented) = (gap, accented)
  }
}

extension Canvas {
  /// Draws a chart that fills a rectangle's height; what does not fit its width is left out at the right.
  public mutating func draw(_ chart: ColumnChart, in rect: Rect) {
    let steps = look.glyphs.columns
    for (index, value) in chart.values.enumerated() {
      let column = rect.column + index * (chart.columnWidth + chart.gap)
      guard column + chart.columnWidth <= rect.endColumn, chart.top > 0 else { return }
      var level = Int((min(1, max(0, value / chart.top)) * Double(rect.rows * steps.count)).rounded())
      if value > 0, level == 0 { level = 1 }
      for rise in 0..<rect.rows {
        let height = level - rise * steps.count
        guard height > 0 else { break }
        let glyph = steps[min(height, steps.count) - 1]
        write(
          String(repeating: glyph, count: chart.columnWidth), column: column, row: rect.endRow - 1 - rise,
          style: Style(index == chart.accented ? .accent : .data))
      }
    }
  }
}
