import Attention
import TerminalUI

/// The heads of a run as one scalable picture: titles, numbered axes, a colour bar, and the command that computed it.
///
/// It stands by itself: no fonts, scripts or files are asked for. Text and ground follow the reader's light or dark
/// theme. A masked cell has no ink, a weight of zero the map's first colour. Cells of one colour are one path, so that a
/// large matrix stays small.
struct PictureSVG {
  private let run: Run
  private let picture: ExportedPicture
  private let source: RunPicture

  /// Colours that a map is cut into.
  private static let levels = 48
  /// Cells along a side beyond which the matrix is pooled.
  private static let most = 256
  /// Points around a picture, for its numbers and names.
  private static let margin = (left: 52, top: 58, right: 20, bottom: 22)
  private static let heading = 48, bar = 60

  init(_ run: Run, _ picture: ExportedPicture) {
    var source = RunPicture(recipe: run.recipe, run: run, seconds: 0)
    source.prepare(picture.stage, query: 0)
    (self.run, self.picture, self.source) = (run, picture, source)
  }

  var text: String {
    let heads = picture.heads(of: run)
    let panels = heads.map(panel)
    let across = min(4, panels.count)
    let (wide, high) = (
      panels[0].width + Self.margin.left + Self.margin.right, panels[0].height + Self.margin.top + Self.margin.bottom
    )
    let down = (panels.count + across - 1) / across
    let size = (
      width: max(360, across * wide, 32 + 6 * run.command.count), height: Self.heading + down * high + Self.bar
    )
    let name = picture.head.map { picture.title(head: $0, of: run) } ?? picture.stage.label.text(in: picture.language)
    let drawn = panels.enumerated().map { index, panel in
      let (x, y) = (index % across * wide + Self.margin.left, Self.heading + index / across * high + Self.margin.top)
      return "<g transform=\"translate(\(x) \(y))\">\n\(panel.text)\n</g>"
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size.width) \(size.height)" width="\(size.width)" \
      height="\(size.height)" role="img" aria-labelledby="name what">
      <title id="name">\(Self.escaped(name))</title>
      <desc id="what">\(Self.escaped(run.command))</desc>
      <style>
      \(style)
      </style>
      <rect class="ground" fill="#fff" width="100%" height="100%"/>
      <text class="name" x="16" y="28">\(Self.escaped(name))</text>
      <text class="quiet" x="16" y="46">\(Self.escaped(run.command))</text>
      \(drawn.joined(separator: "\n"))
      \(colourBar(at: size.height - Self.bar + 14, width: min(320, size.width - 120), pool: panels[0].pool))
      </svg>

      """
  }

  private struct Panel {
    let text: String
    let width: Int
    let height: Int
    let pool: Int
  }

  /// One head.
  private func panel(head: Int) -> Panel {
    let room = Rect(column: 0, row: 0, columns: Self.most, rows: Self.most / 2)
    let (heatmap, range) = source.heatmap(
      picture.stage, head: head, colours: picture.colours, in: room, magnifies: false)
    let cells = heatmap.pooled ?? PooledMatrix(heatmap, in: room)
    let side = max(
      1, min(32, (picture.heads(of: run).count == 1 ? 640 : 256) / max(cells.fit.drawnRows, cells.fit.drawnColumns)))
    var paths = [String](repeating: "", count: Self.levels)
    for row in 0..<cells.fit.drawnRows {
      for column in 0..<cells.fit.drawnColumns {
        guard let value = cells.value(row, column) else { continue }
        let level = min(Self.levels - 1, Int(Float(Self.levels) * heatmap.map.position(of: value, in: range.range)))
        paths[level] += "M\(column * side) \(row * side)h\(side)v\(side)h-\(side)z"
      }
    }
    let drawn = paths.enumerated().filter { !$0.element.isEmpty }
      .map { "<path \(ink($0.offset)) d=\"\($0.element)\"/>" }
    let (width, height) = (cells.fit.drawnColumns * side, cells.fit.drawnRows * side)
    let frame = "<rect class=\"frame\" fill=\"none\" width=\"\(width)\" height=\"\(height)\"/>"
    let titled = picture.heads(of: run).count > 1 || cells.fit.pool > 1
    let pooled = cells.fit.pool > 1 ? ", \(cells.fit.pool)×" : ""
    let title =
      titled ? ["<text x=\"0\" y=\"-34\">\(Self.escaped(picture.title(head: head, of: run) + pooled))</text>"] : []
    return Panel(
      text: (title + axes(cells, side, width, height) + drawn + [frame]).joined(separator: "\n"), width: width,
      height: height, pool: cells.fit.pool)
  }

  /// Names and numbers of rows and columns.
  private func axes(_ cells: PooledMatrix, _ side: Int, _ width: Int, _ height: Int) -> [String] {
    let (rowName, columnName) =
      picture.language == .zh
      ? ("查询", picture.stage == .output ? "通道" : "键") : ("query", picture.stage == .output ? "channel" : "key")
    var lines = [
      "<text class=\"quiet middle\" x=\"\(width / 2)\" y=\"-20\">\(columnName)</text>",
      "<text class=\"quiet middle\" transform=\"translate(-38 \(height / 2)) rotate(-90)\">\(rowName)</text>",
    ]
    var step = 1
    while step / cells.fit.pool * side < 30 { step *= 2 }
    for column in stride(from: 0, to: cells.fit.drawnColumns * cells.fit.pool, by: step) {
      let x = column / cells.fit.pool * side + side / 2
      lines.append("<text class=\"quiet middle\" x=\"\(x)\" y=\"-6\">\(column)</text>")
    }
    for row in stride(from: 0, to: cells.fit.drawnRows * cells.fit.pool, by: step) {
      let y = row / cells.fit.pool * side + side / 2 + 4
      lines.append("<text class=\"quiet end\" x=\"-6\" y=\"\(y)\">\(row)</text>")
    }
    return lines
  }

  private func colourBar(at y: Int, width: Int, pool: Int) -> String {
    let range = source.range(picture.stage, pool: pool)
    let low = range.range.lowerBound == 0 ? "0" : HeatmapRange.label(range.range.lowerBound, look: Look())
    let high = HeatmapRange.label(range.range.upperBound, look: Look()) + (range.isCut ? "+" : "")
    let step = Double(width) / Double(Self.levels)
    let cells = (0..<Self.levels).map { level in
      "<rect \(ink(level)) x=\"\(Double(level) * step)\" width=\"\(step + 0.3)\" height=\"12\"/>"
    }
    let masked = run.keep.contains(false) && picture.stage != .scores && picture.stage != .biased
    let note = masked && picture.stage != .output ? (picture.language == .zh ? "空白：被掩蔽" : "blank: masked") : ""
    return """
      <g transform="translate(52 \(y))">
      <text class="quiet end" x="-6" y="11">\(low)</text>
      \(cells.joined(separator: "\n"))
      <text class="quiet" x="\(width + 6)" y="11">\(high)</text>
      <text class="quiet" x="0" y="32">\(note)</text>
      </g>
      """
  }

  /// The colour of a level on a light ground, which signed maps change on a dark one.
  private func ink(_ level: Int) -> String { "class=\"c\(level)\" fill=\"\(colour(level, on: .light))\"" }

  private func colour(_ level: Int, on background: Look.Background) -> String {
    source.map(picture.stage, picture.colours).hexadecimal(
      at: (Float(level) + 0.5) / Float(Self.levels), on: background)
  }

  private var style: String {
    let isSigned = source.map(picture.stage, picture.colours).kind == .signed
    let dark = isSigned ? (0..<Self.levels).map { ".c\($0){fill:\(colour($0, on: .dark))}" }.joined() : ""
    return """
      text{font:13px system-ui,sans-serif;fill:#1c1c1c}.name{font-size:17px;font-weight:600}
      .quiet{fill:#5f5f5f;font-size:11px}.middle{text-anchor:middle}.end{text-anchor:end}
      .frame{fill:none;stroke:#a8a8a8}
      @media(prefers-color-scheme:dark){text{fill:#eee}.quiet{fill:#a8a8a8}.ground{fill:#121212}.frame{stroke:#585858}\(dark)}
      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
