import Testing

@Test func `a click chooses a row, a second one opens it`() throws {
  let heed = try Learner().heed()
  let home = try heed.waitFor("Welcome.")
  let row = try home.place(of: "Playground").orFail("row", home)
  heed.click(column: row.column, row: row.row)
  try heed.waitFor { $0.focused?.hasPrefix("Playground") == true }
  heed.click(column: row.column, row: row.row)
  #expect(try heed.waitFor("KV cache").place == "Playground")
}

@Test func `a key of the footer can be clicked`() throws {
  let heed = try Learner().heed()
  let home = try heed.waitFor("Welcome.")
  let help = try home.place(of: "? help").orFail("key", home)
  heed.click(column: help.column, row: help.row)
  let keys = try heed.waitFor("Keys in Home")
  let close = try keys.place(of: "Esc close").orFail("key", keys)
  heed.click(column: close.column, row: close.row)
  try heed.waitFor { !$0.contains("Keys in") }
  heed.click(column: help.column + 10, row: help.row)
  try expectExit(heed, .exited(0))
}

@Test func `an option is chosen and answered by the mouse`() throws {
  let heed = try Learner().heed("quiz", "--topic", "masks")
  try heed.press(.enter, until: "1 of 1")
  try heed.waitForItem()
  let place = try heed.screen.place(of: "itself").orFail("option", heed.screen)
  heed.click(column: place.column, row: place.row)
  try heed.waitFor { $0.focused?.contains("itself") == true }
  heed.click(column: place.column, row: place.row)
  try heed.waitFor("1 of 1, saved.")
}

@Test func `a cell of the picture is taken apart when it is clicked`() throws {
  let heed = try Learner().heed("play", "--queries", "6", "--keys", "6", "--mask", "causal", size: (120, 30))
  // Two cells of a row: one number alone could also be the time that the run took.
  let screen = try heed.waitFor("0.58  0.42")
  let cell = try screen.place(of: "0.58  0.42").orFail("picture", screen)
  heed.click(column: cell.column, row: cell.row)
  let picked = try heed.waitFor { $0.message.contains("q 1 looks at k 0") }
  #expect(picked.contains("Why 0."))
}

@Test func `without the mouse clicks are the terminal's own`() throws {
  let heed = try Learner().heed("--no-mouse")
  #expect(try heed.waitFor("Welcome.").mouse == .off)
}

private let screens = [
  ("", "", "Welcome."), ("study basics/root", "", "Think first"), ("study basics/root", " ", "Did you know it?"),
  ("play --heads 2 --mask causal", "", "queries"), ("play", "5", "Esc keeps"), ("play", "\tw", "Products q_i"),
  ("quiz", "", "A quiz"), ("quiz", "\r", "1 of 5"), ("stats", "", "this page begins"), ("", "?", "Everywhere"),
  ("", ":", "Tab complete"), ("", "/", "Tab complete"), ("study", "f", "Show only"),
]

@Test(arguments: screens)
func `a new size in the middle of a screen loses nothing`(command: String, keys: String, shown: String) throws {
  let heed = try Learner().shell("exec $HEED \(command)")
  let opened = try heed.waitFor { $0.footer.contains("help") }
  heed.type(keys)
  try heed.waitFor(shown)
  let before = keys.isEmpty ? opened : heed.waitUntilIdle()
  for (columns, rows) in [(120, 40), (160, 50), (60, 16), (40, 12), (200, 60)] {
    heed.resize(columns: columns, rows: rows)
    let screen = try heed.waitFor("a whole frame at \(columns)×\(rows)") {
      !$0.header.trimmed.isEmpty && !$0.footer.trimmed.isEmpty && !$0.contains("needs 40×12")
    }
    #expect(screen.rows.allSatisfy { $0.count == columns })
  }
  heed.resize(columns: 39, rows: 11)
  let small = try heed.waitFor("heed needs 40×12, this is 39×11")
  #expect(small.lines.count { !$0.isEmpty } == 1)
  heed.resize(columns: 80, rows: 24)
  try heed.waitFor("the screen as before") { $0.place == before.place && $0.contains(shown) }
}

@Test func `below the smallest size there is one line, and it works again when there is room`() throws {
  let heed = try Learner().heed(size: (30, 8))
  let small = try heed.waitFor("40×12 needed")
  #expect(small.lines.count { !$0.isEmpty } == 1)
  let sent = heed.transcript.count
  // Ctrl-L draws again, which shows that the key before it was heard.
  heed.type("S\u{C}")
  try heed.waitFor("a frame after the keys") { _ in heed.transcript.count > sent }
  heed.resize(columns: 80, rows: 24)
  try heed.waitFor("Welcome.")
  heed.resize(columns: 20, rows: 5)
  try heed.waitFor("40×12 needed")
  heed.type("q")
  try expectExit(heed, .exited(0))
}

@Test func `Study shows the experiment when the window becomes wide enough`() throws {
  let heed = try Learner().heed("study", "masks/causal")
  try heed.waitFor("Think first")
  #expect(!heed.screen.contains("Above the diagonal"))
  heed.resize(columns: 160, rows: 50)
  try heed.waitFor("Above the diagonal")
}

@Test func `keys that an input method makes wide count as their plain forms`() throws {
  let heed = try Learner().heed("--lang", "zh")
  try heed.waitFor("欢迎。")
  try heed.type("？", until: "任何地方")
  try heed.press(.escape, until: "欢迎。")
  heed.type("：")
  try heed.waitFor("Tab 补全")
  heed.press(.escape)
  try heed.waitFor { !$0.contains("Tab 补全") }
  heed.type("／")
  try heed.type("因果", until: "▌ 因果掩码隐藏了什么？")
  try heed.press(.enter, until: "先想一想")
  try heed.type("　", until: "▾ 简答")
  try heed.type("【", until: "权重之和是多少？")
  heed.type("】")
  try heed.waitFor { $0.contains("▾ 简答") }
  heed.type("３")
  try heed.waitFor("已保存")
  heed.type("ｑ")
  try expectExit(heed, .exited(0))
}

@Test func `wide digits are read in fields`() throws {
  let play = try Learner().heed("play", "--queries", "8", "--keys", "7", "--lang", "zh")
  try play.waitFor("‹ 8 ›")
  play.type("１２")
  try play.waitFor("Esc 保留 8")
  try play.press(.enter, until: "‹ 12 ›")

  let quiz = try Learner().heed("quiz", "--topic", "basics", "--lang", "zh")
  try quiz.press(.enter, until: "第 1 题，共 4 题")
  while try !quiz.waitForItem().isTyped { try quiz.answerAndGoOn() }
  quiz.type("８．０")
  try quiz.waitFor("读作 8")
  quiz.press(.enter)
  try quiz.waitFor("1 / 1，已保存。")
}

@Test func `pasted text goes into a field as text, and acts nowhere`() throws {
  let heed = try Learner().heed()
  try heed.waitFor("Welcome.")
  heed.paste("q\rS\u{1B}]0;pwned\u{7}")
  heed.type("/")
  try heed.waitFor("3 of 3")
  heed.paste("mask\rhid")
  try heed.waitFor { $0.contains("/ maskhid") || $0.contains("/ mask hid") }
  expectHarmless(heed)
}
