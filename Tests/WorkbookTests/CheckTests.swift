import Markdown
import Testing

@testable import Workbook

/// The verdict on a check whose fence stands on line 1.
private func verdict(_ source: String) throws(Diagnostic) -> Verdict {
  try Check(source: source, location: Location(line: 1, column: 1), block: 0).verdict()
}

private func measured(_ statistic: String, _ flags: String) throws -> Double {
  try verdict("attend: {\(flags)}\nexpect: \(statistic) > -1000000").findings[0].measured
}

@Test(
  arguments: [
    ("expect: 1 + 1 = 2", true), ("expect: 2 = 2.000001", true), ("expect: 2 = 2.0001", false), ("expect: 1 < 2", true),
    ("expect: 2 < 2", false), ("expect: 3 > 2", true), ("expect: 105 within 5% of 100", true),
    ("expect: 106 within 5% of 100", false), ("expect: 0 = 0", true),
    ("where: {a: 2, b: 2^3}\nexpect: a * b = 16", true),
    ("where: {a: 2}\nexpect: a = 2 and a < 3 and a > 1", true), ("where: {a: 2}\nexpect: a > 1 and < 3", true),
    ("where: {a: 2}\nexpect: a > 1 and < 2", false), ("expect: 2^30 = 1 GiB", true), ("expect: 1 / 2 = 50%", true),
    (
      "where: {layers: 32, kv_heads: 8, head_dim: 128, tokens: 8192}\nexpect: 2 * layers * kv_heads * head_dim * tokens * 2 = 1073741824",
      true
    ),
  ])
func `a relation holds or it does not`(source: String, holds: Bool) throws {
  #expect(try verdict(source).holds == holds)
}

@Test(
  arguments: [
    ("expect: 1", "2:9: no relation in “1”; there are =, <, > and within x% of"),
    ("expect: 1 <= 2", "2:11: “<=” is no relation; there are =, <, > and within x% of"),
    ("expect: 1 within 2", "2:11: “within” is no relation; there are =, <, > and within x% of"),
    ("expect: 1 = much", "2:13: “much” is not a figure"),
    ("expect: 1 = 1 and a + = 2", "2:22: the formula ends too early"),
    ("expect: = 2", "2:9: nothing stands before the relation"),
    ("where: {a: 1}", "1:1: no expect: say what must hold"),
    ("expct: 1 = 1", "2:1: unknown field “expct”; did you mean expect?"),
    ("where: {a: x}\nexpect: a = 1", "2:12: a is a number; “x” is none"),
    ("where: {a: 1}\nattend: {}\nexpect: a = 1", "3:1: a check has `attend` or `where`, not both"),
    ("attend: {queries: 4}\nexpect: 1 = 1", "3:9: “1” is not a statistic such as sd(scores)"),
    (
      "attend: {queries: 4}\nexpect: var(scores) = 1",
      "3:9: unknown statistic var; there are sd, mean, max, min, entropy, row_sum, col_sum"
    ),
    ("attend: {queries: 4}\nexpect: sd(keys) = 1", "3:9: unknown tensor keys; there are scores, weights, output"),
    ("attend: {queries: 4}\nexpect: entropy(scores) = 1", "3:9: entropy is of weights"),
    ("expect: a = 1", "1:1: a: a has no value"),
    ("expect: 1 / 0 = 1", "1:1: 1 / 0: division by zero"),
  ])
func `a check that cannot be read is named at its place`(source: String, expected: String) {
  let error = #expect(throws: Diagnostic.self) { try verdict(source) }
  #expect(error.map { "\($0.line):\($0.column): \($0.message)" } == expected)
}

@Test func `an attend check that the pipeline refuses is named at its flag`() {
  let error = #expect(throws: Diagnostic.self) {
    try verdict("attend:\n  queries: 4\n  keys: none\nexpect: sd(scores) = 1")
  }
  #expect(error?.line == 4)
  #expect(error?.message.contains("none") == true)
}

@Test func `statistics are those of the run`() throws {
  #expect(try verdict("attend: {score: dot, queries: 64, keys: 64, seed: 1}\nexpect: sd(scores) within 10% of 8").holds)
  #expect(try verdict("attend: {queries: 8, mask: causal}\nexpect: row_sum(weights) = 1 and max(weights) = 1").holds)
  #expect(
    try verdict("attend: {queries: 1, keys: 4, temperature: 1000000}\nexpect: entropy(weights) within 1% of 1.386")
      .holds)
}

@Test func `of masked scores only those count that the mask keeps`() throws {
  // One key is kept in the first row, so the smallest of all entries is not among those that count.
  let flags = "queries: 6, seed: 3"
  let full = try measured("min(scores)", flags)
  let kept = try measured("min(scores)", flags + ", mask: causal")
  #expect(kept >= full)
  let one = try measured("max(scores)", "queries: 1, keys: 6, mask: 'padding:1', seed: 3")
  #expect(try measured("min(scores)", "queries: 1, keys: 6, mask: 'padding:1', seed: 3") == one)
  // Weights count whole: the masked ones are zero.
  #expect(try measured("min(weights)", flags + ", mask: causal") == 0)
}

@Test func `every row sum must be as stated, and the worst is told`() throws {
  let verdict = try verdict("attend: {queries: 6, seed: 3}\nexpect: col_sum(weights) < 1")
  #expect(!verdict.holds)
  #expect(verdict.findings[0].measured > 1)
}

@Test func `a run with nothing to count is named`() {
  #expect(throws: Diagnostic.self) {
    try verdict("attend: {queries: 1, keys: 3, query-start: -5, mask: causal}\nexpect: sd(scores) = 1")
  }
}

@Test(
  arguments: [
    ("It is 8.", 8), ("It is 8, and 9.", 9), ("1,073,741,824 bytes", 1_073_741_824), ("that is 1 GiB", 0x1p30),
    ("that is 1GiB,", 0x1p30), ("about .665 of it", 0.665), ("a half, 50%", 0.5), ("1/8 of", 0.125),
    ("$2^{30}$ of", 0x1p30),
    ("$1{,}024$", 1024), ("−0.5", -0.5), ("(−3, 4)", -3), ("4.2 billion", 4.2e9), ("6.7 亿个", 6.7e8), ("为 64 时", 64),
    ("1.07e9", 1.07e9), ("3 × 10^4 steps", 30_000), ("in 2,3 or 4", 3), ("$1.5\\times10^{3}$", 1500),
  ] as [(String, Double)])
func `a figure is found in whatever form the answer says it`(text: String, figure: Double) {
  #expect(Figures(in: text).contain(figure))
}

@Test(
  arguments: [("fp16 and d8", 8), ("x_2", 2), ("1.5", 5), ("1024", 24), ("v2.5", 2.5), ("", 0)] as [(String, Double)])
func `digits inside words and numbers are no figures`(text: String, figure: Double) {
  #expect(!Figures(in: text).contain(figure))
}
