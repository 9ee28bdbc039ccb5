import Foundation
import Learning
import Testing

@testable import Exchange

@Test func `a table quotes what RFC 4180 says, and nothing else`() {
  let table = Table(
    ["plain", "odd, name"],
    rows: [
      [.text("a b"), .text("say \"hi\"")], [.text("two\nlines"), .text("")],
      [.none, .list([.text("x"), .text("y, z")])],
    ])
  #expect(
    table.csv == "plain,\"odd, name\"\r\na b,\"say \"\"hi\"\"\"\r\n\"two\nlines\",\r\n,\"x\ny, z\"\r\n")
}

@Test(arguments: [
  ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-x", "'-x"), ("@SUM", "'@SUM"), ("\tx", "'\tx"),
  ("-4.5", "-4.5"), ("+1e9", "+1e9"), ("a=b", "a=b"), ("−4", "−4"),
])
func `no text can run as a formula, and numbers stay as they are`(text: String, written: String) {
  #expect(Table(["a"], rows: [[.text(text)]]).csv == "a\r\n\(written)\r\n")
  #expect(Table(["a"], rows: [[.real(-4.5)]]).csv == "a\r\n-4.5\r\n")
}

@Test func `a table as JSON keeps every text as it is`() throws {
  let odd = "=1 \"quoted\" \\ \u{1}\n掩码 e\u{301}"
  let json = Table(["a", "b"], rows: [[.text(odd), .none], [.real(.infinity), .number(3)]]).json
  let read = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
  #expect(read[0]["a"] as? String == odd && read[0]["b"] is NSNull)
  #expect(read[1]["a"] is NSNull && read[1]["b"] as? Int == 3)
  #expect(Table(["a"], rows: []).json == "[]\n")
}

@Test func `the table of cards has a row a card, with how it stands`() throws {
  let cards = try SampleBank().cards()
  let start = Date(timeIntervalSince1970: 1_770_000_000)
  var history = History(scheduler: Scheduler(days: Days(timeZone: .gmt)))
  let review = Review(card: cards[0].id, grade: .easy, score: 1, seconds: 4, answer: "2", language: "en")
  history.add(Entry(id: UUID(), at: start, device: UUID(), event: .review(review)))
  let now = start.addingTimeInterval(30 * 86_400)
  let table = Table.cards(cards, history, now: now)
  struct Row: Decodable {
    let id: String
    let item: Int?
    let kind, prompt, answer, state: String
    let options: [String]
    let reviews: Int
    let due: String?
    let recall: Double?
  }
  let rows = try JSONDecoder().decode([Row].self, from: Data(table.json.utf8))
  #expect(rows.map(\.id) == (1...8).map { "masks/causal#\($0)" } + ["masks/causal"])
  #expect(rows.map(\.kind) == ["choice", "several", "number", "order", "match", "gap", "bug", "picture", "question"])
  #expect(rows.map(\.item) == Array(1...8) + [nil])
  #expect(rows[0].options.sorted() == ["Keys j < i + 1", "Later ones"] && rows[0].answer == "Keys j < i + 1")
  #expect(rows[1].answer.split(separator: "\n").sorted() == ["causal", "its transpose"])
  #expect(rows[2].prompt == "How many pairs does a causal mask keep for 8 tokens?" && rows[2].answer == "36")
  #expect(rows.map(\.state) == ["review"] + Array(repeating: "new", count: 8))
  #expect(rows.map(\.reviews) == [1] + Array(repeating: 0, count: 8))
  #expect(rows[3].answer == "scores\nsoftmax\nweighted sum")
  #expect(rows[3].options.sorted() == ["scores", "softmax", "weighted sum"] && rows[3].options[0] != "scores")
  #expect(rows[4].prompt == "What is each matrix for?\nquery\nkey\nvalue")
  #expect(rows[4].answer == "matrix  does\nquery  asks\nkey  is asked\nvalue  answers")
  #expect(rows[5].prompt == "The weights are the ____ of the ____.")
  #expect(rows[5].answer == "The weights are the softmax of the scores.")
  #expect(rows[6].prompt == "What is wrong?\nweights = scores.softmax(dim=0)" && rows[6].answer == "The axis")
  #expect(rows[7].prompt == "Which mask is this?\nheed attend --queries 4 --keys 4 --dim 8 --mask causal")
  #expect(rows[0].recall == history.recall(of: cards[0].id, at: now) && rows[1].recall == nil && rows[1].due == nil)
  #expect(table.csv.split(separator: "\r\n", omittingEmptySubsequences: true).count >= 5)
}

@Test func `the table of reviews leaves out those taken back`() throws {
  var history = History(scheduler: Scheduler(days: Days(timeZone: .gmt)))
  let kept = UUID()
  let undone = UUID()
  let card = CardID(question: SampleBank.id, item: 1)
  func entry(_ id: UUID, _ second: Double, _ event: Event) -> Entry {
    Entry(id: id, at: Date(timeIntervalSince1970: second), device: UUID(), event: event)
  }
  let review = Review(card: card, grade: .good, score: 1, seconds: 2.5, answer: "=1,3", language: "en")
  history.add(entry(kept, 1.25, .review(review)))
  history.add(entry(undone, 2, .review(review)))
  history.add(entry(UUID(), 3, .undo(undone)))
  let lines = Table.reviews(history).csv.components(separatedBy: "\r\n")
  #expect(lines[0] == "id,at,card,grade,score,seconds,hints,answer,language,quiz,state_before")
  #expect(
    lines[1]
      == "\(kept.uuidString.lowercased()),1970-01-01T00:00:01.250Z,masks/causal#1,3,1.0,2.5,0,\"'=1,3\",en,,new")
  #expect(lines[2...] == [""])
}
