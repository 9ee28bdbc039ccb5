import Foundation

/// The range a picture of numbers is drawn in, and whether values beyond its end are cut off.
public struct HeatmapRange: Hashable, Sendable {
  public let range: ClosedRange<Float>
  /// Some value lies above the end: the colour bar then ends in `+`.
  public let isCut: Bool

  /// From 0, or from the same magnitude below it, to the median of the rows' peaks, rounded down to 1, 2, 3 or 5 × 10ⁿ.
  ///
  /// Row 0 of a causal matrix is 1 and would darken everything else. Rows of which nothing is kept do not count.
  ///
  /// - Parameter pool: How many matrix rows share a drawn one. Where many do, a drawn cell is the peak of many, and the
  ///   median is rounded up.
  public init(_ rows: RowPeaks, isSigned: Bool = false, pool: Int = 1) {
    let peaks = rows.pooled(pool).filter { $0 > 0 }.sorted()
    let end = peaks.isEmpty ? 1 : Self.rounded(peaks[peaks.count / 2], pool <= 2 ? .down : .up)
    range = (isSigned ? -end : 0)...end
    isCut = (peaks.last ?? 0) > end * (1 + 1e-6)
  }

  /// For weights of one matrix.
  public init(weights values: [Float], columns: Int) { self.init(RowPeaks(values, columns: columns)) }

  /// For a few signed values: symmetric around 0, to the largest magnitude rounded up.
  public init(signed values: [Float]) {
    let top = values.lazy.filter(\.isFinite).map(abs).max() ?? 0
    let end = top > 0 ? Self.rounded(top, .up) : 1
    range = -end...end
    isCut = false
  }

  /// The next of 1, 2, 3, 5 × 10ⁿ at or below (above) a positive value.
  static func rounded(_ value: Float, _ direction: FloatingPointRoundingRule) -> Float {
    let power = floor(log10(Double(value)))
    let unit = pow(10, power)
    let mantissa = Double(value) / unit
    let steps = [1.0, 2, 3, 5, 10]
    let step =
      direction == .down
      ? steps.last { $0 <= mantissa * (1 + 1e-6) } ?? 1 : steps.first { $0 >= mantissa * (1 - 1e-6) } ?? 10
    return Float(step * unit)
  }
}

extension Canvas {
  /// Draws the key of a picture: its lower end, the colours, its upper end.
  public mutating func colourBar(
    _ map: ColourMap, _ range: HeatmapRange, column: Int, row: Int, columns: Int
  ) {
    let low = range.range.lowerBound == 0 ? "0" : HeatmapRange.label(range.range.lowerBound, look: look)
    let high = HeatmapRange.label(range.range.upperBound, look: look) + (range.isCut ? "+" : "")
    let start = write(low + " ", column: column, row: row, style: Style(.quiet))
    let end = column + columns - high.cellWidth - 1
    for place in start..<max(start, end) {
      let share = Float(place - start) / Float(max(1, end - start - 1))
      let value = range.range.lowerBound + share * (range.range.upperBound - range.range.lowerBound)
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
  static func label(_ value: Float, look: Look) -> String {
    let magnitude = Double(abs(value))
    let sign = value < 0 ? String(look.glyphs.minus) : ""
    guard magnitude > 0 else { return "0" }
    let power = Int(floor(log10(magnitude) + 1e-9))
    if power >= 5 || power < -4 { return "\(sign)\(Int((magnitude / pow(10, Double(power))).rounded()))e\(power)" }
    return sign + String(format: "%.\(magnitude < 1 ? max(2, -power) : 0)f", magnitude)
  }
}
