import Foundation
import Markdown
import Testing

@testable import Workbook

@Test(
  arguments: [
    ("## Short answer", "# Short answer", ["10:1: a heading of the first level; the title stands in the front matter"]),
    ("## Short answer", "Text.\n\n## Short answer", ["10:1: text before the first section; sections begin with ##"]),
    (
      "## In depth", "## Depth",
      ["14:1: unknown section “Depth”; there are Short answer, In depth, Code, Common mistakes, Follow-ups, Quiz"]
    ),
    ("## In depth", "## Short answer", ["14:1: “Short answer” stands twice; join the two"]),
    (
      "With d_k = 64 the standard deviation is 8.", "", ["14:1: “In depth” is empty; write it or leave the heading out"]
    ),
    ("### Which", "Text.\n\n### Which", ["20:1: text before the first item; an item begins with ###"]),
    ("### Which keys may query 3 see?", "###", ["20:1: the item has no prompt; write it behind ###"]),
  ] as [(String, String, [String])])
func `a fault of the sections is named at its place`(text: String, wrong: String, expected: [String]) {
  let found = faults(sample.replacing(text, with: wrong))
  #expect(found.prefix(expected.count) == expected[...])
  #expect(page(sample.replacing(text, with: wrong)).question == nil)
}

@Test func `a missing section is named with the heading to add`() {
  let text = sample.components(separatedBy: "## In depth")[0]
  #expect(
    faults(text) == [
      "12:1: no section “In depth”: add `## In depth`",
      "12:1: no section “Quiz”: a question has at least one quiz item",
    ])
  #expect(faults(sample.components(separatedBy: "### ")[0]) == ["18:1: no quiz item; an item begins with ###"])
}

@Test func `a check alone does not make a section`() {
  let text = sample.replacing("With d_k = 64 the standard deviation is 8.", with: "```check\nexpect: 1 = 1\n```")
  #expect(faults(text) == ["14:1: “In depth” is empty; write it or leave the heading out"])
}

@Test func `a choice has options with explanations, and a general one`() throws {
  let item = try #require(items(sample + "> In general: none that is later.\n").first)
  guard case .choice(let options) = item.kind else {
    Issue.record("no choice")
    return
  }
  #expect(options.map(\.text.plainText) == ["Only key 3", "Keys 0 to 3"])
  #expect(options.map(\.isRight) == [false, true])
  #expect(options.map(\.explanation.plainText) == ["It may look back.", "All that are not later."])
  #expect(options.map(\.location.line) == [22, 24])
  #expect(item.explanation.plainText == "In general: none that is later.")
  #expect(item.prompt.plainText == "Which keys may query 3 see?")
  #expect(item.body.isEmpty)
}

@Test func `an item may have a body between its prompt and its options`() throws {
  let item = try #require(
    items(sample(item: "### Why?\n\nSee this:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] a\n- [ ] b")).first)
  #expect(item.kind.name == "choice")
  #expect(item.body.count == 2)
}

@Test func `more than one right option makes an item with several answers`() throws {
  let item = try #require(items(sample.replacing("[ ] Only", with: "[x] Only")).first)
  #expect(item.kind.name == "several")
  #expect(item.kind.options.map(\.isRight) == [true, true])
}

@Test(
  arguments: [
    ("- [ ] a\n- [ ] b", ["22:1: no option is right; tick one with [x]"]),
    ("- [x] a", ["20:1: a choice needs two options or more"]),
    ("- [x] a\n- b", ["23:1: an option begins with [ ] or [x]"]),
    ("- [x] a\n- [ ] b\n\n  c", ["25:3: an option is one paragraph and, quoted under it, its explanation"]),
    ("- [x] a\n- [ ] b\n\nc", ["25:1: only a quoted explanation may follow the options"]),
    ("No answer.", ["20:1: the item has no answer: a list with [ ] and [x], or a fence `answer`"]),
    ("- [x] a\n- [ ] b\n\n>", ["25:1: the explanation is empty; write it behind >"]),
    ("1. a\n2. b", ["20:1: items of the kind order are not there yet; ask with a choice or a number"]),
    (
      "| a | b |\n|---|---|\n| 1 | 2 |",
      ["20:1: items of the kind match are not there yet; ask with a choice or a number"]
    ),
    ("It is {{softmax}}.", ["20:1: items of the kind gap are not there yet; ask with a choice or a number"]),
    (
      "```experiment\nscore: dot\n```\n- [x] a\n- [ ] b",
      ["20:1: items of the kind picture are not there yet; ask with a choice or a number"]
    ),
    (
      "```python bug\nx\n```\n- [x] a\n- [ ] b",
      ["20:1: items of the kind bug are not there yet; ask with a choice or a number"]
    ),
    ("```exercise\nx\n```", ["20:1: items of the kind exercise are not there yet; ask with a choice or a number"]),
  ] as [(String, [String])])
func `an item that cannot be asked is named at its place`(answers: String, expected: [String]) {
  #expect(faults(sample(item: "### Why?\n\n\(answers)")) == expected)
}

@Test func `every broken item of a file is named, and the question is left out`() {
  let text = sample(item: "### One\n\n- [x] a\n\n### Two\n\n- [x] a\n- [ ] b\n\n### Three\n\n- [ ] a\n- [ ] b")
  #expect(faults(text).count == 2)
  #expect(page(text).question == nil)
}
