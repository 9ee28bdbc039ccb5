import Testing

@testable import Workbook

private func marked(_ pattern: String, _ text: String) -> String? {
  guard let match = FuzzyMatch.score(pattern: pattern, in: text) else { return nil }
  var result = ""
  for (index, character) in text.enumerated() {
    result += match.ranges.contains { $0.contains(index) } ? "[\(character)]" : "\(character)"
  }
  return result.replacing("][", with: "")
}

@Test(
  arguments: [
    ("scale", "Why scale by √d_k?", "Why [scale] by √d_k?"),
    ("wsb", "Why scale by", "[W]hy [s]cale [b]y"),
    ("SCALE", "why scale", "why [scale]"),
    ("ｓｃａｌｅ", "why scale", "why [scale]"),
    ("bahdanau", "Báhdanau", "[Báhdanau]"),
    ("掩码", "因果掩码与填充掩码", "因果[掩码]与填充掩码"),
    ("因填", "因果掩码与填充掩码", "[因]果掩码与[填]充掩码"),
    ("kv", "the KV cache", "the [KV] cache"),
    ("att w", "attention as weights", "[att]ention as [w]eights"),
    ("ab", "a xab", "a x[ab]"),
    ("", "anything", "anything"),
    ("cache", "KVCache", "KV[Cache]"),
  ])
func `the best placed letters are marked`(pattern: String, text: String, expected: String) {
  #expect(marked(pattern, text) == expected)
}

@Test(arguments: [("elacs", "scale"), ("掩马", "掩码"), ("x", ""), ("scalee", "scale")])
func `letters must stand in their order`(pattern: String, text: String) {
  #expect(FuzzyMatch.score(pattern: pattern, in: text) == nil)
}

@Test(
  arguments: [
    ("rpoe", "Relative or absolute positions?"), ("mha", "Alpha mathematics"), ("slt", "scale by"),
    ("sotfmax", "Which softmax takes the fewest axes?"), ("casual", "Causal and padding masks are usual"),
    ("wf", "Why do Transformers need a feed-forward network?"), ("掩序", "掩码为何不能替代编码，尽管它们都作用于序列"),
  ])
func `letters scattered over a text are no match`(pattern: String, text: String) {
  #expect(FuzzyMatch.score(pattern: pattern, in: text) == nil)
}

@Test func `words that were typed apart may stand apart`() {
  #expect(marked("why network", "Why do Transformers need a network?") == "[Why] do Transformers need a [network]?")
  #expect(
    marked("softmax stab", "How is softmax made numerically stable?") == "How is [softmax] made numerically [stab]le?")
  #expect(marked("axis", "Which axis?") == "Which [axis]?")
}

@Test(
  arguments: [
    ("mask", "Masks", "Make a sketch"), ("mha", "Many-head attention", "Memory of hot apples"), ("ro", "RoPE", "Zero"),
    ("掩码", "掩码", "掩盖的密码"), ("scale", "scale", "why should one scale"),
  ])
func `word starts and runs count more`(pattern: String, better: String, worse: String) throws {
  let one = try #require(FuzzyMatch.score(pattern: pattern, in: better))
  let other = try #require(FuzzyMatch.score(pattern: pattern, in: worse))
  #expect(one.score > other.score)
}

@Test func `long texts do not take long`() {
  let text = String(repeating: "attention is all you need ", count: 400)
  let clock = ContinuousClock()
  let elapsed = clock.measure { _ = FuzzyMatch.score(pattern: "need attention you", in: text) }
  #expect(elapsed < .seconds(1))
}

@Test(
  arguments: [
    ("rpoe", "rope"), ("maks", "masks"), ("softmx", "softmax"), ("Heads", "heads"), ("zzz", nil), ("", nil),
  ] as [(String, String?)])
func `the nearest name is the one that was meant`(typed: String, expected: String?) {
  #expect(nearest(to: typed, among: ["masks", "rope", "softmax", "heads"]) == expected)
}

@Test func `a swap of neighbours is one edit`() {
  #expect(editDistance(Array("rpoe"), Array("rope"), atMost: 9) == 1)
  #expect(editDistance(Array(""), Array("abc"), atMost: 9) == 3)
  #expect(editDistance(Array("abc"), Array("abc"), atMost: 0) == 0)
  #expect(editDistance(Array("kitten"), Array("sitting"), atMost: 9) == 3)
  #expect(editDistance(Array("kitten"), Array("sitting"), atMost: 2) > 2)
}
