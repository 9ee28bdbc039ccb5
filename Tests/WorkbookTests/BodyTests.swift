import Attention
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
    ("1. a\n2. b", ["20:1: an order needs three steps or more"]),
    ("1. a\n2. b\n3. A", ["24:1: the step stands twice; say how the two differ"]),
    ("1. a\n2. b\n3. c\n\n   d", ["24:1: a step is one paragraph"]),
    ("1. a\n2. b\n3. c\n\nd", ["26:1: only a quoted explanation may follow the steps"]),
    ("| a | b |\n|---|---|\n| 1 | 2 |", ["22:1: a match needs two different right sides or more"]),
    ("| a | b |\n|---|---|\n| 1 | 2 |\n| | 3 |", ["22:1: a cell of the table is empty; each row is a pair"]),
    (
      "| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 3 |",
      ["22:1: two rows begin with the same; each has its own left side"]
    ),
    ("It is {{softmax|}}.", ["20:1: a gap is {{word}} or {{word|other word}}, on one line, outside $…$"]),
    ("It is {{softmax.", ["20:1: a gap is {{word}} or {{word|other word}}, on one line, outside $…$"]),
    ("____ is {{softmax}}.", ["20:1: ____ stands for a gap on the screen; write the gap as {{word}}"]),
    (
      "```experiment\nscore: dto\n```\n- [x] a\n- [ ] b",
      [
        "23:1: experiment: score dto: unknown. Known: scaled-dot, dot, cosine, additive, bilinear"
      ]
    ),
    ("```experiment\nscore: dot\n```", ["20:1: a picture is answered with a list of [ ] and one [x]"]),
    ("```experiment\nscore: dot\n```\n- [x] a\n- [x] b", ["26:1: a picture has one right option"]),
    (
      "```experiment\nkernel: flash\n```\n- [x] a\n- [ ] b",
      [
        "22:1: experiment: the kernel flash keeps no weights to draw"
      ]
    ),
    ("```python bug\nx\n```\n- [ ] a\n- [ ] b", ["25:1: no option is right; tick one with [x]"]),
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

@Test func `a numbered list is an order, whose steps may be written with code and mathematics`() throws {
  let item = try #require(
    items(sample(item: "### In which order?\n\nOf a head:\n\n1. `q @ k.T`\n2. divide by $√d$\n3. softmax\n\n> So."))
      .first)
  guard case .order(let steps) = item.kind else {
    Issue.record("no order")
    return
  }
  #expect(steps.map(\.text.plainText) == ["q @ k.T", "divide by √d", "softmax"])
  #expect(item.kind.name == "order" && item.body.count == 1 && item.explanation.plainText == "So.")
}

@Test func `a table of two columns is a match, in which equal right sides are interchangeable`() throws {
  let table = "| part | size |\n|---|---|\n| q | n × d |\n| k | m × d |\n| o | n × d |"
  let item = try #require(items(sample(item: "### Which size?\n\n\(table)")).first)
  guard case .match(let matching) = item.kind else {
    Issue.record("no match")
    return
  }
  #expect(matching.header.left.plainText == "part" && matching.header.right.text.plainText == "size")
  #expect(matching.pairs.map(\.left.plainText) == ["q", "k", "o"])
  #expect(matching.accepts(2, for: 0) && !matching.accepts(1, for: 0))
}

@Test func `gaps are cut out of prompt, text and code, and fold what does not count`() throws {
  let item = try #require(
    items(sample(item: "### {{Softmax|soft-max}} comes first\n\nThen {{the Sum}}.\n\n```python\nw @ {{v}}\n```")).first)
  guard case .gap(let gaps) = item.kind else {
    Issue.record("no gap")
    return
  }
  #expect(gaps.map(\.accepted) == [["Softmax", "soft-max"], ["the Sum"], ["v"]])
  #expect(item.prompt.plainText == "____ comes first")
  #expect(item.body.plainText == "Then ____.\nw @ ____")
  for typed in ["softmax", "ＳＯＦＴＭＡＸ", " soft max", "Soft-Max"] { #expect(gaps[0].accepts(typed), "\(typed)") }
  #expect(gaps[1].accepts("thesum") && !gaps[1].accepts("sum") && !gaps[1].accepts(""))
  let filled = Gap.filling(from: 1) { [.text("<\($0)>")] }
  #expect(filled(item.body).plainText == "Then <1>.\nw @ <2>")
}

@Test func `a picture has a run, and a bug may have one`() throws {
  let options = "- [x] a\n  > A.\n- [ ] b\n  > B."
  let picture = try #require(
    items(sample(item: "### What is it?\n\n```experiment\nmask: causal\nnotice: Look.\n```\n\n\(options)")).first)
  #expect(picture.kind.name == "picture" && picture.kind.isChoice && picture.body.isEmpty)
  #expect(picture.kind.experiment?.recipe["mask"] == "causal" && picture.kind.experiment?.notice == "Look.")
  let code = "```python bug\nsoftmax(s, dim=-2)\n```"
  let bare = try #require(items(sample(item: "### What is wrong?\n\n\(code)\n\n\(options)")).first)
  #expect(bare.kind.name == "bug" && bare.kind.experiment == nil && bare.body.count == 1)
  let shown = try #require(
    items(sample(item: "### What is wrong?\n\n\(code)\n\n```experiment\naxis: queries\n```\n\n\(options)")).first)
  #expect(shown.kind.name == "bug" && shown.kind.experiment?.recipe["axis"] == "queries" && shown.body.count == 1)
  #expect(shown.fingerprint != bare.fingerprint)
}
