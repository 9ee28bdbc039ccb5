import Markdown

/// Warns of titles that a narrow list cuts to the same text.
struct TitlesAlikeWhenCut: LintRule {
  /// As many columns as a list of questions has on a small terminal.
  private static let columns = 40

  func findings(in subject: LintSubject) -> [Diagnostic] {
    subject.questionsByLanguage.flatMap { questions in
      var first: [String: Question] = [:]
      return questions.compactMap { page, question -> Diagnostic? in
        let beginning = cut(question.title.folded)
        guard let other = first[beginning] else {
          first[beginning] = question
          return nil
        }
        // The same title in full is a fault, told elsewhere.
        guard other.title.folded != question.title.folded, let title = page.header?.title else { return nil }
        return Diagnostic(
          path: page.file.path, location: title.location,
          message: "the title begins like that of \(other.id) for \(Self.columns) columns; put what differs first",
          isWarning: true)
      }
    }
  }

  private func cut(_ title: String) -> String {
    var used = 0
    return String(
      title.prefix { character in
        used += character.isIdeograph ? 2 : 1
        return used <= Self.columns
      })
  }
}
