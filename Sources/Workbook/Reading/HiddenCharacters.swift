import Markdown

/// Characters that a file does not hold but its tree does: `&#27;` is harmless in the text and an escape sequence when
/// it is shown.
enum HiddenCharacters {
  static func refuse(in document: Document, of text: String, report: inout Report) {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return }
    for block in document.blocks {
      guard let refused = first(in: [block]) else { continue }
      report.refuse("a character reference hides this: \(refused.refusal)", at: block.location)
    }
  }

  private static func first(in blocks: [Block]) -> Unicode.Scalar? {
    for block in blocks {
      let found =
        switch block.kind {
        case .heading(_, let inlines), .paragraph(let inlines): first(in: inlines)
        case .code(let info, let text): info.firstRefused ?? text.firstRefused
        case .list(_, let items): items.lazy.compactMap { first(in: $0.blocks) }.first
        case .quote(let blocks): first(in: blocks)
        case .table(let header, _, let rows):
          ([header] + rows).lazy.joined().compactMap { first(in: $0) }.first
        case .rule: Unicode.Scalar?.none
        }
      if let found { return found }
    }
    return nil
  }

  private static func first(in inlines: [Inline]) -> Unicode.Scalar? {
    for inline in inlines {
      let found =
        switch inline {
        case .text(let words), .code(let words), .math(let words): words.firstRefused
        case .strong(let inner), .emphasis(let inner): first(in: inner)
        case .link(let inner, let destination): first(in: inner) ?? destination.firstRefused
        case .softBreak, .lineBreak: Unicode.Scalar?.none
        }
      if let found { return found }
    }
    return nil
  }
}
