import Testing

@testable import Markdown

@Test func `an empty text has no blocks`() {
  #expect(Document(parsing: "").blocks.isEmpty)
  #expect(Document(parsing: "\n \n").blocks.isEmpty)
}

@Test func `each block knows where it begins and on which line it ends`() {
  let blocks = Document(
    parsing: """
      # One

      two
      three

      > four

      ```python
      five
      ```

      ---
      """
  ).blocks
  #expect(blocks.map(\.location.line) == [1, 3, 6, 8, 12])
  #expect(blocks.map(\.location.column) == [1, 1, 1, 1, 1])
  #expect(blocks.map(\.endLine) == [1, 4, 6, 10, 12])
  #expect(
    blocks.map(\.kind) == [
      .heading(level: 1, [.text("One")]),
      .paragraph([.text("two"), .softBreak, .text("three")]),
      .quote([
        Block(kind: .paragraph([.text("four")]), location: Location(line: 6, column: 3), endLine: 6)
      ]),
      .code(info: "python", text: "five\n"),
      .rule,
    ])
}

@Test func `lines count from the line on which the text begins`() {
  let blocks = Document(parsing: "\nfirst\n", firstLine: 8).blocks
  #expect(blocks.map(\.location) == [Location(line: 9, column: 1)])
  #expect(blocks.map(\.endLine) == [9])
}

@Test func `columns count characters, not bytes`() {
  // Two wide characters stand before the bullet's text; the quote stands behind a list mark.
  let blocks = Document(parsing: "- 掩码\n  > 因果\n").blocks
  guard case .list(_, let items)? = blocks.first?.kind else {
    Issue.record("no list")
    return
  }
  #expect(items[0].location == Location(line: 1, column: 1))
  #expect(items[0].blocks.map(\.location) == [Location(line: 1, column: 3), Location(line: 2, column: 3)])
}

@Test func `a column behind wide characters counts them once`() {
  "掩码é√x".utf8.withContiguousStorageIfAvailable { bytes in
    let places = Places(bytes: bytes, firstLine: 1)
    #expect(places.location(line: 1, byteColumn: 1) == Location(line: 1, column: 1))
    #expect(places.location(line: 1, byteColumn: 4) == Location(line: 1, column: 2))
    #expect(places.location(line: 1, byteColumn: 12) == Location(line: 1, column: 5))
    #expect(places.location(line: 1, byteColumn: 99) == Location(line: 1, column: 6))
    #expect(places.location(line: 7, byteColumn: 3) == Location(line: 7, column: 3))
  }
}

@Test func `lines end in all three ways`() {
  let blocks = Document(parsing: "one\r\n\r\ntwo\r\rthree").blocks
  #expect(blocks.map(\.location.line) == [1, 3, 5])
}

@Test func `a task list keeps its boxes, its order and what stands under an option`() {
  let blocks = Document(
    parsing: """
      - [ ] one
        > because
      - [x] two
      - three
      """
  ).blocks
  guard case .list(false, let items)? = blocks.first?.kind else {
    Issue.record("no list")
    return
  }
  #expect(items.map(\.task) == [false, true, nil])
  #expect(items.map(\.location.line) == [1, 3, 4])
  #expect(items[0].blocks.plainText == "one\nbecause")
}

@Test func `a numbered list is ordered`() {
  guard case .list(true, let items)? = Document(parsing: "1. a\n2. b\n").blocks.first?.kind else {
    Issue.record("no ordered list")
    return
  }
  #expect(items.count == 2)
}

@Test func `a table has alignments, and as many cells in each row as in its header`() {
  let blocks = Document(
    parsing: """
      | a | b | c | d |
      |---|:--|:-:|--:|
      | 1 | 2 |
      """
  ).blocks
  #expect(
    blocks.first?.kind
      == .table(
        header: [[.text("a")], [.text("b")], [.text("c")], [.text("d")]],
        alignments: [.none, .left, .center, .right],
        rows: [[[.text("1")], [.text("2")], [], []]]))
}

@Test func `raw HTML is shown as it is written`() {
  let blocks = Document(parsing: "the <s> token\n\n<div>\nx\n</div>\n").blocks
  #expect(blocks.map { [$0].plainText } == ["the <s> token", "<div>\nx\n</div>"])
}

@Test func `a text nested without end becomes words, not a crash`() {
  let depth = 20_000
  let quotes = Document(parsing: String(repeating: "> ", count: depth) + "deep")
  #expect(quotes.blocks.plainText.contains("deep"))
  let stars = Document(parsing: String(repeating: "*a ", count: 500) + String(repeating: "b* ", count: 500))
  #expect(!stars.blocks.isEmpty)
  let links = Document(parsing: String(repeating: "[", count: depth) + "x" + String(repeating: "](y)", count: depth))
  #expect(!links.blocks.isEmpty)
}

@Test func `any bytes can be parsed`() {
  var state: UInt64 = 1
  for length in [0, 1, 2, 3, 10, 100, 1000] {
    for _ in 0..<200 {
      let bytes = (0..<length).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // Half of them signs that mean something in Markdown.
        let signs = Array("$`*_[]()<>|\\\n#-+0.x ~\u{e9}掩".utf8)
        return state >> 63 == 0 ? UInt8(truncatingIfNeeded: state >> 32) : signs[Int(state >> 33) % signs.count]
      }
      _ = Document(parsing: String(decoding: bytes, as: UTF8.self))
    }
  }
}

@Test func `documents can be parsed at the same time`() async {
  let text = String(repeating: "The score $q·k$ costs $5, | not `$x$`.\n\n", count: 50)
  let expected = Document(parsing: text)
  await withTaskGroup(of: Bool.self) { group in
    for _ in 0..<64 { group.addTask { Document(parsing: text) == expected } }
    for await same in group { #expect(same) }
  }
}
