import Foundation
import Testing

@Suite struct `The command lint` {
  @Test func `says of a bank without fault what it looked at`() throws {
    let heed = try BankProgram()
    let clean = try heed.run("lint", "bank")
    #expect(clean.status == 0)
    #expect(clean.output == "1 file, 1 question in 1 language, 0 faults\n")
    #expect(clean.errors == "")
    try heed.write(BankProgram.question.replacing("Why mask", with: "Why not mask"), to: "bank/en/heads/b.md")
    try heed.write(BankProgram.yaml.replacing("language: en", with: "language: zh"), to: "bank/zh/bank.yaml")
    try heed.write(BankProgram.question, to: "bank/zh/masks/why.md")
    #expect(try heed.run("lint", "bank").output == "3 files, 2 questions in 2 languages, 0 faults\n")
    #expect(try heed.run("lint", "bank/en/heads", "--lang", "zh").output == "1 个文件，1 种语言共 1 题，0 处错误\n")
  }

  @Test func `names faults with the path as it was given`() throws {
    let heed = try BankProgram()
    try heed.write(BankProgram.question.replacing("= 8", with: "= 9"), to: "bank/en/heads/a.md")
    let titles = "bank/en/masks/why.md:2:8: heads/a has the same title; give each question its own\n"
    let check = "bank/en/heads/a.md:23:20: check: sqrt(64) is 8, not = 9\n"
    let all = try heed.run("lint", "bank")
    #expect(all.status == 65)
    let (both, one) = ("2 files, 2 questions in 1 language, 2 faults\n", "1 file, 1 question in 1 language, 1 fault\n")
    #expect(all.output == check + titles + both)
    #expect(try heed.run("lint", "bank/").output == check + titles + both)
    #expect(try heed.run("lint", "bank/en").output == check + titles + both)
    #expect(try heed.run("lint", "bank/en/heads").output == check + one)
    #expect(try heed.run("lint", "bank/en/heads/").output == check + one)
    #expect(try heed.run("lint", "bank/en/masks/why.md").output == titles + one)
    #expect(try heed.run("lint", "--content", "bank").output == check + titles + both)
    for path in ["./bank/en/heads", "bank//en/heads", "bank/en/../en/heads/a.md"] {
      #expect(try heed.run("lint", path).lines.count == 2, "\(path)")
    }
    let here = try heed.run("lint", heed.folder.appending(path: "bank").path)
    #expect(here.output == (check + titles).replacing("bank/en", with: "\(heed.folder.path)/bank/en") + both)
  }

  @Test func `looks from inside the bank too`() throws {
    let heed = try BankProgram()
    try heed.write("no", to: "bank/en/heads/a.md")
    let fault = "en/heads/a.md:1:1: no front matter: the first line is ---"
    for path in ["a.md", ".", "..", "../..", "../heads"] {
      let found = try heed.run("lint", path, in: "bank/en/heads")
      #expect(found.status == 65, "\(path)")
      #expect(found.lines.dropLast().last?.hasSuffix(fault) == true, "\(path)")
    }
    #expect(try heed.run("lint", "../masks", in: "bank/en/heads").status == 0)
  }

  @Test func `prints JSON`() throws {
    let heed = try BankProgram()
    try heed.write("no", to: "bank/en/heads/a.md")
    let found = try heed.run("lint", "bank", "--json")
    #expect(found.status == 65)
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [[String: Any]])
    #expect(
      parsed.map { $0 as NSDictionary } == [
        [
          "path": "bank/en/heads/a.md", "line": 1, "column": 1, "severity": "fault",
          "message": "no front matter: the first line is ---",
        ]
      ])
    #expect(try BankProgram().run("lint", "bank", "--json").output == "[\n\n]\n")
  }

  @Test func `leaves the status at zero for warnings`() throws {
    let heed = try BankProgram()
    try heed.write(
      BankProgram.question.replacing("Earlier ones", with: "Earlier ones and the position itself")
        .replacing("Why mask", with: "Why not mask"), to: "bank/en/heads/a.md")
    let warned = try heed.run("lint", "bank")
    #expect(warned.status == 0)
    #expect(
      warned.lines == [
        "bank/en/heads/a.md:28:1: warning: what is right is clearly the longest; shorten it or lengthen another",
        "2 files, 2 questions in 1 language, 0 faults, 1 warning",
      ])
  }

  @Test func `cannot look at what is not there, or is no bank`() throws {
    let heed = try BankProgram()
    let missing = try heed.run("lint", "nowhere")
    #expect(missing.status == 66)
    #expect(missing.errors == "heed lint: nowhere: no such file\n")
    try heed.write("x", to: "empty/file.txt")
    let empty = try heed.run("lint", "empty")
    #expect(empty.status == 66)
    #expect(empty.errors == "heed lint: empty: no question bank there (a folder with en/bank.yaml)\n")
  }

  @Test func `looks at a folder of one's own beside the shipped bank`() throws {
    let heed = try BankProgram()
    try heed.write(BankProgram.question.replacing("level: junior", with: "level: x"), to: "own/en/masks/mine.md")
    try heed.write(BankProgram.question, to: "own/en/masks/why.md")
    let found = try heed.run("lint", "own", "--content", "bank")
    #expect(found.status == 65)
    #expect(
      found.lines == [
        "own/en/masks/mine.md:3:8: unknown level “x”; it is one of junior, mid, senior",
        "own/en/masks/why.md:1:1: masks/why is a question of the shipped bank, which stays; give yours another name",
        "2 files, 2 questions in 1 language, 2 faults",
      ])
  }
}
