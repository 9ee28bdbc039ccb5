import Foundation
import Testing

@testable import Attention

/// The slopes of all heads, read off the bias of the distance 1.
private func slopes(_ heads: Int) throws -> [Double] {
  (0..<heads).map { Alibi.slope(head: $0, of: heads) }
}

@Suite struct `Biases` {
  @Test func `of alibi fall by a factor from head to head`() throws {
    try #expect(slopes(1) == [pow(2, -8)])
    try #expect(slopes(8) == (1...8).map { pow(2, -Double($0)) })
    try #expect(slopes(4) == [0.25, 0.0625, 1.0 / 64, 1.0 / 256])
  }

  @Test func `of alibi for six and twelve heads follow the published rule`() throws {
    // Four slopes of four heads, then every second one of eight.
    try #expect(slopes(6) == slopes(4) + [slopes(8)[0], slopes(8)[2]])
    try #expect(slopes(12) == slopes(8) + [0, 2, 4, 6].map { try slopes(16)[$0] })
    try #expect(slopes(3) == slopes(2) + [slopes(4)[0]])
  }

  @Test func `of alibi are measured from the position of the query`() throws {
    let recipe = try Recipe("queries 2 keys 5 bias alibi")
    let context = PairContext(recipe, .random(recipe.shape, seed: 0))
    #expect(recipe.bias.value(head: 0, query: 3, key: 1, in: context) == -2.0 / 256)
    #expect(recipe.bias.value(head: 0, query: 3, key: 5, in: context) == -2.0 / 256)
  }

  @Test func `of T5 fall into the published buckets`() {
    let table = Tensor(heads: 1, rows: 32, columns: 1)
    let twoWay = T5Table(table: table, maxDistance: 128, isBidirectional: true)
    let offsets = [0, -1, -7, -8, -11, -12, -16, -32, -64, -127, -128, -999, 1, 7, 8, 16, 64, 999]
    #expect(
      offsets.map(twoWay.bucket) == [0, 1, 7, 8, 8, 9, 10, 12, 14, 15, 15, 15, 17, 23, 24, 26, 30, 31])
    let oneWay = T5Table(table: table, maxDistance: 128, isBidirectional: false)
    #expect(
      [5, 0, -15, -16, -18, -19, -32, -64, -127, -999].map(oneWay.bucket) == [0, 0, 15, 16, 16, 17, 21, 26, 31, 31])
  }

  @Test func `of T5 come from the file, a column for each head`() throws {
    var recipe = try Recipe("bias t5")
    let json = """
      {"q": [[[0]], [[0]]], "k": [[[0], [0]], [[0], [0]]], "v": [[[0], [0]], [[0], [0]]],
       "t5": {"table": [[1, 2], [3, 4]], "max_distance": 9, "bidirectional": false}}
      """
    let inputs = try Inputs(json: Data(json.utf8), recipe: &recipe)
    try #expect(Run(recipe, inputs).logits.values == [3, 1, 4, 2])
  }

  @Test(arguments: [
    (#"{"table": [[1], [2]]}"#, "t5.table has 2 buckets: at least 4 are needed, and an even number of them"),
    (#"{"table": [[1, 1], [2, 1]]}"#, "t5.table has 2 columns where 1 fit (t5.table [2,2])"),
    (
      #"{"table": [[1], [2], [3], [4]], "max_distance": 1}"#,
      "t5.max_distance 1: must be above 1, the distances with a bucket each"
    ),
    (#"{"table": [[1]], "bidirectional": 1}"#, "t5.bidirectional must be true or false"),
    (#"{"max_distance": 3}"#, "t5.table is missing, and t5 needs it"),
  ])
  func `of T5 refuse a table that does not fit`(_ table: String, _ line: String) throws {
    var recipe = try Recipe("bias t5")
    let json = Data("{\"q\": [[1]], \"k\": [[1]], \"v\": [[1]], \"t5\": \(table)}".utf8)
    #expect(message { _ = try Inputs(json: json, recipe: &recipe) } == line)
  }

  @Test func `leave a soft-capped score below its limit, and small scores as they are`() throws {
    let (plain, capped) = try (Run("score dot"), Run("score dot softcap 2"))
    #expect(capped.scores == plain.scores)
    for (score, logit) in zip(plain.scores.values, capped.logits.values) {
      #expect(abs(logit) <= 2 && abs(logit) <= abs(score) + 1e-6)
    }
    let loose = try Run("softcap 10000")
    for (score, logit) in zip(loose.scores.values, loose.logits.values) { #expect(abs(score - logit) < 1e-5) }
  }
}
