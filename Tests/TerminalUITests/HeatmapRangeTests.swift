import Testing

@testable import TerminalUI

@Test func `the range of weights ends at the median of the rows' largest, rounded down`() {
  let rows: [Float] = [1, 0, 0.25, 0.19, 0.06, 0.04]
  let range = HeatmapRange(weights: rows + rows + rows, columns: 2)
  #expect(range.range == 0...0.2)
  #expect(range.isCut)
  #expect(HeatmapRange(weights: [0.5, 0.5], columns: 2) == HeatmapRange(weights: [0.5, 0.5, 0, 0], columns: 2))
}

@Test(arguments: [
  ([0.48, 0.3, 0.22, 0.4, 0.45, 0.15, 0.3, 0.3, 0.4] as [Float], 0.5 as Float),
  ([1, 0, 0, 0.6, 0.4, 0, 0.2, 0.3, 0.5] as [Float], 1 as Float),
])
func `of a few rows nothing is cut, a causal first one included`(weights: [Float], end: Float) {
  let range = HeatmapRange(weights: weights, columns: 3)
  #expect(range.range == 0...end)
  #expect(!range.isCut)
}

@Test func `weights that are all zero still have a range`() {
  #expect(HeatmapRange(weights: [0, 0], columns: 1).range == 0...1)
  #expect(HeatmapRange(weights: [], columns: 1).range == 0...1)
}

@Test func `a signed range is symmetric around zero by the same rule`() {
  let rows: [Float] = [-2.2, 1, 0.5, 2.9, -9, 4]
  let range = HeatmapRange(RowPeaks(rows + rows + rows, columns: 2), isSigned: true)
  #expect(range.range == -2...2)
  #expect(range.isCut)
}

@Test func `what is masked does not count, in each of several matrices`() {
  let peaks = RowPeaks([9, 1, 2, 9, 9, 3, 4, 9], columns: 2, rows: 2, kept: [false, true, true, false])
  #expect(peaks == RowPeaks([1, 2, 3, 4], columns: 1, rows: 2))
}

@Test func `rows that are drawn as one have one peak, and no row of another matrix`() {
  let peaks = RowPeaks([1, 2, 3, 4, 5, 6], columns: 1, rows: 3)
  #expect(peaks.pooled(1) == [1, 2, 3, 4, 5, 6])
  #expect(peaks.pooled(2) == [2, 3, 5, 6])
  #expect(peaks.pooled(8) == [3, 6])
  #expect(HeatmapRange(RowPeaks([0.11, 0.12], columns: 1), pool: 4).range == 0...0.2, "peaks of many are rounded up")
}

@Test func `the range of a few signed values holds all of them`() {
  #expect(HeatmapRange(signed: [-11.38, 4]).range == -20...20)
  #expect(HeatmapRange(signed: [0, .infinity]).range == -1...1)
  #expect(HeatmapRange(signed: []).range == -1...1)
}

@Test(arguments: [
  (0, "0"), (0.2, "0.20"), (0.005, "0.005"), (0.0003, "0.0003"), (0.00002, "2e-5"), (3, "3"), (-20, "−20"),
  (50000, "50000"), (300000, "3e5"),
])
func `an end of a range is written as short as it reads`(value: Double, text: String) {
  #expect(HeatmapRange.label(Float(value), look: Look()) == text)
}

@Test(arguments: [
  (0, "0.00"), (0.183, "0.18"), (9.996, "10.0"), (11.38, "11.4"), (1234, "1234"), (98765, "1e5"), (-0.5, "−0.5"),
  (-11.4, "−11"), (-1234, "−1e3"),
])
func `four characters hold any number`(value: Double, text: String) {
  #expect(String(Float(value).fourDigits(minus: "−")) == text)
}

@Test func `the colour bar ends in a plus where values are cut`() {
  var canvas = Canvas(size: Size(columns: 20, rows: 1), look: Look(colours: .none))
  canvas.colourBar(
    .viridis, HeatmapRange(weights: Array(repeating: [1, 0, 0.5, 0.1, 0.2, 0], count: 3).flatMap { $0 }, columns: 2),
    column: 0, row: 0, columns: 20)
  #expect(canvas.lines == ["0 ..:-=++*#%@@ 0.50+"])
}
