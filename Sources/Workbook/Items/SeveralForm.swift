import Markdown

/// A task list with more than one `[x]`.
struct SeveralForm: ItemForm {
  func claims(_ draft: ItemDraft) -> Bool { draft.taskList.map { $0.items.count { $0.task == true } > 1 } ?? false }

  func read(_ draft: ItemDraft, report: inout Report) -> ItemParts? {
    guard let list = OptionList(draft, report: &report) else { return nil }
    return ItemParts(kind: .several(options: list.options), prompt: draft.prompt, body: list.body)
  }
}
