import Markdown

/// The blocks of an item before it is known what kind it is.
struct ItemDraft {
  let prompt: [Inline]
  let location: Location
  var blocks: [Block]
  var explanation: [Block] = []

  /// The quoted blocks at the end explain the item as a whole.
  /// - Returns: where one stands that says nothing.
  mutating func takeExplanation() -> Location? {
    var empty: Location?
    while let last = blocks.last, case .quote(let quoted) = last.kind {
      if quoted.isEmpty { empty = last.location }
      explanation.insert(contentsOf: quoted, at: 0)
      blocks.removeLast()
    }
    return empty
  }

  /// The first fence whose info string begins with a word.
  func fence(_ words: String...) -> (index: Int, block: Block, text: String)? {
    for (index, block) in blocks.enumerated() {
      guard case .code(let info, let text) = block.kind else { continue }
      if info.split(separator: " ").map(String.init).starts(with: words) { return (index, block, text) }
    }
    return nil
  }

  /// The list of boxes to tick.
  var taskList: (index: Int, items: [ListItem])? {
    for (index, block) in blocks.enumerated() {
      if case .list(_, let items) = block.kind, items.contains(where: { $0.task != nil }) { return (index, items) }
    }
    return nil
  }

  /// Whether nothing follows the answers but the explanation, which is already taken; says so where something does.
  func ends(after index: Int, with answers: String, report: inout Report) -> Bool {
    for extra in blocks[(index + 1)...] {
      report.refuse("only a quoted explanation may follow \(answers)", at: extra.location)
    }
    return index == blocks.count - 1
  }

  /// The run of its fence `experiment`, and the draft without the fence; nil after reporting what is wrong.
  func takingExperiment(report: inout Report) -> (experiment: Experiment, rest: ItemDraft)? {
    guard let fence = fence("experiment") else { return nil }
    let source = YAMLSource(
      text: fence.text, origin: Location(line: fence.block.location.line + 1, column: fence.block.location.column))
    do throws(YAMLFault) {
      let experiment = try Experiment(source.fields())
      var rest = self
      rest.blocks.remove(at: fence.index)
      return (experiment, rest)
    } catch {
      report.refuse("experiment: \(error.message)", at: error.location)
      return nil
    }
  }
}

/// What a form makes of a draft.
struct ItemParts {
  let kind: ItemKind
  let prompt: [Inline]
  /// What stands between the prompt and the answers.
  let body: [Block]
}
