import Foundation

/// The range a picture of numbers is drawn in, and whether values beyond its end are cut off.
public struct HeatmapRange: Hashable, Sendable {
  public let range: ClosedRange<Float>
  /// Some value lies above the end: the colour bar then ends in `+`.
  public let isCut: Bool

  /// From 0, or from the same magnitude below it, to the median of the rows' peaks, rounded down to 1, 2, 3, 4, 5, 6 or
  /// 8 × 10ⁿ; of a few rows to the largest peak, rounded up.
  ///
  /// Row 0 of a causal matrix is 1 and would darken everything else; among a few rows it does not, and half of their cells
  /// would lie above the median. Rows of which nothing is kept do not count.
  ///
  /// - Parameter pool: How many matrix rows share a drawn one. Where many do, a drawn cell is the peak of many, and the
  ///   median is rounded up.
  public init(_ rows: RowPeaks, isSigned: Bool = false, pool: Int = 1) {
    self.init([rows], isSigned: isSigned, pool: pool)
  }

  /// The range that several pictures share; of none it ends at 1.
  ///
  /// - Parameter isWide: Whether the median is rounded up in any case: few cells lie beyond the end then.
  public init(_ pictures: [RowPeaks], isSigned: Bool = false, isWide: Bool = false, pool: Int = 1) {
    let peaks = pictures.flatMap { $0.pooled(pool) }.filter { $0 > 0 }.sorted()
    let isSmall = pictures.allSatisfy { $0.rows <= Self.fewRows }
    let end =
      peaks.isEmpty
      ? 1
      : isSmall
        ? Self.rounded(peaks[peaks.count - 1], .up)
        : Self.rounded(peaks[peaks.count / 2], isWide || pool > 2 ? .up : .down)
    range = (isSigned ? -end : 0)...end
    isCut = (peaks.last ?? 0) > end * (1 + 1e-6)
  }

  /// A picture of which every row has a range of its own, from 0 to its peak.
  public init(ofEachRow isSigned: Bool) { (range, isCut) = ((isSigned ? -1 : 0)...1, false) }

  /// Rows of a matrix that all find room in its range.
  private static let fewRows = 8

  /// For weights of one matrix.
  public init(weights values: [Float], columns: Int) { self.init(RowPeaks(values, columns: columns)) }

  /// For a few signed values: symmetric around 0, to the largest magnitude rounded up.
  public init(signed values: [Float]) {
    let top = values.lazy.filter(\.isFinite).map(abs).max() ?? 0
    let end = top > 0 ? Self.rounded(top, .up) : 1
    range = -end...end
    isCut = false
  }

  /// The next of 1, 2, 3, 4, 5, 6, 8 × 10ⁿ at or below (above) a positive value.
  static func rounded(_ value: Float, _ direction: FloatingPointRoundingRule) -> Float {
    let power = floor(log10(Double(value)))
    let unit = pow(10, power)
    let mantissa = Double(value) / unit
    let steps = [1.0, 2, 3, 4, 5, 6, 8, 10]
    let step =
      direction == .down
      ? steps.last { $0 <= mantissa * (1 + 1e-6) } ?? 1 : steps.first { $0 >= mantissa * (1 - 1e-6) } ?? 10
    return Float(step * unit)
  }
}

extension Canvas {
  /// Draws the key of a picture: its lower end, the colours, its upper end.
  ///
  /// - Parameter end: What stands for the upper end where it is no number.
  public mutating func colourBar(
    _ map: ColourMap, _ range: HeatmapRange, column: Int, row: Int, columns: Int, end: String? = nil
  ) {
    let lowest = map.value(at: 0, in: range.range)
    let low = (map.isLogarithmic && lowest > 0 ? "<" : "") + HeatmapRange.label(lowest, look: look)
    let high = end ?? HeatmapRange.label(range.range.upperBound, look: look) + (range.isCut ? "+" : "")
    let start = write(low + " ", column: column, row: row, style: Style(.quiet))
    let end = column + columns - high.cellWidth - 1
    for place in start..<max(start, end) {
      let share = Float(place - start) / Float(max(1, end - start - 1))
      let value = map.value(at: share, in: range.range)
      if look.colours != .many || look.isASCII {
        let style = map.glyphStyle(of: value, in: range.range, look: look)
        write(String(map.glyph(of: value, in: range.range)), column: place, row: row, style: style)
      } else {
        let colour = map.colour(of: value, in: range.range, on: look.background)
        write("▄", column: place, row: row, style: Style(.colour(colour)))
      }
    }
    write(high, endColumn: column + columns, row: row, style: Style(.quiet))
  }
}

extension HeatmapRange {
  /// The end of a range, as short as it can be written.
  public static func label(_ value: Float, look: Look) -> String {
    let magnitude = Double(abs(value))
    let sign = value < 0 ? String(look.glyphs.minus) : ""
    guard magnitude > 0 else { return "0" }
    let power = Int(floor(log10(magnitude) + 1e-9))
    if power >= 5 || power < -4 { return "\(sign)\(Int((magnitude / pow(10, Double(power))).rounded()))e\(power)" }
    return sign + String(format: "%.\(magnitude < 1 ? max(2, -power) : 0)f", magnitude)
  }
}
