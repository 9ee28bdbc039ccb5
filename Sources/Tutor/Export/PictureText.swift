import Attention
import TerminalUI

/// The heads of a run as coloured text, one under another: each with its title, axes and colour bar, as the playground
/// draws them.
struct PictureText {
  private let run: Run
  private let picture: ExportedPicture

  init(_ run: Run, _ picture: ExportedPicture) { (self.run, self.picture) = (run, picture) }

  /// Screen columns that a picture may take, those of its row numbers aside; a larger matrix is pooled.
  private static let columns = 128

  var text: String {
    var source = RunPicture(recipe: run.recipe, run: run, seconds: 0)
    source.prepare(picture.stage, query: 0)
    return picture.heads(of: run).map { canvas(head: $0, source).escaped }.joined(separator: "\n")
  }

  private func canvas(head: Int, _ source: RunPicture) -> Canvas {
    let room = Rect(column: 0, row: 0, columns: Self.columns, rows: Self.columns / 2)
    let gutter = String(run.shape.queries - 1).count + 1
    let (heatmap, range) = source.heatmap(
      picture.stage, head: head, colours: picture.colours, in: room, magnifies: false)
    let fit = heatmap.fit(in: room)
    let width = max(fit.size.columns, 24)
    let title = picture.title(head: head, of: run) + (fit.pool > 1 ? pooled(fit.pool) : "")
    var canvas = Canvas(
      size: Size(columns: gutter + max(width, title.cellWidth), rows: fit.size.rows + 3), look: picture.look)
    canvas.write(title, column: gutter, row: 0, style: Style(.strong))
    canvas.draw(heatmap, in: Rect(column: gutter, row: 2, columns: room.columns, rows: room.rows))
    canvas.axes(of: fit, selected: nil, at: Point(column: gutter, row: 2))
    canvas.colourBar(heatmap.map, range, column: gutter, row: 2 + fit.size.rows, columns: width)
    return canvas
  }

  private func pooled(_ pool: Int) -> String { picture.language == .zh ? "，合并 \(pool)×" : ", pooled \(pool)×" }
}

extension Canvas {
  /// The cells as text for a terminal: lines without trailing blanks, each of which ends in the terminal's own colours.
  ///
  /// Without colours it is plain text.
  var escaped: String {
    if look.colours == .none { return lines.map { $0 + "\n" }.joined() }
    var text = ""
    for row in 0..<size.rows {
      let line = (0..<size.columns).map { self[$0, row] }
      let end = line.lastIndex { $0.glyph != " " || look.paint($0.style) != Paint() }.map { $0 + 1 } ?? 0
      var paint = Paint()
      for cell in line[..<end] where cell.width > 0 {
        let next = look.paint(cell.style)
        if next != paint { text += next.sequence }
        paint = next
        text.append(cell.glyph)
      }
      text += (paint == Paint() ? "" : Paint().sequence) + "\n"
    }
    return text
  }
}

extension Paint {
  /// The escape sequence that makes a terminal paint so, whatever it did before (ECMA-48, SGR).
  fileprivate var sequence: String {
    var codes = ["0"]
    if isBold { codes.append("1") }
    if isDim { codes.append("2") }
    if isReversed { codes.append("7") }
    if let foreground { codes.append(foreground < 8 ? "\(30 + foreground)" : "38;5;\(foreground)") }
    if let background { codes.append(background < 8 ? "\(40 + background)" : "48;5;\(background)") }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}
