import Markdown

/// Warns of what lets one answer without reading: a place, a wording, or a kind of item that is always right.
struct AlwaysRight: LintRule {
  /// With fewer items it may be chance.
  private static let fewest = 5

  private typealias Asked = (page: Page, item: Item)

  func findings(in subject: LintSubject) -> [Diagnostic] {
    subject.questionsByLanguage.flatMap { questions -> [Diagnostic] in
      let items = questions.flatMap { page, question in question.items.map { Asked(page, $0) } }
      let choices = items.filter(\.item.kind.isChoice)
      let several = items.filter { $0.item.kind.name == "several" }
      return samePlace(choices) + sameWording(choices + several) + everythingRight(several)
    }
  }

  private func samePlace(_ choices: [Asked]) -> [Diagnostic] {
    let places = Set(choices.map { $0.item.kind.options.firstIndex { $0.isRight } ?? 0 })
    guard choices.count >= Self.fewest, places.count == 1, let place = places.first, let last = choices.last else {
      return []
    }
    return [warning("in all \(choices.count) choices option \(place + 1) is right; move some", last)]
  }

  /// “All of the above”.
  private func sameWording(_ asked: [Asked]) -> [Diagnostic] {
    var uses: [String: [(asked: Asked, option: Option)]] = [:]
    for asked in asked {
      for option in asked.item.kind.options { uses[option.text.plainText.folded, default: []].append((asked, option)) }
    }
    return uses.values.filter { $0.count >= 3 && $0.allSatisfy(\.option.isRight) }.compactMap { uses in
      uses.last.map { warning("“\($0.option.text.plainText)” is right all \(uses.count) times", $0.asked) }
    }
  }

  private func everythingRight(_ several: [Asked]) -> [Diagnostic] {
    guard several.count >= Self.fewest, let last = several.last,
      several.allSatisfy({ $0.item.kind.options.allSatisfy(\.isRight) })
    else { return [] }
    return [warning("in all \(several.count) items with several answers every option is right", last)]
  }

  private func warning(_ message: String, _ asked: Asked) -> Diagnostic {
    Diagnostic(path: asked.page.file.path, location: asked.item.location, message: message, isWarning: true)
  }
}
