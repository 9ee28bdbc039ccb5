import Attention
import TerminalUI

/// All heads as small pictures that share a range.
extension PlaygroundScreen {
  func drawHeads(on canvas: inout Canvas, in area: Rect, _ session: Session) {
    guard let picture, picture.pooled == nil else { return }
    let shape = picture.shape
    let tensor = picture.run.values(view.stage)
    let current = view.head(in: shape)
    let all = HeadStrip(heads: shape.heads, rows: tensor.rows, columns: tensor.columns, in: area)
    // Where not all fit, the last line says how many more there are.
    let isPart = all.capacity < shape.heads && area.rows > 1
    let list = isPart ? area.inset(bottom: 1) : area
    let strip = isPart ? HeadStrip(heads: shape.heads, rows: tensor.rows, columns: tensor.columns, in: list) : all
    let first = strip.first(around: current)
    let end = min(shape.heads, first + strip.capacity)
    if isPart {
      drawMore(on: &canvas, in: area, after: end, of: shape.heads, hidden: shape.heads - end + first, session)
    }
    for head in first..<end {
      let place = strip.place(head - first, in: area)
      canvas.write(
        caption(head, strip.size.columns, session), column: place.column, row: place.row,
        style: Style(head == current ? .strong : .quiet), limit: place.endColumn)
      let area = Rect(column: place.column, row: place.row + 1, columns: strip.side, rows: strip.side / 2)
      var (heatmap, range) = picture.heatmap(
        view.stage, head: head, colours: view.colours, in: area, magnifies: false)
      let whole = HeatmapWindow(
        rows: shape.queries, columns: tensor.columns, in: area, around: MatrixPlace(row: 0, column: 0))
      range = picture.dress(&heatmap, range, view.stage, head: head, whole, options)
      heatmap.isStale = isStale(session)
      canvas.draw(heatmap, in: area)
      canvas.mark(place, as: .row(pane: ClickPane.heads, index: head))
    }
  }

  /// How many heads are not shown, and how to get at them; a click shows the next ones.
  private func drawMore(
    on canvas: inout Canvas, in area: Rect, after end: Int, of heads: Int, hidden: Int, _ session: Session
  ) {
    let row = area.endRow - 1
    let text = session.say("\(hidden) more: ] goes on, or type a number at head", "还有 \(hidden) 个：按 ]，或在“头”行输入编号")
    canvas.write(
      [Span("\(canvas.look.glyphs.open) \(text)", .quiet)], column: area.column, row: row, limit: area.endColumn)
    canvas.mark(
      Rect(column: area.column, row: row, columns: area.columns, rows: 1),
      as: .row(pane: ClickPane.heads, index: end % heads))
  }

  /// `head 3 · kv 2` where heads share keys, as much of it as there is room for.
  private func caption(_ head: Int, _ columns: Int, _ session: Session) -> String {
    guard columns >= 8, let shape = picture?.shape else { return String(head + 1) }
    let name = session.say("head \(head + 1)", "头 \(head + 1)")
    let shared = name + " · kv \(shape.kvHead(of: head) + 1)"
    return shape.kvHeads < shape.heads && shared.cellWidth <= columns ? shared : name
  }
}

/// How small pictures of all heads are laid into a strip: as large as they can be.
struct HeadStrip {
  /// The square that each picture is fitted into, in columns; it has half as many lines.
  let side: Int
  /// What one takes with its caption.
  let size: Size
  let perLine: Int
  let capacity: Int

  private static let largest = 32
  private static let smallest = 6

  init(heads: Int, rows: Int, columns: Int, in area: Rect) {
    let sides = stride(from: Self.largest, through: Self.smallest, by: -2).filter { $0 / 2 + 1 <= area.rows }
    func strip(_ side: Int) -> (size: Size, perLine: Int, capacity: Int) {
      let square = Rect(column: 0, row: 0, columns: side, rows: side / 2)
      let picture = HeatmapFit(rows: rows, columns: columns, in: square, magnifies: false).size
      // A caption needs a few columns even over a tiny picture.
      let size = Size(columns: max(picture.columns, min(side, 8)), rows: picture.rows + 1)
      let most = max(1, (area.columns + 1) / (size.columns + 1))
      // Lines of equal length where several are needed.
      let lines = (heads + most - 1) / most
      let perLine = min(most, (heads + lines - 1) / lines)
      return (size, perLine, perLine * (area.rows / size.rows))
    }
    side = sides.first { strip($0).capacity >= heads } ?? Self.smallest
    (size, perLine, capacity) = strip(side)
  }

  /// The first head shown where not all fit.
  func first(around head: Int) -> Int { capacity > 0 ? head / capacity * capacity : 0 }

  /// Where the picture of a number stands, with its caption.
  func place(_ number: Int, in area: Rect) -> Rect {
    Rect(
      column: area.column + number % perLine * (size.columns + 1), row: area.row + number / perLine * size.rows,
      columns: size.columns, rows: size.rows)
  }
}
