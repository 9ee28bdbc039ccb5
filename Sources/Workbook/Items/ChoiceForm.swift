import Markdown

/// A task list with one `[x]`.
struct ChoiceForm: ItemForm {
  func claims(_ draft: ItemDraft) -> Bool { draft.taskList != nil }

  func read(_ draft: ItemDraft, report: inout Report) -> (kind: ItemKind, body: [Block])? {
    guard let list = OptionList(draft, report: &report) else { return nil }
    if list.options.count < 2 {
      report.refuse("a choice needs two options or more", at: draft.location)
      return nil
    }
    if !list.options.contains(where: \.isRight) {
      report.refuse("no option is right; tick one with [x]", at: list.options[0].location)
      return nil
    }
    return (.choice(options: list.options), list.body)
  }
}
