import Glibc
import Testing

@Test(arguments: [
  ([], "Welcome."), (["study"], "Think first"), (["play"], "KV cache"), (["quiz"], "A quiz"),
  (["stats"], "this page begins"),
])
func `q leaves every screen at once, with status 0 and the terminal as it was`(command: [String], shown: String) throws
{
  let heed = try Learner().shell("exec $HEED \(command.joined(separator: " "))")
  try heed.waitFor(shown)
  heed.type("q")
  try expectExit(heed, .exited(0))
  expectRestored(heed)
  #expect(heed.screen.lines.joined().isEmpty)
}

@Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
func `a signal ends heed and leaves the terminal as it was`(number: Int32) throws {
  let heed = try Learner().heed("play")
  try heed.waitFor("KV cache")
  heed.signal(number)
  try expectExit(heed, .signalled(number))
  expectRestored(heed)
}

@Test func `Ctrl-C quits as q does`() throws {
  let heed = try Learner().heed()
  try heed.waitFor("Welcome.")
  heed.press(.control("c"))
  try expectExit(heed, .exited(0))
  expectRestored(heed)
}

@Test func `Ctrl-C quits also from a text field`() throws {
  let heed = try Learner().heed()
  try heed.waitFor("Welcome.")
  try heed.type("/", until: "3 of 3")
  try heed.type("mask", until: "1 of 3")
  heed.press(.control("c"))
  try expectExit(heed, .exited(0))
  expectRestored(heed)
}

@Test func `Ctrl-Z stops heed and fg goes on where one was`() throws {
  let shell = try Learner().shell("set -m; $HEED study basics/root; echo stopped; read line; fg; echo over")
  try shell.waitFor("Think first")
  try shell.type(" ", until: "▾ Short answer")
  shell.press(.control("z"))
  try shell.waitFor("stopped")
  expectRestored(shell)
  shell.type("\n")
  let screen = try shell.waitFor("▾ Short answer")
  #expect(screen.isAlternate && screen.mouse == .drags)
  shell.type("q")
  try shell.waitFor("over")
  expectRestored(shell)
}

@Test func `a window that is closed loses no answer`() throws {
  let learner = try Learner()
  let heed = try learner.heed("quiz")
  try heed.press(.enter, until: "1 of 5")
  try heed.answer()
  heed.hangUp()
  try expectExit(heed, .signalled(SIGHUP))
  #expect(try learner.reviews() == 1)
}

@Test func `it runs in tmux too`() throws {
  let socket = "heed-\(Learner.self)-\(UInt64.random(in: 0...UInt64.max))"
  let tmux = try Learner().shell(
    "tmux -L \(socket) -f /dev/null new-session \"$HEED play; echo status \\$?; sleep 0.1; cat\"", size: (100, 30))
  let screen = try tmux.waitFor("KV cache")
  #expect(screen.contains("queries") && screen.contains("weights") && screen.place == "Playground")
  #expect(screen.rows.joined().contains { $0.background != .own })
  tmux.type("q")
  try tmux.waitFor("status 0")
  try Learner().shell("tmux -L \(socket) kill-server").exit()
}
