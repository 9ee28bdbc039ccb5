/// What takes the place of words in a document; structure, mathematics and addresses stay.
public struct Rewriting {
  /// New inlines for a run of words; `leaf` makes an inline of the kind that the words had, text or code.
  let words: (_ words: String, _ leaf: (String) -> Inline) -> [Inline]
  /// New text for a block of code.
  let code: (String) -> String

  public init(
    words: @escaping (_ words: String, _ leaf: (String) -> Inline) -> [Inline], code: @escaping (String) -> String
  ) {
    (self.words, self.code) = (words, code)
  }

  /// Every run of words and every line of code by the same rule.
  public init(_ change: @escaping (String) -> String) {
    self.init(words: { words, leaf in [leaf(change(words))] }, code: change)
  }

  public func callAsFunction(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .text(let words): self.words(words, Inline.text)
      case .code(let words): self.words(words, Inline.code)
      case .strong(let inner): [.strong(self(inner))]
      case .emphasis(let inner): [.emphasis(self(inner))]
      case .link(let inner, let destination): [.link(self(inner), destination: destination)]
      case .math, .softBreak, .lineBreak: [inline]
      }
    }
  }

  public func callAsFunction(_ blocks: [Block]) -> [Block] {
    blocks.map { block in
      var block = block
      block.kind =
        switch block.kind {
        case .heading(let level, let inlines): .heading(level: level, self(inlines))
        case .paragraph(let inlines): .paragraph(self(inlines))
        case .code(let info, let text): .code(info: info, text: info == "math" ? text : code(text))
        case .list(let ordered, let items):
          .list(
            ordered: ordered,
            items: items.map { ListItem(task: $0.task, blocks: self($0.blocks), location: $0.location) })
        case .quote(let blocks): .quote(self(blocks))
        case .table(let header, let alignments, let rows):
          .table(header: header.map { self($0) }, alignments: alignments, rows: rows.map { $0.map { self($0) } })
        case .rule: .rule
        }
      return block
    }
  }
}
