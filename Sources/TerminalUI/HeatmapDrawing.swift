extension Canvas {
  /// Draws a heatmap at the top left of a rectangle and marks its cells as targets; returns how it was fitted.
  ///
  /// - Complexity: O(cells of the matrix), a few nanoseconds each.
  @discardableResult
  public mutating func draw(_ heatmap: Heatmap, in rect: Rect) -> HeatmapFit {
    let fit = heatmap.fit(in: rect)
    let drawn = Rect(column: rect.column, row: rect.row, columns: fit.size.columns, rows: fit.size.rows)
    let seen = drawn.intersection(bounds)
    let painter = HeatmapPainter(heatmap, fit, look)
    for row in seen.row..<max(seen.row, seen.endRow) {
      for column in seen.column..<max(seen.column, seen.endColumn) {
        guard let cell = painter.cell(column: column - rect.column, row: row - rect.row) else { continue }
        put(cell.glyph, width: 1, column: column, row: row, style: cell.style)
      }
    }
    mark(drawn, as: fit, from: heatmap.origin)
    return fit
  }

  /// Fills a rectangle as a cell of this value would be: the key beside a number.
  public mutating func swatch(_ value: Float?, _ map: ColourMap, _ range: ClosedRange<Float>, in rect: Rect) {
    var picture = Heatmap(values: [value ?? 0], columns: 1, kept: [value != nil], map: map, range: range)
    picture.magnifies = false
    // A large cell, whatever the width: half blocks would leave half of it empty.
    let large = Rect(column: rect.column, row: rect.row, columns: max(2, rect.columns), rows: max(1, rect.rows))
    let painter = HeatmapPainter(picture, HeatmapFit(rows: 1, columns: 1, in: large), look)
    guard let cell = painter.cell(column: 0, row: 0) else { return }
    fill(rect, cell.glyph, style: cell.style)
  }
}

/// Says what each screen cell of a picture shows.
private struct HeatmapPainter {
  let matrix: PooledMatrix
  let fit: HeatmapFit
  let look: Look
  let map: ColourMap
  let range: ClosedRange<Float>
  /// In drawn cells.
  let selected: MatrixPlace?
  /// In drawn cells, the last row and column included.
  let framed: (rows: ClosedRange<Int>, columns: ClosedRange<Int>)?
  let isStale: Bool
  /// Glyphs carry the value where colours cannot.
  let usesRamp: Bool
  let showsNumbers: Bool
  /// What the values of each drawn row are multiplied by before they become colours; nil: nothing.
  let factors: [Float]?

  init(_ heatmap: Heatmap, _ fit: HeatmapFit, _ look: Look) {
    (matrix, self.fit, self.look) = (heatmap.pooled ?? PooledMatrix(heatmap, fit), fit, look)
    isStale = heatmap.isStale
    map = isStale ? heatmap.map.faded : heatmap.map
    range = heatmap.range
    selected = heatmap.selected.map {
      MatrixPlace(row: ($0.row - heatmap.origin.row) / fit.pool, column: ($0.column - heatmap.origin.column) / fit.pool)
    }
    framed = heatmap.framed.map { window in
      func drawn(_ range: Range<Int>, from first: Int) -> ClosedRange<Int> {
        (range.lowerBound - first) / fit.pool...max(range.lowerBound - first, range.upperBound - 1 - first) / fit.pool
      }
      return (drawn(window.rows, from: heatmap.origin.row), drawn(window.columns, from: heatmap.origin.column))
    }
    usesRamp = look.colours != .many || look.isASCII
    showsNumbers = fit.showsNumbers && heatmap.writesNumbers
    factors = heatmap.rowPeaks.map { $0.map { $0 > 0 ? 1 / $0 : 0 } }
  }

  func cell(column: Int, row: Int) -> Cell? {
    if fit.rowsPerLine == 1 { return large(column: column, row: row) }
    return usesRamp ? shared(column: column, line: row) : halves(column: column, line: row)
  }

  private func large(column: Int, row: Int) -> Cell? {
    let place = MatrixPlace(row: row / fit.cellRows, column: column / fit.cellColumns)
    let value = matrix.value(place.row, place.column)
    let inside = column % fit.cellColumns
    let isSelected = place == selected
    var glyph: Character?
    if isSelected, inside == 0 { glyph = "[" }
    if isSelected, inside == fit.cellColumns - 1 { glyph = "]" }
    if glyph == nil, showsNumbers, let value, row % fit.cellRows == (fit.cellRows - 1) / 2 {
      let digits = value.fourDigits(minus: look.glyphs.minus)
      let place = inside - (fit.cellColumns - 4) / 2
      glyph = digits.indices.contains(place) ? digits[place] : " "
    }
    guard let value = value.map({ level($0, place.row) }) else {
      return glyph.map { Cell($0, style: Style(.strong)) }
    }
    if usesRamp {
      let isBracket = isSelected && (glyph == "[" || glyph == "]")
      var style = glyphStyle(of: value)
      if isSelected, isBracket || fit.cellRows == 1 {
        style = Style(.text, bold: true, reversed: true)
      } else if glyph != nil {
        style = Style(isStale ? .faint : .text)
      }
      return Cell(glyph ?? map.glyph(of: value, in: range), style: style)
    }
    let ground = map.colour(of: value, in: range, on: look.background)
    guard let glyph else { return Cell(" ", style: Style(on: .colour(ground))) }
    let ink = map.contrast(to: value, in: range, on: look.background)
    return Cell(glyph, style: Style(.colour(ink), on: .colour(ground), bold: isSelected))
  }

  /// Two matrix rows share a screen row; where only glyphs can speak, the larger shows.
  private func shared(column: Int, line: Int) -> Cell? {
    if isFrame(line * 2, column) || isFrame(line * 2 + 1, column) {
      return Cell(" ", style: Style(.text, reversed: true))
    }
    let (top, bottom) = (level(line * 2, column), level(line * 2 + 1, column))
    let isSelected = selected?.column == column && selected.map { $0.row / 2 == line } == true && !isStale
    guard let value = larger(top, bottom) else { return isSelected ? Cell(" ", style: Style(reversed: true)) : nil }
    var style = glyphStyle(of: value)
    if isSelected { style = Style(look.colours == .none ? .text : .accent, bold: true, reversed: true) }
    return Cell(map.glyph(of: value, in: range), style: style)
  }

  private func halves(column: Int, line: Int) -> Cell? {
    switch (half(line * 2, column), half(line * 2 + 1, column)) {
    case (nil, nil): nil
    case (let top?, nil): Cell("▀", style: Style(.colour(top)))
    case (nil, let bottom?): Cell("▄", style: Style(.colour(bottom)))
    case (let top?, let bottom?): Cell("▀", style: Style(.colour(top), on: .colour(bottom)))
    }
  }

  private func half(_ row: Int, _ column: Int) -> UInt8? {
    if isFrame(row, column) { return look.background == .dark ? 255 : 16 }
    if let selected, selected.row == row, selected.column == column, !isStale { return mark(row, column) }
    return colour(row, column)
  }

  /// What the colour of a drawn cell is taken from.
  private func level(_ row: Int, _ column: Int) -> Float? { matrix.value(row, column).map { level($0, row) } }

  private func level(_ value: Float, _ row: Int) -> Float {
    guard let factors, row < factors.count else { return value }
    return value * factors[row]
  }

  /// Whether a drawn cell lies on the edge of the framed part.
  private func isFrame(_ row: Int, _ column: Int) -> Bool {
    guard let framed, framed.rows.contains(row), framed.columns.contains(column) else { return false }
    return row == framed.rows.lowerBound || row == framed.rows.upperBound || column == framed.columns.lowerBound
      || column == framed.columns.upperBound
  }

  private func colour(_ row: Int, _ column: Int) -> UInt8? {
    level(row, column).map { map.colour(of: $0, in: range, on: look.background) }
  }

  /// What sets the selected cell off from those around it: white where it can, else black or red.
  /// On a masked place it has the text's colour.
  private func mark(_ row: Int, _ column: Int) -> UInt8 {
    if matrix.value(row, column) == nil { return look.background == .dark ? 252 : 236 }
    let ground: UInt8 = look.background == .dark ? 16 : 231
    let around = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)].map { row, column in
      let isInside = row >= 0 && row < fit.drawnRows && column >= 0 && column < fit.drawnColumns
      return ColourMap.lightness(of: (isInside ? colour(row, column) : nil) ?? ground)
    }
    func distance(_ mark: UInt8) -> Float { around.map { abs($0 - ColourMap.lightness(of: mark)) }.min() ?? 0 }
    let (white, black, red): (UInt8, UInt8, UInt8) = (231, 16, 196)
    return distance(white) >= 0.25 ? white : distance(black) > distance(red) ? black : red
  }

  private func glyphStyle(of value: Float) -> Style {
    isStale ? Style(.faint) : map.glyphStyle(of: value, in: range, look: look)
  }

  private func larger(_ one: Float?, _ other: Float?) -> Float? {
    guard let one, let other else { return one ?? other }
    return abs(other) > abs(one) ? other : one
  }
}
