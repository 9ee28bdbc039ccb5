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
    guard let (kind, body) = form.read(draft, report: &report) else { return nil }
    return Item(
      id: ItemID(question: question, number: number), prompt: draft.prompt, body: body, kind: kind,
      explanation: draft.explanation,
      fingerprint: Fingerprint(prompt: draft.prompt, body: body, kind: kind).description,
      location: draft.location)
  }
}

/// The blocks of an item before it is known what kind it is.
struct ItemDraft {
  let prompt: [Inline]
  let location: Location
  var blocks: [Block]
  var explanation: [Block] = []

  /// The quoted blocks at the end explain the item as a whole.
  /// - Returns: where one stands that says nothing.
  mutating func takeExplanation() -> Location? {
    var empty: Location?
    while let last = blocks.last, case .quote(let quoted) = last.kind {
      if quoted.isEmpty { empty = last.location }
      explanation.insert(contentsOf: quoted, at: 0)
      blocks.removeLast()
    }
    return empty
  }

  /// The first fence whose info string begins with a word.
  func fence(_ words: String...) -> (index: Int, block: Block, text: String)? {
    for (index, block) in blocks.enumerated() {
      guard case .code(let info, let text) = block.kind else { continue }
      if info.split(separator: " ").map(String.init).starts(with: words) { return (index, block, text) }
    }
    return nil
  }

  /// The list of boxes to tick.
  var taskList: (index: Int, items: [ListItem])? {
    for (index, block) in blocks.enumerated() {
      if case .list(_, let items) = block.kind, items.contains(where: { $0.task != nil }) { return (index, items) }
    }
    return nil
  }
}

extension Fingerprint {
  /// What is asked and what is right; a reworded explanation leaves it alone.
  init(prompt: [Inline], body: [Block], kind: ItemKind) {
    self.init()
    add(kind.name)
    add(prompt.plainText)
    add(body.plainText)
    switch kind {
    case .choice(let options), .several(let options):
      for option in options {
        add(option.isRight ? "x" : " ")
        add(option.text.plainText)
      }
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
