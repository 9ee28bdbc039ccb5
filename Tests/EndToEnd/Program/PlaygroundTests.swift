import Foundation
import Testing

@Test func `the copied command opens the same view in another terminal`() throws {
  let flags = [
    "--queries", "9", "--keys", "7", "--heads", "4", "--kv-heads", "2", "--query-start", "-1", "--scale", "-0.5",
    "--mask", "causal", "--mask", "window:3",
  ]
  let learner = try Learner()
  let heed = try learner.shell((["exec $HEED play"] + flags).joined(separator: " "), size: (120, 40))
  try heed.waitFor("KV cache")
  try heed.type("]", until: "  2 of 4")
  heed.type("s\t")
  heed.press(.down)
  heed.press(.right)
  heed.type("y")
  let shown = try heed.waitFor("Copied")
  let command = try copied(heed).orFail("copied text", shown)
  #expect(command.hasPrefix("heed play --queries 9 --keys 7"))

  let again = try learner.shell("exec $HEED" + command.dropFirst("heed".count), size: (120, 40))
  let copy = try again.waitFor("KV cache")
  // The picture, its place and its derivation; times and the focus may differ.
  for row in 2..<36 where !shown.lines[row].contains("FLOP/s") {
    #expect(plain(copy.lines[row].dropFirst(28)) == plain(shown.lines[row].dropFirst(28)), "row \(row)")
  }
}

@Test(arguments: [
  (["--stage", "nothing"], "stage nothing: unknown. Known: scores, biased, masked, weights, output"),
  (["--head", "3"], "head 3: must be 1 to 2"),
  (["--cell", "8,0"], "cell 8,0: must be two numbers below 8 and 8, as 3,1"),
])
func `a view that the shape does not have is refused`(flags: [String], line: String) throws {
  let said = try Learner().run("play", "--queries", "8", "--heads", "2", flags[0], flags[1])
  #expect(said.status == 64)
  #expect(said.errors.contains(line))
}

@Test func `a long run leaves the keys free, says how far it is, and is stopped`() throws {
  // In a debug build this would take minutes.
  let heed = try Learner().heed("play", "--queries", "8", "--keys", "2000", "--score", "additive")
  try heed.waitFor("weights")
  heed.type("4000\r")
  try heed.waitFor("Esc stops")
  try heed.type("?", until: "Keys in")
  try heed.press(.escape, until: "Esc stops")
  try heed.press(.escape, until: "Stopped: the values are those of the picture.")
  try heed.waitFor("‹ 8 ›")
  heed.type("q")
  try expectExit(heed, .exited(0))
}

@Test func `every parameter is changed once, and undone again`() throws {
  let command = ["play", "--queries", "6", "--keys", "8", "--dim", "8", "--heads", "4", "--mask", "causal"]
  let learner = try Learner()
  let heed = try learner.shell((["exec $HEED"] + command).joined(separator: " "), size: (120, 60))
  try heed.waitFor("mechanism")
  func copies() -> Int {
    String(decoding: heed.transcript, as: UTF8.self).components(separatedBy: "\u{1B}]52;c;").count
  }
  func copiedNow() throws -> String {
    let before = copies()
    heed.type("y")
    for _ in 0..<100 where copies() == before { heed.waitUntilIdle() }
    return try copied(heed).orFail("copied text", heed.waitUntilIdle())
  }
  let before = try copiedNow()
  let names = [
    "queries", "keys", "dim", "value-dim", "heads", "kv-heads", "seed", "position", "rope-style", "rope-base",
    "rope-scaling", "query-start", "score", "scale", "softcap", "bias", "temperature", "mask", "normalize", "axis",
    "dropout", "kernel", "fault",
  ]
  // With what was turned before it, no kernel but the plain one goes.
  let changed = names.filter { $0 != "kernel" }
  heed.type("g")
  var commands: Set<String> = [before]
  var changes = 0
  for _ in names {
    // Where the arrow to the right leads nowhere, the one to the left does.
    for key: PtyKey in [.right, .left] {
      heed.press(key)
      let keepsWeights = !heed.waitUntilIdle().contains("keeps no scores")
      guard commands.insert(try copiedNow()).inserted else { continue }
      changes += 1
      if !keepsWeights {
        heed.press(.left)
        changes += 1
      }
      break
    }
    heed.press(.down)
  }
  let seen = commands.joined(separator: " ")
  for name in changed { #expect(seen.contains("--\(name) "), "\(name) was never changed") }
  for _ in 0..<changes { heed.type("u") }
  heed.waitUntilIdle()
  #expect(try copiedNow() == before)
  heed.type("q")
  try expectExit(heed, .exited(0))
}

@Test func `16,384 tokens are computed in the background, and panned by hand`() throws {
  let heed = try Learner().heed("play", "--queries", "16384", "--dim", "8", "--mask", "causal", size: (120, 40))
  try heed.waitFor("pooled", timeout: .seconds(120))
  try heed.type("\t+", until: "Closer")
  let before = heed.waitUntilIdle().lines[3]
  heed.drag(from: (60, 20), to: (50, 15))
  try heed.waitFor("the dragged picture") { $0.lines[3] != before }
  heed.type("q")
  try expectExit(heed, .exited(0))
}

/// The last text that was sent to the clipboard.
private func copied(_ heed: Pty) -> String? {
  let sent = String(decoding: heed.transcript, as: UTF8.self)
  guard let start = sent.range(of: "\u{1B}]52;c;", options: .backwards)?.upperBound else { return nil }
  return Data(base64Encoded: String(sent[start...].prefix { $0 != "\u{7}" })).map {
    String(decoding: $0, as: UTF8.self)
  }
}

private func plain(_ line: Substring) -> String { String(line).replacing("▌", with: " ").trimmed }
