import Dispatch
import Foundation
import Markdown
import Synchronization

/// A bank as it was read: what every file became, good or not.
struct BankReading: Sendable {
  private(set) var languages: [String: BankLanguage] = [:]
  private(set) var pages: [Page] = []
  /// The faults of files that are no questions: bank.yaml, strays.
  private(set) var faults: [Diagnostic] = []

  /// The faults of all files, without those that only lint looks for.
  var allFaults: [Diagnostic] { (faults + pages.flatMap(\.faults)).sorted() }

  /// Reads the shipped bank, and the user's own beside it.
  init(shipped: URL?, own: URL?) {
    if let shipped { add(BankFolder(root: shipped, isOwn: false)) }
    // The own folder may itself be named as the bank.
    if let own, own.standardizedFileURL != shipped?.standardizedFileURL { add(BankFolder(root: own, isOwn: true)) }
  }

  private mutating func add(_ folder: BankFolder) {
    // A question that both have is the shipped one, whatever language the user's is in.
    let taken = Set(pages.map(\.file.id))
    var files: [(QuestionFile, BankLanguage)] = []
    for language in folder.languages() {
      guard let named = named(language, isOwn: folder.isOwn) else { continue }
      languages[language.name] = named
      for stray in language.strays {
        faults.append(
          Diagnostic(path: stray, location: .start, message: "a question stands directly in its topic's folder"))
      }
      files += language.files.map { ($0, named) }
    }
    pages += Self.inParallel(files) { file, language in
      guard taken.contains(file.id) else { return QuestionReader(file: file, language: language).page() }
      let message = "\(file.id) is a question of the shipped bank, which stays; give yours another name"
      let fault = Diagnostic(path: file.path, location: .start, message: message)
      return Page(file: file, header: nil, question: nil, faults: [fault])
    }
  }

  /// Start-up waits for this: every core reads.
  private static func inParallel<Job: Sendable>(_ jobs: [Job], _ read: @Sendable (Job) -> Page) -> [Page] {
    let pages = Mutex([Page?](repeating: nil, count: jobs.count))
    DispatchQueue.concurrentPerform(iterations: jobs.count) { number in
      let page = read(jobs[number])
      pages.withLock { $0[number] = page }
    }
    return pages.withLock { $0.compactMap { $0 } }
  }

  private mutating func named(_ language: BankFolder.Language, isOwn: Bool) -> BankLanguage? {
    let shipped = isOwn ? languages[language.name] : nil
    let path = "\(language.path)/bank.yaml"
    guard language.isNamed else {
      if shipped == nil {
        faults.append(
          Diagnostic(
            path: path, location: .start, message: "missing: it names the language, its topics and its headings"))
      }
      return shipped
    }
    var report = Report(path: path)
    let result = BankYAML(url: language.yaml, path: path, folder: language.name, shipped: shipped)
      .language(report: &report)
    faults += report.faults
    return result ?? shipped
  }
}
