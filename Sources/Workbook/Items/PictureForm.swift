import Attention
import Markdown

/// A fence `experiment`, whose weights are drawn, and a task list.
struct PictureForm: ItemForm {
  func claims(_ draft: ItemDraft) -> Bool { draft.fence("experiment") != nil && draft.fence("python", "bug") == nil }

  func read(_ draft: ItemDraft, report: inout Report) -> ItemParts? {
    guard let shown = draft.takingExperiment(report: &report) else { return nil }
    let kernel = shown.experiment.recipe.kernel
    guard type(of: kernel).keepsWeights else {
      let place = draft.fence("experiment")?.block.location ?? draft.location
      report.refuse("experiment: the kernel \(kernel.text) keeps no weights to draw", at: place)
      return nil
    }
    return OptionList(shown.rest, forOneRightIn: "picture", report: &report).map { list in
      ItemParts(kind: .picture(shown.experiment, options: list.options), prompt: draft.prompt, body: list.body)
    }
  }
}
