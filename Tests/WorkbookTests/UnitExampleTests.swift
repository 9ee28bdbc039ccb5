import Testing

@testable import Workbook

private let names: [String?] = [
  nil, "bytes", "GiB", "bytes/s", "FLOP", "FLOP/s", "s", "ms", "%", "tokens", "tokens/s", "weights", "参数",
]

@Test(arguments: names)
func `every example of a unit is understood`(name: String?) {
  let unit = name.map { Unit($0) }
  for examples in Unit.examples(of: unit) {
    #expect(examples.count >= 3)
    for example in examples {
      #expect(Quantity(parsing: example, expecting: unit) != nil, "\(example) of \(name ?? "nothing")")
    }
  }
}

@Test(arguments: names)
func `no example is the right answer`(name: String?) throws {
  let unit = name.map { Unit($0) }
  for example in Unit.examples(of: unit).flatMap(\.self) {
    let right = try #require(Quantity(parsing: example, expecting: unit))
    let template = try NumberTemplate(
      given: [], value: Expression(parsing: "\(right.value / (unit?.factor ?? 1))"), unit: unit, tolerance: 0.05)
    let instance = template.instance(seed: 1)
    #expect(template.accepts(right, for: instance))
    let shown = template.examples(besides: instance)
    #expect(shown.count >= 3)
    for other in shown {
      let reading = try #require(template.reading(other))
      #expect(!template.accepts(reading, for: instance), "\(other) beside \(example)")
    }
  }
}

@Test func `bytes are exemplified where bytes are asked for`() {
  #expect(Unit.examples(of: Unit("bytes"))[0].contains("1 GiB"))
  for name in ["tokens", "%", "ms", "FLOP"] {
    #expect(!Unit.examples(of: Unit(name)).joined().contains { $0.contains("iB") || $0.contains("GB") })
  }
  #expect(Unit("bytes").hasOthers && Unit("ms").hasOthers && Unit("FLOP/s").hasOthers)
  #expect(!Unit("tokens").hasOthers && !Unit("%").hasOthers)
}
