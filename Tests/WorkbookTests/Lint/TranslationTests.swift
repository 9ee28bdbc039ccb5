import Foundation
import Testing

@testable import Workbook

/// What lint says of a question and its translation.
private func lint(_ english: String, _ chinese: String) -> [String] {
  TemporaryBank.bilingual(["en/masks/one.md": english, "zh/masks/one.md": chinese]).lint()
}

private func items(_ english: String, _ chinese: String) -> [String] {
  lint(sample(item: english), sampleInChinese.components(separatedBy: "### ")[0] + chinese + "\n")
}

private let choice = "### Q?\n\n- [ ] a\n  > A.\n- [x] b\n  > B."
private let number = "### {n}?\n\n```answer\ngiven: {n: [1, 2]}\nvalue: n\nunit: bytes\n```"

@Test func `a translation says the same`() {
  #expect(lint(sample, sampleInChinese) == [])
  #expect(items(number, number.replacing("unit: bytes", with: "unit: 字节")) == [])
  #expect(items("\(choice)\n\n\(number)", "\(choice)\n\n\(number)") == [])
}

@Test func `an untranslated question is no fault, a translation of nothing is`() {
  #expect(TemporaryBank.bilingual(["en/masks/one.md": sample]).lint() == [])
  #expect(
    TemporaryBank.bilingual(["zh/masks/one.md": sampleInChinese]).lint() == [
      "zh/masks/one.md:1:1: a translation without its original en/masks/one.md"
    ])
}

@Test func `a translation has as many items, of the same kinds`() {
  #expect(items(choice, "\(choice)\n\n\(choice)") == ["zh/masks/one.md:27:1: 2 quiz items, but 1 in en"])
  #expect(items("\(choice)\n\n\(choice)", choice) == ["zh/masks/one.md:20:1: 1 quiz items, but 2 in en"])
  #expect(items(choice, number) == ["zh/masks/one.md:20:1: a number item, but a choice item in en"])
}

@Test func `the same options are right in a translation`() {
  let swapped = "### Q?\n\n- [x] a\n  > A.\n- [ ] b\n  > B."
  #expect(items(choice, swapped) == ["zh/masks/one.md:20:1: other options are right than in en"])
  #expect(items(choice, choice + "\n- [ ] c\n  > C.") == ["zh/masks/one.md:20:1: 3 options, but 2 in en"])
}

@Test func `a number is the same in a translation`() {
  let expected = ["zh/masks/one.md:20:1: another formula, other given numbers or another tolerance than in en"]
  #expect(items(number, number.replacing("value: n", with: "value: 2 * n")) == expected)
  #expect(items(number, number.replacing("[1, 2]", with: "[1, 3]")) == expected)
  #expect(items(number, number.replacing("unit: bytes", with: "unit: KiB")) == expected)
  #expect(items(number, number.replacing("unit:", with: "tolerance: 5%\nunit:")) == expected)
}

@Test func `a translation of a broken original has no faults of its own`() {
  #expect(lint("no", sampleInChinese).map { $0.prefix(3) } == ["en/"])
}
