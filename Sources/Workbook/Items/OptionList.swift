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
    for extra in draft.blocks[(list.index + 1)...] {
      report.refuse("only a quoted explanation may follow the options", at: extra.location)
    }
    guard options.count == list.items.count, list.index == draft.blocks.count - 1 else { return nil }
    self.options = options
    body = Array(draft.blocks[..<list.index])
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
