import Foundation
import Testing

@Test func `export anki writes a package, and asks before it replaces one`() throws {
  let learner = try Learner()
  let said = try learner.run("export", "anki")
  #expect(said.status == 0 && said.errors.isEmpty)
  #expect(said.output.contains(/^heed\.apkg: \d+ cards in \d+ decks\n$/), "\(said.output)")
  let file = learner.home.appending(path: "heed.apkg")
  let package = try Data(contentsOf: file)
  #expect(package.starts(with: Data("PK".utf8)))
  let again = try learner.run("export", "anki", "--topic", "basics")
  #expect(again.status == 73 && again.output.isEmpty)
  #expect(again.complaints == ["heed export anki: heed.apkg exists and is kept; --force replaces it"])
  #expect(try Data(contentsOf: file) == package)
  #expect(try learner.run("export", "anki", "--force", "--lang", "zh").status == 0)
  #expect(try Data(contentsOf: file) != package)
  #expect(
    try FileManager.default.contentsOfDirectory(atPath: learner.home.path).count { $0.hasPrefix("heed.apkg") } == 1)
}

@Test func `export json and csv write the same cards`() throws {
  let learner = try Learner()
  let json = try learner.run("export", "json")
  let cards = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
  #expect(!cards.isEmpty && cards.allSatisfy { $0["state"] as? String == "new" })
  let csv = try learner.run("export", "csv", "--output", "cards.csv")
  #expect(csv.status == 0 && csv.output.isEmpty && csv.errors.isEmpty)
  let text = try String(contentsOf: learner.home.appending(path: "cards.csv"), encoding: .utf8)
  #expect(text.hasPrefix("id,question,item,language,topic,"))
  for card in cards { #expect(text.contains("\r\n\(try #require(card["id"] as? String)),")) }
  #expect(try learner.run("export", "json", "--reviews").output == "[]\n")
}

@Test(arguments: [
  (["export", "csv", "--topic", "nothing"], 65, "heed export csv: --topic nothing: the topics are "),
  (["export", "json", "--output", "nowhere/a"], 73, "heed export json: nowhere/a"),
  (["export", "anki", "--output", "."], 73, "heed export anki: .: Is a directory"),
])
func `an export that cannot be is one line`(arguments: [String], status: Int32, line: String) throws {
  let learner = try Learner()
  let shell = try learner.shell(
    "$HEED \(arguments.joined(separator: " ")) > out; echo $?; wc -c < out", size: (200, 24))
  try shell.exit()
  #expect(shell.screen.lines[0].hasPrefix(line), "\(shell.screen.text)")
  #expect(shell.screen.lines[1...2].map(\.trimmed) == ["\(status)", "0"], "\(shell.screen.text)")
}
