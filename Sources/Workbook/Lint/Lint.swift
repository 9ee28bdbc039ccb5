public import Foundation

/// Everything that is wrong with a bank, whether or not its questions can be read.
public enum Lint {
  /// Every rule that looks beyond one file's form; reading a file finds the rest.
  static let rules: [any LintRule] = [
    DuplicateTitle(),
    DanglingSee(),
    UnfaithfulTranslation(),
    EmptyExplanation(),
    FailingCheck(),
    TitlesAlikeWhenCut(),
    LongestIsRight(),
    AlwaysRight(),
  ]

  /// Looks for every fault and warning of a bank and of the user's own questions beside it.
  ///
  /// Slow: it computes every check.
  /// - Returns: sorted by file, place and wording; empty for a bank without fault.
  public static func run(shipped: URL?, own: URL? = nil) -> [Diagnostic] {
    let reading = BankReading(shipped: shipped, own: own)
    let subject = LintSubject(reading)
    return (reading.allFaults + rules.flatMap { $0.findings(in: subject) }).sorted()
  }
}

/// One thing that lint looks for. Its wording stands beside it.
protocol LintRule: Sendable {
  func findings(in subject: LintSubject) -> [Diagnostic]
}

/// What the rules look at.
struct LintSubject {
  let pages: [Page]
  let languages: [String: BankLanguage]

  init(_ reading: BankReading) {
    pages = reading.pages
    languages = reading.languages
  }

  /// The files that could be read as questions, by language, each language in the order of its files.
  var questionsByLanguage: [[(page: Page, question: Question)]] {
    languages.keys.sorted().map { language in
      pages.filter { $0.file.language == language }.compactMap { page in page.question.map { (page, $0) } }
    }
  }

  var questions: [(page: Page, question: Question)] { questionsByLanguage.flatMap { $0 } }
}
