import Markdown

/// A task list with one `[x]`.
struct ChoiceForm: ItemForm {
  func claims(_ draft: ItemDraft) -> Bool { draft.taskList != nil }

  func read(_ draft: ItemDraft, report: inout Report) -> ItemParts? {
    OptionList(draft, forOneRightIn: "choice", report: &report).map { list in
      ItemParts(kind: .choice(options: list.options), prompt: draft.prompt, body: list.body)
    }
  }
}
