import Markdown

/// A fence `python bug`, a task list, and perhaps a fence `experiment` that shows the fault.
struct BugForm: ItemForm {
  func claims(_ draft: ItemDraft) -> Bool { draft.fence("python", "bug") != nil }

  func read(_ draft: ItemDraft, report: inout Report) -> ItemParts? {
    var rest = draft
    var shown: Experiment?
    if draft.fence("experiment") != nil {
      guard let taken = draft.takingExperiment(report: &report) else { return nil }
      (shown, rest) = (taken.experiment, taken.rest)
    }
    return OptionList(rest, forOneRightIn: "bug", report: &report).map { list in
      ItemParts(kind: .bug(shows: shown, options: list.options), prompt: draft.prompt, body: list.body)
    }
  }
}
