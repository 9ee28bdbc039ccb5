import Markdown

/// A translation without an original, or whose quiz has another number of items, other kinds or other right answers.
///
/// English is the original where there is any. A user's own question may be in one language only, whichever.
struct UnfaithfulTranslation: LintRule {
  func findings(in subject: LintSubject) -> [Diagnostic] {
    let languages = subject.languages.keys.sorted()
    guard let original = languages.contains("en") ? "en" : languages.first else { return [] }
    let originals = Dictionary(
      subject.pages.filter { $0.file.language == original }.map { ($0.file.id, $0) },
      uniquingKeysWith: { one, _ in one })
    return subject.pages.filter { $0.file.language != original }.flatMap { page -> [Diagnostic] in
      guard let first = originals[page.file.id] else {
        if page.file.isOwn { return [] }
        let message = "a translation without its original \(original)/\(page.file.id).md"
        return [Diagnostic(path: page.file.path, location: .start, message: message)]
      }
      guard let translated = page.question, let written = first.question else { return [] }
      return differences(translated.items, written.items, original: original).map { location, message in
        Diagnostic(path: page.file.path, location: location, message: message)
      }
    }
  }

  private func differences(_ items: [Item], _ originals: [Item], original: String) -> [(Location, String)] {
    var result: [(Location, String)] = []
    if items.count != originals.count {
      let place = items.count > originals.count ? items[originals.count].location : items.last?.location
      result.append((place ?? .start, "\(items.count) quiz items, but \(originals.count) in \(original)"))
    }
    for (item, written) in zip(items, originals) {
      if item.kind.name != written.kind.name {
        result.append((item.location, "a \(item.kind.name) item, but a \(written.kind.name) item in \(original)"))
      } else if let difference = difference(item.kind, written.kind, original: original) {
        result.append((item.location, difference))
      }
    }
    return result
  }

  private func difference(_ kind: ItemKind, _ written: ItemKind, original: String) -> String? {
    let (options, others) = (kind.options, written.options)
    if options.count != others.count { return "\(options.count) options, but \(others.count) in \(original)" }
    if options.map(\.isRight) != others.map(\.isRight) { return "other options are right than in \(original)" }
    if kind.experiment?.recipe != written.experiment?.recipe { return "another experiment than in \(original)" }
    switch (kind, written) {
    case (.order(let steps), .order(let others)):
      return steps.count == others.count ? nil : "\(steps.count) steps, but \(others.count) in \(original)"
    case (.match(let matching), .match(let other)):
      let (count, others) = (matching.pairs.count, other.pairs.count)
      return count == others ? nil : "\(count) pairs, but \(others) in \(original)"
    case (.gap(let gaps), .gap(let others)):
      return gaps.count == others.count ? nil : "\(gaps.count) gaps, but \(others.count) in \(original)"
    case (.number(let template), .number(let other)):
      let same =
        template.value.source == other.value.source && template.given == other.given
        && template.tolerance == other.tolerance && template.unit?.factor == other.unit?.factor
      return same ? nil : "another formula, other given numbers or another tolerance than in \(original)"
    default: return nil
    }
  }
}
