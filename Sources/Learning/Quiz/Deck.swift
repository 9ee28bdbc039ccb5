public import Workbook

/// The cards there are: of each question its quiz items, and the question as a whole.
public struct Deck: Equatable, Sendable {
  /// The cards of one question.
  public struct Sheet: Identifiable, Equatable, Sendable {
    public let id: QuestionID
    public let level: Level
    public let kind: QuestionKind
    /// How many quiz items it has.
    public let items: Int
    /// Its title and its tags, in every language it is written in.
    public let titles: [String]
    public let tags: [String]

    public init(
      id: QuestionID, level: Level, kind: QuestionKind = .concept, items: Int, titles: [String] = [],
      tags: [String] = []
    ) {
      (self.id, self.level, self.kind, self.items) = (id, level, kind, items)
      (self.titles, self.tags) = (titles, tags)
    }

    public init(_ question: Question, translations: [Question] = []) {
      let all = [question] + translations
      self.init(
        id: question.id, level: question.level, kind: question.kind, items: question.itemCount,
        titles: all.map(\.title), tags: all.flatMap(\.tags))
    }

    /// The items in the order of the file.
    public var itemCards: [CardID] { (0..<items).map { CardID(question: id, item: $0 + 1) } }

    /// The items, then the question as a whole.
    public var cards: [CardID] { itemCards + [CardID(question: id)] }
  }

  /// In the order of study.
  public let topics: [String]
  /// By topic, then as the bank orders them.
  public let sheets: [Sheet]
  private let places: [QuestionID: Int]

  public init(topics: [String], sheets: [Sheet]) {
    self.topics = topics
    self.sheets = sheets
    places = Dictionary(sheets.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Everything that a bank can ask in one language, translated or not.
  public init(_ bank: Bank, language: String) {
    self.init(
      topics: bank.topics(in: language).map(\.id),
      sheets: bank.questions(in: language).map { question in
        let others = bank.languages.keys.filter { $0 != question.language }.sorted()
        let translations = others.compactMap { bank.question(question.id, in: $0) }
        return Sheet(question, translations: translations.filter { $0.language != question.language })
      })
  }

  public subscript(_ id: QuestionID) -> Sheet? { places[id].map { sheets[$0] } }

  public var cards: [CardID] { sheets.flatMap(\.cards) }

  public func contains(_ card: CardID) -> Bool {
    guard let sheet = self[card.question] else { return false }
    return card.item.map { (1...max(sheet.items, 1)).contains($0) && sheet.items > 0 } ?? true
  }
}
