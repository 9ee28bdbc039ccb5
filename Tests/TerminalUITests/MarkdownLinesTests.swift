import Markdown
import Testing

@testable import TerminalUI

private func shown(_ text: String, columns: Int = 40, ascii: Bool = false) -> [String] {
  let document = Document(parsing: text)
  return MarkdownLines(columns: columns, look: Look(ascii: ascii)).lines(document.blocks).map(\.text)
}

@Test func `paragraphs are wrapped with a blank line between`() {
  #expect(shown("One two.\n\nThree.", columns: 8) == ["One two.", "", "Three."])
}

@Test func `lists hang under their mark`() {
  #expect(shown("- scale the scores\n- mask", columns: 12) == ["· scale the", "  scores", "· mask"])
  #expect(shown("1. project\n2. split", columns: 20) == ["1. project", "2. split"])
}

@Test func `display mathematics is indented and code keeps its spaces`() {
  #expect(shown("```math\nw = softmax(s)\n```") == ["    w = softmax(s)"])
  #expect(shown("```python\nif x:\n    y = 1  # [n]\n```") == ["  if x:", "      y = 1  # [n]"])
}

@Test func `a long line of code goes on below, behind a mark at its own indentation`() {
  let lines = shown("```python\nscores = q @ k.transpose(-2, -1)\n```", columns: 24)
  #expect(lines == ["  scores = q @ ", "  ↳ k.transpose(-2, ", "  ↳ -1)"])
  let inside = shown("```python\nif x:\n    s = np.where(keep, s, -np.inf)\n```", columns: 30)
  #expect(inside == ["  if x:", "      s = np.where(keep, s, ", "      ↳ -np.inf)"])
  #expect(shown("```python\nvery_long_name_without_a_place\n```", columns: 24).map(\.count) == [22, 14])
  #expect(
    shown("```python\nscores = q @ k.T / d\n```", columns: 20, ascii: true) == ["  scores = q @ k.T", "  \\ / d"])
}

@Test func `the comment of a long line stands below it, whole where it fits, and stays quiet`() {
  let document = Document(parsing: "```python\n  x = 1         # the first of all\n```")
  let lines = MarkdownLines(columns: 26, look: Look()).lines(document.blocks)
  #expect(lines.map(\.text) == ["    x = 1", "    ↳ # the first of all"])
  #expect(lines[1].spans.last == Span("# the first of all", .quiet))
  #expect(shown("```python\nf(8, 64)      # 一个键领先\n```", columns: 24) == ["  f(8, 64)", "  ↳ # 一个键领先"])
  #expect(shown("```python\nname = \"a#b\"\n```").first == "  name = \"a#b\"", "no comment begins within a word")
}

@Test func `table columns are as wide as they need and align`() {
  let table = "| d_k | sd |\n| ---: | ---: |\n| 64 | 8 |\n| 1024 | 32 |"
  #expect(shown(table) == [" d_k  sd", "  64   8", "1024  32"])
}

@Test func `a table that is too wide wraps its widest column`() {
  let table = "| part | meaning |\n|---|---|\n| q | what a token looks for in others |"
  let lines = shown(table, columns: 24)
  #expect(lines.allSatisfy { $0.cellWidth <= 24 })
  #expect(lines.joined(separator: " ").contains("others"))
}

@Test func `mathematics and code take the ink of data`() {
  let spans = MarkdownLines(columns: 40, look: Look()).spans([.text("by "), .math("√d_k")])
  #expect(spans == [Span("by ", .text), Span("√d_k", .data)])
}

@Test func `in ascii the width is that of what is shown`() {
  #expect(shown("ab √d", columns: 7, ascii: true) == ["ab", "sqrt(d)"])
}
