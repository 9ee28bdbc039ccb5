public import Foundation

/// Everything readable of a folder of questions, and the names of what was not.
public struct Bank: Sendable {
  /// By the folder's name: `en`, `zh`.
  public let languages: [String: BankLanguage]
  /// What could not be read, sorted by file and place; lint looks for more than this.
  public let faults: [Diagnostic]
  /// What a later reading need not read again.
  public let catalogue: Catalogue
  private let shelves: [QuestionID: [String: Question]]
  private let ordered: [String: [Question]]
  /// The topics that some question belongs to.
  private let filled: Set<String>

  /// Reads the shipped bank, and beside it the user's own folder of the same layout.
  ///
  /// The own folder may use the topics and headings of the shipped `bank.yaml` or bring its own. Where both have a
  /// question of one id, the shipped one stays and the other is a fault. Nothing is thrown: an unreadable file is left
  /// out and named.
  /// - Parameters:
  ///   - known: The catalogue of an earlier reading: a file in it is read when its answer or its items are asked for.
  ///   - now: When the reading begins; without it nothing is noted for a later one.
  /// - Complexity: one pass over all files that are not known, on every core; 0.4 ms of one core for a file of 13 KB.
  public init(shipped: URL, own: URL? = nil, known: Catalogue = Catalogue(), now: Date = .distantPast) {
    self.init(BankReading(shipped: shipped, own: own, known: known, now: now))
  }

  init(_ reading: BankReading) {
    languages = reading.languages
    faults = reading.allFaults
    catalogue = reading.catalogue
    var shelves: [QuestionID: [String: Question]] = [:]
    for question in reading.pages.compactMap(\.question) {
      shelves[question.id, default: [:]][question.language] = question
    }
    self.shelves = shelves
    filled = Set(shelves.keys.map(\.topic))
    var ordered: [String: [Question]] = [:]
    for language in reading.languages.keys { ordered[language] = Self.order(shelves, language, reading.languages) }
    self.ordered = ordered
  }

  /// A question in a language, or in another where it is not translated; nil where no file has the id.
  public func question(_ id: QuestionID, in language: String) -> Question? {
    shelves[id].flatMap { Self.pick($0, language) }
  }

  /// Every question once, by topic, then level, then title; the untranslated ones in another language. The titles are
  /// compared in one language, so that the list keeps its order in every other.
  public func questions(in language: String) -> [Question] { ordered[language] ?? ordered[fallback] ?? [] }

  /// The chapters that have questions, in the order of study; those that only another language has come last.
  public func topics(in language: String) -> [Topic] {
    declaredTopics(in: language).filter { filled.contains($0.id) }
  }

  /// All chapters that a question may belong to, in the same order.
  public func declaredTopics(in language: String) -> [Topic] { Self.topics(language, languages) }

  public func topic(_ id: String, in language: String) -> Topic? { topics(in: language).first { $0.id == id } }

  /// The words for the parts of a question.
  public func headings(in language: String) -> Headings? { (languages[language] ?? languages[fallback])?.headings }

  /// Every id there is, in order.
  public var ids: [QuestionID] { shelves.keys.sorted() }

  /// Every question in every language that it is written in, by id, then language.
  public var everything: [Question] {
    ids.flatMap { id in (shelves[id] ?? [:]).values.sorted { $0.language < $1.language } }
  }

  private var fallback: String { Self.preference("", in: languages.keys).first ?? "en" }

  /// A language first, then English, then the others by name.
  private static func preference(_ language: String, in all: some Sequence<String>) -> [String] {
    all.sorted { ($0 != language ? 1 : 0, $0 != "en" ? 1 : 0, $0) < ($1 != language ? 1 : 0, $1 != "en" ? 1 : 0, $1) }
  }

  private static func pick(_ shelf: [String: Question], _ language: String) -> Question? {
    shelf[language] ?? preference(language, in: shelf.keys).first.flatMap { shelf[$0] }
  }

  private static func topics(_ language: String, _ languages: [String: BankLanguage]) -> [Topic] {
    var result: [Topic] = []
    for name in preference(language, in: languages.keys) {
      for topic in languages[name]?.topics ?? [] where !result.contains(where: { $0.id == topic.id }) {
        result.append(topic)
      }
    }
    return result
  }

  private static func order(
    _ shelves: [QuestionID: [String: Question]], _ language: String, _ languages: [String: BankLanguage]
  ) -> [Question] {
    let places = Dictionary(
      topics(language, languages).enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return shelves.values.compactMap { pick($0, "") }.sorted { one, other in
      (places[one.id.topic] ?? .max, one.level, one.title, one.id)
        < (places[other.id.topic] ?? .max, other.level, other.title, other.id)
    }.compactMap { shelves[$0.id].flatMap { pick($0, language) } }
  }
}
