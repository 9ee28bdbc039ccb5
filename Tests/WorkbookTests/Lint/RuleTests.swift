import Foundation
import Testing

@testable import Workbook

/// What lint says of two English questions.
private func lint(_ one: String, _ two: String) -> [String] {
  TemporaryBank.bilingual(["en/masks/one.md": one, "en/masks/two.md": two]).lint()
}

private let other = sample.replacing("Why mask the future?", with: "What does padding hide?")

@Test func `two questions of one title are told apart only by a fault`() {
  #expect(lint(sample, other) == [])
  #expect(
    lint(sample, sample.replacing("Why mask the future?", with: "why  MASK the ｆuture?")) == [
      "en/masks/two.md:2:8: masks/one has the same title; give each question its own"
    ])
}

@Test func `a related question must be there, and be another one`() {
  let see = sample.replacing("kind: concept", with: "kind: concept\nsee: [masks/two]")
  #expect(lint(see, other) == [])
  #expect(lint(see, "no").map { $0.prefix(16) } == ["en/masks/two.md:"])
  #expect(
    lint(see.replacing("two", with: "tow"), other) == [
      "en/masks/one.md:5:7: see: there is no masks/tow; did you mean masks/two?"
    ])
  #expect(
    lint(see.replacing("masks/two", with: "masks/one"), other) == [
      "en/masks/one.md:5:7: see: the question names itself"
    ])
  #expect(
    lint(see.replacing("masks/two", with: "heads/gqa-or-mha"), other) == [
      "en/masks/one.md:5:7: see: there is no heads/gqa-or-mha"
    ])
}

@Test func `an option says why`() {
  #expect(
    lint(sample.replacing("    > It may look back.\n", with: "").replacing("> It may look back.", with: ">"), other)
      == [
        "en/masks/one.md:22:1: the option has no explanation; quote it under the option with >"
      ])
  #expect(
    lint(sample.replacing("\n  > It may look back.", with: ""), other) == [
      "en/masks/one.md:22:1: the option has no explanation; quote it under the option with >"
    ])
}

@Test func `a right option clearly longer than the others is a warning`() {
  let long = "Keys 0 to 3, which are all the keys that are not later than the query"
  #expect(
    lint(sample.replacing("Keys 0 to 3", with: long), other) == [
      "en/masks/one.md:20:1: warning: what is right is clearly the longest; shorten it or lengthen another"
    ])
  #expect(lint(sample.replacing("Keys 0 to 3", with: long).replacing("Only key 3", with: long + "?"), other) == [])
  #expect(lint(sample.replacing("Keys 0 to 3", with: "Keys 0 to 3 and no others"), other).count == 1)
  #expect(lint(sample.replacing("Keys 0 to 3", with: "Keys 0 to 3 again"), other) == [])
}

@Test func `titles that are alike for forty columns are a warning`() {
  let title = "What does a causal mask hide from query 0"
  func named(_ title: String) -> String { sample.replacing("Why mask the future?", with: title) }
  #expect(
    lint(named(title + ", and from 1?"), named(title + "?")) == [
      "en/masks/two.md:2:8: warning: the title begins like that of masks/one for 40 columns; put what differs first"
    ])
  #expect(
    lint(named("What does a causal mask hide from key 1?"), named("What does a causal mask hide from key 2?")) == [])
}

@Test func `a place that is always right is a warning`() {
  func choices(_ count: Int, right: (Int) -> Int) -> String {
    sample(
      item: (0..<count).map { number in
        "### Item \(number)?\n\n"
          + (0..<3).map { "- [\($0 == right(number) ? "x" : " ")] Option \(number)\($0)\n  > Why." }.joined(
            separator: "\n")
      }.joined(separator: "\n\n"))
  }
  #expect(
    TemporaryBank.bilingual(["en/masks/one.md": choices(5) { _ in 1 }]).lint() == [
      "en/masks/one.md:56:1: warning: in all 5 choices option 2 is right; move some"
    ])
  #expect(TemporaryBank.bilingual(["en/masks/one.md": choices(5) { $0 % 2 }]).lint() == [])
  #expect(TemporaryBank.bilingual(["en/masks/one.md": choices(4) { _ in 1 }]).lint() == [])
}

@Test func `a wording that is always right is a warning`() {
  func items(_ all: String) -> String {
    sample(
      item: (0..<3).map { number in
        "### Item \(number)?\n\n- [ ] a\(number)\n  > Why.\n- [x] \(all)\n  > Why."
      }.joined(separator: "\n\n"))
  }
  let folder = TemporaryBank.bilingual(["en/masks/one.md": items("All of it")])
  #expect(folder.lint() == ["en/masks/one.md:34:1: warning: “All of it” is right all 3 times"])
}

@Test func `several answers that are always all right are a warning`() {
  let text = sample(
    item: (0..<5).map { "### Item \($0)?\n\n- [x] a\($0)\n  > Why.\n- [x] b\($0)\n  > Why." }.joined(separator: "\n\n"))
  #expect(
    TemporaryBank.bilingual(["en/masks/one.md": text]).lint() == [
      "en/masks/one.md:48:1: warning: in all 5 items with several answers every option is right"
    ])
}
