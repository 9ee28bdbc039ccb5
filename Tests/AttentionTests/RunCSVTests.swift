import Attention
import Foundation
import Testing

@Suite struct `A run as CSV` {
  private func text(_ run: Run) throws -> String {
    var data = Data()
    try RunCSV(run).write { data.append(contentsOf: $0) }
    return String(decoding: data, as: UTF8.self)
  }

  @Test func `is one row a pair`() throws {
    let inputs = Inputs(
      q: Tensor(heads: 1, rows: 2, columns: 1, values: [1, 0]),
      k: Tensor(heads: 1, rows: 2, columns: 1, values: [0.1, 1e-10]),
      v: Tensor(heads: 1, rows: 2, columns: 1, values: [3, 1]))
    let printed = try text(Run(Recipe("queries 2 dim 1 mask causal"), inputs))
    #expect(
      printed == """
        head,query,key,kept,score,weight
        1,0,0,true,0.1,1
        1,0,1,false,1e-10,0
        1,1,0,true,0,0.5
        1,1,1,true,0,0.5

        """)
  }

  @Test func `reads back to the same floats`() throws {
    let run = try Run("queries 40 keys 33 heads 3 seed 9")
    let rows = try text(run).split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.map { Float($0[5]) } == run.weights.values)
    #expect(rows.map { Float($0[4]) } == run.logits.values)
    #expect(rows.last?.prefix(3) == ["3", "39", "32"])
  }

  @Test func `is refused by name where no weights are kept`() throws {
    let run = try Run("kernel flash")
    #expect(message { _ = try RunCSV(run) } == "format csv: kernel flash keeps no weights; plain does")
  }
}
