import Attention
import Markdown

/// Reads the items of a quiz: each begins with a heading of the third level.
struct QuizReader {
  let question: QuestionID

  /// - Returns: nil where an item is missing or wrong, after reporting all that are.
  func items(_ blocks: [Block], at location: Location, report: inout Report) -> [Item]? {
    var drafts: [ItemDraft] = []
    for block in blocks {
      if case .heading(3, let prompt) = block.kind {
        drafts.append(ItemDraft(prompt: prompt, location: block.location, blocks: []))
      } else if drafts.isEmpty {
        report.refuse("text before the first item; an item begins with ###", at: block.location)
      } else {
        drafts[drafts.count - 1].blocks.append(block)
      }
    }
    if drafts.isEmpty {
      report.refuse("no quiz item; an item begins with ###", at: location)
      return nil
    }
    var items: [Item] = []
    for (index, draft) in drafts.enumerated() {
      if let item = item(draft, number: index + 1, report: &report) { items.append(item) }
    }
    return items.count == drafts.count ? items : nil
  }

  private func item(_ draft: ItemDraft, number: Int, report: inout Report) -> Item? {
    if draft.prompt.plainText.trimmingSpaces.isEmpty {
      report.refuse("the item has no prompt; write it behind ###", at: draft.location)
    }
    var draft = draft
    if let empty = draft.takeExplanation() {
      report.note("the explanation is empty; write it behind >", at: empty)
    }
    guard let form = ItemForms.all.first(where: { $0.claims(draft) }) else {
      report.refuse("the item has no answer: a list with [ ] and [x], or a fence `answer`", at: draft.location)
      return nil
    }
    guard let parts = form.read(draft, report: &report) else { return nil }
    return Item(
      id: ItemID(question: question, number: number), prompt: parts.prompt, body: parts.body, kind: parts.kind,
      explanation: draft.explanation, fingerprint: Fingerprint(parts).description, location: draft.location)
  }
}

extension Fingerprint {
  /// What is asked and what is right; a reworded explanation leaves it alone.
  init(_ parts: ItemParts) {
    self.init()
    add(parts.kind.name)
    add(parts.prompt.plainText)
    add(parts.body.plainText)
    for option in parts.kind.options {
      add(option.isRight ? "x" : " ")
      add(option.text.plainText)
    }
    for flag in parts.kind.experiment?.flags ?? [] { add("\(flag.name) \(flag.value)") }
    switch parts.kind {
    case .choice, .several, .picture, .bug: break
    case .order(let steps): for step in steps { add(step.text.plainText) }
    case .match(let matching):
      for pair in matching.pairs {
        add(pair.left.plainText)
        add(pair.right.text.plainText)
      }
    case .gap(let gaps): for gap in gaps { add(gap.accepted.joined(separator: "|")) }
    case .number(let template):
      add(template.value.source)
      add(template.unit?.name ?? "")
      add(template.tolerance.description)
      for given in template.given {
        add(given.name)
        for value in given.values { add(value.description) }
      }
    }
  }
}
