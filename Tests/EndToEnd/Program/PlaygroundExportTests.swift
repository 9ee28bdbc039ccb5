import Foundation
import Testing

private let play = "play --queries 9 --heads 2 --mask causal --seed 7"

@Test func `e writes the weights to a file, says where, and asks before it replaces it`() throws {
  let learner = try Learner()
  let heed = try learner.shell("cd $HOME && exec $HEED \(play)")
  try heed.waitFor("KV cache")
  try heed.type("e2", until: "File  causal-9x9.csv")
  try heed.type("\r", until: "Saved: ")
  let file = learner.home.appending(path: "causal-9x9.csv")
  let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
  #expect(rows.count == 1 + 2 * 81 && rows[0] == "head,query,key,kept,score,weight")

  try Data("mine".utf8).write(to: file)
  try heed.type("e2\r", until: "causal-9x9.csv exists.  Enter replace   Esc keep")
  try heed.press(.escape, until: "Nothing was written.")
  #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
  try heed.type("\r", until: "exists.")
  try heed.type("\r", until: "Saved: ")
  #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("head,"))

  try heed.type("e\t\u{15}no/such/folder.csv\r", until: "Not written: there is no folder")
  try heed.type("\u{15}/dev/null\r", until: "/dev/null is no plain file")
  heed.press(.escape)
  heed.type("q")
  try expectExit(heed, .exited(0))
}

@Test func `a full disk leaves no piece of a file, and the view`() throws {
  let learner = try Learner()
  // Files may not grow beyond half a megabyte here, which a table of 66,000 weights would.
  let heed = try learner.shell(
    "cd $HOME && ulimit -f 1000 && trap '' XFSZ && exec $HEED play --queries 128 --heads 4 --dim 8")
  try heed.waitFor("KV cache")
  try heed.type("e2\r", until: "Not written: the disk is full")
  #expect(try FileManager.default.contentsOfDirectory(atPath: learner.home.path).allSatisfy { !$0.contains("heed-") })
  try heed.press(.escape, until: "KV cache")
  heed.type("q")
  try expectExit(heed, .exited(0))
}

@Test func `the numbers and the predictions of a run are a key away`() throws {
  let learner = try Learner()
  let heed = try learner.shell("exec $HEED \(play)")
  try heed.waitFor("KV cache")
  try heed.type("N", until: "effective rank")
  try heed.type("w", until: "Softmax over the keys makes every sum 1.")
  heed.press(.escape)
  try heed.press(.escape, until: "KV cache")
  try heed.type("p", until: "Which picture of the weights does this change make?")
  try heed.type("1", until: "of 1 right")
  try heed.type("\r", until: "Choose before you see it.")
  try heed.type("2", until: "of 2 right")
  try heed.type("\r", until: "What will the mean entropy of the rows be, in nats?")
  heed.press(.escape)
  try heed.waitFor("KV cache")
  heed.type("q")
  try expectExit(heed, .exited(0))
}
