import Testing

@Test func `curves are measured, read off, stopped and left`() throws {
  let heed = try Learner().heed("play", "--queries", "16", "--mask", "causal", "--seed", "7")
  try heed.waitFor("weights")
  let first = try heed.type("m", until: "τ 1: ")
  #expect(first.place == "Curves")
  try heed.press(.right, until: "τ 1.414: ")
  try heed.type("4", until: "● MLA")
  try heed.type("w", until: "Numbers kept a token")
  try heed.press(.escape, until: "● MLA")
  // In a debug build the longest runs take long.
  try heed.type("3", until: "Esc stops")
  try heed.press(.escape, until: "Stopped.")
  try heed.press(.escape, until: "KV cache")
  heed.type("q")
  try expectExit(heed, .exited(0))
}
