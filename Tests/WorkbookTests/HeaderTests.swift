import Foundation
import Testing

@testable import Workbook

@Test(
  arguments: [
    ("---\ntitle: Why", "1:1: no front matter: the first line is ---", "title: Why"),
    ("level: junior", "3:8: unknown level “junor”; it is one of junior, mid, senior", "level: junor"),
    (
      "kind: concept", "4:7: unknown kind “idea”; it is one of concept, derivation, coding, debugging, estimation",
      "kind: idea"
    ),
    ("level: junior\n", "1:1: no level: add `level:` to the front matter", ""),
    ("tags: [mask]", "5:7: tags is empty", "tags: []"),
    ("tags: [mask]", "5:7: tags is a list: [one, two]", "tags: mask"),
    ("tags: [mask]", "5:14: “mask” stands twice in tags", "tags: [mask, mask]"),
    ("tags: [mask]", "5:11: an entry of tags is empty", "tags: [a, '']"),
    ("title: Why mask the future?", "2:7: title is empty", "title:"),
    (
      "title: Why mask the future?",
      "2:11: front matter: a second colon in the line; put the value in quotes", "title: Why: mask the future?"
    ),
    (
      "Vaswani et al. 2017, §", "7:5: an entry of references is one line of text; a text with a colon needs quotes",
      "Vaswani: a, §"
    ),
    ("kind: concept", "5:1: unknown field “sea”; did you mean see?", "kind: concept\nsea: []"),
    (
      "kind: concept",
      "5:1: unknown field “author”; there are title, level, kind, tags, references, covers, see, experiment",
      "kind: concept\nauthor: me"
    ),
    ("kind: concept", "5:7: “Two” is not an id; write topic/slug", "kind: concept\nsee: [Two]"),
    ("kind: concept", "4:1: front matter: kind stands twice; keep one", "kind: concept\nkind: coding"),
    ("title: Why mask the future?", "2:8: escape sequence (U+001B); remove it", "title: \"Why\\e[31m?\""),
  ] as [(String, String, String)])
func `a fault of the front matter is named at its place`(text: String, fault: String, wrong: String) {
  #expect(faults(sample.replacing(text, with: wrong)) == [fault])
}

@Test func `front matter without an end is a fault`() {
  #expect(faults("---\ntitle: a\n") == ["1:1: the front matter has no end: close it with ---"])
  #expect(faults("") == ["1:1: no front matter: the first line is ---"])
}

@Test func `every fault of a file is named in one run`() {
  let text = sample.replacing("level: junior", with: "level: x").replacing("kind: concept", with: "knd: concept")
    .replacing("## In depth", with: "## In dept").replacing("[x] Keys", with: "[ ] Keys")
  #expect(
    faults(text) == [
      "4:1: unknown field “knd”; did you mean kind?",
      "3:8: unknown level “x”; it is one of junior, mid, senior",
      "1:1: no kind: add `kind:` to the front matter",
      "14:1: unknown section “In dept”; did you mean “In depth”?",
      "22:1: no option is right; tick one with [x]",
      "25:1: no section “In depth”: add `## In depth`",
    ])
}

@Test func `columns of the front matter count characters`() {
  #expect(
    faults(sample.replacing("tags: [mask]", with: "tags: [\"e\u{301}掩码\", \"\"]"))
      == ["5:15: an entry of tags is empty"])
}

@Test func `an unknown field leaves the question in, a missing one does not`() {
  #expect(page(sample.replacing("kind: concept", with: "kind: concept\nauthor: me")).question != nil)
  #expect(page(sample.replacing("kind: concept\n", with: "")).question == nil)
}

@Test func `an experiment that the pipeline refuses is a fault at its flag, and the question stays`() throws {
  let text = sample.replacing(
    "kind: concept", with: "kind: concept\nexperiment:\n  queries: 4\n  heads: 3\n  kv-heads: 2")
  let page = page(text)
  #expect(page.faults.count == 1)
  #expect(page.faults.first?.line == 7)
  #expect(page.faults.first?.message.hasPrefix("experiment: heads 3: not divisible by 2 kv heads") == true)
  #expect(page.question != nil)
  #expect(page.question?.experiment == nil)
}

@Test(arguments: ["{a: [[[", "[[[[[[[[", "- - -", "&a [*a]", "? x", "%YAML 9", "\"", "{", "a: b: c", "\t- x"])
func `broken YAML is a fault and never a crash`(yaml: String) {
  #expect(!faults("---\n\(yaml)\n---\n").isEmpty)
}

@Test func `front matter nested too deeply is a fault`() {
  for yaml in [
    String(repeating: "[", count: 40_000), String(repeating: "- ", count: 40_000),
    (0..<1_000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    Array(repeating: "[", count: 40_000).joined(separator: "\n"),
  ] {
    #expect(page("---\n\(yaml)\n---\n").faults.first?.message == "front matter: nested too deeply")
  }
}
