import Curses
import TerminalUI

/// What a frame costs: canvases of 200×60 cells that differ nowhere, in one cell of twenty, everywhere.
func measure(_ terminal: Terminal) -> String {
  let glyphs = Array("▀▄█注abcdefg ")
  let colours: [UInt8] = [53, 54, 24, 30, 36, 71, 77, 113, 149, 185, 227]
  func canvas(_ seed: Int, changed: Int) -> Canvas {
    var canvas = Canvas(size: terminal.size, look: terminal.look)
    for row in 0..<canvas.size.rows {
      for column in stride(from: 0, to: canvas.size.columns - 1, by: 2) {
        let place = row * canvas.size.columns + column
        let turn = (place * 7919) % 100 < changed ? seed : 0
        let style = Style(
          .colour(colours[(place / 2 + turn) % 11]), on: .colour(colours[(place / 3 + 2 * turn) % 11]))
        let glyph = glyphs[(place + turn) % glyphs.count]
        canvas.write(glyph.cellWidth == 2 ? "\(glyph)" : "\(glyph)\(glyph)", column: column, row: row, style: style)
      }
    }
    return canvas
  }
  func milliseconds(_ changed: Int) -> String {
    let pictures = (0..<2).map { canvas($0, changed: changed) }
    terminal.draw(pictures[0])
    terminal.draw(pictures[1])
    let count = 200
    let taken = ContinuousClock().measure {
      for index in 0..<count { terminal.draw(pictures[index % 2]) }
    }
    let cells = zip(pictures[0].cells, pictures[1].cells).count { $0 != $1 }
    return "\(100 * cells / pictures[0].cells.count) % changed: \(taken / count) a frame"
  }
  return (["\(terminal.size)"] + [0, 5, 100].map(milliseconds)).joined(separator: "\n")
}
