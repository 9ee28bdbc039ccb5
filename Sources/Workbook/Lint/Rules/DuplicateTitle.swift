/// Two questions of one language that cannot be told apart in a list.
struct DuplicateTitle: LintRule {
  func findings(in subject: LintSubject) -> [Diagnostic] {
    subject.questionsByLanguage.flatMap { questions in
      var first: [String: QuestionID] = [:]
      return questions.compactMap { page, question -> Diagnostic? in
        let folded = question.title.folded
        guard let other = first[folded], let title = page.header?.title else {
          first[folded] = question.id
          return nil
        }
        return Diagnostic(
          path: page.file.path, location: title.location,
          message: "\(other) has the same title; give each question its own")
      }
    }
  }
}
