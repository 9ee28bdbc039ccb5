import Foundation
import Testing

@Suite struct `The commands that read the bank` {
  @Test func `list prints a row for each question, and JSON`() throws {
    let heed = try BankProgram()
    let rows = try heed.run("list", "--content", "bank")
    #expect(rows.status == 0)
    #expect(rows.output == "masks/why  junior  Why mask the future?\n")
    let json = try heed.run("list", "--content", "bank", "--json")
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(parsed.count == 1)
    #expect(
      parsed[0] as NSDictionary == [
        "id": "masks/why", "language": "en", "title": "Why mask the future?", "topic": "masks", "level": "junior",
        "kind": "concept", "covers": ["S2-II.1"], "items": 1,
      ])
  }

  @Test func `list keeps to a topic, and names the topics when there is no such one`() throws {
    let heed = try BankProgram()
    #expect(try heed.run("list", "--content", "bank", "--topic", "heads").output == "")
    #expect(try heed.run("list", "--content", "bank", "--topic", "heads", "--json").output == "[\n\n]\n")
    let wrong = try heed.run("list", "--content", "bank", "--topic", "mask")
    #expect(wrong.status == 65)
    #expect(wrong.errors == "heed list: --topic mask: the topics are masks, heads\n")
  }

  @Test func `show prints the answer without its checks`() throws {
    let heed = try BankProgram()
    let shown = try heed.run("show", "masks/why", "--content", "bank")
    #expect(shown.status == 0)
    #expect(
      shown.output == """
        Why mask the future?
        ====================
        Masks · junior · concept · causal

        Short answer
        ------------
        So that no position sees a later one: j ≤ i.

        In depth
        --------
        mask    hides
        causal  later keys

        It is 8.

        Quiz (1)
        --------
        1. Which keys?

        [Vaswani et al. 2017]

        """)
  }

  @Test func `what the program says is in the language asked for`() throws {
    let heed = try BankProgram()
    let chinese = BankProgram.question.replacing("Why mask the future?", with: "为什么要遮住未来？")
      .replacing("## Short answer", with: "## 简答").replacing("## In depth", with: "## 详解")
      .replacing("## Quiz", with: "## 测验")
    try heed.write(
      """
      language: zh
      topics:
        - {id: masks, title: 掩码, summary: 查询可以看什么}
      headings: {short-answer: 简答, in-depth: 详解, code: 代码, mistakes: 常见错误, follow-ups: 追问, quiz: 测验}
      """, to: "bank/zh/bank.yaml")
    try heed.write(chinese, to: "bank/zh/masks/why.md")
    let shown = try heed.run("show", "masks/why", "--content", "bank", "--lang", "zh")
    #expect(shown.lines[2] == "掩码 · 初级 · 概念 · causal")
    #expect(shown.lines.contains("测验（1）"))
    #expect(try heed.run("list", "--content", "bank", "--lang=zh").output == "masks/why  初级    为什么要遮住未来？\n")
    let none = try heed.run("search", "--content", "bank", "--lang", "zh", "casual")
    #expect(none.output == "没有与“casual”匹配的题目。是不是要找 causal？\n")
    let wrong = try heed.run("show", "masks/wy", "--content", "bank", environment: ["LANG": "zh_CN.UTF-8"])
    #expect(wrong.errors == "heed show: masks/wy：没有这道题；是不是要找 masks/why？\n")
    #expect(
      try heed.run("list", "--content", "bank", "--topic", "x", "--lang", "zh").errors
        == "heed list: --topic x：主题有 masks、heads\n")
    #expect(try heed.run("lint", "nowhere", "--lang", "zh").errors == "heed lint: nowhere：没有这个文件\n")
    try heed.write("language: zh\n", to: ".config/heed/config.yaml")
    #expect(
      try heed.run("list", "--content", "elsewhere").errors
        == "heed list: --content elsewhere：那里没有题库（应有 en/bank.yaml）\n")
  }

  @Test func `show names the nearest id, of the same topic where there is one`() throws {
    let heed = try BankProgram()
    try heed.write(BankProgram.question.replacing("Why mask", with: "Why not"), to: "bank/en/heads/x.md")
    #expect(
      try heed.run("show", "masks/x", "--content", "bank").errors
        == "heed show: masks/x: no such question; did you mean masks/why?\n")
  }

  @Test func `show names the nearest id`() throws {
    let heed = try BankProgram()
    for name in ["masks/wy", "why", "Why?", "masks/"] {
      let shown = try heed.run("show", name, "--content", "bank")
      #expect(shown.status == 65)
      #expect(shown.errors == "heed show: \(name): no such question; did you mean masks/why?\n")
    }
  }

  @Test func `show says what is wrong with a file that cannot be read`() throws {
    let heed = try BankProgram()
    try heed.write("no", to: "bank/en/heads/bad.md")
    let shown = try heed.run("show", "heads/bad", "--content", "bank")
    #expect(shown.status == 65)
    #expect(
      shown.errors
        == "heed show: heads/bad cannot be read: bank/en/heads/bad.md:1:1: no front matter: the first line is ---\n")
  }

  @Test func `search prints what it found, or what was probably meant`() throws {
    let heed = try BankProgram()
    #expect(try heed.run("search", "--content", "bank", "later", "pos").output == "masks/why  Why mask the future?\n")
    let none = try heed.run("search", "--content", "bank", "casual")
    #expect(none.status == 0)
    #expect(none.output == "No question matches “casual”. Did you mean causal?\n")
    #expect(FileManager.default.fileExists(atPath: heed.folder.appending(path: ".cache/heed/index.sqlite").path))
    let strange = try heed.run("search", "--content", "bank", "\u{1B}[31m")
    #expect(!strange.output.unicodeScalars.contains("\u{1B}"))
  }

  @Test func `search works where no cache can be kept`() throws {
    let heed = try BankProgram()
    let found = try heed.run("search", "--content", "bank", "causal", environment: ["XDG_CACHE_HOME": "/proc/nowhere"])
    #expect(found.output == "masks/why  Why mask the future?\n")
  }

  @Test func `a missing bank names each place that was tried`() throws {
    let heed = try BankProgram()
    for command in [["list"], ["show", "masks/why"], ["search", "x"], ["lint"]] {
      let missing = try heed.run(
        command[0], command.count > 1 ? command[1] : "--lang=en", environment: ["HEED_CONTENT": "/no/bank"])
      #expect(missing.status == 66)
      #expect(missing.errors.hasPrefix("heed \(command[0]): no question bank found; tried /no/bank"))
      #expect(missing.errors.filter { $0 == "\n" }.count == 1)
    }
    let named = try heed.run("list", "--content", "elsewhere")
    #expect(named.status == 66)
    #expect(named.errors == "heed list: --content elsewhere: no question bank there (a folder with en/bank.yaml)\n")
  }

  @Test func `a language that the bank does not have is refused`() throws {
    let refused = try BankProgram().run("list", "--content", "bank", "--lang", "fr")
    #expect(refused.status == 64)
    #expect(refused.errors == "heed list: --lang fr: the languages are en\n")
  }

  @Test func `own questions stand beside the shipped ones, and broken ones are named`() throws {
    let heed = try BankProgram()
    try heed.write(
      BankProgram.question.replacing("Why mask", with: "Mine:"), to: ".config/heed/content/en/masks/bad.md")
    try heed.write(
      BankProgram.question.replacing("Why mask", with: "Why not"), to: ".config/heed/content/en/heads/mine.md")
    let rows = try heed.run("list", "--content", "bank")
    #expect(rows.status == 0)
    #expect(rows.lines.map { $0.prefix(10) } == ["masks/why ", "heads/mine"])
    #expect(
      rows.errors.hasSuffix("en/masks/bad.md:2:12: front matter: a second colon in the line; put the value in quotes\n")
    )
  }

  @Test func `what one start notes of a bank holds at the next, as long as the files do`() throws {
    let heed = try BankProgram()
    let path = "bank/en/masks/why.md"
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
      ofItemAtPath: heed.folder.appending(path: path).path)
    let first = try heed.run("list", "--content", "bank", "--json")
    let noted = heed.folder.appending(path: ".cache/heed/headers")
    #expect(try String(contentsOf: noted, encoding: .utf8).contains("Why mask the future?"))
    #expect(try heed.run("list", "--content", "bank", "--json").output == first.output)
    #expect(try heed.run("show", "masks/why", "--content", "bank").output.contains("causal  later keys"))
    try heed.write(BankProgram.question.replacing("Why mask", with: "Why hide"), to: path)
    #expect(try heed.run("list", "--content", "bank").lines.map { $0.suffix(20) } == ["Why hide the future?"])
    try heed.write("no", to: path)
    let broken = try heed.run("list", "--content", "bank")
    #expect(broken.output.isEmpty)
    #expect(broken.errors == "\(path):1:1: no front matter: the first line is ---\n")
    try Data("nonsense\u{1F}\n".utf8).write(to: noted)
    try heed.write(BankProgram.question, to: path)
    #expect(try heed.run("list", "--content", "bank", "--json").output == first.output)
  }
}
