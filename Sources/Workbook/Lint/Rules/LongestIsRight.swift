import Markdown

/// Warns of an item that gives itself away: its right options are clearly longer than all others.
struct LongestIsRight: LintRule {
  /// Clearly longer: by so many columns, and by half of the longest wrong option.
  private static let columns = 12

  func findings(in subject: LintSubject) -> [Diagnostic] {
    subject.questions.flatMap { page, question in
      question.items.compactMap { item in
        let options = item.kind.options.map { (isRight: $0.isRight, columns: $0.text.plainText.columns) }
        guard let right = options.filter(\.isRight).map(\.columns).min(),
          let wrong = options.filter({ !$0.isRight }).map(\.columns).max(),
          right >= wrong + Self.columns, 2 * right >= 3 * wrong
        else { return nil }
        return Diagnostic(
          path: page.file.path, location: item.location,
          message: "what is right is clearly the longest; shorten it or lengthen another", isWarning: true)
      }
    }
  }
}
