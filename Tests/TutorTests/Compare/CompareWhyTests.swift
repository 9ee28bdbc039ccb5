import Attention
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Why in both` {
  @Test func `w takes the cell of A and of B apart, and says where they part`() {
    var visit = PlaygroundVisit.comparing("scaled-or-not-64")
    visit.type("w")
    #expect(visit.lines.contains { $0.contains("Why 0.167 in A and 0.968 in B: q 22 · k 10") })
    #expect(visit.message == "A and B part at: ÷ √64")
    visit.press(.enter)
    #expect(visit.stack.screens.last is ExplanationScreen)
    visit.press(.escape)
    #expect(visit.stack.screens.last is CompareScreen)
  }

  @Test func `each step's difference is that of the two results`() throws {
    let visit = PlaygroundVisit.comparing("scale-dk")
    let screen = try #require(visit.comparison)
    let pairs = screen.stepPairs(visit.stack.session)
    let (a, b) = (try #require(screen.why?.derivation), try #require(screen.now.why?.derivation))
    #expect(pairs.compactMap(\.a).count == a.steps.count && pairs.compactMap(\.b).count == b.steps.count)
    let last = try #require(pairs.last?.change)
    #expect(abs(last - (b.weight - a.weight)) < 1e-12)
    let (one, other) = try #require(screen.both)
    let place = try #require(screen.place)
    #expect(abs(Double(one.run.weights[0, place.row, place.column]) - a.weight) < 1e-6)
    #expect(abs(Double(other.run.weights[0, place.row, place.column]) - b.weight) < 1e-6)
  }

  @Test func `the output has no steps: its own derivation opens`() {
    var visit = PlaygroundVisit.comparing("window")
    visit.type("s")
    #expect(visit.lines[2].hasSuffix("output"))
    visit.type("w")
    #expect(visit.stack.screens.last is ExplanationScreen)
  }

  @Test func `steps of the same name share a line, others stand alone in their order`() {
    func steps(_ names: [String]) -> [(line: WhyLine, result: Double)] {
      names.enumerated().map { (WhyLine($1, result: "\($0)", why: ""), Double($0)) }
    }
    let pairs = StepPair.pairs(steps(["q · k", "÷ 2", "max"]), steps(["q · k", "bias", "÷ 2", "sigmoid"]))
    #expect(pairs.map { $0.a?.label } == ["q · k", nil, "÷ 2", "max", nil])
    #expect(pairs.map { $0.b?.label } == ["q · k", "bias", "÷ 2", nil, "sigmoid"])
    #expect(pairs.map(\.change) == [0, nil, 1, nil, nil])
    #expect(StepPair.pairs([], []).isEmpty)
  }
}
