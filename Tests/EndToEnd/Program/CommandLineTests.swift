import Testing

@Test(arguments: [
  ["--help"], ["help"], ["study", "--help"], ["play", "--help"], ["quiz", "--help"], ["stats", "--help"],
  ["attend", "--help"], ["config", "--help"], ["config", "init", "--help"], ["export", "anki", "--help"],
  ["import", "anki-reviews", "--help"], ["help", "attend"], ["--version"],
])
func `help is said on standard output with status 0`(arguments: [String]) throws {
  let said = try Learner().shell(
    "$HEED \(arguments.joined(separator: " ")) > out 2> err; echo $?; cat err; wc -c < out")
  try said.exit()
  #expect(said.screen.lines[0] == "0")
  #expect((Int(said.screen.lines[1].trimmed) ?? 0) > 3, "\(said.screen.text)")
}

@Test func `help needs no bank, no data and no good configuration`() throws {
  let learner = try Learner()
  try learner.write("nonsense", to: ".config/heed/config.yaml")
  let said = try learner.run("--help", environment: ["HEED_CONTENT": "/nowhere", "XDG_DATA_HOME": "/dev/null"])
  #expect(said.status == 0 && said.errors.isEmpty)
  for command in ["study", "play", "quiz", "stats", "attend", "config", "export", "import"] {
    #expect(said.output.contains("\n  \(command) "))
  }
}

@Test(arguments: ["bash", "zsh", "fish"])
func `completions are written for each shell`(shell: String) throws {
  let said = try Learner().run("--generate-completion-script", shell)
  #expect(said.status == 0 && said.errors.isEmpty)
  for word in ["study", "attend", "colours", "topic"] { #expect(said.output.contains(word)) }
}

@Test func `the completions for bash are valid bash and complete the commands`() throws {
  let script =
    "$HEED --generate-completion-script bash > c && . ./c && COMP_WORDS=(heed st) COMP_CWORD=1 COMP_TYPE=9 && "
    + "_heed heed st heed; echo \"${COMPREPLY[@]}\""
  let shell = try Learner().shell("exec bash -c '\(script)'")
  try shell.exit()
  #expect(shell.screen.contains("study") && shell.screen.contains("stats"), "\(shell.screen.text)")
}

@Test(arguments: [
  (["attend", "--heads", "0"], 64, "heed attend: heads 0: must be 1 to 128"),
  (["nothing"], 64, "heed: Unexpected argument 'nothing'"),
  (["--nothing"], 64, "heed: Unknown option '--nothing'"),
  (["study", "a", "b"], 64, "heed study: Unexpected argument 'b'"),
  (["config", "nothing"], 64, "heed config: Unexpected argument 'nothing'"),
])
func `a wrong command line is one line with its status`(arguments: [String], status: Int32, line: String) throws {
  let learner = try Learner()
  let command = arguments.joined(separator: " ")
  let shell = try learner.shell("$HEED \(command) > out; echo $?; wc -c < out", size: (300, 24))
  try shell.exit()
  #expect(shell.screen.lines[0].hasPrefix(line), "\(shell.screen.text)")
  #expect(shell.screen.lines[1...2].map(\.trimmed) == ["\(status)", "0"], "\(shell.screen.text)")
}

@Test func `a pipe that closes early ends attend without a complaint that tears`() throws {
  let shell = try Learner().shell("$HEED attend --queries 64 --keys 64 | head -c 10 > /dev/null; echo done")
  try shell.exit()
  #expect(shell.screen.lines.last { !$0.isEmpty } == "done")
  #expect(shell.screen.lines.count { !$0.isEmpty } <= 2, "\(shell.screen.text)")
}

@Test func `stats is text into a pipe and JSON when asked`() throws {
  let learner = try Learner()
  let text = try learner.run("stats")
  #expect(text.status == 0 && text.output.contains("reviews") && text.output.contains("Basics"))
  #expect(try learner.reviews() == 0)
}

@Test func `without HOME the program still finds a place`() throws {
  let learner = try Learner()
  let shell = try learner.shell("unset HOME; exec $HEED --data ./d")
  try shell.waitFor("Welcome.")
  shell.type("q")
  try expectExit(shell, .exited(0))
}
