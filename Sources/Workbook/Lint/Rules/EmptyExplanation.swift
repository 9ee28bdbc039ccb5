import Markdown

/// An option that does not say why it is right or wrong.
struct EmptyExplanation: LintRule {
  func findings(in subject: LintSubject) -> [Diagnostic] {
    subject.questions.flatMap { page, question in
      question.items.flatMap(\.kind.options).compactMap { option in
        guard option.explanation.plainText.trimmingSpaces.isEmpty else { return nil }
        return Diagnostic(
          path: page.file.path, location: option.location,
          message: "the option has no explanation; quote it under the option with >")
      }
    }
  }
}
