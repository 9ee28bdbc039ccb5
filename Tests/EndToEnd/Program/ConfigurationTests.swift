import Foundation
import Testing

private let path = ".config/heed/config.yaml"

@Test func `heed config init writes every default, and heed still opens as before`() throws {
  let learner = try Learner()
  let said = try learner.run("config", "init")
  let file = learner.home.appending(path: path)
  #expect(said == Learner.Said(status: 0, output: file.path + "\n", errors: ""))
  let text = try String(contentsOf: file, encoding: .utf8)
  for key in [
    "language", "theme", "colours", "ascii", "mouse", "editor", "quiz-items", "feedback", "retention", "rollover",
    "colour-map",
  ] {
    #expect(text.contains("\n\(key): "))
  }
  #expect(try learner.run("config", "show").output == text)
  let heed = try learner.heed()
  try heed.waitFor("Welcome.")
}

@Test func `heed config init keeps a file that is there`() throws {
  let learner = try Learner()
  let file = try learner.write("mouse: false\n", to: path)
  let said = try learner.run("config", "init")
  #expect(said.status == 65 && said.output.isEmpty)
  #expect(
    said.complaints == ["heed config init: \(file.path) exists and is kept; remove it to write the defaults anew"])
  #expect(try String(contentsOf: file, encoding: .utf8) == "mouse: false\n")
}

@Test func `heed config init names the folder that cannot be made`() throws {
  let learner = try Learner()
  try learner.write("", to: ".config")
  let said = try learner.run("config", "init")
  #expect(said.status == 73 && said.complaints.count == 1 && said.errors.contains(".config/heed/config.yaml"))
}

@Test func `XDG_CONFIG_HOME says where the configuration is`() throws {
  let learner = try Learner()
  try learner.write("language: zh\n", to: "elsewhere/heed/config.yaml")
  let heed = try learner.heed(environment: ["XDG_CONFIG_HOME": learner.home.appending(path: "elsewhere").path])
  try heed.waitFor("欢迎。")
}

@Test func `the configuration sets language and theme, and the command line is stronger`() throws {
  let learner = try Learner()
  try learner.write("language: zh\ntheme: light\nascii: true\n", to: path)
  let screen = try learner.heed(environment: ["LANG": "en_US.UTF-8"]).waitFor("欢迎。")
  let row = try screen.place(of: "开始阅读").orFail("focused row", screen).row
  #expect(screen[1, row].text == ">" && screen[1, row].background == .palette(254))
  let other = try learner.heed("--lang", "en", "--theme", "dark", "--no-ascii").waitFor("Welcome.")
  let line = try other.place(of: "Begin reading").orFail("focused row", other).row
  #expect(other[1, line].text == "▌" && other[1, line].background == .palette(236))
}

@Test func `the configuration sets what a quiz is like`() throws {
  let learner = try Learner()
  try learner.write("quiz-items: 3\nfeedback: at-end\nmouse: false\n", to: path)
  let heed = try learner.heed("quiz")
  let screen = try heed.waitFor("A quiz")
  #expect(screen.focused?.contains("2  Exam") == true && screen.mouse == .off)
  try heed.press(.tab, until: "‹ 3 ›")
}

@Test(arguments: [
  ("language: fr\n", "1:11: language: expected auto, en, zh, not “fr”"),
  ("theme: dark\nthme: light\n", "2:1: unknown key “thme”"),
  ("quiz-items: 0\n", "1:13: quiz-items: expected 1 to 100, not “0”"),
  ("retention: much\n", "1:12: retention: expected 0.7 to 0.99, not “much”"),
  ("rollover: noon\n", "1:11: rollover: expected an hour such as 4 or 4:30, not “noon”"),
  ("- a\n", "1:1: expected keys and values"),
  ("theme: dark\ntheme: light\n", "1:1: theme stands twice; keep one"),
  ("theme: dark\n\tx: 1\n", "2:1: "),
  ("theme: \"dark\n", "2:1: "),
  ("theme: \"\u{1B}[31m\"\n", "1:9: control characters"),
  ("theme: [dark]\n", "1:8: theme: expected one value"),
])
func `a configuration that is wrong is one line with its place, before the screen opens`(
  text: String, fault: String
) throws {
  let learner = try Learner()
  let file = try learner.write(text, to: path)
  let heed = try learner.heed(size: (200, 24))
  try expectExit(heed, .exited(65))
  #expect(heed.screen.lines[0].hasPrefix("heed: \(file.path):\(fault)"), "\(heed.screen.lines[0])")
  #expect(heed.screen.lines.dropFirst().joined().isEmpty)
  #expect(!heed.transcript.contains(0x1B) && heed.modes == heed.firstModes)
}

@Test func `what is wrong in a configuration is said in the language asked for`() throws {
  let learner = try Learner()
  let file = try learner.write("thme: light\n", to: path)
  #expect(try learner.run("stats", "--lang", "zh").complaints == ["heed stats: \(file.path):1:1：未知的键“thme”"])
}

@Test func `a configuration that cannot be read as text is named`() throws {
  let learner = try Learner()
  let file = try learner.write("", to: path)
  try Data([0xFF, 0xFE, 0x00]).write(to: file)
  #expect(try learner.run("stats").complaints == ["heed stats: \(file.path):1:1: not UTF-8 text"])
  try FileManager.default.removeItem(at: file)
  try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
  let said = try learner.run("stats")
  #expect(said.status == 66 && said.complaints == ["heed stats: \(file.path): Is a directory"])
}

@Test(arguments: ["", "# nothing\n", "---\n"])
func `a configuration that says nothing leaves the defaults`(text: String) throws {
  let learner = try Learner()
  try learner.write(text, to: path)
  let heed = try learner.heed()
  try heed.waitFor("Welcome.")
}
