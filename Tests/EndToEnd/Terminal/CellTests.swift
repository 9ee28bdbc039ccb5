import Testing

@Test func `wide characters take two cells and neighbours keep their columns`() throws {
  let screen = try Pty.probe().screen
  #expect(screen.lines[1].hasPrefix("  注意力机制 √d_k｜宽"))
  #expect(screen[2, 1].text == "注" && screen[2, 1].width == 2)
  #expect(screen[3, 1].width == 0)
  #expect(screen[13, 1].text == "√" && screen[13, 1].width == 1)
  #expect(screen[17, 1].text == "｜" && screen[17, 1].width == 2)
  #expect(screen[78, 3].text == "宽", "a wide character may end in the last column")
}

@Test func `marks are kept, and what terminals draw in different widths is made plain`() throws {
  let screen = try Pty.probe().screen
  #expect(screen[30, 1].text == "e\u{301}")
  #expect(screen[31, 1].text == "👩" && screen[31, 1].width == 2, "no joined rocket")
  #expect(screen[33, 1].text == "❤" && screen[34, 1].text == " ", "two columns, whoever draws it")
  #expect(screen[35, 1].text == ".")
}

@Test func `256 colours arrive as the indices of the palette`() throws {
  let screen = try Pty.probe().screen
  #expect(screen[0, 2].text == "▀")
  #expect(screen[0, 2].foreground == .palette(53) && screen[0, 2].background == .palette(202))
  #expect(screen[10, 2].foreground == .palette(227) && screen[10, 2].background == .palette(28))
  #expect(screen[20, 2].foreground == .palette(203))
  #expect(screen[24, 2].background == .palette(236) && screen[24, 2].foreground == .own)
  #expect(screen[0, 0].isBold && screen[0, 0].foreground == .palette(255))
}

@Test func `a light ground has its own colours`() throws {
  let screen = try Pty.probe("--light").screen
  #expect(screen[20, 2].foreground == .palette(160) && screen[24, 2].background == .palette(254))
}

@Test(arguments: [["TERM": "xterm"], ["TERM": "linux"], ["TERM": "screen"]])
func `a terminal of eight colours gets eight`(environment: [String: String]) throws {
  let screen = try Pty.probe(environment: environment).screen
  #expect(screen.contains("colours 8"))
  #expect(screen[20, 2].foreground == .palette(1))
  #expect(screen[24, 2].isReversed && screen[24, 2].background == .own)
}

@Test func `eight colours may be asked for on a terminal that has more`() throws {
  let screen = try Pty.probe("--8").screen
  #expect(screen.contains("colours 8") && screen[20, 2].foreground == .palette(1))
}

@Test(arguments: [(["--none"], "xterm-256color"), ([], "vt220")])
func `without colours meaning is bold and reverse`(arguments: [String], term: String) throws {
  let probe = try Pty([BuiltProgram.path("CursesProbe")] + arguments, environment: ["TERM": term])
  try probe.waitFor("colours 0")
  let screen = probe.waitUntilIdle()
  for cell in screen.rows.joined() {
    #expect(cell.foreground == .own && cell.background == .own)
  }
  #expect(screen[20, 2].isBold && screen[24, 2].isReversed)
}

@Test func `a terminal of direct colour gets the palette's colours as values`() throws {
  let probe = try Pty.probe(environment: ["TERM": "xterm-direct2"])
  #expect(probe.screen[20, 2].foreground == .rgb(0xFF5F5F), "203 of the palette")
}

@Test(arguments: [[:], ["LANG": "C"], ["LANG": ""], ["LC_ALL": "POSIX"], ["LANG": "xx_XX.UTF-8"]])
func `without a word about characters the terminal is taken to read UTF-8`(environment: [String: String]) throws {
  let screen = try Pty.probe(environment: environment).screen
  #expect(screen.contains("ascii false") && screen.contains("注意力机制"))
}

@Test func `a locale with another character set gets ASCII`() throws {
  let screen = try Pty.probe(environment: ["LC_ALL": "de_DE.ISO-8859-1"]).screen
  #expect(screen.contains("ascii true"))
  #expect(screen.lines[1].hasPrefix("  ? ? ? ? ?  sqrt(d_k)? ?"), "every column keeps its place")
}

@Test(arguments: ["xterm-256color", "xterm", "linux", "screen-256color"])
func `a bar of one glyph does not rely on the terminal to repeat it`(term: String) throws {
  let probe = try Pty.probe(environment: ["TERM": term])
  #expect(probe.screen.lines[2].hasSuffix("  " + String(repeating: "━", count: 20)))
  #expect(String(decoding: probe.transcript, as: UTF8.self).contains(String(repeating: "━", count: 20)))
}

@Test(arguments: ["xterm-256color", "xterm", "screen-256color"])
func `many small changes leave the same picture as drawing it once`(term: String) throws {
  let probe = try Pty.probe(environment: ["TERM": term], size: (61, 17))
  probe.command("r")
  let small = try probe.waitFor("random frames")
  probe.paintOver("\u{1B}[2J")
  probe.press(.control("l"))
  let whole = try probe.waitFor("random frames")
  for (row, (ours, theirs)) in zip(small.rows, whole.rows).enumerated() {
    for (column, (one, other)) in zip(ours, theirs).enumerated() where !one.looksLike(other) {
      Issue.record("\(column),\(row): \(one) is not \(other)")
    }
  }
}

@Test func `only what changed is sent`() throws {
  let probe = try Pty.probe(size: (200, 60))
  probe.waitUntilIdle()
  let before = probe.transcript.count
  probe.type("x")
  try probe.waitFor("key(")
  #expect(probe.transcript.count - before < 200)
}

@Test func `the cursor is shown only while something is typed into`() throws {
  let probe = try Pty.probe()
  #expect(!probe.screen.isCursorVisible)
  probe.command("f")
  let screen = try probe.waitFor { $0.isCursorVisible }
  #expect(screen.cursor == (7, 3))
  probe.command("f")
  try probe.waitFor { !$0.isCursorVisible }
}

extension ScreenCell {
  /// Whether an eye sees no difference: nothing of the foreground shows in a blank.
  fileprivate func looksLike(_ other: ScreenCell) -> Bool {
    if text == " ", other.text == " " { return background == other.background && isReversed == other.isReversed }
    return self == other
  }
}
