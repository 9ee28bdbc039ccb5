import Testing

@testable import Markdown

/// The inlines of the first paragraph.
private func inlines(_ text: String) -> [Inline] {
  guard case .paragraph(let inlines)? = Document(parsing: text).blocks.first?.kind else { return [] }
  return inlines
}

@Test func `emphasis, code and links keep their parts`() {
  #expect(
    inlines("*a* **b** `c` [d](e)") == [
      .emphasis([.text("a")]), .text(" "), .strong([.text("b")]), .text(" "), .code("c"), .text(" "),
      .link([.text("d")], destination: "e"),
    ])
}

@Test func `an image is a link to it`() {
  #expect(inlines("![map](a.png)") == [.link([.text("map")], destination: "a.png")])
}

@Test func `text is not cut at signs that mean nothing`() {
  #expect(inlines("a ! b [ c _ d & e") == [.text("a ! b [ c _ d & e")])
}

@Test func `a hard break differs from a soft one`() {
  #expect(inlines("a\\\nb\nc") == [.text("a"), .lineBreak, .text("b"), .softBreak, .text("c")])
}

@Test(
  arguments: [
    ("$x$", [.math("x")]),
    ("so $a_i b_j$ is", [.text("so "), .math("a_i b_j"), .text(" is")]),
    ("$\\sqrt{d_k}$, $n^2$", [.math("\\sqrt{d_k}"), .text(", "), .math("n^2")]),
    ("**$x$**", [.strong([.math("x")])]),
    ("$a\nb$", [.math("a\nb")]),
    ("$a\\$b$", [.math("a\\$b")]),
    ("$5 for $x$", [.text("$5 for "), .math("x")]),
  ] as [(String, [Inline])])
func `mathematics stands between two dollars`(text: String, expected: [Inline]) {
  #expect(inlines(text) == expected)
}

@Test(
  arguments: [
    "a lone $ sign", "$5", "$5 and $10", "$5-$10 a month", "costs 5$", "$ x $", "$x $", "$ x$", "$$", "$$x$$",
    "\\$x$", "$`x`$ no",
  ])
func `a dollar that opens no mathematics is a dollar`(text: String) {
  let found = inlines(text)
  #expect(
    !found.contains {
      if case .math = $0 { true } else { false }
    })
  #expect(found.plainText == text.replacing("\\$", with: "$").replacing("`", with: ""))
}

@Test func `code binds tighter than mathematics`() {
  #expect(inlines("`$x$`") == [.code("$x$")])
}

@Test func `mathematics in a table writes its bar with a backslash`() {
  let blocks = Document(parsing: "| a |\n|---|\n| $\\|x\\|$ |\n").blocks
  guard case .table(_, _, let rows)? = blocks.first?.kind else {
    Issue.record("no table")
    return
  }
  #expect(rows == [[[.math("|x|")]]])
}

@Test func `plain text has the words and no marks`() {
  #expect(inlines("**The** `mask` of $QK^T$, [see](x)").plainText == "The mask of QK^T, see")
}

@Test func `a line end is a space, but not between ideographs`() {
  #expect(inlines("one\ntwo").plainText == "one two")
  #expect(inlines("掩码\n矩阵") == [.text("掩码矩阵")])
  #expect(inlines("**掩码**\n矩阵").plainText == "掩码矩阵")
  #expect(inlines("用 mask\n矩阵").plainText == "用 mask 矩阵")
}

@Test func `the plain text of blocks has a line for each row, entry and line of code`() {
  let blocks = Document(
    parsing: """
      ## A

      - b
        > c

      | d | e |
      |---|---|
      | 1 | 2 |

      ```
      f
      g
      ```
      """
  ).blocks
  #expect(blocks.plainText == "A\nb\nc\nd  e\n1  2\nf\ng")
}
