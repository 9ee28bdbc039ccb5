import Foundation
import Testing

@testable import Workbook

private func lint(_ check: String) -> [String] {
  let text = sample.replacing("is 8.\n", with: "is 8.\n\n```check\n\(check)\n```\n")
  return TemporaryBank.bilingual(["en/masks/one.md": text]).lint()
}

@Test func `a check that comes true says nothing`() {
  #expect(lint("where: {d: 64}\nexpect: sqrt(d) = 8") == [])
  #expect(
    lint("attend: {score: dot, queries: 128, keys: 128, dim: 64, seed: 1}\nexpect: sd(scores) within 5% of 8") == [])
}

@Test func `a check that fails is a fault with what came out, at its figure`() {
  #expect(
    lint("where: {d: 100}\nexpect: sqrt(d) = 8") == [
      "en/masks/one.md:20:19: check: sqrt(d) is 10, not = 8"
    ])
  #expect(
    lint("where: {d: 64}\nexpect: d > 8 and sqrt(d) within 5% of 64") == [
      "en/masks/one.md:20:40: check: sqrt(d) is 8, not within 5% of 64"
    ])
}

@Test func `a check of what the answer does not say is a fault`() {
  #expect(lint("where: {d: 81}\nexpect: sqrt(d) = 9") == ["en/masks/one.md:20:19: check: the answer does not say 9"])
}

@Test func `a check that cannot be read is a fault, and the question stays`() {
  #expect(lint("expect: x") == ["en/masks/one.md:19:9: check: no relation in “x”; there are =, <, > and within x% of"])
  #expect(lint("a: [").count == 1)
  let text = sample.replacing("is 8.\n", with: "is 8.\n\n```check\nexpect: x\n```\n")
  #expect(page(text).question != nil)
}

@Test func `a check stands behind what it checks`() {
  let text = sample.replacing("With d_k", with: "```check\nexpect: 8 = 8\n```\n\nWith d_k")
  #expect(
    TemporaryBank.bilingual(["en/masks/one.md": text]).lint() == [
      "en/masks/one.md:16:1: check: it follows the paragraph that states its figure"
    ])
}
