import Foundation
import Testing

@Test func `a note written in the editor is shown with its question and survives`() throws {
  let learner = try Learner()
  let editor = try learner.script("printf 'ask about padding\\nsecond line' > \"$1\"")
  let heed = try learner.heed("study", "basics/root", environment: ["EDITOR": editor])
  try heed.waitFor("Think first")
  heed.type("n")
  let screen = try heed.waitFor("ask about padding")
  #expect(screen.contains("Your note") && screen.contains("second line") && screen.message.contains("Saved."))
  #expect(screen.isAlternate && screen.mouse == .drags)
  heed.type("q")
  try expectExit(heed, .exited(0))
  let again = try learner.heed("study", "basics/root")
  try again.waitFor("ask about padding")
  let other = try again.type("]", until: "What do the weights add up to?")
  #expect(!other.contains("ask about padding"))
}

@Test func `the editor finds the note that is there, and an empty text removes it`() throws {
  let learner = try Learner()
  let append = try learner.script("printf ' again' >> \"$1\"")
  let empty = try learner.script(": > \"$1\"")
  for wished in ["again", "again again"] {
    let heed = try learner.heed("study", "basics/root", environment: ["EDITOR": append])
    try heed.waitFor("Think first")
    try heed.type("n", until: "  \(wished)")
  }
  let heed = try learner.heed("study", "basics/root", environment: ["VISUAL": empty, "EDITOR": append])
  try heed.waitFor("again again")
  heed.type("n")
  try heed.waitFor("no note") { !$0.contains("Your note") && $0.message.contains("Saved.") }
}

@Test(arguments: ["exit 3", "printf 'half a no' > \"$1\"; exit 1", "kill -9 $$"])
func `an editor that fails leaves the note as it was and says so`(body: String) throws {
  let learner = try Learner()
  let good = try learner.script("echo kept > \"$1\"")
  let bad = try learner.script(body)
  let first = try learner.heed("study", "basics/root", environment: ["EDITOR": good])
  try first.waitFor("Think first")
  try first.type("n", until: "Your note")
  let second = try learner.heed("study", "basics/root", environment: ["EDITOR": bad], size: (200, 30))
  try second.waitFor("kept")
  let screen = try second.type("n", until: "; the note is unchanged")
  #expect(screen.message.contains("exit status") && screen.contains("kept") && !screen.contains("half a no"))
}

@Test func `an editor that is not there is named`() throws {
  let learner = try Learner()
  let heed = try learner.heed("study", "basics/root", environment: ["EDITOR": "no-such-editor -w"])
  try heed.waitFor("Think first")
  try heed.type("n", until: "no-such-editor -w: no such program; set EDITOR; the note is unchanged")
}

@Test func `an editor may have arguments and is taken from the configuration first`() throws {
  let learner = try Learner()
  let editor = try learner.script("echo \"$1 $2\" > \"$3\"")
  try learner.write("editor: \(editor) --wait -x\n", to: ".config/heed/config.yaml")
  let heed = try learner.heed("study", "basics/root", environment: ["EDITOR": "false"])
  try heed.waitFor("Think first")
  try heed.type("n", until: "--wait -x")
}

@Test func `a note that wants to command the terminal is shown as harmless text`() throws {
  let learner = try Learner()
  let editor = try learner.script("printf 'a\\033]0;pwned\\007b\\033[2Jc\\302\\2331md\\342\\200\\256e' > \"$1\"")
  let heed = try learner.heed("study", "basics/root", environment: ["EDITOR": editor])
  try heed.waitFor("Think first")
  let screen = try heed.type("n", until: "Your note")
  #expect(screen.contains("a\u{FFFD}]0;pwned\u{FFFD}b\u{FFFD}[2Jc"))
  expectHarmless(heed)
}

@Test func `a note from the quiz belongs to the question`() throws {
  let learner = try Learner()
  let editor = try learner.script("echo from the quiz > \"$1\"")
  let heed = try learner.heed("quiz", "--topic", "masks", environment: ["EDITOR": editor])
  try heed.press(.enter, until: "1 of 1")
  try heed.answer()
  heed.type("n")
  try heed.waitFor("Saved.")
  try heed.type("w", until: "from the quiz")
  #expect(heed.screen.contains("What does a causal mask hide?"))
}

@Test func `a mark is seen the next day`() throws {
  let learner = try Learner()
  let heed = try learner.heed("study", "basics/root")
  try heed.waitFor("Think first")
  try heed.type("b", until: "marked")
  heed.type("q")
  try expectExit(heed, .exited(0))
  let again = try learner.heed("study", "basics/root")
  try again.waitFor("marked")
  again.type("b")
  try again.waitFor { $0.message.contains("Mark removed.") && !$0.contains("marked") }
}
