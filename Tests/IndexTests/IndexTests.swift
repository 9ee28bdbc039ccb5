import Foundation
import GRDB
import Testing
import Workbook

@testable import Index

@Test func `a word of the title comes before a tag, a tag before the text`() throws {
  let bank = TemporaryBank([
    "en/masks/text.md": question("A", tags: "x", body: "A softmax is in the text."),
    "en/masks/tag.md": question("B", tags: "softmax", body: "Nothing."),
    "en/masks/title.md": question("The softmax", tags: "x", body: "Nothing."),
  ])
  let index = Index(cache: nil, bank: bank.bank)
  #expect(try index.search("softmax", language: "en").map(\.id.slug) == ["title", "tag", "text"])
  #expect(try index.search("softmax", language: "en").map(\.rank) == [1, 2, 3])
}

@Test func `all that match are found, however many`() throws {
  let files = (1...60).map { ("en/masks/q\($0).md", question("Q\($0)", tags: "x", body: "A padding token.")) }
  let bank = TemporaryBank(Dictionary(uniqueKeysWithValues: files))
  let index = Index(cache: nil, bank: bank.bank)
  let hits = try index.search("padding", language: "en")
  #expect(hits.count == 60)
  #expect(try index.questions(holding: "padding", language: "en") == hits.map(\.id))
}

@Test func `two Chinese characters are found, and one, and a run`() throws {
  let bank = TemporaryBank([
    "zh/masks/one.md": question("因果掩码与填充掩码", tags: "x", body: "使每个位置都看不到后面的位置。", chinese: true)
  ])
  let index = Index(cache: nil, bank: bank.bank)
  for words in ["掩码", "填充掩码", "掩", "码", "后面的位置", "置", "因果 位置"] {
    #expect(try index.search(words, language: "zh").map(\.id.slug) == ["one"], "\(words)")
  }
  for words in ["码掩", "位码", "，", "。"] { #expect(try index.search(words, language: "zh") == [], "\(words)") }
}

@Test(
  arguments: [
    "soft", "SOFTMAX", "ｓｏｆｔｍａｘ", "scaled-dot", "d_k", "√d_k", "naive", "QK归一", "masks/one", "softmax gradient",
    "(softmax)",
    "\"softmax\"", "softmax*", "softmax AND gradient", "softmax -gradient",
  ])
func `words are found whatever their case, width, accents and signs`(words: String) throws {
  let bank = TemporaryBank([
    "en/masks/one.md": question(
      "Why scale by √d_k?", tags: "scaled-dot", body: "A naïve softmax and its gradient, near QK归一化.")
  ])
  #expect(try Index(cache: nil, bank: bank.bank).search(words, language: "en").count == 1)
}

@Test(arguments: ["", " ", "*", "\"", "—", "'; DROP TABLE page; --", "\u{0}", "\u{1B}[31m"])
func `what holds no word finds nothing`(words: String) throws {
  let bank = TemporaryBank(["en/masks/one.md": question("Why?", tags: "x", body: "Because.")])
  #expect(try Index(cache: nil, bank: bank.bank).search(words, language: "en") == [])
}

@Test func `every word must stand in a question, or else some`() throws {
  let bank = TemporaryBank([
    "en/masks/one.md": question("Causal", tags: "x", body: "padding"),
    "en/masks/two.md": question("Causal", tags: "x", body: "window"),
  ])
  let index = Index(cache: nil, bank: bank.bank)
  #expect(try index.search("causal padding", language: "en").map(\.id.slug) == ["one"])
  #expect(try index.search("window padding", language: "en").count == 2)
  // Only the last word may be unfinished.
  #expect(try index.search("caus padding", language: "en").map(\.id.slug) == ["one"])
  #expect(try index.search("padding caus", language: "en").map(\.id.slug) == ["one"])
}

@Test func `a question found in both languages is one hit, in the language asked for`() throws {
  let bank = TemporaryBank([
    "en/masks/one.md": question("The softmax", tags: "x", body: "Nothing."),
    "zh/masks/one.md": question("关于 softmax", tags: "x", body: "没有。", chinese: true),
  ])
  let index = Index(cache: nil, bank: bank.bank)
  #expect(try index.search("softmax", language: "zh").map(\.title) == ["关于 softmax"])
  #expect(try index.search("softmax", language: "en").map(\.title) == ["The softmax"])
  #expect(try index.search("关于", language: "en").map(\.title) == ["关于 softmax"])
}

@Test func `a snippet shows the words around what was found`() throws {
  let bank = TemporaryBank([
    "en/masks/one.md": question(
      "Why?", tags: "x", body: "At the beginning of this long line nothing is said of it, but then Softmax comes up.")
  ])
  let hit = try #require(try Index(cache: nil, bank: bank.bank).search("softmax", language: "en").first)
  #expect(hit.snippet == "…is said of it, but then Softmax comes up.")
}

@Test(
  arguments: [
    ("rpoe", "rope"), ("softmx", "softmax"), ("causal rpoe", "causal rope"), ("rope", nil), ("rop", nil),
    ("zzzzzz", nil), ("", nil),
    ("掩马", nil), ("x1", nil),
  ] as [(String, String?)])
func `a slip is noticed, with the word that was meant`(words: String, expected: String?) {
  let bank = TemporaryBank(["en/masks/one.md": question("Causal RoPE", tags: "softmax", body: "掩码 robe")])
  let index = Index(cache: nil, bank: bank.bank)
  #expect(index.suggestion(for: words, language: "en") == expected)
}

@Test func `between equally near words the one that more questions use is meant`() {
  let bank = TemporaryBank([
    "en/masks/one.md": question("A", tags: "x", body: "robe"),
    "en/masks/two.md": question("B", tags: "x", body: "rope"),
    "en/masks/three.md": question("C", tags: "x", body: "rope"),
  ])
  #expect(Index(cache: nil, bank: bank.bank).suggestion(for: "roqe", language: "en") == "rope")
}

@Test func `searching from many threads at once is safe`() async throws {
  let bank = TemporaryBank(["en/masks/one.md": question("Causal", tags: "x", body: "padding")])
  let index = Index(cache: bank.cache, bank: bank.bank)
  await withTaskGroup(of: Int.self) { group in
    for _ in 0..<16 { group.addTask { (try? index.search("padding", language: "en").count) ?? 0 } }
    for await count in group { #expect(count == 1) }
  }
}
