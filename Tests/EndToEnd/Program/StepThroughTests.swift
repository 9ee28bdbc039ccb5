import Testing

/// The playground with 32 tokens and a kernel.
private func play(kernel: String) throws -> Pty {
  try Learner().heed("play", "--queries", "32", "--mask", "causal", "--seed", "7", "--kernel", kernel)
}

@Test func `a row is read tile by tile until it is the full result`() throws {
  let heed = try play(kernel: "plain")
  try heed.waitFor("weights")
  let first = try heed.type("t", until: "Tile 1 of 4")
  #expect(first.place == "Online softmax")
  try heed.type(" ", until: "Tile 2 of 4")
  try heed.type("[", until: "Tile 1 of 4")
  try heed.type("G", until: "largest difference ")
  try heed.type("w", until: "Softmax needs the row's largest score")
  try heed.press(.escape, until: "Tile 4 of 4")
  try heed.press(.escape, until: "KV cache")
  heed.type("q")
  try expectExit(heed, .exited(0))
}

@Test func `tokens are written one by one from a cache, and from a state`() throws {
  let heed = try play(kernel: "decode")
  try heed.waitFor("query tokens")
  let first = try heed.type("t", until: "Token 1 of 32")
  #expect(first.place == "Decoding")
  try heed.type("G", until: "Every token equals the full causal pass")
  let state = try heed.type("v", until: "S  64 × 64")
  #expect(state.place == "Linear attention")
  try heed.type("G", until: "the state gives what the pairs give")
  heed.type("q")
  try expectExit(heed, .exited(0))
}
