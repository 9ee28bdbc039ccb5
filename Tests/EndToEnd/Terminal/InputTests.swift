import Testing

/// Sends bytes and returns the events that the program names.
private func heard(_ act: (Pty) -> Void, until last: String) throws -> [String] {
  let probe = try Pty.probe()
  act(probe)
  let screen = try probe.waitFor(last)
  return screen.lines.dropFirst(4).filter { !$0.isEmpty }
}

@Test(arguments: [
  ("a", "key(character(\"a\"))"), ("注", "key(character(\"注\"))"), ("\r", "key(enter)"), ("\n", "key(enter)"),
  ("\t", "key(tab)"), ("\u{7F}", "key(backspace)"), ("\u{8}", "key(backspace)"), (" ", "key(character(\" \"))"),
  ("\u{1B}", "key(escape)"), ("\u{1B}x", "key(alt(\"x\"))"), ("\u{10}", "key(control(\"p\"))"),
  ("\u{13}", "key(control(\"s\"))"), ("\u{16}", "key(control(\"v\"))"), ("\u{0}", "key(control(\" \"))"),
  ("\u{1B}[A", "key(up)"), ("\u{1B}OA", "key(up)"), ("\u{1B}[1;5A", "key(up)"), ("\u{1B}[1;2D", "key(left)"),
  ("\u{1B}[B", "key(down)"), ("\u{1B}OC", "key(right)"), ("\u{1B}[H", "key(home)"), ("\u{1B}OF", "key(end)"),
  ("\u{1B}[1~", "key(home)"), ("\u{1B}[4~", "key(end)"), ("\u{1B}[5~", "key(pageUp)"), ("\u{1B}[6~", "key(pageDown)"),
  ("\u{1B}[3~", "key(delete)"), ("\u{1B}[Z", "key(backTab)"), ("\u{1B}OP", "key(function(1))"),
  ("\u{1B}[15~", "key(function(5))"),
])
func `bytes of the keyboard become one key`(bytes: String, key: String) throws {
  let events = try heard({ $0.type(bytes) }, until: "key(")
  #expect(events == [key])
}

@Test(arguments: ["xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "vt220"])
func `keys as this terminal sends them are understood by every terminal type`(term: String) throws {
  let probe = try Pty.probe(environment: ["TERM": term])
  for (key, name) in [
    (PtyKey.up, "up"), (.down, "down"), (.left, "left"), (.right, "right"), (.home, "home"), (.end, "end"),
    (.pageUp, "pageUp"), (.pageDown, "pageDown"), (.delete, "delete"), (.enter, "enter"), (.tab, "tab"),
    (.backspace, "backspace"), (.escape, "escape"), (.function(1), "function(1)"),
  ] {
    probe.press(key)
    try probe.waitFor("key(\(name))")
  }
}

@Test func `letters typed fast arrive in their order`() throws {
  let keys = try heard({ $0.type("abc\u{1B}[Ad") }, until: "(\"d\")")
  #expect(
    keys == [
      "key(character(\"a\"))", "key(character(\"b\"))", "key(character(\"c\"))", "key(up)", "key(character(\"d\"))",
    ])
}

@Test(arguments: ["\u{1B}[?62;4c", "\u{1B}[12;34;56x", "\u{1B}[I", "\u{1B}[99;99~", "\u{1B}Oz", "\u{1B}[<1;2"])
func `a sequence that nobody knows does not become letters that act`(bytes: String) throws {
  let probe = try Pty.probe()
  probe.type(bytes)
  probe.waitUntilIdle()
  probe.type("z")
  let screen = try probe.waitFor("(\"z\")")
  #expect(screen.lines.dropFirst(4).filter { !$0.isEmpty } == ["key(character(\"z\"))"])
}

@Test func `a click is a press and a release at its cell`() throws {
  let events = try heard({ $0.click(column: 70, row: 20) }, until: "release")
  #expect(events.count == 2)
  #expect(events[0].contains("press") && events[0].contains("column: 70, row: 20"))
  #expect(events[1].contains("release"))
}

@Test func `the mouse works beyond column 223`() throws {
  let probe = try Pty.probe(size: (300, 24))
  probe.click(column: 290, row: 2)
  try probe.waitFor("column: 290, row: 2")
}

@Test func `dragging and the wheel are told apart`() throws {
  let events = try heard(
    { probe in
      probe.drag(from: (3, 4), to: (9, 8))
      probe.wheel(up: true, column: 1, row: 1)
      probe.wheel(up: false, column: 1, row: 2)
    }, until: "wheelDown")
  let actions = events.compactMap { ["press", "drag", "release", "wheelUp", "wheelDown"].first(where: $0.contains) }
  #expect(actions == ["press", "drag", "release", "wheelUp", "wheelDown"])
  #expect(events[1].contains("column: 9, row: 8"))
}

@Test(arguments: ["xterm-256color", "xterm", "tmux-256color", "xterm-direct2"])
func `the mouse is decoded whatever the terminal type`(term: String) throws {
  let probe = try Pty.probe(environment: ["TERM": term])
  probe.click(column: 5, row: 6)
  try probe.waitFor("column: 5, row: 6")
}

@Test func `without the mouse nothing is asked of the terminal`() throws {
  let probe = try Pty.probe("--no-mouse")
  #expect(probe.screen.mouse == .off)
}

@Test func `pasted text is one event, without control characters`() throws {
  let events = try heard(
    { $0.paste("line 1\rline 2\r\n注\u{1}\u{1B}[31m\u{9}tab\u{9B}") }, until: "paste(")
  #expect(events == ["paste(\"line 1\\nline 2\\n注[31m    tab\")"])
}

@Test func `a long paste arrives whole`() throws {
  let probe = try Pty.probe()
  let text = String(repeating: "0123456789", count: 20_000)
  probe.paste(text)
  try probe.waitFor("paste(\"0123456789")
  probe.type("z")
  try probe.waitFor("(\"z\")")
}

@Test func `Ctrl-C is a key`() throws {
  let probe = try Pty.probe()
  probe.press(.control("c"))
  try probe.waitFor("key(control(\"c\"))")
  probe.press(.control("c"))
  try probe.waitFor { $0.lines.count { $0.contains("control(\"c\")") } == 2 }
}

@Test func `work that finishes elsewhere wakes the loop`() throws {
  let events = try heard({ $0.command("w") }, until: "woke")
  #expect(events.last == "woke")
}

@Test func `the copied text goes to the terminal's clipboard`() throws {
  let probe = try Pty.probe()
  probe.command("c")
  try probe.waitFor("(\"c\")")
  let sent = String(decoding: probe.transcript, as: UTF8.self)
  #expect(sent.contains("\u{1B}]52;c;5aSN5Yi2IGNvcGllZA==\u{7}"))
}
