import Attention
import Testing

@Suite struct `Dropout` {
  @Test func `makes a share of the weights 0, and divides the others by what is left`() throws {
    let (whole, dropped) = try (Run("queries 60 heads 2"), Run("queries 60 heads 2 dropout 0.25"))
    let zeros = dropped.weights.values.count { $0 == 0 }
    #expect(abs(Double(zeros) / 7200 - 0.25) < 0.03)
    for (one, other) in zip(whole.weights.values, dropped.weights.values) where other != 0 {
      #expect(abs(one / 0.75 - other) <= 1e-6)
    }
    #expect(dropped.rowSums.joined().contains { abs($0 - 1) > 0.05 })
  }

  @Test func `leaves entropy as it was before, and the scores`() throws {
    let (whole, dropped) = try (Run("queries 9"), Run("queries 9 dropout 0.5"))
    #expect(dropped.entropy == whole.entropy)
    #expect(dropped.logits == whole.logits)
    #expect(zip(dropped.weights.values, 0...).allSatisfy { $0.0.isFinite })
    try #expect(Run("queries 9 dropout 0").weights == whole.weights)
  }

  @Test func `is drawn from the seed, for each head and row anew`() throws {
    let words = "queries 12 heads 2 dropout 0.5"
    try #expect(Run(words) == Run(words))
    func kept(_ run: Run, _ head: Int, _ row: Int) -> [Bool] { run.weights.row(head, row).map { $0 != 0 } }
    let run = try Run(words)
    #expect(kept(run, 0, 0) != kept(run, 0, 1) && kept(run, 0, 0) != kept(run, 1, 0))
    try #expect(kept(run, 0, 0) != kept(Run(words + " seed 1"), 0, 0))
  }
}
