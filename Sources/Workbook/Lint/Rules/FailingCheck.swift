/// A check that cannot be read, that does not come true, or whose figure the answer does not say.
struct FailingCheck: LintRule {
  func findings(in subject: LintSubject) -> [Diagnostic] {
    // A translation has the same checks as its original.
    var verdicts: [Check: Result<Verdict, Diagnostic>] = [:]
    return subject.questions.flatMap { page, question -> [Diagnostic] in
      let figures = Figures(in: question.plainText)
      return question.sections.flatMap(\.checks).flatMap { check -> [Diagnostic] in
        if check.block < 0 {
          let message = "check: it follows the paragraph that states its figure"
          return [Diagnostic(path: page.file.path, location: check.location, message: message)]
        }
        let verdict = verdicts[check] ?? Result { () throws(Diagnostic) in try check.verdict() }
        verdicts[check] = verdict
        switch verdict {
        case .failure(let fault):
          return [Diagnostic(path: page.file.path, location: fault.location, message: "check: \(fault.message)")]
        case .success(let verdict):
          return verdict.findings.compactMap { finding in
            message(finding, figures).map {
              Diagnostic(path: page.file.path, location: finding.location, message: "check: \($0)")
            }
          }
        }
      }
    }
  }

  private func message(_ finding: Verdict.Finding, _ figures: Figures) -> String? {
    if !finding.holds {
      return "\(finding.subject) is \(finding.measured.brief), not \(finding.relation) \(finding.figure)"
    }
    return figures.contain(finding.value) ? nil : "the answer does not say \(finding.figure)"
  }
}
