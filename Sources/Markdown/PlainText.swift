extension [Inline] {
  /// The words alone, on one line: no emphasis, no backticks, no dollars, no addresses.
  ///
  /// A line end in the file becomes a space, except between two ideographs, where Chinese writes none.
  public var plainText: String {
    var result = ""
    var broken = false
    append(to: &result, broken: &broken)
    return result
  }

  private func append(to result: inout String, broken: inout Bool) {
    for inline in self {
      switch inline {
      case .text(let words), .code(let words), .math(let words):
        if broken, let last = result.last, let first = words.first, !(last.isIdeograph && first.isIdeograph) {
          result += " "
        }
        if !words.isEmpty { broken = false }
        result += words
      case .strong(let inlines), .emphasis(let inlines), .link(let inlines, _):
        inlines.append(to: &result, broken: &broken)
      case .softBreak, .lineBreak:
        broken = true
      }
    }
  }
}

extension [Block] {
  /// The words of the blocks, one line a paragraph, code line, entry or row; code and tables included.
  public var plainText: String {
    var lines: [String] = []
    append(to: &lines)
    return lines.joined(separator: "\n")
  }

  private func append(to lines: inout [String]) {
    for block in self {
      switch block.kind {
      case .heading(_, let inlines), .paragraph(let inlines): lines.append(inlines.plainText)
      case .code(_, let text): lines.append(text.hasSuffix("\n") ? String(text.dropLast()) : text)
      case .list(_, let items): for item in items { item.blocks.append(to: &lines) }
      case .quote(let blocks): blocks.append(to: &lines)
      case .table(let header, _, let rows):
        for row in [header] + rows { lines.append(row.map(\.plainText).joined(separator: "  ")) }
      case .rule: break
      }
    }
  }
}

extension Character {
  /// Whether it belongs to a script written without spaces: ideographs, kana, and their full-width punctuation.
  public var isIdeograph: Bool {
    guard let value = unicodeScalars.first?.value, value >= 0x2E80 else { return false }
    return (0x2E80...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFF00...0xFF60).contains(value) || (0x20000...0x3FFFD).contains(value)
  }
}
