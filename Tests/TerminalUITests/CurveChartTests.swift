import Testing

@testable import TerminalUI

private func drawn(_ chart: CurveChart, columns: Int = 24, rows: Int = 7, _ look: Look = Look(ascii: true)) -> Canvas {
  var canvas = Canvas(size: Size(columns: columns, rows: rows), look: look)
  canvas.draw(chart, in: canvas.bounds)
  return canvas
}

private let two = CurveChart(
  curves: [
    CurveChart.Curve(name: "up", values: [1, 10, 100]), CurveChart.Curve(name: "flat", values: [1, 1, 1]),
  ], places: ["a", "b", "c"], range: 1...100, isLogarithmic: true, ticks: [(1, "1"), (10, "10"), (100, "100")],
  cursor: 1)

@Test func `a chart has axes with numbers, its curves' names, and marks where it is read off`() {
  #expect(
    drawn(two).lines == [
      "100 |      |    ** up",
      "    |      | ***",
      " 10 |     ***",
      "    |  *** |",
      "  1 |ooooooooooooo flat",
      "    +-------------",
      "     a     b     c",
    ])
}

@Test func `in braille crossing lines share their cells' dots`() {
  let cross = CurveChart(
    curves: [CurveChart.Curve(name: "", values: [0, 1]), CurveChart.Curve(name: "", values: [1, 0])],
    places: ["", ""], range: 0...1, ticks: [])
  let canvas = drawn(cross, columns: 7, rows: 4, Look())
  #expect(canvas.lines.prefix(2) == [" │⠱⣀⠎", " │⡰⠉⢆"])
}

@Test func `a place without a value has no point, and no room is no fault`() {
  var chart = two
  chart.curves[0].values[2] = nil
  #expect(!drawn(chart).lines[0].contains("*"))
  #expect(drawn(two, columns: 3, rows: 2).lines == ["", ""])
}

@Test func `curves are told apart by colour, on light and on dark`() {
  let canvas = drawn(two, Look())
  let inks = (0..<24).map { canvas[$0, 4].style.ink }
  #expect(inks.contains(Look().curveInk(1)))
  #expect(Look().curveInk(0) != Look(background: .light).curveInk(0))
  #expect(Look(colours: .none).curveInk(0) == .text)
}
