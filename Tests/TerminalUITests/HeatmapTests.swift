import Testing

@testable import TerminalUI

private let plain = Look(colours: .none)

/// A canvas with one picture at its top left.
private func drawn(_ heatmap: Heatmap, columns: Int, rows: Int, look: Look = plain) -> Canvas {
  var canvas = Canvas(size: Size(columns: columns, rows: rows), look: look)
  canvas.draw(heatmap, in: canvas.bounds)
  return canvas
}

private let causal = Heatmap(
  values: [1, 0, 0, 0.5, 0.5, 0, 0, 0.25, 0.75], columns: 3,
  kept: [true, false, false, true, true, false, true, true, true], range: 0...1)

@Test func `a masked cell has no ink while a weight of zero has the darkest`() {
  let lines = drawn(causal, columns: 6, rows: 3).lines
  #expect(lines == ["@@", "++++", "..--##"])
}

@Test func `the selected large cell stands in brackets`() {
  var map = causal
  map.selected = MatrixPlace(row: 1, column: 1)
  #expect(drawn(map, columns: 6, rows: 3).lines == ["@@", "++[]", "..--##"])
  map.selected = MatrixPlace(row: 0, column: 2)
  #expect(drawn(map, columns: 6, rows: 3).lines == ["@@  []", "++++", "..--##"])
}

@Test func `a small matrix gets larger cells, with numbers when they have room`() {
  let map = Heatmap(values: [1, -0.5, 11.38, 0], columns: 2, range: 0...12, selected: MatrixPlace(row: 1, column: 0))
  #expect(
    drawn(map, columns: 12, rows: 6, look: Look()).lines == [
      "", " 1.00  −0.5", "",
      "[    ]", "[11.4] 0.00", "[    ]",
    ])
  #expect(drawn(map, columns: 11, rows: 6).lines == ["........", "........", "[@@]....", "[@@]....", "", ""])
}

@Test func `half blocks put two matrix rows into one line`() {
  var map = causal
  map.selected = MatrixPlace(row: 0, column: 2)
  let canvas = drawn(map, columns: 4, rows: 2, look: Look())
  #expect(canvas.lines == ["▀▄▀", "▀▀▀"])
  #expect(canvas[0, 0].style == Style(.colour(227), on: .colour(71)))
  #expect(canvas[1, 0].style == Style(.colour(71)))
  #expect(canvas[2, 0].style == Style(.colour(252)), "a selected place without ink has the text's colour")
  #expect(canvas[0, 1].style == Style(.colour(53)), "nothing lies below the last row")
}

@Test func `the selected cell is white in half blocks, black where the light map is nearly white`() {
  let map = Heatmap(
    values: [0, 0, 0, 0], columns: 1, map: .signed, range: -1...1, selected: MatrixPlace(row: 1, column: 0))
  #expect(drawn(map, columns: 1, rows: 2, look: Look())[0, 0].style == Style(.colour(236), on: .colour(231)))
  #expect(
    drawn(map, columns: 1, rows: 2, look: Look(background: .light))[0, 0].style == Style(.colour(254), on: .colour(16)))
}

@Test func `without colours the larger of two rows shows, by magnitude`() {
  let map = Heatmap(values: [0.1, -0.2, -0.9, 0.1], columns: 2, map: .signed, range: -1...1)
  #expect(drawn(map, columns: 2, rows: 1).lines == ["=."])
}

@Test func `pooling shows the kept value of largest magnitude`() {
  var values = [Float](repeating: 0, count: 64)
  (values[9], values[63], values[7]) = (1, 0.5, 1)
  var kept = [Bool](repeating: true, count: 64)
  for row in 0..<4 { for column in 6..<8 { kept[row * 8 + column] = false } }
  let map = Heatmap(values: values, columns: 8, kept: kept, range: 0...1)
  #expect(drawn(map, columns: 4, rows: 4).lines == ["@..", "...+", "", ""])
}

@Test func `a stale picture is faint and has no selected cell`() {
  var map = causal
  (map.isStale, map.selected) = (true, MatrixPlace(row: 0, column: 0))
  #expect(drawn(map, columns: 4, rows: 2)[0, 0] == Cell("@", style: Style(.faint)))
  #expect(drawn(map, columns: 4, rows: 2, look: Look())[0, 0].style == Style(.colour(244), on: .colour(239)))
}

@Test(arguments: [(0, 0), (1, 7), (5, 0), (1, 1)])
func `an empty or thin matrix draws without trouble`(rows: Int, columns: Int) {
  let map = Heatmap(values: Array(repeating: 1, count: rows * columns), columns: columns, range: 0...1)
  for size in [(0, 0), (1, 1), (3, 1), (40, 12)] {
    #expect(drawn(map, columns: size.0, rows: size.1).size == Size(columns: size.0, rows: size.1))
  }
}

@Test func `a click on a picture names the matrix cell`() {
  let large = drawn(causal, columns: 8, rows: 4)
  #expect(large.target(at: Point(column: 3, row: 1)) == .cell(row: 1, column: 1))
  #expect(large.target(at: Point(column: 6, row: 1)) == nil)
  let halves = drawn(causal, columns: 4, rows: 2)
  #expect(halves.target(at: Point(column: 2, row: 1)) == .cell(row: 2, column: 2))
  let pooled = drawn(
    Heatmap(values: Array(repeating: 0, count: 100), columns: 10, range: 0...1), columns: 4, rows: 2)
  #expect(pooled.target(at: Point(column: 3, row: 1)) == .cell(row: 6, column: 9))
}

@Test func `a swatch looks like the cell of its value`() {
  var canvas = Canvas(size: Size(columns: 2, rows: 1), look: plain)
  canvas.swatch(0.5, .viridis, 0...1, in: canvas.bounds)
  #expect(canvas.lines == ["++"])
  canvas = Canvas(size: Size(columns: 2, rows: 1))
  canvas.swatch(1, .viridis, 0...1, in: canvas.bounds)
  #expect(canvas[1, 0].style.ground == .colour(227))
  canvas = Canvas(size: Size(columns: 2, rows: 1))
  canvas.swatch(nil, .viridis, 0...1, in: canvas.bounds)
  #expect(canvas.lines == [""])
}
