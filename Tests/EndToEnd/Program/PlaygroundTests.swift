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

/// The last text that was sent to the clipboard.
private func copied(_ heed: Pty) -> String? {
  let sent = String(decoding: heed.transcript, as: UTF8.self)
  guard let start = sent.range(of: "\u{1B}]52;c;", options: .backwards)?.upperBound else { return nil }
  return Data(base64Encoded: String(sent[start...].prefix { $0 != "\u{7}" })).map {
    String(decoding: $0, as: UTF8.self)
  }
}

private func plain(_ line: Substring) -> String { String(line).replacing("▌", with: " ").trimmed }
