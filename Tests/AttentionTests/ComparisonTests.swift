import Testing

@testable import Attention

@Suite struct `A comparison` {
  @Test(arguments: Comparison.all)
  func `shows a difference at its stage and head, or says that there is none`(_ comparison: Comparison) throws {
    let (a, b) = (try Run(comparison.a), try Run(comparison.b))
    #expect(comparison.head < min(a.shape.heads, b.shape.heads))
    #expect(a.shape.queries == b.shape.queries && a.shape.keys == b.shape.keys)
    let (one, other) = (a.values(comparison.stage), b.values(comparison.stage))
    #expect(one.columns > 0 && one.columns == other.columns, "both have this stage")
    let largest = (0..<one.rows).flatMap { row in
      zip(one.row(comparison.head, row), other.row(comparison.head, row)).map { abs($0 - $1) }
    }.max()
    if comparison.name == "plain-or-flash" {
      #expect(try #require(largest) < 4e-6, "flash is the same mechanism")
    } else {
      #expect(try #require(largest) > 0.01)
    }
  }

  @Test func `has a name, a label and a line of its own in both languages`() {
    let all = Comparison.all
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(Set(all.map(\.label.en)).count == all.count && Set(all.map(\.label.zh)).count == all.count)
    for comparison in all {
      #expect(comparison.notice.en.count <= 76, "\(comparison.name)")
      #expect(columns(comparison.notice.zh) <= 76, "\(comparison.name)")
    }
  }

  @Test func `of each fault with the right way differs in nothing but the fault, whose invariant is named`() throws {
    for fault in Parts.faults where fault.name != NoFault.name {
      let comparison = try #require(Comparison.all.first { $0.name == fault.name })
      var mended = comparison.b
      try mended.set("fault", to: "none")
      #expect(mended == comparison.a)
      let sentence: Gloss? = fault.invariant
      let invariant = try #require(sentence)
      #expect(invariant.en.count <= 66 && columns(invariant.zh) <= 67, "\(fault.name)")
    }
    #expect(NoFault.invariant == nil)
  }

  /// Columns of a terminal that a text takes.
  private func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2e80 ? 2 : 1) }
  }
}
