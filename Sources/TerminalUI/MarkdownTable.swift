import Markdown

/// A table in characters: no rules, a quiet header, columns two apart, cells wrapped where they must be.
struct MarkdownTable {
  let lines: [Line]

  init(header: [[Inline]], alignments: [Block.Alignment], rows: [[[Inline]]], style: MarkdownLines) {
    let head = header.map { style.spans($0, ink: .quiet) }
    let body = rows.map { row in row.map { style.spans($0) } }
    let widths = Self.widths(([head] + body), room: style.columns)
    lines = ([head] + body).flatMap { Self.row($0, widths: widths, alignments: alignments) }
  }

  /// Each column's natural width; when all together do not fit, the widest give way first.
  private static func widths(_ rows: [[[Span]]], room: Int) -> [Int] {
    let columns = rows.map(\.count).max() ?? 0
    var widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? Line($0[column]).width : 0 }.max() ?? 0
    }
    var excess = widths.reduce(0, +) + max(0, columns - 1) * 2 - room
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 6 {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private static func row(_ cells: [[Span]], widths: [Int], alignments: [Block.Alignment]) -> [Line] {
    let wrapped = cells.enumerated().map { wrap($1, columns: max(1, widths[$0])) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { index in
      var spans: [Span] = []
      for column in widths.indices {
        let line = wrapped.indices.contains(column) && index < wrapped[column].count ? wrapped[column][index] : Line()
        let space = widths[column] - line.width
        let alignment = alignments.indices.contains(column) ? alignments[column] : .left
        let left = alignment == .right ? space : alignment == .center ? space / 2 : 0
        let isLast = column == widths.count - 1
        spans.append(Span(String(repeating: " ", count: max(0, left) + (column > 0 ? 2 : 0))))
        spans += line.spans
        if !isLast { spans.append(Span(String(repeating: " ", count: max(0, space - left)))) }
      }
      return Line(spans)
    }
  }
}
