public import Markdown

/// Turns blocks of a document into lines of a width. Everything is wrapped, nothing is cut.
public struct MarkdownLines: Sendable {
  public var columns: Int
  public var look: Look
  /// What stands before the items of a list.
  public var bullet: Span
  /// The ink of running text.
  public var ink: Ink

  public init(columns: Int, look: Look, bullet: Span = Span("·", .quiet), ink: Ink = .text) {
    (self.columns, self.look, self.bullet, self.ink) = (max(6, columns), look, bullet, ink)
  }

  /// The lines of a sequence of blocks, one blank line between them.
  public func lines(_ blocks: [Block]) -> [Line] {
    var result: [Line] = []
    for block in blocks {
      if !result.isEmpty { result.append(Line()) }
      result += lines(block)
    }
    return result
  }

  /// The lines of one block.
  public func lines(_ block: Block) -> [Line] {
    switch block.kind {
    case .heading(_, let text): return wrap(spans(text, ink: .strong), columns: columns)
    case .paragraph(let text): return wrap(spans(text), columns: columns)
    case .code(let info, let text): return info.hasPrefix("math") ? math(text) : code(text)
    case .list(let ordered, let items): return list(items, ordered: ordered)
    case .quote(let blocks):
      var inner = self
      inner.columns = columns - 2
      inner.ink = .quiet
      return inner.lines(blocks).map { $0.indented(by: 2) }
    case .table(let header, let alignments, let rows):
      return MarkdownTable(header: header, alignments: alignments, rows: rows, style: self).lines
    case .rule: return [Line(String(repeating: look.glyphs.rest, count: columns), .faint)]
    }
  }

  /// Inline text as spans; mathematics and code take the ink of data.
  public func spans(_ inlines: [Inline], ink: Ink? = nil, bold: Bool = false) -> [Span] {
    let ink = ink ?? self.ink
    return inlines.flatMap { inline -> [Span] in
      switch inline {
      case .text(let text): [Span(look.shown(text), ink, bold: bold)]
      case .strong(let inner): spans(inner, ink: ink == .text ? .strong : ink, bold: true)
      case .emphasis(let inner): spans(inner, ink: ink, bold: bold)
      case .code(let text), .math(let text): [Span(look.shown(text), .data, bold: bold)]
      case .link(let inner, _): spans(inner, ink: ink, bold: bold)
      case .softBreak: [Span(" ", ink)]
      case .lineBreak: [Span("\n", ink)]
      }
    }
  }

  private func math(_ text: String) -> [Line] {
    let rows = text.trimmingSuffix(while: \.isNewline).split(separator: "\n", omittingEmptySubsequences: false)
    return rows.flatMap { row -> [Line] in
      let shown = look.shown(row)
      // Rows that fit keep their own spacing, so that what was aligned stays aligned.
      if shown.cellWidth <= columns - 4 { return [Line(shown, .data).indented(by: 4)] }
      let indent = row.prefix { $0 == " " }.count
      // What stands apart by a gap goes on a line of its own; joined, it would read as one formula.
      return Self.parts(of: shown).enumerated().flatMap { place, part in
        let margin = 4 + min(indent, columns / 4) + (place > 0 ? 4 : 0)
        return wrap([Span(part, .data)], columns: columns - margin, hanging: 2).map { $0.indented(by: margin) }
      }
    }
  }

  /// The pieces of a row between gaps of two blanks or more.
  private static func parts(of row: String) -> [String] {
    row.split(separator: /\s{2,}/).map(String.init).filter { !$0.isEmpty }
  }

  /// Code keeps its spaces. A line that is too long goes on below, behind a mark at its own indentation: its comment
  /// first, then what follows the last place where it may break.
  private func code(_ text: String) -> [Line] {
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    while let last = rows.last, last.allSatisfy({ $0 == " " }) { rows.removeLast() }
    return rows.flatMap { row in
      codeLines(look.shown(row)).map { Line($0, ground: .code).indented(by: 2) }
    }
  }

  private func codeLines(_ row: String) -> [[Span]] {
    let room = max(8, columns - 4)
    let (code, comment) = Self.parts(ofCode: row)
    if row.cellWidth <= room { return [[Span(code, .data), Span(comment, .quiet)].filter { !$0.text.isEmpty }] }
    let indent = String(repeating: " ", count: min(row.prefix { $0 == " " }.count, room / 3))
    var lines: [[Span]] = []
    for (text, ink) in [(code, Ink.data), (comment, .quiet)] {
      var rest = text.trimmingSuffix { $0 == " " }
      while !rest.isEmpty {
        let mark = lines.isEmpty ? "" : "\(indent)\(look.glyphs.continued) "
        let piece = Self.piece(of: rest, columns: room - mark.cellWidth)
        lines.append((mark.isEmpty ? [] : [Span(mark, .faint)]) + [Span(String(piece), ink)])
        rest = rest[piece.endIndex...].drop { $0 == " " }
      }
    }
    return lines
  }

  /// A line of code up to its comment, and the comment.
  private static func parts(ofCode row: String) -> (code: String, comment: String) {
    let hash = row.indices.first { place in
      row[place] == "#" && (place == row.startIndex || row[row.index(before: place)] == " ")
    }
    guard let hash else { return (row, "") }
    return (String(row[..<hash]), String(row[hash...]))
  }

  /// What stands on one line of a long line of code: all that fits, or that up to the last blank in its second half, or
  /// the last comma or bracket there.
  private static func piece(of row: Substring, columns: Int) -> Substring {
    var used = 0
    let fits = row.prefix { character in
      used += character.cellWidth
      return used <= columns
    }
    guard fits.endIndex < row.endIndex, !fits.isEmpty else { return fits.isEmpty ? row.prefix(1) : fits }
    if row[fits.endIndex] == " " { return fits }
    let half = fits.index(fits.startIndex, offsetBy: fits.count / 2)
    let place = fits[half...].lastIndex(of: " ") ?? fits[half...].lastIndex { ",([{".contains($0) }
    return place.map { fits[...$0] } ?? fits
  }

  private func list(_ items: [ListItem], ordered: Bool) -> [Line] {
    var result: [Line] = []
    for (index, item) in items.enumerated() {
      let mark = ordered ? Span("\(index + 1).", .quiet) : bullet
      let indent = mark.text.cellWidth + 1
      var inner = self
      inner.columns = columns - indent
      let body = inner.lines(item.blocks)
      for (row, line) in body.enumerated() {
        if row == 0 {
          result.append(Line([mark, Span(" ")] + line.spans, ground: line.ground))
        } else {
          result.append(line.indented(by: indent))
        }
      }
    }
    return result
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, matches(self[index(before: end)]) { end = index(before: end) }
    return self[startIndex..<end]
  }
}
