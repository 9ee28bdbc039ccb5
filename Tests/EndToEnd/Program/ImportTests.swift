import Foundation
import GRDB
import Testing

/// A collection of Anki with two reviews of a card of the small bank, two of one it does not have, and one of a note of
/// a person's own.
private func collection(in learner: Learner) throws {
  let queue = try DatabaseQueue(path: learner.home.appending(path: "collection.anki2").path)
  try queue.write { db in
    try db.execute(
      sql: """
        CREATE TABLE notes (id, guid, tags, sfld); CREATE TABLE cards (id, nid);
        CREATE TABLE revlog (id, cid, ease, factor, time, type);
        INSERT INTO notes VALUES (1, 'heed:basics/root#1', ' heed::lang::en ', 'Sum?'), (2, 'heed:gone/away', '', 'Gone'),
          (3, 'x', '', 'Capital of France');
        INSERT INTO cards VALUES (1, 1), (2, 2), (3, 3);
        INSERT INTO revlog VALUES (1770000000000, 1, 3, 0, 4000, 0), (1770000600000, 1, 3, 0, 4000, 0),
          (1770000700000, 2, 1, 0, 4000, 0), (1770000800000, 3, 2, 0, 4000, 0), (1770000900000, 9, 2, 0, 4000, 0);
        """)
  }
  try queue.close()
}

@Test func `reviews in Anki come into the log once`() throws {
  let learner = try Learner()
  try collection(in: learner)
  let said = try learner.run("import", "anki-reviews", "collection.anki2")
  #expect(said.status == 0 && said.errors.isEmpty)
  #expect(
    said.output.split(separator: "\n") == [
      "3 reviews of 2 cards taken in",
      "kept, though this bank does not have them: gone/away",
      "left out: 1 review of notes that heed did not make: “Capital of France”",
      "left out: 1 review of cards that are deleted in Anki",
    ])
  #expect(try learner.reviews() == 3)
  let again = try learner.run("import", "anki-reviews", "collection.anki2", "--lang", "zh")
  #expect(again.status == 0 && again.output.hasPrefix("收入 0 张卡片的 0 次复习，另有 3 次早已收入\n"))
  #expect(try learner.reviews() == 3)
}

@Test func `a file without reviews is one line`() throws {
  let learner = try Learner()
  #expect(try learner.run("export", "anki").status == 0)
  try learner.write("hello", to: "text.apkg")
  let lines = [
    ("heed.apkg", 65, "no reviews in it; in Anki's export tick “Include scheduling information”"),
    ("text.apkg", 65, "not a package of Anki"), ("none.apkg", 66, "No such file or directory"),
  ]
  for (file, status, line) in lines {
    let said = try learner.run("import", "anki-reviews", file)
    #expect(said.status == Int32(status) && said.output.isEmpty)
    #expect(said.complaints == ["heed import anki-reviews: \(file): \(line)"])
  }
}
