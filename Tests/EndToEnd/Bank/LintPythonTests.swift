import Foundation
import Testing

@Suite struct `The command lint, asked to run code,` {
  private func answer(_ code: String) -> String {
    BankProgram.question.replacing("It is 8.", with: "It is 8.\n\n\(code)")
  }

  @Test func `finds no fault in the programs of the shipped bank`() throws {
    let found = try BankProgram().run("lint", "--python")
    #expect(found.status == 0, "\(found.output) \(found.errors)")
  }

  @Test func `names the line that fails, in joined blocks, and leaves excerpts alone`() throws {
    let heed = try BankProgram()
    let code =
      "```python\na = 1\n```\n\nThen:\n\n```python\nb = a\nassert b == 2, 'no'\n```\n\n```python excerpt\n  x +\n```"
    try heed.write(answer(code), to: "bank/en/masks/why.md")
    #expect(try heed.run("lint", "bank").status == 0)
    let found = try heed.run("lint", "bank", "--python")
    #expect(found.status == 65)
    #expect(found.lines.first == "bank/en/masks/why.md:30:1: the program fails: AssertionError: no")
    try heed.write(answer("```python\nprint(1\n```"), to: "bank/en/masks/why.md")
    #expect(
      try heed.run("lint", "bank", "--python").lines.first?.hasPrefix("bank/en/masks/why.md:23:1: the program fails: ")
        == true)
  }

  @Test func `runs what needs PyTorch only when asked for that`() throws {
    let heed = try BankProgram()
    try heed.write(answer("```python\nimport torch\nassert False\n```"), to: "bank/en/masks/why.md")
    #expect(try heed.run("lint", "bank", "--python").status == 0)
  }

  @Test func `says when there is no Python`() throws {
    let heed = try BankProgram()
    try heed.write(answer("```python\na = 1\n```"), to: "bank/en/masks/why.md")
    let empty = heed.folder.appending(path: "none").path
    let found = try heed.run("lint", "bank", "--python", environment: ["PATH": empty])
    #expect(found.status == 69)
    #expect(found.errors == "heed lint: there is no python3; install it first\n")
  }
}
