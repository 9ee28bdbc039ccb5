import Markdown

/// `{{softmax|soft-max}}` in a sentence or in code: the words that are accepted.
struct GapForm: ItemForm {
  func claims(_ draft: ItemDraft) -> Bool { (draft.prompt.plainText + draft.blocks.plainText).contains("{{") }

  func read(_ draft: ItemDraft, report: inout Report) -> ItemParts? {
    if (draft.prompt.plainText + draft.blocks.plainText).contains(Gap.blank) {
      report.refuse("\(Gap.blank) stands for a gap on the screen; write the gap as {{word}}", at: draft.location)
      return nil
    }
    var gaps: [Gap] = []
    var isBroken = false
    let cut = Rewriting { text in
      var result = ""
      var rest = text[...]
      while let open = rest.firstRange(of: "{{") {
        guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
          isBroken = true
          break
        }
        let words = rest[open.upperBound..<close.lowerBound].split(separator: "|", omittingEmptySubsequences: false)
        let accepted = words.map { String($0).trimmingSpaces }
        if accepted.contains(where: \.isEmpty) { isBroken = true }
        gaps.append(Gap(accepted: accepted))
        result += rest[..<open.lowerBound] + Gap.blank
        rest = rest[close.upperBound...]
      }
      return result + rest
    }
    let prompt = cut(draft.prompt)
    let body = cut(draft.blocks)
    if isBroken || gaps.isEmpty {
      report.refuse("a gap is {{word}} or {{word|other word}}, on one line, outside $…$", at: draft.location)
      return nil
    }
    return ItemParts(kind: .gap(gaps), prompt: prompt, body: body)
  }
}
