import Markdown

/// How one kind of item is written. A new kind is a new form, a line in `ItemForms.all`, and a case of `ItemKind`.
protocol ItemForm: Sendable {
  /// Whether an item is written this way. Forms are asked in the order of the list.
  func claims(_ draft: ItemDraft) -> Bool
  /// Nil after reporting what is wrong.
  func read(_ draft: ItemDraft, report: inout Report) -> ItemParts?
}

/// Every way to write an item; what is told by a fence comes before what is told by a list or a table.
enum ItemForms {
  static let all: [any ItemForm] = [
    PlannedForm("exercise") { $0.fence("exercise") != nil },
    BugForm(),
    PictureForm(),
    NumberForm(),
    SeveralForm(),
    ChoiceForm(),
    GapForm(),
    MatchForm(),
    OrderForm(),
  ]
}

/// A kind of the format that cannot be asked yet: it is recognised, and named as such.
struct PlannedForm: ItemForm {
  private let name: String
  private let recognises: @Sendable (ItemDraft) -> Bool

  init(_ name: String, recognises: @escaping @Sendable (ItemDraft) -> Bool) {
    self.name = name
    self.recognises = recognises
  }

  func claims(_ draft: ItemDraft) -> Bool { recognises(draft) }

  func read(_ draft: ItemDraft, report: inout Report) -> ItemParts? {
    report.refuse("items of the kind \(name) are not there yet; ask with a choice or a number", at: draft.location)
    return nil
  }
}
