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
  /// What the next reading need not read again.
  private(set) var catalogue = Catalogue()
  private let known: Catalogue
  private let now: Date

  /// The faults of all files, without those that only lint looks for.
  var allFaults: [Diagnostic] { (faults + pages.flatMap(\.faults)).sorted() }

  /// Reads the shipped bank, and the user's own beside it; what is known of a file stands for it until it changes.
  /// - Parameter now: When the reading begins; a file changed just then is not yet noted as known.
  init(shipped: URL?, own: URL?, known: Catalogue = Catalogue(), now: Date = .distantPast) {
    (self.known, self.now) = (known, now)
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
    let marks = languages.mapValues(\.mark)
    let readings = Self.inParallel(files) { [known] file, language -> Reading in
      guard taken.contains(file.id) else {
        let state = FileState(file.url)
        let reader = QuestionReader(file: file, language: language)
        let key = state.map { "\($0.text) \(marks[language.language] ?? "")" }
        let head = key.flatMap { known.head(at: file.url.path, state: $0) }
        return Reading(page: head.map(reader.page) ?? reader.page(), state: state, key: key)
      }
      let message = "\(file.id) is a question of the shipped bank, which stays; give yours another name"
      let fault = Diagnostic(path: file.path, location: .start, message: message)
      return Reading(page: Page(file: file, header: nil, question: nil, faults: [fault]))
    }
    for reading in readings {
      pages.append(reading.page)
      note(reading)
    }
  }

  /// What became of a file, and the state in which it was found before it was read.
  private struct Reading {
    let page: Page
    var state: FileState?
    var key: String?
  }

  private mutating func note(_ reading: Reading) {
    guard let question = reading.page.question, reading.page.faults.isEmpty, let key = reading.key,
      reading.state?.isSettled(at: now) == true
    else { return }
    catalogue.note(question.head, at: question.file.path, state: key)
  }

  /// Start-up waits for this: every core reads.
  private static func inParallel<Job: Sendable>(_ jobs: [Job], _ read: @Sendable (Job) -> Reading) -> [Reading] {
    let readings = Mutex([Reading?](repeating: nil, count: jobs.count))
    DispatchQueue.concurrentPerform(iterations: jobs.count) { number in
      let reading = read(jobs[number])
      readings.withLock { $0[number] = reading }
    }
    return readings.withLock { $0.compactMap { $0 } }
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
