public import Workbook

/// The cards there are: of each question its quiz items, and the question as a whole.
public struct Deck: Equatable, Sendable {
  /// The cards of one question.
  public struct Sheet: Identifiable, Equatable, Sendable {
    public let id: QuestionID
    public let level: Level
    /// How many quiz items it has.
    public let items: Int

    public init(id: QuestionID, level: Level, items: Int) {
      self.id = id
      self.level = level
      self.items = items
    }

    public init(_ question: Question) {
      self.init(id: question.id, level: question.level, items: question.itemCount)
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
      topics: bank.topics(in: language).map(\.id), sheets: bank.questions(in: language).map { Sheet($0) })
  }

  public subscript(_ id: QuestionID) -> Sheet? { places[id].map { sheets[$0] } }

  public var cards: [CardID] { sheets.flatMap(\.cards) }

  public func contains(_ card: CardID) -> Bool {
    guard let sheet = self[card.question] else { return false }
    return card.item.map { (1...max(sheet.items, 1)).contains($0) && sheet.items > 0 } ?? true
  }
}
