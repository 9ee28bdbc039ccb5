import Testing

/// The colours on a screen, without the terminal's own.
private func colours(_ screen: Screen) -> Set<Int> {
  var found: Set<Int> = []
  for cell in screen.rows.joined() {
    for case .palette(let index) in [cell.foreground, cell.background] { found.insert(index) }
  }
  return found
}

private func home(_ arguments: String..., environment: [String: String] = [:]) throws -> Screen {
  let command = (["$HEED"] + arguments).joined(separator: " ")
  return try Learner().shell("exec \(command)", environment: environment).waitFor { $0.footer.contains("quit") }
}

@Test func `a terminal with many colours is used`() throws {
  let screen = try home()
  #expect(colours(screen).isSuperset(of: [215, 245, 236]))
}

@Test func `eight colours do where eight are asked for or there`() throws {
  for screen in [try home("--colours 8"), try home(environment: ["TERM": "linux"])] {
    #expect(colours(screen).allSatisfy { $0 < 8 } && colours(screen).contains(3))
  }
}

@Test(arguments: [("--colours none", [:]), ("", ["NO_COLOR": "1"]), ("", ["TERM": "vt220"])])
func `without colours the focus is still seen`(flag: String, environment: [String: String]) throws {
  let screen = try home(flag, environment: environment)
  #expect(colours(screen).isEmpty)
  let row = try screen.place(of: "Begin reading").orFail("focused row", screen)
  #expect(screen[row.column, row.row].isReversed && !screen[row.column, row.row + 1].isReversed)
  #expect(screen.rows.joined().contains { $0.isBold })
}

@Test func `an empty NO_COLOR says nothing, and the command line is stronger than a full one`() throws {
  #expect(try !colours(home(environment: ["NO_COLOR": ""])).isEmpty)
  #expect(try !colours(home("--colours 256", environment: ["NO_COLOR": "1"])).isEmpty)
}

@Test func `the light theme has colours of its own`() throws {
  let screen = try home("--theme light")
  #expect(colours(screen).isSuperset(of: [130, 242, 254]))
  #expect(colours(screen).isDisjoint(with: [215, 236, 255]))
}

@Test(arguments: ["", "study basics/root", "play --heads 2 --mask causal", "quiz", "stats"])
func `with plain ASCII marks nothing else is drawn`(command: String) throws {
  let heed = try Learner().shell("exec $HEED \(command) --ascii")
  let screen = try heed.waitFor { $0.footer.contains("help") }
  let beyond = screen.lines.filter { !$0.allSatisfy(\.isASCII) }.map { $0.replacing("中文", with: "") }
  #expect(beyond.allSatisfy { $0.allSatisfy(\.isASCII) }, "\(beyond)")
}

@Test func `a locale without UTF-8 gets plain marks and is told why`() throws {
  let screen = try home(environment: ["LC_ALL": "de_DE.ISO-8859-1"])
  #expect(screen.message.contains("so marks are plain ASCII"))
  #expect(!screen.contains("▌"))
}

@Test(arguments: [
  ("--lang zh", [:]), ("", ["LANG": "zh_CN.UTF-8"]), ("", ["LANG": "en_GB.UTF-8", "LC_ALL": "zh_TW.UTF-8"]),
  ("--lang zh", ["LANG": "en_US.UTF-8"]),
])
func `Chinese is spoken where it is wished`(flag: String, environment: [String: String]) throws {
  let heed = try Learner().shell("exec $HEED \(flag)", environment: environment)
  let screen = try heed.waitFor("欢迎。")
  for word in ["开始阅读", "学习", "演练场", "测验", "统计", "为什么要除以根号？"] { #expect(screen.contains(word)) }
  #expect(screen.footer.contains("q 退出") && screen.header.hasSuffix("中文"))
}

@Test func `the command line's language is stronger than the locale's`() throws {
  _ = try Learner().shell("exec $HEED --lang en", environment: ["LANG": "zh_CN.UTF-8"]).waitFor("Welcome.")
}

@Test func `L changes the language in place and back`() throws {
  let heed = try Learner().heed("study", "basics/weights")
  try heed.waitFor("Think first")
  let english = try heed.type(" ", until: "▾ Short answer")
  let chinese = try heed.type("L", until: "▾ 简答")
  #expect(chinese.contains("权重之和是多少？") && chinese.contains("▸ 详解"))
  let back = try heed.type("L", until: "▾ Short answer")
  #expect(back.lines == english.lines)
}

@Test func `wide characters never push a column out of its place`() throws {
  let heed = try Learner().heed("study", "--lang", "zh")
  let screen = try heed.waitFor("基础")
  let rule = try screen.place(of: "│").orFail("rule", screen).column
  for row in 2..<20 { #expect(screen[rule, row].text == "│", "row \(row)") }
}
