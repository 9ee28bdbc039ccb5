import Testing

@Test func `a run is pinned, changed, seen beside itself, asked why, and left`() throws {
  let heed = try Learner().heed("play", "--queries", "24", "--mask", "causal", "--seed", "3")
  try heed.waitFor("KV cache")
  try heed.type("c", until: "no part differs")
  try heed.type("/score: dot\r", until: "1 part differs")
  let shown = try heed.waitFor("‹ dot ›")
  #expect(shown.lines[2].contains("B − A"))
  #expect(shown.lines.contains { $0.contains("entropy, mean") && $0.contains("−") })
  try heed.type("w", until: "A and B part at: ÷ √64")
  try heed.press(.escape, until: "unpin A")
  try heed.type("\tl", until: "in A,")
  try heed.press(.escape, until: "A pinned")
  try heed.type("c", until: "unpin A")
  heed.type("c")
  try heed.waitFor { !$0.contains("A pinned") && $0.contains("c compare") }
  heed.type("q")
  try expectExit(heed, .exited(0))
}
