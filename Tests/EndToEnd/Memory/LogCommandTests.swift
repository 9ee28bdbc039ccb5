import Foundation
import Testing

private let id = "01234567-89ab-7def-8123-456789abcde"

/// Lines of answers, a day apart.
private func lines(_ digits: ClosedRange<Int>, first: Int = 1_763_636_400_000) -> [String] {
  digits.map { digit in
    """
    {"at":\(first + digit * 86_400_000),"body":{"answer":"1","card":"basics/root#1","fingerprint":"","grade":3,\
    "hints":0,"language":"en","score":1,"seconds":4},"device":"\(id)0","id":"\(id)\(digit)","kind":"review"}
    """
  }
}

@Test func `two machines that take each other's logs have the same answers, schedules and figures`() throws {
  let (desk, laptop) = (try Learner(), try Learner())
  try desk.write(lines(1...4).joined(separator: "\n"), to: "a.jsonl")
  try laptop.write(lines(3...7).joined(separator: "\n"), to: "b.jsonl")
  #expect(try desk.run("merge", "a.jsonl").output.hasSuffix("a.jsonl: 4 entries added (4 answers), 0 here already\n"))
  #expect(try laptop.run("merge", "b.jsonl").status == 0)
  let there = try laptop.run("merge", desk.data.appending(path: "heed.sqlite").path)
  #expect(there.output.hasSuffix("heed.sqlite: 2 entries added (2 answers), 2 here already\n"))
  let back = try desk.run("merge", laptop.data.path)
  #expect(back.status == 0 && back.errors.isEmpty)
  #expect(try desk.run("merge", laptop.data.path).output.contains("0 entries added (0 answers), 7 here already"))
  #expect(try desk.reviews() == 7 && laptop.reviews() == 7)
  #expect(try desk.run("backup", "log.jsonl").status == 0 && laptop.run("backup", "log.jsonl").status == 0)
  let text = try String(contentsOf: desk.home.appending(path: "log.jsonl"), encoding: .utf8)
  #expect(try text == String(contentsOf: laptop.home.appending(path: "log.jsonl"), encoding: .utf8))
  #expect(text == lines(1...7).map { $0 + "\n" }.joined())
}

@Test func `a bad line names file and line, and the rest is merged`() throws {
  let learner = try Learner()
  let file = try learner.write((lines(1...1) + ["{oops"] + lines(2...3)).joined(separator: "\n"), to: "b.jsonl")
  let said = try learner.run("merge", file.path)
  #expect(said.status == 65)
  #expect(said.complaints == ["heed merge: \(file.path):2: not a JSON object"])
  #expect(try learner.reviews() == 3)
  let chinese = try learner.run("merge", "--lang", "zh", file.path)
  #expect(chinese.complaints == ["heed merge: \(file.path):2：不是 JSON 对象"])
  #expect(chinese.output == "\(file.path)：新增 0 条（其中答题 0 次），已有 3 条\n")
}

@Test func `a log in a folder that cannot be read is named, and the others are merged`() throws {
  let learner = try Learner()
  try learner.write("SQLite format 3\0 and then nothing", to: "sync/a.sqlite")
  try learner.write(lines(1...2).joined(separator: "\n"), to: "sync/b.jsonl")
  let said = try learner.run("merge", "sync")
  #expect(said.status == 65 && said.complaints.count == 1)
  #expect(said.complaints[0].contains("sync/a.sqlite is not a log of heed"))
  #expect(try learner.reviews() == 2)
}

@Test(arguments: [
  (["merge", "nowhere"], 66, "heed merge: nowhere: no such file or folder"),
  (["merge", "empty"], 65, "heed merge: empty: no log of heed there"),
  (["backup", "empty/there"], 73, "heed backup: empty/there exists and is kept; name another file"),
  (["stats", "--retention", "2"], 64, "heed stats: --retention 2.0: expected 0.7 to 0.99"),
  (["stats", "--rollover", "25"], 64, "heed stats: The value '25' is invalid for '--rollover <HOUR>'"),
])
func `what is not there or not meant is one line`(arguments: [String], status: Int32, line: String) throws {
  let learner = try Learner()
  try learner.write("", to: "empty/there")
  let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
  let pty = try learner.shell("cd \(learner.home.path); exec $HEED \(quoted)", size: (300, 24))
  try expectExit(pty, .exited(status))
  let said = pty.screen.lines[0]
  #expect(said.hasPrefix(line), "\(said)")
}

@Test func `the doctor tells what it finds, repairs a damaged log, and the answers are there`() throws {
  let learner = try Learner()
  #expect(try learner.run("doctor").output == "\(learner.data.path)/heed.sqlite: no log yet\n")
  try learner.write(lines(1...9).joined(separator: "\n"), to: "a.jsonl")
  #expect(try learner.run("merge", "a.jsonl").status == 0)
  #expect(try learner.run("backup").status == 0)
  let fine = try learner.run("doctor")
  #expect(fine.status == 0 && fine.output.contains("9 entries, 9 of them answers\nthe file is whole\n"))
  let file = learner.data.appending(path: "heed.sqlite")
  var bytes = try Data(contentsOf: file)
  let hit = try #require(bytes.range(of: Data("basics/root".utf8))).lowerBound / 4096
  bytes.replaceSubrange(hit * 4096..<(hit + 1) * 4096, with: Data(repeating: 7, count: 4096))
  try bytes.write(to: file)
  let said = try learner.run("doctor")
  #expect(said.status == 0 && said.errors.isEmpty)
  #expect(said.output.contains("found: the file is damaged"))
  #expect(said.output.contains("heed.sqlite.damaged-"))
  #expect(try learner.run("merge", learner.data.appending(path: "backups").path).status == 0)
  #expect(try learner.reviews() == 9)
  #expect(try learner.run("doctor", "--lang", "zh").output.contains("文件完好"))
}

@Test func `opening heed backs the log up once a day, and thins the backups`() throws {
  let learner = try Learner()
  try learner.write(lines(1...2).joined(separator: "\n"), to: "a.jsonl")
  #expect(try learner.run("merge", "a.jsonl").status == 0)
  let folder = learner.data.appending(path: "backups")
  #expect(!FileManager.default.fileExists(atPath: folder.path))
  let heed = try learner.heed()
  try heed.waitFor("Statistics")
  var names: [String] = []
  for _ in 0..<500 where names.isEmpty {
    names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasPrefix("heed-") }
    usleep(10_000)
  }
  #expect(names.count == 1)
  try heed.quit()
  #expect(try learner.run("merge", folder.path).output.contains("0 entries added (0 answers), 2 here already"))
}
