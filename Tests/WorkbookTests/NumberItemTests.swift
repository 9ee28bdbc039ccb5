import Markdown
import Testing

@testable import Workbook

private let cache = """
  ### A model has {layers} layers and {kv_heads} heads of `{head_dim}`, $O(n^{d})$. Its cache for {tokens} tokens?

  ```answer
  given: {layers: [24, 32, 80], kv_heads: [8, 32], head_dim: [64, 128], tokens: [4096, 8192]}
  value: 2 * layers * kv_heads * head_dim * tokens * 2
  unit: bytes
  tolerance: 1%
  ```
  > Keys and values of {tokens} tokens.
  """

private func template(_ item: Item?) throws -> NumberTemplate {
  guard case .number(let template)? = item?.kind else {
    throw Fault()
  }
  return template
}

private struct Fault: Error {}

@Test func `a number item reads its formula, its given numbers, its unit and its tolerance`() throws {
  let template = try template(items(sample(item: cache)).first)
  #expect(template.given.map(\.name) == ["layers", "kv_heads", "head_dim", "tokens"])
  #expect(template.given.map(\.values) == [[24, 32, 80], [8, 32], [64, 128], [4096, 8192]])
  #expect(template.unit?.name == "bytes")
  #expect(template.tolerance == 0.01)
  #expect(template.combinations == 24)
}

@Test func `an instance fills the prompt outside mathematics, and knows the answer`() throws {
  let item = try #require(items(sample(item: cache)).first)
  let template = try template(item)
  for seed in UInt64(0)..<50 {
    let instance = template.instance(seed: seed)
    let filled = item.filled(with: instance)
    let layers = try #require(instance.values["layers"])
    let tokens = try #require(instance.values["tokens"])
    let heads = try #require(instance.values["kv_heads"])
    let dim = try #require(instance.values["head_dim"])
    #expect(
      filled.prompt.plainText
        == "A model has \(Int(layers)) layers and \(Int(heads)) heads of \(Int(dim)), O(n^{d}). Its cache for \(Int(tokens).grouped) tokens?"
    )
    #expect(filled.explanation.plainText == "Keys and values of \(Int(tokens).grouped) tokens.")
    #expect(instance.expected == 4 * layers * heads * dim * tokens)
    #expect(instance.answer.echo == "\(Int(instance.expected).grouped) bytes")
  }
}

@Test func `the same seed draws the same numbers, and seeds together draw them all`() throws {
  let template = try template(items(sample(item: cache)).first)
  #expect(template.instance(seed: 7) == template.instance(seed: 7))
  // Fixed for all machines and versions: a quiz is resumed with its seed.
  #expect(template.instance(seed: 0).values == ["layers": 32, "kv_heads": 8, "head_dim": 128, "tokens": 4096])
  #expect(Set((UInt64(0)..<400).map { template.instance(seed: $0).expected }).count > 8)
}

@Test func `an answer is right within the tolerance, in any unit that measures the same`() throws {
  let template = try NumberTemplate(
    given: [], value: Expression(parsing: "2^30"), unit: Unit("bytes"), tolerance: 0.01)
  let instance = template.instance(seed: 0)
  for typed in [
    "1 GiB", "1073741824", "1.07e9", "2^30", "1,073,741,824", "1.07 GB", "1024 MiB", "１ GiB", "8 Gibit", "1 g",
  ] {
    let reading = try #require(template.reading(typed), "\(typed)")
    #expect(template.accepts(reading, for: instance) == (typed != "1 g"), "\(typed)")
  }
  for typed in ["1 GB", "1", "1 KiB", "-1 GiB"] {
    let reading = try #require(template.reading(typed), "\(typed)")
    #expect(!template.accepts(reading, for: instance), "\(typed)")
  }
  for typed in ["", "one", "1 s", "1 GiB/s", "1 GFLOP"] { #expect(template.reading(typed) == nil, "\(typed)") }
}

@Test func `without a tolerance one percent counts, and with none the last bits still do`() throws {
  let usual = try template(items(sample(item: "### x?\n```answer\nvalue: 100\n```")).first)
  #expect(usual.tolerance == 0.01)
  let exact = try template(items(sample(item: "### x?\n```answer\nvalue: 0.1 + 0.2\ntolerance: 0\n```")).first)
  let instance = exact.instance(seed: 0)
  #expect(exact.accepts(try #require(exact.reading("0.3")), for: instance))
  #expect(!exact.accepts(try #require(exact.reading("0.3001")), for: instance))
}

@Test func `a table in the body is filled too`() throws {
  let item = try #require(
    items(
      sample(item: "### What?\n\n| n | {n} |\n|---|---|\n| x | y |\n\n```answer\ngiven: {n: [4, 2000]}\nvalue: n\n```")
    ).first)
  let filled = item.filled(with: try template(item).instance(seed: 1))
  #expect(["n  4\nx  y", "n  2,000\nx  y"].contains(filled.body.plainText))
}

@Test(
  arguments: [
    ("unit: x", "21:1: answer: no value: add `value:`"),
    ("value: 1 +", "22:11: answer: the formula ends too early"),
    ("value: 2 * layer", "22:8: answer: layer is not given"),
    (
      "value: foo(1)",
      "22:8: answer: foo is not a function; there are sqrt, log, log2, exp, floor, ceil, round, min, max"
    ),
    ("value: '1 / (2 - 2)'", "22:8: answer: division by zero for the formula"),
    ("given: {n: [1, 2]}\nvalue: 1 / (n - 2)", "23:8: answer: division by zero for n = 2"),
    ("given: {n: [1, -2]}\nvalue: sqrt(n)", "23:8: answer: sqrt(-2) has no value for n = -2"),
    ("given: {n: []}\nvalue: n", "22:12: answer: n has no values"),
    ("given: {n: [x]}\nvalue: n", "22:13: answer: an entry of n is a number; “x” is none"),
    ("given: {1n: [2]}\nvalue: 3", "22:9: answer: “1n” is not a name: letters, digits and _"),
    ("value: 1\ntolerance: lots", "23:12: answer: tolerance is a share such as 1%, below 100%"),
    ("value: 1\ntolerence: 1%", "23:1: unknown field “tolerence”; did you mean tolerance?"),
    ("value: 1\n```\n\nMore.\n\n```", "25:1: answer: only a quoted explanation may follow the answer"),
  ])
func `a template that cannot be asked is named at its place`(fence: String, expected: String) {
  #expect(faults(sample(item: "### What is {n}?\n```answer\n\(fence)\n```")).contains(expected))
}

@Test func `a placeholder must be given, and a number that varies must be shown`() {
  #expect(
    faults(sample(item: "### What is {m}?\n```answer\ngiven: {n: [1, 2]}\nvalue: n\n```")) == [
      "20:1: {m} is not given", "20:1: {n} does not stand in the prompt, but takes several values",
    ])
  #expect(faults(sample(item: "### In fp16?\n```answer\ngiven: {b: 2}\nvalue: b\n```")) == [])
  #expect(faults(sample(item: "### Is $x^{n}$?\n```answer\nvalue: 1\n```")) == [])
}

@Test func `a template with too many combinations is refused`() {
  let values = (0..<17).map(String.init).joined(separator: ", ")
  let names = ["a", "b", "c"].map { "\($0): [\(values)]" }.joined(separator: ", ")
  #expect(
    faults(sample(item: "### {a} {b} {c}?\n```answer\ngiven: {\(names)}\nvalue: a + b + c\n```")) == [
      "23:8: answer: more than 4,096 combinations are given; leave some out"
    ])
}
