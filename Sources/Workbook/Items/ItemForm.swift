import Markdown

/// How one kind of item is written. A new kind is a new form, a line in `ItemForms.all`, and a case of `ItemKind`.
protocol ItemForm: Sendable {
  /// Whether an item is written this way. Forms are asked in the order of the list.
  func claims(_ draft: ItemDraft) -> Bool
  /// The kind, and the blocks that belong to the prompt; nil after reporting what is wrong.
  func read(_ draft: ItemDraft, report: inout Report) -> (kind: ItemKind, body: [Block])?
}

/// Every way to write an item; what is told by a fence comes before what is told by a list or a table.
enum ItemForms {
  static let all: [any ItemForm] = [
    PlannedForm("exercise") { $0.fence("exercise") != nil },
    PlannedForm("bug") { $0.fence("python", "bug") != nil },
    PlannedForm("picture") { $0.fence("experiment") != nil },
    NumberForm(),
    SeveralForm(),
    ChoiceForm(),
    PlannedForm("gap") { $0.blocks.plainText.contains("{{") || $0.prompt.plainText.contains("{{") },
    PlannedForm("match") { $0.blocks.contains { $0.isPairTable } },
    PlannedForm("order") { $0.blocks.contains { $0.isNumberedList } },
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

  func read(_ draft: ItemDraft, report: inout Report) -> (kind: ItemKind, body: [Block])? {
    report.refuse("items of the kind \(name) are not there yet; ask with a choice or a number", at: draft.location)
    return nil
  }
}

extension Block {
  fileprivate var isPairTable: Bool {
    if case .table(let header, _, _) = kind { return header.count == 2 }
    return false
  }

  fileprivate var isNumberedList: Bool {
    if case .list(true, _) = kind { return true }
    return false
  }
}
