import Markdown

extension [Block] {
  /// The blocks as HTML, mathematics between MathJax's marks.
  var html: String { map(\.html).joined(separator: "\n") }
}

extension Block {
  fileprivate var html: String {
    switch kind {
    case .heading(let level, let inlines): "<h\(level)>\(inlines.html)</h\(level)>"
    case .paragraph(let inlines): "<p>\(inlines.html)</p>"
    case .code("math", let text): #"<p>\["# + text.escaped + #"\]</p>"#
    case .code(_, let text): "<pre><code>\(text.escaped)</code></pre>"
    case .list(let ordered, let items):
      (ordered ? "<ol>" : "<ul>") + items.map { "<li>\($0.blocks.tightHTML)</li>" }.joined()
        + (ordered ? "</ol>" : "</ul>")
    case .quote(let blocks): "<blockquote>\(blocks.html)</blockquote>"
    case .table(let header, let alignments, let rows):
      "<table><tr>\(row(header, alignments, "th"))</tr>"
        + rows.map { "<tr>\(row($0, alignments, "td"))</tr>" }.joined() + "</table>"
    case .rule: "<hr>"
    }
  }

  private func row(_ cells: [[Inline]], _ alignments: [Alignment], _ tag: String) -> String {
    zip(cells, alignments).map { cell, alignment in
      let style =
        switch alignment {
        case .none, .left: ""
        case .center: " style=\"text-align:center\""
        case .right: " style=\"text-align:right\""
        }
      return "<\(tag)\(style)>\(cell.html)</\(tag)>"
    }.joined()
  }
}

extension [Block] {
  /// Without the paragraph around a single one, as in a list's entry.
  fileprivate var tightHTML: String {
    guard case .paragraph(let inlines)? = first?.kind else { return html }
    return inlines.html + (count > 1 ? "\n" + Array(dropFirst()).html : "")
  }
}

extension [Inline] {
  /// The text as HTML, mathematics between MathJax's marks.
  var html: String {
    enumerated().map { place, inline in
      // Chinese is written without spaces, so a line end in the file is none between two of its characters.
      guard inline == .softBreak, place > 0, place + 1 < count,
        [self[place - 1]].plainText.last?.isIdeograph == true, [self[place + 1]].plainText.first?.isIdeograph == true
      else { return inline.html }
      return ""
    }.joined()
  }
}

extension Inline {
  fileprivate var html: String {
    switch self {
    case .text(let words): words.escaped
    case .strong(let inner): "<b>\(inner.html)</b>"
    case .emphasis(let inner): "<i>\(inner.html)</i>"
    case .code(let words): "<code>\(words.escaped)</code>"
    case .math(let formula): #"\("# + formula.escaped + #"\)"#
    case .link(let inner, let destination): "<a href=\"\(destination.escaped)\">\(inner.html)</a>"
    case .softBreak: "\n"
    case .lineBreak: "<br>"
    }
  }
}

extension String {
  /// With the signs that HTML would read as its own replaced.
  var escaped: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
