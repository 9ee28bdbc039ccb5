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
  public static func run(shipped: URL?, own: URL? = nil) -> LintReport {
    let reading = BankReading(shipped: shipped, own: own)
    let subject = LintSubject(reading)
    return LintReport(
      files: reading.pages.map { LintReport.File(path: $0.file.path, id: $0.file.id, language: $0.file.language) },
      programs: subject.questions.compactMap { PythonProgram($0.question, path: $0.page.file.path) },
      findings: (reading.allFaults + rules.flatMap { $0.findings(in: subject) }).sorted())
  }
}

/// What lint looked at, and what it found.
public struct LintReport: Sendable {
  /// A file that stands where a question does.
  public struct File: Sendable {
    public let path: String
    public let id: QuestionID
    public let language: String
  }

  public let files: [File]
  /// The Python of the answers that could be read, which lint itself does not run.
  public let programs: [PythonProgram]
  /// Sorted by file, place and wording; empty for a bank without fault.
  public private(set) var findings: [Diagnostic]

  /// The report with what somebody else found, too.
  public func adding(_ more: [Diagnostic]) -> LintReport {
    var report = self
    report.findings = (findings + more).sorted()
    return report
  }

  /// The part of the report that concerns some of the files.
  public func only(where isWanted: (_ path: String) -> Bool) -> LintReport {
    LintReport(
      files: files.filter { isWanted($0.path) }, programs: programs.filter { isWanted($0.path) },
      findings: findings.filter { isWanted($0.path) })
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
