import Markdown

/// A numbered list in the right order.
struct OrderForm: ItemForm {
  func claims(_ draft: ItemDraft) -> Bool { list(draft) != nil }

  func read(_ draft: ItemDraft, report: inout Report) -> ItemParts? {
    guard let list = list(draft) else { return nil }
    var steps: [Piece] = []
    var seen: Set<String> = []
    for item in list.items {
      guard item.blocks.count == 1, case .paragraph(let text)? = item.blocks.first?.kind else {
        report.refuse("a step is one paragraph", at: item.location)
        return nil
      }
      guard seen.insert(text.plainText.folded).inserted else {
        report.refuse("the step stands twice; say how the two differ", at: item.location)
        return nil
      }
      steps.append(Piece(text: text))
    }
    guard steps.count > 2 else {
      report.refuse("an order needs three steps or more", at: draft.location)
      return nil
    }
    guard draft.ends(after: list.index, with: "the steps", report: &report) else { return nil }
    return ItemParts(kind: .order(steps: steps), prompt: draft.prompt, body: Array(draft.blocks[..<list.index]))
  }

  private func list(_ draft: ItemDraft) -> (index: Int, items: [ListItem])? {
    for (index, block) in draft.blocks.enumerated() {
      if case .list(true, let items) = block.kind { return (index, items) }
    }
    return nil
  }
}
