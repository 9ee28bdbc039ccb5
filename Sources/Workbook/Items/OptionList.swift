import Markdown

/// The options of a task list, and the blocks before it.
struct OptionList {
  let options: [Option]
  let body: [Block]

  /// - Returns: nil where an option cannot be read, after reporting all that cannot.
  init?(_ draft: ItemDraft, report: inout Report) {
    guard let list = draft.taskList else { return nil }
    var options: [Option] = []
    for item in list.items {
      if let option = Self.option(item, report: &report) { options.append(option) }
    }
    let isLast = draft.ends(after: list.index, with: "the options", report: &report)
    guard options.count == list.items.count, isLast else { return nil }
    self.options = options
    body = Array(draft.blocks[..<list.index])
  }

  /// Options of which exactly one is right.
  /// - Parameter kind: the kind of item, for messages.
  init?(_ draft: ItemDraft, forOneRightIn kind: String, report: inout Report) {
    if draft.taskList == nil {
      report.refuse("a \(kind) is answered with a list of [ ] and one [x]", at: draft.location)
      return nil
    }
    self.init(draft, report: &report)
    if options.count < 2 {
      report.refuse("a \(kind) needs two options or more", at: draft.location)
      return nil
    }
    let right = options.filter(\.isRight)
    if right.isEmpty {
      report.refuse("no option is right; tick one with [x]", at: options[0].location)
      return nil
    }
    if right.count > 1 {
      report.refuse("a \(kind) has one right option", at: right[1].location)
      return nil
    }
  }

  private static func option(_ item: ListItem, report: inout Report) -> Option? {
    guard let isRight = item.task else {
      report.refuse("an option begins with [ ] or [x]", at: item.location)
      return nil
    }
    guard case .paragraph(let text)? = item.blocks.first?.kind, !text.plainText.trimmingSpaces.isEmpty else {
      report.refuse("the option is empty; write it behind its box", at: item.location)
      return nil
    }
    var explanation: [Block] = []
    for block in item.blocks.dropFirst() {
      guard case .quote(let quoted) = block.kind else {
        report.refuse("an option is one paragraph and, quoted under it, its explanation", at: block.location)
        return nil
      }
      explanation += quoted
    }
    return Option(text: text, isRight: isRight, explanation: explanation, location: item.location)
  }
}
