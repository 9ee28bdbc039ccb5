import Attention
public import Foundation
import GRDB
import Learning
import Markdown
public import Workbook

/// Cards as an `.apkg`, which Anki imports: a note a card, a deck a topic, no media.
///
/// Notes and cards keep their ids over exports and over languages. A second import updates the notes of the first, also
/// into another language, and keeps what Anki knows of when to ask them.
public struct AnkiPackage: Sendable {
  private let cards: [Flashcard]
  private let topics: [Topic]
  private let now: Date

  /// - Parameters:
  ///   - topics: the names of the decks.
  ///   - now: Anki takes the notes of the later of two packages.
  public init(_ cards: [Flashcard], topics: [Topic], now: Date) {
    let used = Set(cards.map(\.question.id.topic))
    (self.topics, self.now) = (topics.filter { used.contains($0.id) }, now)
    // A picture that cannot be drawn in a note leaves nothing to ask.
    self.cards = cards.filter { $0.picture == nil || $0.picture?.recipe.heatTable != nil }
  }

  public var decks: Int { topics.count }
  public var notes: Int { cards.count }

  /// The bytes of the package; the same for the same cards and moment.
  public func data() throws -> Data {
    let file = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString).anki2")
    defer { try? FileManager.default.removeItem(at: file) }
    let queue = try DatabaseQueue(path: file.path)
    try queue.write(fill)
    try queue.close()
    return ZipFile.writing([
      ZipFile.Entry(name: AnkiFile.collection, data: try Data(contentsOf: file)),
      ZipFile.Entry(name: "media", data: Data("{}".utf8)),
    ])
  }

  private func fill(_ db: Database) throws {
    try db.execute(sql: AnkiSchema.tables)
    let seconds = Int64(now.timeIntervalSince1970)
    let decks = topics.map { topic in
      // Two colons make a deck within a deck.
      let title = topic.title.replacingOccurrences(of: "::", with: ":")
      return (id: AnkiID.deck(topic.id), name: "heed::\(title)", summary: topic.summary.escaped)
    }
    try db.execute(
      sql: "INSERT INTO col VALUES (1, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, '{}')",
      arguments: [
        seconds, seconds * 1000, seconds * 1000, AnkiSchema.version, AnkiSchema.configuration.description,
        JSON.group([("\(AnkiID.noteType)", AnkiNoteType.json)]).description,
        AnkiSchema.decks(decks).description, AnkiSchema.deckConfiguration.description,
      ])
    let note = try db.makeStatement(sql: "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')")
    let card = try db.makeStatement(
      sql: "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')")
    let notes = AnkiID.numbers(cards.map { "note \($0.id)" })
    let ids = AnkiID.numbers(cards.map { "card \($0.id)" })
    for (place, flashcard) in cards.enumerated() {
      let fields = Self.fields(flashcard)
      try note.execute(arguments: [
        notes[place], AnkiID.guid(flashcard.id), AnkiID.noteType, seconds, AnkiTags.tags(flashcard),
        fields.joined(separator: "\u{1f}"), flashcard.prompt.plainText,
      ])
      try card.execute(arguments: [
        ids[place], notes[place], AnkiID.deck(flashcard.id.topic), seconds, place + 1,
      ])
    }
  }

  /// As `AnkiNoteType.fields` names them.
  private static func fields(_ card: Flashcard) -> [String] {
    let options = card.options.map { "<li>\($0.html)</li>" }.joined()
    return [
      card.prompt.html + (card.picture?.recipe.heatTable ?? ""),
      options.isEmpty ? "" : "<ol class=\"options\">\(options)</ol>", card.answer.html,
      card.explanation.html, card.question.references.map(\.escaped).joined(separator: "<br>"), card.id.description,
    ]
  }
}
