import Foundation
import Testing

/// Runs heed in a terminal, expects it to end at once, and returns the one line that it said.
private func refusal(_ pty: Pty, status: Int32) throws -> String {
  try expectExit(pty, .exited(status))
  #expect(!pty.transcript.contains(0x1B) && pty.modes == pty.firstModes)
  #expect(pty.screen.lines.dropFirst().joined().isEmpty)
  return pty.screen.lines[0]
}

private let wide = (columns: 300, rows: 24)

/// The names and bytes of the files in a folder.
private func bytes(in folder: URL) throws -> [String: Data] {
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
  return try Dictionary(uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
}

@Test func `a data folder that cannot be made is one line before the screen opens`() throws {
  let learner = try Learner()
  let file = try learner.write("mine", to: "taken")
  for folder in [file.path, file.path + "/below/it"] {
    let line = try refusal(learner.heed("--data", folder, size: wide), status: 73)
    #expect(line.hasPrefix("heed: cannot keep answers in \(file.path)"))
    #expect(line.contains("Not a directory") && line.contains("choose another folder with --data DIR"))
  }
  #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
}

@Test func `a database of a newer heed is refused and not a byte of it changes`() throws {
  let learner = try Learner()
  #expect(try learner.reviews() == 0)
  let file = learner.data.appending(path: "heed.sqlite")
  var database = try Data(contentsOf: file)
  // The version that a program gives its tables, in the header of every SQLite file.
  database.replaceSubrange(60..<64, with: [0, 0, 0, 99])
  for name in try FileManager.default.contentsOfDirectory(atPath: learner.data.path) {
    try FileManager.default.removeItem(at: learner.data.appending(path: name))
  }
  try database.write(to: file)
  let before = try bytes(in: learner.data)
  let line = try refusal(learner.heed("study", size: wide), status: 65)
  #expect(line.hasPrefix("heed study: \(file.path) was written by a newer heed (format 99, this one knows 1)."))
  #expect(line.contains("It was not touched"))
  #expect(try learner.run("stats", "--json").status == 65)
  #expect(try bytes(in: learner.data) == before)
}

@Test(arguments: ["not a database", "", "SQLite format 3"])
func `a file that is no log of heed is never written over`(text: String) throws {
  let learner = try Learner()
  let file = try learner.write(text, to: "data/heed.sqlite")
  guard !text.isEmpty else {
    // An empty file is what a crash between making and filling it leaves.
    #expect(try learner.reviews(data: file.deletingLastPathComponent().path) == 0)
    return
  }
  let line = try refusal(learner.heed("--data", file.deletingLastPathComponent().path, size: wide), status: 65)
  #expect(line.contains("is not a log of heed. It was not touched"))
  #expect(try bytes(in: file.deletingLastPathComponent()) == ["heed.sqlite": Data(text.utf8)])
}

@Test func `a missing bank names each place that was tried`() throws {
  let learner = try Learner(bank: nil)
  let line = try refusal(learner.heed(environment: ["HEED_CONTENT": "/nowhere"], size: wide), status: 66)
  #expect(line.hasPrefix("heed: no question bank found; tried /nowhere/.") && line.contains("--content DIR"))
  let named = try refusal(learner.heed("study", "--content", "/nowhere", size: wide), status: 66)
  #expect(named == "heed study: --content /nowhere: no question bank there (a folder with en/bank.yaml)")
}

@Test func `a bank that was copied without its programs is looked for beside the program and at its source`() throws {
  let learner = try Learner(bank: nil)
  let program = learner.home.appending(path: "bin/heed")
  try FileManager.default.createDirectory(at: program.deletingLastPathComponent(), withIntermediateDirectories: true)
  try FileManager.default.copyItem(atPath: BuiltProgram.path("heed"), toPath: program.path)
  let heed = try learner.shell("exec \(program.path)", size: wide)
  let screen = try heed.waitFor { $0.contains("Welcome.") || $0.contains("no question bank") }
  // The source folder is there where these tests are built; elsewhere both places are named.
  if screen.contains("no question bank") {
    #expect(screen.contains("bin/heed_Content.resources/bank") && screen.contains("Content/bank"))
  }
}

@Test(arguments: [
  (["study", "basics/nothing"], 65, "heed study: basics/nothing: no such question; did you mean basics/root?"),
  (["study", "nothing"], 65, "heed study: nothing: no such question; did you mean basics/root?"),
  (["quiz", "--topic", "nothing"], 65, "heed quiz: --topic nothing: the topics are basics, masks"),
  (["--lang", "fr"], 64, "heed: --lang fr: the languages are en and zh"),
  (["--colours", "7"], 64, "heed: The value '7' is invalid for '--colours <N>'."),
  (["play", "--heads", "0"], 64, "heed play: heads 0: must be 1 to 128"),
  (["play", "--heads", "6", "--kv-heads", "4"], 64, "heed play: "),
  (["study", "\u{1B}]0;pwned\u{7}"], 65, "heed study: \u{FFFD}]0;pwned\u{FFFD}: no such question"),
  (["quiz", "--topic", "\u{9B}31m"], 65, "heed quiz: --topic \u{FFFD}31m: the topics are"),
])
func `what the command line names and is not there is one line`(
  arguments: [String], status: Int32, line: String
) throws {
  let learner = try Learner()
  let quoted = arguments.map { "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " ")
  let said = try refusal(learner.shell("exec $HEED \(quoted)", size: wide), status: status)
  #expect(said.hasPrefix(line), "\(said)")
}

@Test(arguments: ["", "study", "play", "quiz"])
func `without a terminal a screen says so in one line`(command: String) throws {
  let learner = try Learner()
  let said = try command.isEmpty ? learner.run() : learner.run(command)
  let name = command.isEmpty ? "heed" : "heed \(command)"
  #expect(said.status == 69 && said.output.isEmpty)
  #expect(said.complaints == ["\(name): standard output is not a terminal; try heed show, list or attend"])
}

@Test func `without a keyboard a screen says so in one line`() throws {
  let line = try refusal(Learner().shell("exec $HEED study < /dev/null", size: wide), status: 69)
  #expect(line == "heed study: standard input is not a terminal; try heed show, list or attend")
}

@Test func `--data counts before and after the command`() throws {
  for arguments in [["--data", "here", "stats", "--json"], ["stats", "--json", "--data", "here"]] {
    let learner = try Learner()
    let said = try learner.run(arguments[0], arguments[1], arguments[2], arguments[3])
    #expect(said.status == 0)
    #expect(FileManager.default.fileExists(atPath: learner.home.appending(path: "here/heed.sqlite").path))
    #expect(!FileManager.default.fileExists(atPath: learner.data.path))
  }
}

@Test func `options count on either side of the command, and the later one wins`() throws {
  let learner = try Learner()
  let said = try learner.run("--lang", "en", "--data", "here", "stats", "--lang", "zh")
  #expect(said.output.hasPrefix("复习"))
  #expect(FileManager.default.fileExists(atPath: learner.home.appending(path: "here/heed.sqlite").path))
}
