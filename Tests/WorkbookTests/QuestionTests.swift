import Attention
import Foundation
import Markdown
import Testing

@testable import Workbook

@Test func `a question has its header, its sections in order and its items`() throws {
  let text = sample.replacing(
    "kind: concept",
    with: "kind: concept\ncovers: [S2-II.2, S2-I.3]\nsee: [heads/two]"
  ).replacing("## In depth", with: "## Follow-ups\n\n- What then?\n\n## In depth")
  let page = page(text)
  #expect(page.faults.isEmpty)
  let question = try #require(page.question)
  #expect(question.id == QuestionID(topic: "masks", slug: "one"))
  #expect(question.title == "Why mask the future?")
  #expect(question.level == .junior)
  #expect(question.kind == .concept)
  #expect(question.tags == ["mask"])
  #expect(question.references == ["Vaswani et al. 2017, §3.2.3"])
  #expect(question.covers == ["S2-II.2", "S2-I.3"])
  #expect(question.see == [QuestionID(topic: "heads", slug: "two")])
  #expect(question.experiment == nil)
  #expect(question.sections.map(\.role) == [.shortAnswer, .inDepth, .followUps])
  #expect(question.section(.shortAnswer)?.blocks.plainText == "So that no position sees a later one.")
  #expect(question.items.map(\.id.description) == ["masks/one#1"])
  #expect(question.items[0].location == Location(line: 26, column: 1))
}

@Test func `an experiment becomes flags and a recipe, a list one flag for each entry`() throws {
  let text = sample.replacing(
    "kind: concept",
    with: "kind: concept\nexperiment:\n  score: dot\n  mask: [causal, \"padding:5\"]\n  notice: Look.")
  let experiment = try #require(page(text).question?.experiment)
  #expect(experiment.flags.map(\.name) == ["score", "mask", "mask"])
  #expect(experiment.flags.map(\.value) == ["dot", "causal", "padding:5"])
  #expect(experiment.recipe["mask"] == "causal,padding:5")
  #expect(experiment.notice == "Look.")
}

@Test func `checks are kept with the block they follow, and hidden`() throws {
  let text = sample.replacing(
    "is 8.", with: "is 8.\n\n- And here.\n  ```check\n  inner\n  ```\n\n```check\nouter\n```\n\nMore.")
  let section = try #require(page(text).question?.section(.inDepth))
  #expect(section.blocks.count == 3)
  #expect(!section.blocks.plainText.contains("check") && !section.blocks.plainText.contains("inner"))
  #expect(section.checks.map(\.source) == ["inner\n", "outer\n"])
  #expect(section.checks.map(\.block) == [1, 1])
  #expect(section.checks.map(\.location) == [Location(line: 19, column: 3), Location(line: 23, column: 1)])
}

@Test func `Windows line ends and a byte order mark change nothing`() throws {
  let plain = page(sample)
  let windows = page("\u{FEFF}" + sample.replacing("\n", with: "\r\n"))
  #expect(windows.faults.isEmpty)
  #expect(windows.question?.sections == plain.question?.sections)
  #expect(windows.question?.items == plain.question?.items)
}

@Test func `ids are read only in their one form`() {
  #expect(QuestionID("masks/why-mask")?.slug == "why-mask")
  for text in ["", "masks", "masks/", "/why", "a/b/c", "Masks/why", "masks/why mask", "masks/-a", "masks/a--b", "a/é"] {
    #expect(QuestionID(text) == nil, "\(text)")
  }
  #expect(ItemID("masks/why#2")?.number == 2)
  #expect(ItemID("masks/why#0") == nil)
  #expect(ItemID("masks/why") == nil)
}

@Test func `an id is one string in JSON`() throws {
  let id = QuestionID(topic: "masks", slug: "why")
  let data = try JSONEncoder().encode([id])
  #expect(try JSONDecoder().decode([QuestionID].self, from: data) == [id])
  #expect(throws: DecodingError.self) { try JSONDecoder().decode([QuestionID].self, from: Data("[\"x\"]".utf8)) }
}

@Test func `a fingerprint changes with what is asked and not with how it is explained`() throws {
  let first = try #require(items(sample).first?.fingerprint)
  #expect(items(sample.replacing("It may look back.", with: "No."))[0].fingerprint == first)
  #expect(items(sample.replacing("Only key 3", with: "Just key 3"))[0].fingerprint != first)
  #expect(items(sample.replacing("query 3", with: "query 4"))[0].fingerprint != first)
  #expect(first.count == 16)
}
