/// A line through values, left to right, against a value that is wished for.
public struct LineChart: Hashable, Sendable {
  /// Nil where there is no figure: the line goes on from the next.
  public var values: [Double?]
  /// What the lowest and the highest row stand for.
  public var range: ClosedRange<Double>
  /// Drawn as a dashed line.
  public var wish: Double?
  /// The value that stands out.
  public var accented: Int?

  public init(values: [Double?], range: ClosedRange<Double>, wish: Double? = nil, accented: Int? = nil) {
    (self.values, self.range, self.wish, self.accented) = (values, range, wish, accented)
  }

  /// The row of a rectangle of some rows in which a value stands.
  public func row(of value: Double, rows: Int) -> Int { dot(value, dots: rows) }

  /// Counted from the top.
  private func dot(_ value: Double, dots: Int) -> Int {
    let span = range.upperBound - range.lowerBound
    guard span > 0, dots > 1 else { return 0 }
    let share = min(1, max(0, (range.upperBound - value) / span))
    return min(dots - 1, Int(share * Double(dots)))
  }

  /// The dots of the line on a grid: between two neighbouring values a straight line.
  fileprivate func dots(columns: Int, rows: Int) -> Set<Point> {
    var dots: Set<Point> = []
    var last: Point?
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      let next = Point(column: column(index, columns: columns), row: dot(value, dots: rows))
      let from = last ?? next
      let steps = max(abs(next.column - from.column), abs(next.row - from.row), 1)
      for step in 0...steps {
        func between(_ one: Int, _ other: Int) -> Int {
          one + Int((Double((other - one) * step) / Double(steps)).rounded())
        }
        dots.insert(Point(column: between(from.column, next.column), row: between(from.row, next.row)))
      }
      last = next
    }
    return dots
  }

  fileprivate func column(_ index: Int, columns: Int) -> Int {
    values.count > 1 ? index * (columns - 1) / (values.count - 1) : columns - 1
  }
}

extension Canvas {
  /// Draws a chart that fills a rectangle: in braille dots, eight to a cell, or in ASCII with one mark a cell. Dots of a
  /// line that was drawn before stay.
  public mutating func draw(_ chart: LineChart, in rect: Rect, ink: Ink = .data, mark: Character = "*") {
    guard rect.columns > 0, rect.rows > 0 else { return }
    if let wish = chart.wish {
      let row = rect.row + chart.row(of: wish, rows: rect.rows)
      write(String(repeating: "-", count: rect.columns), column: rect.column, row: row, style: Style(.quiet))
    }
    let (wide, tall) = look.isASCII ? (1, 1) : (2, 4)
    let dots = chart.dots(columns: rect.columns * wide, rows: rect.rows * tall)
    let accented = chart.accented.map { chart.column($0, columns: rect.columns * wide) / wide }
    for (place, dots) in Dictionary(grouping: dots, by: { Point(column: $0.column / wide, row: $0.row / tall) }) {
      let (column, row) = (rect.column + place.column, rect.row + place.row)
      let glyph = look.isASCII ? String(mark) : Self.braille(dots, over: self[column, row].glyph)
      write(glyph, column: column, row: row, style: Style(place.column == accented ? .accent : ink))
    }
  }

  /// The braille pattern of the dots of one cell, and of those that it has.
  private static func braille(_ dots: [Point], over glyph: Character) -> String {
    let bits: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
    let old = glyph.unicodeScalars.first.map { (0x2800...0x28FF).contains($0.value) ? $0.value - 0x2800 : 0 } ?? 0
    let pattern = dots.reduce(old) { $0 | bits[$1.column % 2][$1.row % 4] }
    return Unicode.Scalar(0x2800 + pattern).map { String(Character($0)) } ?? " "
  }
}
