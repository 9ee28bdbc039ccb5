import Foundation
import Testing

/// The lines of a quiz for scripts.
private func lines(_ output: String) throws -> [[String: Any]] {
  try output.split(separator: "\n").map { line in
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }
}

private func types(_ lines: [[String: Any]]) -> [String] { lines.compactMap { $0["type"] as? String } }

@Test func `a script is asked, answers and is scored`() throws {
  let learner = try Learner()
  let arguments = ["quiz", "--json", "--seed", "5", "--count", "2", "--kind", "choice"]
  func run(_ input: String, data: String) throws -> Learner.Said {
    try learner.run(
      arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5], arguments[6],
      arguments[7], "--data", data, input: input)
  }
  let first = try run("{\"answer\": 0}\n", data: "one")
  #expect(first.status == 0 && first.errors.isEmpty)
  let said = try lines(first.output)
  #expect(types(said) == ["question", "result", "question", "summary"], "the input ended before the second answer")
  #expect(said.last?["answered"] as? Int == 1 && said.last?["items"] as? Int == 2)
  #expect(try learner.reviews(data: "one") == 1)
  // The same seed asks the same; what was called correct wins.
  let correct = try #require(said[1]["correct"] as? Int)
  let second = try lines(
    run("\n{\"answer\": \(correct)}\nnonsense\n{\"answer\": 99}\n{\"answer\": 0}\n", data: "two").output)
  #expect(
    types(second) == ["question", "result", "question", "error", "question", "error", "question", "result", "summary"])
  #expect(second[0]["prompt"] as? String == said[0]["prompt"] as? String)
  #expect(second[0]["options"] as? [String] == said[0]["options"] as? [String])
  #expect(second[1]["score"] as? Double == 1)
  let scores = [1, 7].compactMap { second[$0]["score"] as? Double }
  #expect(second.last?["score"] as? Double == scores.reduce(0, +) / 2)
  #expect(try learner.reviews(data: "two") == 2, "what could not be read is not in the log")
}

@Test func `a quiz that nobody answered leaves nothing to resume`() throws {
  let learner = try Learner()
  let said = try lines(learner.run("quiz", "--json", "--lang", "zh").output)
  #expect(types(said) == ["question", "summary"] && said[1]["score"] is NSNull)
  #expect(try learner.reviews() == 0)
  let home = try learner.heed().waitFor("Welcome.")
  #expect(!home.contains("Resume the quiz"))
}

@Test func `a result is seen only when it is in the log`() throws {
  let learner = try Learner()
  // Killed the moment the first result is read.
  let shell = try learner.shell(
    "mkfifo in out; $HEED quiz --json --count 3 < in > out & heed=$!; exec 3> in 4< out; read q <&4; "
      + "echo '{\"answer\": 0}' >&3; while read r <&4; do case $r in *'\"result\"'*) break;; *'\"question\"'*) "
      + "echo '{\"answer\": [0, 1, 2]}' >&3;; esac; done; kill -9 $heed; echo done")
  try shell.waitFor("done")
  try shell.exit()
  #expect(try learner.reviews() == 1)
}

@Test(arguments: [
  (["quiz", "--count", "3"], 64, "heed quiz: --count goes with --json"),
  (["quiz", "--json", "--count", "0"], 64, "heed quiz: --count 0: expected 1 or more"),
  (["quiz", "--json", "--kind", "riddle"], 65, "heed quiz: --kind riddle: the kinds are "),
  (["quiz", "--json", "--question-kind", "x"], 65, "heed quiz: --question-kind x: the kinds are concept, "),
  (["quiz", "--json", "--topic", "x"], 65, "heed quiz: --topic x: the topics are "),
])
func `a quiz for scripts that cannot be is one line`(arguments: [String], status: Int32, line: String) throws {
  let shell = try Learner().shell(
    "$HEED \(arguments.joined(separator: " ")) > out; echo $?; wc -c < out", size: (200, 24))
  try shell.exit()
  #expect(shell.screen.lines[0].hasPrefix(line), "\(shell.screen.text)")
  #expect(shell.screen.lines[1...2].map(\.trimmed) == ["\(status)", "0"], "\(shell.screen.text)")
}
