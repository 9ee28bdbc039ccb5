import CNcurses
import TerminalUI

/// What was sent last, and the way to send only what differs from it.
struct Frame {
  private var cells: [Cell] = []
  private var look = Look()
  private(set) var size = Size(columns: 0, rows: 0)
  private var row: [cchar_t] = []

  /// Starts from an empty screen of a size.
  mutating func clear(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
    werase(cn_screen())
  }

  /// Whether there is anything to send.
  func differs(from canvas: Canvas) -> Bool { canvas.look != look || canvas.size != size || canvas.cells != cells }

  /// Hands the changed runs of each row to curses.
  ///
  /// A change of theme changes every cell's colours, so everything is sent again.
  mutating func send(_ canvas: Canvas, with writer: inout CellWriter) {
    let new = canvas.size == size ? canvas.cells : fitted(canvas)
    let isRestyled = canvas.look != look
    look = canvas.look
    for rowIndex in 0..<size.rows {
      var isRowChanged = false
      let start = rowIndex * size.columns
      let end = start + size.columns
      var at = start
      while at < end {
        if !isRestyled && new[at] == cells[at] {
          at += 1
          continue
        }
        // Both halves of a wide glyph go together.
        let first = new[at].width == 0 && at > start ? at - 1 : at
        at += 1
        while at < end, isRestyled || new[at] != cells[at] || new[at].width == 0 { at += 1 }
        row.removeAll(keepingCapacity: true)
        writer.append(new[first..<at], look: look, to: &row)
        mvwadd_wchnstr(cn_screen(), Int32(rowIndex), Int32(first - start), row, Int32(row.count))
        isRowChanged = true
      }
      if isRowChanged {
        // Row by row: given several at once, curses would have the terminal move lines by sequences (SU, SD in a region)
        // that not every terminal of that name has.
        wnoutrefresh(cn_screen())
        doupdate()
      }
    }
    cells = new
  }

  /// The cells of a canvas that was drawn for another size, cut or filled with blanks.
  private func fitted(_ canvas: Canvas) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(size.columns * size.rows)
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let cell = canvas[column, row]
        cells.append(cell.width == 2 && column + 1 == size.columns ? Cell(" ", style: cell.style) : cell)
      }
    }
    return cells
  }
}
