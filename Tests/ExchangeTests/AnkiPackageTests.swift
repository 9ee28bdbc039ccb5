import Foundation
import GRDB
import Learning
import Testing

@testable import Exchange

@Test func `the collection has Anki's tables, version 11, and is whole`() throws {
  let columns = [
    "col": "id crt mod scm ver dty usn ls conf models decks dconf tags",
    "notes": "id guid mid mod usn tags flds sfld csum flags data",
    "cards": "id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data",
    "revlog": "id cid usn ease ivl lastIvl factor time type", "graves": "usn oid type",
  ]
  try Package.collection(of: SampleBank().package().data()).read { db in
    #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
    for (table, names) in columns { #expect(try db.columns(in: table).map(\.name).joined(separator: " ") == names) }
    #expect(try Int.fetchOne(db, sql: "SELECT ver FROM col") == 11)
    // A note a card, each of the one note type, in a deck that is there, with as many fields as the note type.
    #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM notes") == 9)
    #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM cards JOIN notes ON nid = notes.id") == 9)
    let col = try #require(try Row.fetchOne(db, sql: "SELECT * FROM col"))
    func object(_ name: String) throws -> [String: [String: Any]] {
      let text: String = col[name]
      return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [String: Any]])
    }
    let models = try object("models")
    let model = try #require(models.first)
    #expect(try String.fetchAll(db, sql: "SELECT DISTINCT mid FROM notes") == [model.key])
    let fields = try #require(model.value["flds"] as? [[String: Any]])
    for text in try String.fetchAll(db, sql: "SELECT flds FROM notes") {
      #expect(text.components(separatedBy: "\u{1f}").count == fields.count)
    }
    let decks = try object("decks")
    #expect(decks.values.compactMap { $0["name"] as? String }.sorted() == ["Default", "heed::Masks:all"])
    for deck in try String.fetchAll(db, sql: "SELECT DISTINCT did FROM cards") { #expect(decks[deck] != nil) }
    #expect(try object("dconf")["1"] != nil)
  }
}

@Test func `front and back say what is asked and what is right`() throws {
  try Package.collection(of: SampleBank().package().data()).read { db in
    func fields(_ card: String) throws -> [String] {
      let text = try String.fetchOne(db, sql: "SELECT flds FROM notes WHERE guid = ?", arguments: ["heed:\(card)"])
      return try #require(text).components(separatedBy: "\u{1f}")
    }
    let choice = try fields("masks/causal#1")
    #expect(choice[0] == #"<p>Which keys may query \(i\) see?</p>"#)
    #expect(choice[1].contains(#"<li>Keys \(j &lt; i + 1\)</li>"#) && choice[1].contains("<li>Later ones</li>"))
    #expect(choice[2] == #"<p>Keys \(j &lt; i + 1\)</p>"#)
    #expect(choice[3].contains("Those are hidden.") && choice[3].hasSuffix("<p>A mask is added before softmax.</p>"))
    #expect(choice[4...] == ["Vaswani et al. 2017, §3.2.3", "masks/causal#1"])
    let number = try fields("masks/causal#3")
    #expect(number[0] == "<p>How many pairs does a causal mask keep for 8 tokens?</p>")
    #expect(number[1].isEmpty && number[2] == "<p>36</p>")
    let match = try fields("masks/causal#5")
    #expect(match[0].hasSuffix("<ol><li>query</li><li>key</li><li>value</li></ol>"))
    #expect(match[2].contains("<tr><td>key</td><td>is asked</td></tr>"))
    #expect(try fields("masks/causal#6")[2] == "<p>The weights are the <b>softmax</b> of the <b>scores</b>.</p>")
    // Ten weights below the diagonal have ink, six masked cells have none.
    let picture = try fields("masks/causal#8")[0]
    #expect(picture.components(separatedBy: "<td style=").count - 1 == 10)
    #expect(picture.components(separatedBy: "<td></td>").count - 1 == 6)
    let whole = try fields("masks/causal")
    #expect(whole[0] == "<p>Why mask the future?</p>")
    #expect(whole[2] == #"<p>So that no position sees a <b>later</b> one: \(j &lt; i + 1\).</p>"# && whole[3].isEmpty)
    let tags = try String.fetchOne(db, sql: "SELECT tags FROM notes WHERE guid = 'heed:masks/causal#2'")
    #expect(
      tags == " heed::topic::masks heed::level::junior heed::kind::concept heed::item::several heed::lang::en"
        + " heed::tag::causal-mask heed::tag::softmax ")
  }
}

@Test func `ids are the same in every export and every language`() throws {
  func ids(_ package: Data) throws -> [Row] {
    try Package.collection(of: package).read {
      try Row.fetchAll($0, sql: "SELECT guid, nid, cards.id, did FROM cards JOIN notes ON nid = notes.id ORDER BY guid")
    }
  }
  let sample = try SampleBank()
  let first = try ids(sample.package().data())
  let chinese = try ids(sample.package(in: "zh", at: Date()).data())
  #expect(chinese == first)
  #expect(Set(first.map { $0["nid"] as Int64 }).count == 9 && Set(first.map { $0["id"] as Int64 }).count == 9)
  let (one, other) = (try sample.package().data(), try sample.package().data())
  #expect(one == other)
  #expect(AnkiID.numbers(["a", "a", "b"]).count == Set(AnkiID.numbers(["a", "a", "b"])).count)
  #expect(AnkiID.card(guid: "heed:masks/causal#1") == CardID("masks/causal#1"))
  #expect(AnkiID.card(guid: "masks/causal#1") == nil && AnkiID.card(guid: "heed:?") == nil)
}

@Test func `a bank without a question makes a package without a card`() throws {
  let package = AnkiPackage([], topics: [], now: Date())
  let count = try Package.collection(of: package.data()).read {
    try Int.fetchOne($0, sql: "SELECT count(*) FROM notes")
  }
  #expect(count == 0)
}
