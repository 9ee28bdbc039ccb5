public import Foundation
import GRDB
public import Learning

/// What was reviewed in Anki, as its log of reviews tells it.
public struct AnkiReviews: Sendable {
  /// The reviews of heed's cards, oldest first: the same entries whenever the same reviews are read.
  public let entries: [Entry]
  /// How many reviews there are of each other note, by the beginning of its text; in the order of Anki.
  public let others: [(note: String, reviews: Int)]
  /// Reviews of cards that were deleted in Anki.
  public let ofDeleted: Int

  /// As the entries name the installation that wrote them.
  private static let device = EntryID(recorded: "Anki", at: Date(timeIntervalSince1970: 0))

  /// Reads a package (`.apkg`, `.colpkg`) of any Anki since 2.0, or the collection inside one.
  public init(_ file: Data) throws(AnkiError) {
    let copy = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString).anki2")
    defer { try? FileManager.default.removeItem(at: copy) }
    let collection = try AnkiFile.collection(in: file)
    do {
      try collection.write(to: copy)
      self = try DatabaseQueue(path: copy.path).read(Self.init)
    } catch is DatabaseError {
      throw .damaged
    } catch {
      throw error as? AnkiError ?? .failed(error.localizedDescription)
    }
  }

  /// Answers only: what was rescheduled by hand (no ease), or seen in a deck for cramming (filtered, without a factor),
  /// moved no card. Source: docs.ankiweb.net, and rslib/src/revlog.
  private static let answers = """
    SELECT revlog.id, ease, time, guid, tags, sfld FROM revlog
      LEFT JOIN cards ON cards.id = cid LEFT JOIN notes ON notes.id = nid
      WHERE ease BETWEEN 1 AND 4 AND (revlog.type BETWEEN 0 AND 2 OR revlog.type = 3 AND revlog.factor <> 0)
      ORDER BY revlog.id
    """

  private init(_ db: Database) throws {
    var entries: [Entry] = []
    var others: [(guid: String, note: String, reviews: Int)] = []
    var ofDeleted = 0
    for row in try Row.fetchAll(db, sql: Self.answers) {
      guard let guid: String = row["guid"] else {
        ofDeleted += 1
        continue
      }
      if let card = AnkiID.card(guid: guid) {
        try Self.entry(row, card).map { entries.append($0) }
      } else if let place = others.firstIndex(where: { $0.guid == guid }) {
        others[place].reviews += 1
      } else {
        others.append((guid, String.fromDatabaseValue(row["sfld"]) ?? guid, 1))
      }
    }
    self.entries = entries
    self.others = others.map { (String($0.note.prefix(40)), $0.reviews) }
    self.ofDeleted = ofDeleted
  }

  /// Nothing where the moment is none.
  private static func entry(_ row: Row, _ card: CardID) throws -> Entry? {
    let milliseconds: Int64 = row["id"]
    guard (0...253_402_300_799_999).contains(milliseconds), let grade = Grade(rawValue: row["ease"]) else { return nil }
    let at = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    let review = Review(
      card: card, grade: grade, seconds: Double(max(row["time"] as Int64, 0)) / 1000,
      language: AnkiTags.language(in: row["tags"]) ?? "en")
    return Entry(
      id: EntryID(recorded: "anki \(card) \(milliseconds)", at: at), at: at, device: device, event: .review(review))
  }
}
