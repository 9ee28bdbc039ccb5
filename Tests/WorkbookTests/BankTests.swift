import Foundation
import Testing

@testable import Workbook

@Test func `a bank has its languages, topics and questions`() throws {
  let folder = TemporaryBank.bilingual(["en/masks/one.md": sample, "zh/masks/one.md": sampleInChinese])
  let bank = Bank(shipped: folder.url)
  #expect(bank.faults.isEmpty)
  #expect(bank.languages.keys.sorted() == ["en", "zh"])
  #expect(bank.topics(in: "zh").map(\.title) == ["掩码"])
  #expect(bank.topics(in: "en").map(\.short) == ["Masks"])
  #expect(bank.declaredTopics(in: "en").map(\.short) == ["Masks", "Heads"])
  let id = QuestionID(topic: "masks", slug: "one")
  #expect(bank.question(id, in: "en")?.title == "Why mask the future?")
  #expect(bank.question(id, in: "zh")?.title == "为什么要遮住未来？")
  #expect(bank.question(id, in: "zh")?.section(.inDepth)?.heading == "详解")
  #expect(bank.question(QuestionID(topic: "masks", slug: "two"), in: "en") == nil)
  #expect(bank.everything.map(\.language) == ["en", "zh"])
}

@Test func `a topic is listed once it has a question, in any language`() {
  let folder = TemporaryBank.bilingual(["en/masks/one.md": sample, "zh/heads/one.md": sampleInChinese])
  let bank = Bank(shipped: folder.url)
  #expect(bank.topics(in: "en").map(\.id) == ["masks", "heads"])
  #expect(bank.topics(in: "zh").map(\.id) == ["masks", "heads"])
  #expect(Bank(shipped: TemporaryBank.bilingual([:]).url).topics(in: "en").isEmpty)
}

@Test func `an untranslated question is shown in another language`() {
  let folder = TemporaryBank.bilingual(["en/masks/one.md": sample])
  let bank = Bank(shipped: folder.url)
  #expect(bank.questions(in: "zh").map(\.language) == ["en"])
  #expect(bank.questions(in: "fr").map(\.language) == ["en"])
}

@Test func `questions stand by topic, then level, then title`() {
  func question(_ title: String, _ level: String) -> String {
    sample.replacing("Why mask the future?", with: title).replacing("level: junior", with: "level: \(level)")
  }
  let folder = TemporaryBank.bilingual([
    "en/heads/a.md": question("A", "junior"), "en/masks/b.md": question("B", "senior"),
    "en/masks/c.md": question("C", "junior"), "en/masks/d.md": question("Alpha", "junior"),
    "en/masks/e.md": question("E", "mid"),
  ])
  #expect(Bank(shipped: folder.url).questions(in: "en").map(\.id.slug) == ["d", "c", "e", "b", "a"])
}

@Test func `the order is the same in every language`() {
  func question(_ sample: String, _ title: String) -> String {
    sample.replacing(/title: .*/, with: "title: \(title)", maxReplacements: 1)
  }
  let folder = TemporaryBank.bilingual([
    "en/masks/a.md": question(sample, "Zebra"), "zh/masks/a.md": question(sampleInChinese, "甲"),
    "en/masks/b.md": question(sample, "Apple"), "zh/masks/b.md": question(sampleInChinese, "𠀋"),
    "zh/masks/c.md": question(sampleInChinese, "M"),
  ])
  let bank = Bank(shipped: folder.url)
  #expect(bank.questions(in: "en").map(\.id.slug) == ["b", "c", "a"])
  #expect(bank.questions(in: "zh").map(\.id.slug) == ["b", "c", "a"])
  #expect(bank.questions(in: "zh").map(\.title) == ["𠀋", "M", "甲"])
}

@Test func `a broken file is left out and named, and the rest works`() {
  let folder = TemporaryBank.bilingual([
    "en/masks/one.md": sample, "en/masks/bad.md": "no", "en/masks/Upper.md": sample, "en/mask/two.md": sample,
    "en/masks/deep/three.md": sample, "en/glossary.md": "# Glossary", "en/masks/notes.txt": "x",
    "en/masks/.hidden.md": "x",
    "README.md": "x",
  ])
  let bank = Bank(shipped: folder.url)
  #expect(bank.ids.map(\.description) == ["masks/one"])
  #expect(
    folder.relative(bank.faults) == [
      "en/mask/two.md:1:1: unknown topic “mask”; did you mean masks?",
      "en/masks/Upper.md:1:1: the file's name becomes the id: lower-case letters, digits and single dashes",
      "en/masks/bad.md:1:1: no front matter: the first line is ---",
      "en/masks/deep/three.md:1:1: a question stands directly in its topic's folder",
    ])
}

@Test func `a folder that is not there is an empty bank`() {
  let bank = Bank(shipped: URL(filePath: "/nowhere/at/all"), own: URL(filePath: "/nowhere/else"))
  #expect(bank.ids.isEmpty)
  #expect(bank.faults.isEmpty)
  #expect(bank.questions(in: "en").isEmpty)
  #expect(bank.topics(in: "en").isEmpty)
}

@Test func `a file that cannot be opened is named, and a pipe is not waited for`() throws {
  let folder = TemporaryBank.bilingual(["en/masks/one.md": sample])
  let topic = folder.url.appending(path: "en/masks")
  let link = topic.appending(path: "gone.md")
  try FileManager.default.createSymbolicLink(at: link, withDestinationURL: URL(filePath: "/nowhere.md"))
  #expect(mkfifo(topic.appending(path: "pipe.md").path, 0o600) == 0)
  try FileManager.default.createDirectory(at: topic.appending(path: "folder.md"), withIntermediateDirectories: false)
  folder.write(Data(repeating: 0x20, count: FileBytes.most + 1), to: "en/masks/large.md")
  let bank = Bank(shipped: folder.url)
  #expect(bank.ids.count == 1)
  #expect(
    folder.relative(bank.faults) == [
      "en/masks/folder.md:1:1: cannot be read: it is not a regular file",
      "en/masks/gone.md:1:1: cannot be read: no such file or directory",
      "en/masks/large.md:1:1: the file is larger than 1 MiB; split it",
      "en/masks/pipe.md:1:1: cannot be read: it is not a regular file",
    ])
}

@Test func `the own folder may be named as the bank itself`() {
  let folder = TemporaryBank.bilingual(["en/masks/one.md": sample])
  #expect(Bank(shipped: folder.url, own: folder.url.appending(path: "en/..")).faults.isEmpty)
}

@Test(
  arguments: [
    ("language: en", "language: de", "1:11: language de stands in the folder en"),
    ("language: en\n", "", "1:1: no language: add `language: en`"),
    ("id: masks", "id: Masks", "3:10: “Masks” cannot name a folder: lower-case letters, digits and single dashes"),
    ("id: heads", "id: masks", "4:10: the topic masks is there twice"),
    (", summary: What a query may look at", "", "3:5: the topic has no summary"),
    ("  quiz: Quiz", "", "6:3: no heading for quiz"),
    ("quiz: Quiz", "quiz: Code", "11:9: the heading “Code” stands twice"),
    ("short: Heads", "shrt: Heads", "4:60: unknown field “shrt”; did you mean short?"),
    (
      ", short: Heads", "",
      "4:24: “Attention heads, from MHA to MLA” is wider than 20 columns; give the topic a `short`"
    ),
    ("topics:", "topic:", "2:1: unknown field “topic”; did you mean topics?"),
    ("headings:", "- x", "5:1: did not find expected key"),
  ])
func `a fault of bank yaml is named at its place`(text: String, wrong: String, expected: String) {
  let folder = TemporaryBank(["en/bank.yaml": bankYAML.replacing(text, with: wrong)])
  let found = folder.relative(Bank(shipped: folder.url).faults)
  #expect(found.first { $0.contains(expected) } == "en/bank.yaml:\(expected)", "\(found)")
}

@Test func `a language whose bank yaml is broken is left out, with one fault`() {
  let folder = TemporaryBank([
    "en/bank.yaml": bankYAML, "en/masks/one.md": sample, "zh/bank.yaml": "x", "zh/masks/one.md": sampleInChinese,
    "fr/masks/one.md": sample,
  ])
  let bank = Bank(shipped: folder.url)
  #expect(bank.languages.keys.sorted() == ["en"])
  #expect(
    folder.relative(bank.faults) == [
      "fr/bank.yaml:1:1: missing: it names the language, its topics and its headings",
      "zh/bank.yaml:1:1: expected fields, one `name: value` a line",
    ])
}

@Test func `a user's own questions stand beside the shipped ones, with their topics and headings`() {
  let shipped = TemporaryBank.bilingual(["en/masks/one.md": sample])
  let own = TemporaryBank(["en/masks/mine.md": sample, "zh/heads/mine.md": sampleInChinese])
  let bank = Bank(shipped: shipped.url, own: own.url)
  #expect(bank.faults.isEmpty)
  #expect(bank.questions(in: "en").map(\.id.description) == ["masks/mine", "masks/one", "heads/mine"])
  #expect(bank.questions(in: "en").map(\.isOwn) == [true, false, true])
  #expect(bank.questions(in: "zh").map(\.language) == ["en", "en", "zh"])
}

@Test func `an own question with a shipped id is a named fault, and the shipped one stays`() {
  let shipped = TemporaryBank.bilingual(["en/masks/one.md": sample])
  let own = TemporaryBank([
    "en/masks/one.md": sample.replacing("Why mask", with: "Mine"), "zh/masks/one.md": sampleInChinese,
  ])
  let bank = Bank(shipped: shipped.url, own: own.url)
  #expect(bank.question(QuestionID(topic: "masks", slug: "one"), in: "zh")?.title == "Why mask the future?")
  #expect(
    own.relative(bank.faults) == [
      "en/masks/one.md:1:1: masks/one is a question of the shipped bank, which stays; give yours another name",
      "zh/masks/one.md:1:1: masks/one is a question of the shipped bank, which stays; give yours another name",
    ])
}

@Test func `an own folder may bring topics, and a language`() {
  let shipped = TemporaryBank(["en/bank.yaml": bankYAML, "en/masks/one.md": sample])
  let own = TemporaryBank([
    "en/bank.yaml":
      "language: en\ntopics:\n  - {id: rope, title: RoPE, summary: Rotation}\n  - {id: masks, title: M, summary: s}",
    "en/rope/a.md": sample, "zh/bank.yaml": bankYAMLInChinese, "zh/masks/b.md": sampleInChinese,
  ])
  let bank = Bank(shipped: shipped.url, own: own.url)
  #expect(bank.faults.isEmpty)
  #expect(bank.topics(in: "en").map(\.id) == ["masks", "rope"])
  #expect(bank.topics(in: "en").first?.title == "Masks")
  #expect(bank.topics(in: "zh").map(\.id) == ["masks", "rope"])
  #expect(bank.questions(in: "en").map(\.id.description) == ["masks/one", "masks/b", "rope/a"])
}

@Test func `a file name cannot bring an escape sequence into a diagnostic`() {
  let folder = TemporaryBank.bilingual(["en/masks/a\u{1B}[31m\n.md": "no"])
  let found = Bank(shipped: folder.url).faults.map(\.description)
  #expect(found.count == 2)
  #expect(found.allSatisfy { line in !line.unicodeScalars.contains { $0.value < 0x20 } })
}
