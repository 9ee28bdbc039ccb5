import Foundation
import Testing

private let folder = ".config/heed/content/en"

/// A question of one's own, made from one of the bank.
private func question(title: String, topic: String = "basics", slug: String = "weights") throws -> String {
  let file = SampleBank.folder.appending(path: "en/\(topic)/\(slug).md")
  let text = try String(contentsOf: file, encoding: .utf8)
  return text.replacing(/title: .*/.dotMatchesNewlines(false), with: "title: \(title)")
}

@Test func `one's own questions stand beside the shipped ones and are asked like them`() throws {
  let learner = try Learner()
  try learner.write(question(title: "Mine to learn"), to: "\(folder)/basics/mine.md")
  let heed = try learner.heed("study", "basics/mine")
  let screen = try heed.waitFor("Think first")
  #expect(screen.contains("▌· Mine to learn") && screen.contains("· Why divide by the root?"))
  #expect(!screen.header.contains("!"))
  let quiz = try heed.type("Q", until: "A quiz")
  #expect(quiz.message.contains("Asks 7 of 7: 7 new."))
}

@Test func `one's own topics need a bank.yaml of one's own`() throws {
  let learner = try Learner()
  try learner.write(question(title: "Mine to learn"), to: "\(folder)/own/mine.md")
  let without = try learner.heed("study", "own/mine")
  try expectExit(without, .exited(65))
  try learner.write(
    "language: en\ntopics:\n  - {id: own, title: My own, summary: What I was asked}\n", to: "\(folder)/bank.yaml")
  let heed = try learner.heed("study", "own/mine")
  let screen = try heed.waitFor("Think first")
  #expect(screen.place == "My own" && !screen.header.contains("!"))
}

@Test func `an id that the shipped bank has is named, and the shipped question stays`() throws {
  let learner = try Learner()
  try learner.write(question(title: "Not this one"), to: "\(folder)/basics/weights.md")
  let heed = try learner.heed("study", "basics/weights")
  let screen = try heed.waitFor("Think first")
  #expect(screen.contains("What do the weights add up to?") && !screen.contains("Not this one"))
  #expect(screen.header.contains("! 1 file"))
  heed.type(":")
  try heed.type("faults", until: "▌ Faults")
  heed.press(.enter)
  let faults = try heed.waitFor("en/basics/weights.md:1:1")
  #expect(faults.message.contains("basics/weights is a question of the shipped bank, which stays; give yours"))
}

@Test func `a broken file is named with its place, and the rest works`() throws {
  let learner = try Learner()
  let broken = try question(title: "Broken").replacing("level: mid", with: "level: easy")
  let file = try learner.write(broken, to: "\(folder)/basics/broken.md")
  try learner.write(question(title: "Mine to learn"), to: "\(folder)/basics/mine.md")
  let editor = try learner.script("printf 'line %s of %s' \"$1\" \"$2\"; read answer")
  let heed = try learner.heed("study", "basics/mine", environment: ["EDITOR": editor], size: (120, 30))
  let screen = try heed.waitFor("Think first")
  #expect(screen.header.contains("! 1 file") && !screen.contains("Broken"))
  try heed.type(" ", until: "▾ Short answer")
  heed.type(":")
  try heed.type("faults", until: "▌ Faults")
  let faults = try heed.press(.enter, until: "en/basics/broken.md:3:8")
  #expect(faults.message.contains("easy") && faults.message.contains("junior"))
  try heed.press(.enter, until: "line +3 of \(file.path)")
  try heed.type("\n", until: "heed reads the file again when it next starts.")
}

@Test func `a bank whose one language cannot be read still opens`() throws {
  let learner = try Learner()
  for file in ["en/bank.yaml", "en/basics/root.md", "zh/basics/root.md"] {
    let text = try String(contentsOf: SampleBank.folder.appending(path: file), encoding: .utf8)
    try learner.write(text, to: "bank/\(file)")
  }
  try learner.write("language: zh\ntopics: [\n", to: "bank/zh/bank.yaml")
  let heed = try learner.heed("--content", learner.home.appending(path: "bank").path, "--lang", "zh")
  let screen = try heed.waitFor("Why divide by the root?")
  #expect(screen.header.contains("! 1 个文件"))
}

/// What must never reach a terminal as it stands: sequences that begin with an escape or a C1 control, and marks that
/// turn the reading order around.
private let attacks = [
  "\u{1B}]0;pwned\u{7}", "\u{1B}[2J", "\u{9B}31m", "\u{9D}0;pwned\u{9C}", "\u{1B}P+q\u{1B}\\", "\u{202E}evil", "\u{7}",
  "&#27;]0;pwned&#7;", "&#x9b;31m",
]

@Test(arguments: attacks)
func `a question that wants to command the terminal is refused and never shown raw`(attack: String) throws {
  let learner = try Learner()
  try learner.write(question(title: "Innocent \(attack)"), to: "\(folder)/basics/title.md")
  let text = try question(title: "Innocent")
  try learner.write(text.replacing("Every row", with: "Every \(attack) row"), to: "\(folder)/basics/text.md")
  try learner.write(text.replacing("a query", with: "a \(attack) query"), to: "\(folder)/basics/option.md")
  try learner.write(text, to: "\(folder)/basics/\(attack.replacing("/", with: "")).md")
  try learner.write("language: en\ntopics: []\n# \(attack)\n", to: "\(folder)/bank.yaml")
  let heed = try learner.heed("study", size: (160, 40))
  let screen = try heed.waitFor("Think first")
  #expect(screen.header.contains("!") && screen.header.contains("files"))
  heed.type(":")
  try heed.type("faults", until: "▌ Faults")
  try heed.press(.enter, until: "text.md:")
  for _ in 0..<6 { heed.press(.down) }
  heed.press(.escape)
  try heed.waitFor("Think first")
  heed.type("q")
  try expectExit(heed, .exited(0))
  expectHarmless(heed)
}

/// That nothing but what a screen is drawn with was sent.
func expectHarmless(_ pty: Pty, sourceLocation: SourceLocation = #_sourceLocation) {
  // Curses itself asks for the terminal's own colours in this way.
  let sent = String(decoding: pty.transcript, as: UTF8.self).replacing("\u{1B}]104\u{7}", with: "")
  #expect(!sent.contains("\u{1B}]") && !sent.contains("\u{1B}P"), "a command", sourceLocation: sourceLocation)
  #expect(!sent.contains("\u{7}"), "a bell", sourceLocation: sourceLocation)
  let hidden = sent.unicodeScalars.filter { (0x80..<0xA0).contains($0.value) || (0x202A...0x202E).contains($0.value) }
  #expect(hidden.isEmpty, "C1 controls, or marks that reorder", sourceLocation: sourceLocation)
}
