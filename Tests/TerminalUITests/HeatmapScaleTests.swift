import Testing

@testable import TerminalUI

@Suite struct `Scales of a picture` {
  private static func logarithmic(_ map: ColourMap) -> ColourMap {
    var map = map
    map.isLogarithmic = true
    return map
  }

  @Test(arguments: [(1.0, 1.0), (0.1, 2.0 / 3), (0.01, 1.0 / 3), (0.001, 0.0), (1e-9, 0.0), (0.0, 0.0), (7.0, 1.0)])
  func `a logarithmic one gives each power of ten the same room, three below the end`(value: Double, place: Double) {
    let map = Self.logarithmic(.viridis)
    #expect(abs(Double(map.position(of: Float(value), in: 0...1)) - place) < 1e-6)
  }

  @Test func `a logarithmic one of signed values goes both ways from the middle`() {
    let map = Self.logarithmic(.signed)
    #expect(map.position(of: 0, in: -2...2) == 0.5)
    #expect(map.position(of: 2, in: -2...2) == 1)
    #expect(map.position(of: -2, in: -2...2) == 0)
    #expect(abs(map.position(of: -0.2, in: -2...2) - 1.0 / 6) < 1e-6)
  }

  @Test(arguments: [ColourMap.viridis, .signed, logarithmic(.viridis), logarithmic(.signed)])
  func `a place of the colour bar stands for the value that has its colour`(map: ColourMap) {
    let range: ClosedRange<Float> = map.kind == .signed ? -3...3 : 0...3
    for place: Float in [0.05, 0.3, 0.7, 1] {
      #expect(abs(map.position(of: map.value(at: place, in: range), in: range) - place) < 1e-5)
    }
  }

  @Test func `a row with a range of its own shows its largest as the largest, and its numbers as they are`() {
    var map = Heatmap(values: [0.5, 0.25, 0.002, 0.001], columns: 2, range: 0...1)
    map.rowPeaks = [0.5, 0.002]
    var canvas = Canvas(size: Size(columns: 16, rows: 8))
    let fit = canvas.draw(map, in: Rect(column: 0, row: 0, columns: 16, rows: 8))
    #expect(fit.showsNumbers)
    for row in 0..<2 {
      #expect(canvas[1, row * 4].style.ground == .colour(227))
      #expect(canvas[9, row * 4].style.ground == canvas[9, 0].style.ground)
    }
    #expect(canvas.lines[1].contains("0.50") && canvas.lines[5].contains("0.00"))
    map.writesNumbers = false
    canvas.draw(map, in: Rect(column: 0, row: 0, columns: 16, rows: 8))
    #expect(!canvas.lines[1].contains("0.50"))
  }

  @Test func `a window of a large matrix ends in powers of two below a multiple of the unit`() {
    let rect = Rect(column: 0, row: 0, columns: 100, rows: 40)
    let place = MatrixPlace(row: 9000, column: 9000)
    func window(_ zoom: Int) -> HeatmapWindow {
      HeatmapWindow(rows: 16_384, columns: 16_384, in: rect, zoom: zoom, around: place, unit: 16)
    }
    #expect((0...8).map { window($0).pool } == [208, 128, 64, 32, 16, 8, 4, 2, 1])
    #expect(window(9).showsNumbers && !window(8).showsNumbers)
    for zoom in 1...9 {
      #expect(window(zoom).contains(place))
      #expect(window(zoom).rows.lowerBound.isMultiple(of: window(zoom).pool))
    }
  }

  @Test func `tokens stand beside their rows and above their columns, wide ones side by side`() {
    var canvas = Canvas(size: Size(columns: 24, rows: 5), look: Look(colours: .none))
    let fit = HeatmapFit(rows: 4, columns: 4, in: Rect(column: 8, row: 1, columns: 8, rows: 4))
    let names = HeatmapNames(rows: ["the", "averylongword"], columns: ["我", "喜", "欢", "sat"])
    canvas.axes(
      of: fit, selected: MatrixPlace(row: 3, column: 3), at: Point(column: 8, row: 1), names: names, gutter: 8)
    #expect(canvas.lines[0] == "        我喜 sat")
    #expect(canvas.lines[1] == "    the")
    #expect(canvas.lines[2] == "averyl…")
    #expect(canvas.lines[4] == "      3")
  }
}
