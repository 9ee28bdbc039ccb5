import Foundation
import Testing

@testable import Workbook

@Test func `a control character is a fault at its place`() {
  #expect(
    faults(sample.replacing("So that", with: "So \u{1B}[31mthat")) == ["12:4: escape sequence (U+001B); remove it"])
  #expect(faults(sample.replacing("So that", with: "掩码 \u{7}")) == ["12:4: control character U+0007; remove it"])
  #expect(faults(sample.replacing("So that", with: "a\u{9B}")) == ["12:2: control character U+009B; remove it"])
  #expect(
    faults(sample.replacing("So that", with: "\u{202E}abc")) == [
      "12:1: invisible mark that reorders text (U+202E); remove it"
    ])
  #expect(faults(sample.replacing("So that", with: "a\u{200B}")) == ["12:2: invisible character U+200B; remove it"])
  #expect(faults(sample.replacing("So that", with: "a\rb")) == ["12:2: control character U+000D; remove it"])
}

@Test func `a question with a control character is left out, and its other faults are named too`() {
  let page = page(sample.replacing("So that", with: "\u{1B}").replacing("level: junior", with: "level: x"))
  #expect(page.question == nil)
  #expect(page.faults.count == 2)
}

@Test func `tabs, joined emoji and every script may stand`() {
  #expect(faults(sample.replacing("So that", with: "\u{1F469}\u{200D}\u{1F4BB} é 掩码 √ Σ →\t|")) == [])
}

@Test func `a character reference cannot smuggle a control character in`() {
  #expect(
    faults(sample.replacing("So that", with: "a &#27;[31m b")) == [
      "12:1: a character reference hides this: escape sequence (U+001B); remove it"
    ])
  #expect(faults(sample.replacing("So that", with: "[a](b&#x202E;c)")).count == 1)
  #expect(faults(sample.replacing("So that", with: "a &amp; b &lt;")) == [])
}

@Test func `bytes that are not UTF-8 are a fault where they stand`() {
  var data = Data(sample.utf8)
  let place = sample.utf8.distance(from: sample.startIndex, to: sample.range(of: "§")!.lowerBound)
  data[place] = 0xFF
  let page = page(data)
  #expect(page.question == nil)
  #expect(page.faults.map(\.description) == ["en/masks/one.md:7:26: not UTF-8 text; save the file as UTF-8"])
}

@Test func `a file of control characters names the first of them`() {
  #expect(page(Data(repeating: 0x01, count: 5000)).faults.count <= 22)
}

@Test func `any bytes can be read`() {
  var state: UInt64 = 7
  let pieces = [
    "---\n", "title: ", "experiment:\n  score: dot\n", "tags: [a]\n", "## Quiz\n", "## In depth\n", "### p\n",
    "- [x] a\n  > b\n", "- [ ] c\n", "```answer\nvalue: 1/0\n", "```check\nexpect: a = 1\n```\n", "```\n", "$", "{",
    "\u{1B}", "掩",
    "\0", "| a | b |\n|---|---|\n", "\r\n", " ", "\"", ":",
  ].map { Array($0.utf8) }
  for _ in 0..<2000 {
    var bytes: [UInt8] = state % 2 == 0 ? Array(sample.utf8) : []
    for _ in 0..<12 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = bytes.isEmpty ? 0 : Int(state >> 40) % bytes.count
      if state >> 62 == 0 {
        bytes.insert(UInt8(truncatingIfNeeded: state >> 20), at: place)
      } else {
        bytes.insert(contentsOf: pieces[Int(state >> 33) % pieces.count], at: place)
      }
    }
    let page = page(Data(bytes))
    #expect(page.question != nil || !page.faults.isEmpty)
    for check in page.question?.sections.flatMap(\.checks) ?? [] { _ = try? check.verdict() }
  }
}
