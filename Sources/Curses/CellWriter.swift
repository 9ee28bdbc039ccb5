import CNcurses
import TerminalUI

/// Turns cells of a canvas into cells of curses.
struct CellWriter {
  private var palette: Palette
  private var look = Look()
  private var paints: [Style: (paint: Paint, pair: Int32)] = [:]
  private var recent: (style: Style, paint: Paint, pair: Int32)?

  init(palette: Palette) { self.palette = palette }

  /// Appends the cells of one row between two columns. The second half of a wide glyph is no cell of its own in curses.
  mutating func append(_ cells: ArraySlice<Cell>, look: Look, to row: inout [cchar_t]) {
    if look != self.look {
      (self.look, paints, recent) = (look, [:], nil)
    }
    for cell in cells where cell.width > 0 {
      let (paint, pair) = paint(cell.style)
      withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: Self.marks + 2) { text in
        let width = spell(cell, into: text)
        var made = cchar_t()
        cn_cell(&made, text.baseAddress, paint.isBold, paint.isDim, paint.isReversed, pair)
        row.append(made)
        if width < cell.width {
          (text[0], text[1]) = (32, 0)
          cn_cell(&made, text.baseAddress, paint.isBold, paint.isDim, paint.isReversed, pair)
          row.append(made)
        }
      }
    }
  }

  /// As many zero-width marks as a cell of curses holds beside its character (CCHARW_MAX − 1).
  private static let marks = 4

  /// Writes a base character, its marks and a final 0, and returns the columns it takes in curses.
  ///
  /// The canvas and the C library may disagree about a width (emoji made of several characters); the canvas decides, and
  /// what cannot be drawn in its columns is replaced.
  private func spell(_ cell: Cell, into text: UnsafeMutableBufferPointer<wchar_t>) -> Int {
    let scalars = cell.glyph.unicodeScalars
    let base = wchar_t(scalars.first?.value ?? 32)
    text[1] = 0
    if base >= 32, base < 127 {
      text[0] = base
      if scalars.count == 1 { return 1 }
    }
    var width = Int(cn_width(base))
    if width < 1 || width > cell.width || !cn_encodable(base) {
      (text[0], width) = (cn_encodable(0xFFFD) && !look.isASCII ? 0xFFFD : 63, 1)
      return width
    }
    text[0] = base
    var count = 1
    for scalar in scalars.dropFirst() where count <= Self.marks {
      let mark = wchar_t(scalar.value)
      // Joiners and variation selectors would make one terminal draw something wider than another.
      guard !scalar.properties.isDefaultIgnorableCodePoint, cn_width(mark) == 0, cn_encodable(mark) else { continue }
      text[count] = mark
      count += 1
    }
    text[count] = 0
    return width
  }

  private mutating func paint(_ style: Style) -> (Paint, Int32) {
    if let recent, recent.style == style { return (recent.paint, recent.pair) }
    let found: (paint: Paint, pair: Int32)
    if let known = paints[style] {
      found = known
    } else {
      let paint = look.paint(style)
      found = (paint, palette.pair(paint.foreground, on: paint.background))
      paints[style] = found
    }
    recent = (style, found.paint, found.pair)
    return found
  }
}
