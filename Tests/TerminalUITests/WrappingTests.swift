import Testing

@testable import TerminalUI

private func wrapped(_ text: String, _ columns: Int, hanging: Int = 0) -> [String] {
  wrap([Span(text)], columns: columns, hanging: hanging).map(\.text)
}

@Test func `words move whole to the next line`() {
  #expect(wrapped("scores grow with the width", 11) == ["scores grow", "with the", "width"])
}

@Test func `nothing gives one empty line`() {
  #expect(wrapped("", 10) == [""])
}

@Test func `a word longer than the line is split`() {
  #expect(wrapped("softmax", 3) == ["sof", "tma", "x"])
}

@Test func `Chinese breaks anywhere but no line begins with a closing mark`() {
  #expect(wrapped("分数除以维度，再归一化。", 12) == ["分数除以维", "度，再归一", "化。"])
  #expect(wrapped("注意力（权重）", 8) == ["注意力", "（权重）"])
}

@Test func `no line is wider than asked for`() {
  let text = "当 q、k 的各分量独立且方差为 1 时，q·k 的方差等于 d_k。Scores then grow with √d_k, softmax saturates."
  for columns in 8...40 {
    for line in wrapped(text, columns) { #expect(line.cellWidth <= columns, "\(columns): \(line)") }
  }
}

@Test func `nothing is lost and nothing doubled`() {
  let text = "softmax 饱和、梯度消失；除以 √d_k 后，分数保持在单位尺度。"
  for columns in 6...50 {
    let joined = wrapped(text, columns).joined().filter { $0 != " " }
    #expect(joined == text.filter { $0 != " " })
  }
}

@Test func `later lines hang`() {
  #expect(wrapped("Vaswani et al. 2017", 12, hanging: 2) == ["Vaswani et", "  al. 2017"])
}

@Test func `styles survive the break`() {
  let lines = wrap([Span("divide by "), Span("√d_k", .data), Span(", then")], columns: 12)
  #expect(lines.map(\.text) == ["divide by", "√d_k, then"])
  #expect(lines[1].spans.first == Span("√d_k", .data))
}
