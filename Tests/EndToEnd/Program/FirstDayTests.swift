import Testing

@Test func `on the first day one reads, reveals, runs the experiment and comes back to the same place`() throws {
  let heed = try Learner(bank: nil).heed()
  let home = try heed.waitFor("Welcome.")
  #expect(home.contains("Enter reads a first question, x runs it."))
  #expect(home.focused?.hasPrefix("Begin reading") == true)
  let question = try heed.press(.enter, until: "Think first")
  #expect(question.contains("▸ Short answer") && !question.contains("▾"))
  let revealed = try heed.type(" ", until: "▾ Short answer")
  #expect(revealed.message.contains("1 Again") && revealed.message.contains("4 Easy"))

  let playground = try heed.type("x", until: "queries")
  #expect(playground.place == "Playground" && playground.contains("Why 0."))
  let back = try heed.press(.escape, until: "▾ Short answer")
  #expect(back.header == revealed.header && back.lines.prefix(21) == revealed.lines.prefix(21))
  #expect(back.focused == revealed.focused)
}

@Test func `a shape changes by arrows and by typing, and the picture follows`() throws {
  let heed = try Learner().heed("play", "--queries", "8", "--keys", "7")
  let first = try heed.waitFor("KV cache")
  #expect(first.focused?.hasPrefix("queries         ‹ 8 ›") == true)
  let wider = try heed.press(.right, until: "‹ 9 ›")
  #expect(wider.contains("pairs         63"))
  try heed.press(.left, until: "‹ 8 ›")
  heed.type("1")
  try heed.waitFor("Esc keeps 8")
  heed.type("2\r")
  let typed = try heed.waitFor("‹ 12 ›")
  #expect(typed.contains("pairs         84"))
  let undone = try heed.type("u", until: "‹ 8 ›")
  #expect(undone.message.contains("queries is 8 again."))
}

@Test func `a refused shape says the range and leaves the old one in force`() throws {
  let heed = try Learner().heed("play", "--queries", "8", "--keys", "8")
  let before = try heed.waitFor("KV cache")
  let refused = try heed.type("999999", until: "must be 1 to 16,384")
  #expect(refused.message.contains("queries 999,999"))
  heed.press(.enter)
  let still = try heed.waitFor { $0.message.contains("must be 1 to 16,384. Nearest: 16,384") }
  #expect(still.contains("pairs         64"))
  let kept = try heed.press(.escape, until: "‹ 8 ›")
  #expect(kept.lines.prefix(21) == before.lines.prefix(21))
}

@Test func `heads that do not fit the kv heads are refused with the nearest that do`() throws {
  let heed = try Learner().heed("play", "--heads", "8", "--kv-heads", "4")
  try heed.waitFor("kv heads")
  for row in ["keys", "dim", "value dim", "heads"] {
    heed.press(.down)
    try heed.waitFor("focus on \(row)") { $0.focused?.hasPrefix(row) == true }
  }
  heed.type("6\r")
  let refused = try heed.waitFor("not divisible by 4 kv heads. Nearest: 8")
  #expect(refused.message.contains("heads 6"))
  try heed.press(.escape, until: "‹ 8 ›")
}

@Test func `a run that does not fit into memory is refused before anything is drawn`() throws {
  let heed = try Learner().heed(
    "play", "--queries", "8", "--keys", "7", "--heads", "128", "--dim", "1024", "--score", "cosine")
  try heed.waitFor("‹ 8 ›")
  heed.type("16384\r")
  try heed.waitFor("128 × 16,384 × 1,024 vectors need 16 GiB, more than 2 GiB: try 10,000 tokens")
  try heed.press(.escape, until: "‹ 8 ›")
  heed.type("q")
  try expectExit(heed, .exited(0))
}

@Test func `an answer is there the next day, on every screen and for scripts`() throws {
  let learner = try Learner()
  let first = try learner.heed()
  try first.waitFor("Welcome.")
  try first.type("Q", until: "A quiz")
  try first.press(.enter, until: "1 of 5")
  try first.answer()
  #expect(first.screen.message.contains("1 of 1, saved."))
  first.type("q")
  try expectExit(first, .exited(0))
  expectRestored(first)
  #expect(try learner.reviews() == 1)

  let second = try learner.heed()
  let home = try second.waitFor("Resume the quiz")
  #expect(home.contains("1 of 5 answered") && home.contains("3 questions, 1 met") && !home.contains("Welcome"))
  let statistics = try second.type("T", until: "1 in 1 week")
  #expect(statistics.contains("Mastery") && statistics.contains("Basics"))
  try second.press(.escape, until: "Resume the quiz")
  let resumed = try second.press(.enter, until: "2 of 5")
  #expect(resumed.place == "Practice")
  try second.waitForItem()
}

@Test func `a grade given in Study counts as an answer, and undoing it takes it back`() throws {
  let learner = try Learner()
  let heed = try learner.heed("study", "basics/root")
  try heed.waitFor("Why divide by the root?")
  try heed.type(" ", until: "Did you know it?")
  try heed.type("3", until: "Saved. It comes back in")
  #expect(try learner.reviews() == 1)
  try heed.type("u", until: "Undone: the grade of “Why divide by the root?”")
  #expect(try learner.reviews() == 0)
  try heed.type("U", until: "Done again: the grade")
  heed.type("q")
  try expectExit(heed, .exited(0))
  #expect(try learner.reviews() == 1)
}

@Test func `a quiz ends in its score, its arithmetic and what to look at again`() throws {
  let learner = try Learner()
  let heed = try learner.heed("quiz", "--topic", "masks")
  let setup = try heed.waitFor("A quiz")
  #expect(setup.message.hasPrefix("  Asks 1 of 1: 1 new."))
  heed.press(.enter)
  try heed.answerAndGoOn(rightly: false)
  let result = try heed.waitFor("To look at again")
  #expect(result.place == "Result" && result.contains("0 of 1") && result.contains("0%"))
  #expect(result.contains("What may the first position see?") && result.contains("itself"))
  let experiment = try heed.type("x", until: "queries")
  #expect(experiment.contains("Above the diagonal there is no ink."))
  try heed.press(.escape, until: "To look at again")
}

@Test func `what was run last is on Home the next day`() throws {
  let learner = try Learner()
  let first = try learner.heed("play", "--queries", "9", "--keys", "7", "--dim", "4")
  try first.waitFor("KV cache")
  first.type("q")
  try expectExit(first, .exited(0))
  let second = try learner.heed()
  try second.waitFor("9 × 7, d 4")
  try second.type("P", until: "‹ 9 ›")
}
