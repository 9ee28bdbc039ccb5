import Markdown

/// A table of two columns, each row a pair.
struct MatchForm: ItemForm {
  func claims(_ draft: ItemDraft) -> Bool { table(draft) != nil }

  func read(_ draft: ItemDraft, report: inout Report) -> ItemParts? {
    guard let table = table(draft) else { return nil }
    let place = draft.blocks[table.index].location
    let pairs = table.rows.map { Matching.Pair(left: $0[0], right: Piece(text: $0[1])) }
    if pairs.contains(where: {
      $0.left.plainText.trimmingSpaces.isEmpty || $0.right.text.plainText.trimmingSpaces.isEmpty
    }) {
      report.refuse("a cell of the table is empty; each row is a pair", at: place)
      return nil
    }
    if Set(pairs.map(\.left.plainText.folded)).count < pairs.count {
      report.refuse("two rows begin with the same; each has its own left side", at: place)
      return nil
    }
    guard Set(pairs.map(\.right.text.plainText.folded)).count > 1 else {
      report.refuse("a match needs two different right sides or more", at: place)
      return nil
    }
    guard draft.ends(after: table.index, with: "the table", report: &report) else { return nil }
    let header = Matching.Pair(left: table.header[0], right: Piece(text: table.header[1]))
    return ItemParts(
      kind: .match(Matching(header: header, pairs: pairs)), prompt: draft.prompt,
      body: Array(draft.blocks[..<table.index]))
  }

  private func table(_ draft: ItemDraft) -> (index: Int, header: [[Inline]], rows: [[[Inline]]])? {
    for (index, block) in draft.blocks.enumerated() {
      if case .table(let header, _, let rows) = block.kind, header.count == 2 { return (index, header, rows) }
    }
    return nil
  }
}
