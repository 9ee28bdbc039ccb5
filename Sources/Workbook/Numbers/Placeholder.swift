import Markdown

/// A name in braces that stands for a number: `{layers}`.
enum Placeholder {
  enum Piece {
    case text(Substring)
    case name(Substring)
  }

  /// A text cut at its placeholders.
  static func pieces(of text: String) -> [Piece] {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return [.text(text[...])] }
    var result: [Piece] = []
    var start = text.startIndex
    var search = text.startIndex
    while let open = text[search...].firstIndex(of: "{") {
      search = text.index(after: open)
      let name = text[search...].prefix { $0.isNameStart || $0.isASCIIDigit }
      guard name.first?.isNameStart == true, name.endIndex < text.endIndex, text[name.endIndex] == "}" else { continue }
      result.append(.text(text[start..<open]))
      result.append(.name(name))
      start = text.index(after: name.endIndex)
      search = start
    }
    return result + [.text(text[start...])]
  }

  /// Whether a word can stand in braces and in formulas.
  static func isName(_ word: String) -> Bool {
    word.first?.isNameStart == true && word.allSatisfy { $0.isNameStart || $0.isASCIIDigit }
  }

  /// The names that stand in braces in a prompt, outside mathematics and code.
  static func names(in inlines: [Inline]) -> [String] {
    inlines.flatMap { inline -> [String] in
      switch inline {
      case .text(let words):
        pieces(of: words).compactMap { piece in
          if case .name(let name) = piece { String(name) } else { nil }
        }
      case .strong(let inner), .emphasis(let inner), .link(let inner, _): names(in: inner)
      case .code, .math, .softBreak, .lineBreak: []
      }
    }
  }
}
