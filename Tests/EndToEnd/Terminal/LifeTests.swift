import Foundation
import Glibc
import Testing

@Test func `quitting leaves the terminal as it was`() throws {
  let probe = try Pty.probe()
  #expect(probe.screen.isAlternate && probe.screen.mouse == .drags && !probe.modes.echoes)
  probe.command("q")
  let exit = try probe.exit()
  #expect(exit == .exited(0))
  expectRestored(probe)
  #expect(probe.screen.lines[0] == "closed")
}

@Test func `leaving by exit leaves the terminal as it was`() throws {
  let probe = try Pty.probe()
  probe.command("x")
  let exit = try probe.exit()
  #expect(exit == .exited(3))
  expectRestored(probe)
}

@Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE])
func `a signal leaves the terminal as it was and is seen by who waits`(number: Int32) throws {
  let probe = try Pty.probe()
  probe.signal(number)
  let exit = try probe.exit()
  #expect(exit == .signalled(number))
  expectRestored(probe)
}

@Test func `a signal restores also where standard input can only be read`() throws {
  let probe = try Pty(["sh", "-c", "exec \"$0\" < /dev/tty", BuiltProgram.path("CursesProbe")])
  try probe.waitFor("probe 80x24")
  probe.signal(SIGTERM)
  let exit = try probe.exit()
  #expect(exit == .signalled(SIGTERM))
  expectRestored(probe)
}

/// Swift's own backtracer would ask questions for half a minute, in the middle of the picture.
@Test(arguments: [[:], ["SWIFT_BACKTRACE": "enable=yes"], ["SWIFT_BACKTRACE": "enable=tty,interactive=yes"]])
func `a trap leaves the terminal as it was and says why at once`(environment: [String: String]) throws {
  let probe = try Pty.probe(environment: environment)
  probe.command("t")
  let exit = try probe.exit()
  #expect(exit == .signalled(SIGILL) || exit == .signalled(SIGTRAP))
  expectRestored(probe)
  #expect(probe.screen.contains("probe: trapped on purpose"))
}

@Test(arguments: ["s": SIGSEGV, "n": SIGSEGV, "a": SIGABRT, "o": SIGSEGV] as [Character: Int32])
func `a crash of the program's own leaves the terminal as it was`(command: Character, number: Int32) throws {
  let probe = try Pty.probe()
  probe.command(command)
  let exit = try probe.exit()
  #expect(exit == .signalled(number))
  expectRestored(probe)
}

@Test func `a second Ctrl-C ends a program that hangs`() throws {
  let probe = try Pty.probe()
  probe.command("h")
  try probe.waitFor("hanging")
  probe.press(.control("c"))
  probe.waitUntilIdle()
  var exit: Pty.Exit?
  while exit == nil {
    probe.press(.control("c"))
    exit = try? probe.exit(timeout: .milliseconds(300))
  }
  #expect(exit == .signalled(SIGINT))
  expectRestored(probe)
}

@Test func `what is said on standard error appears after the screen is gone`() throws {
  let probe = try Pty.probe()
  probe.command("p")
  let screen = try probe.waitFor("(\"p\")")
  #expect(!screen.contains("said on standard error"))
  probe.command("q")
  try probe.exit()
  #expect(probe.screen.lines[0] == "probe: said on standard error")
}

@Test func `standard error that goes elsewhere is left alone`() throws {
  let probe = try Pty(["sh", "-c", "\"$0\" 2>errors; cat errors", BuiltProgram.path("CursesProbe")])
  try probe.waitFor("probe 80x24")
  probe.command("p")
  probe.command("q")
  try probe.waitFor("said on standard error")
}

@Test func `a new size is an event, and the frame fills it`() throws {
  let probe = try Pty.probe()
  probe.resize(columns: 120, rows: 40)
  let larger = try probe.waitFor("probe 120x40")
  #expect(larger.contains("resize("))
  #expect(larger[118, 3].text == "宽" && larger[78, 3].text == " ")
  probe.resize(columns: 40, rows: 12)
  let smaller = try probe.waitFor("probe 40x12")
  #expect(smaller[38, 3].text == "宽" && smaller[2, 1].text == "注")
}

@Test func `many sizes in a row end in the last one`() throws {
  let probe = try Pty.probe()
  for columns in 41...90 { probe.resize(columns: columns, rows: 20) }
  let screen = try probe.waitFor("probe 90x20")
  #expect(screen[88, 3].text == "宽")
}

@Test func `a size that changes and at once changes back loses nothing`() throws {
  let probe = try Pty.probe()
  for _ in 1...20 {
    probe.resize(columns: 40, rows: 12)
    probe.resize(columns: 80, rows: 24)
    try probe.waitFor { $0.contains("probe 80x24") && $0[78, 3].text == "宽" }
  }
}

@Test func `Ctrl-L draws again what something else has painted over`() throws {
  let probe = try Pty.probe()
  probe.paintOver("\u{1B}[2J\u{1B}[5;5Hgarbage")
  #expect(probe.screen.contains("garbage") && !probe.screen.contains("probe"))
  probe.press(.control("l"))
  let screen = try probe.waitFor("probe 80x24")
  #expect(!screen.contains("garbage") && !screen.contains("control"))
}

@Test func `Ctrl-Z stops and fg goes on`() throws {
  let shell = try Pty([
    "sh", "-c", "set -m; \"$0\"; echo stopped; read line; fg; echo over", BuiltProgram.path("CursesProbe"),
  ])
  try shell.waitFor("probe 80x24")
  shell.type("a")
  try shell.waitFor("(\"a\")")
  shell.press(.control("z"))
  try shell.waitFor("stopped")
  expectRestored(shell)
  shell.resize(columns: 100, rows: 30)
  shell.type("\n")
  let screen = try shell.waitFor("probe 100x30")
  #expect(screen.contains("(\"a\")") && screen.isAlternate && screen.mouse == .drags)
  shell.type("b")
  try shell.waitFor("(\"b\")")
  shell.command("q")
  try shell.waitFor("over")
  expectRestored(shell)
}

@Test func `a stop that cannot be caught is mended when it is continued`() throws {
  let probe = try Pty.probe()
  probe.signal(SIGSTOP)
  probe.paintOver("\u{1B}[?1049l\u{1B}[?1000l\u{1B}[?25hshell")
  probe.signal(SIGCONT)
  let screen = try probe.waitFor("probe 80x24")
  #expect(screen.isAlternate && screen.mouse == .drags && !screen.isCursorVisible && !screen.contains("shell"))
}

@Test func `an editor has the terminal to itself`() throws {
  let probe = try Pty.probe()
  probe.command("e")
  let inside = try probe.waitFor("inside")
  expectRestored(probe)
  #expect(inside.isCursorVisible)
  probe.type("text\r")
  let screen = try probe.waitFor("editor 7")
  #expect(screen.isAlternate && screen.mouse == .drags)
}

@Test func `Ctrl-C in an editor is for the editor`() throws {
  let probe = try Pty.probe()
  probe.command("e")
  try probe.waitFor("inside")
  probe.press(.control("c"))
  try probe.waitFor("editor 130")
}

@Test func `an editor that does not exist is told by its status`() throws {
  let probe = try Pty.probe()
  probe.command("v")
  try probe.waitFor("missing 127")
}

@Test func `a terminal that goes away ends the program`() throws {
  let probe = try Pty.probe()
  let process = probe.process
  probe.hangUp()
  let exit = try probe.exit()
  #expect(exit == .signalled(SIGHUP))
  #expect(kill(process, 0) == -1)
}

@Test(arguments: [
  ("TERM=dumb", "the terminal type “dumb” (TERM) cannot place its cursor; try heed show, list or attend"),
  ("TERM=nosuch", "the terminal type “nosuch” (TERM) is not known here; try TERM=xterm-256color heed"),
  ("-u TERM", "TERM is not set, so the terminal's abilities are unknown; try TERM=xterm-256color heed"),
])
func `a terminal that will not do is refused in one line`(setting: String, line: String) throws {
  let refused = try Pty(["sh", "-c", "env \(setting) \"$0\"", BuiltProgram.path("CursesProbe")], size: (120, 24))
  let exit = try refused.exit()
  #expect(exit == .exited(1))
  #expect(refused.screen.lines[0] == "heed: " + line)
  #expect(refused.screen.lines.dropFirst().joined().isEmpty)
  #expect(refused.modes == refused.firstModes && !refused.transcript.contains(0x1B))
}

@Test(arguments: [("< /dev/null", "input"), ("| cat", "output")])
func `without a terminal it says so in one line`(redirection: String, stream: String) throws {
  let refused = try Pty(["sh", "-c", "\"$0\" \(redirection)", BuiltProgram.path("CursesProbe")])
  try refused.exit()
  #expect(
    refused.screen.lines[0] == "heed: standard \(stream) is not a terminal; try heed show, list or attend")
}

@Test func `it runs in tmux, in colours, and leaves cleanly`() throws {
  let socket = "heed-\(UUID())"
  let tmux = try Pty(
    ["tmux", "-L", socket, "-f", "/dev/null", "new-session", "\"\(BuiltProgram.path("CursesProbe"))\"; sleep 0.1; cat"])
  try tmux.waitFor("注意力机制")
  let screen = tmux.waitUntilIdle()
  #expect(screen[20, 2].text == "b")
  tmux.type("a")
  try tmux.waitFor("(\"a\")")
  tmux.command("q")
  try tmux.waitFor("closed")
  let killing = Process()
  killing.executableURL = URL(filePath: "/usr/bin/env")
  killing.arguments = ["tmux", "-L", socket, "kill-server"]
  try killing.run()
  killing.waitUntilExit()
}
