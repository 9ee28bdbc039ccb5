import Testing

@testable import Attention

@Suite struct `A pooled run` {
  private static let recipes = [
    "queries 70 keys 90 heads 4 kv-heads 2", "queries 33 keys 50 heads 3 mask causal bias alibi",
    "queries 40 keys 40 heads 2 mask bigbird:3,1,2 position rope softcap 2",
    "queries 50 keys 37 heads 2 bias t5 score cosine scale 5 mask window:9", "queries 20 keys 9 mask causal",
    "queries 64 keys 64 normalize softmax1 temperature 0.5", "queries 1 keys 1",
  ]

  /// The largest weight of each square of the whole run, nil where nothing is kept.
  private func expected(_ run: Run, _ head: Int, _ queries: Range<Int>, _ keys: Range<Int>, _ side: Int) -> [Float?] {
    stride(from: queries.lowerBound, to: queries.upperBound, by: side).flatMap { row in
      stride(from: keys.lowerBound, to: keys.upperBound, by: side).map { column in
        var largest: Float?
        for query in row..<min(row + side, queries.upperBound) {
          for key in column..<min(column + side, keys.upperBound) where run.keep[query * run.shape.keys + key] {
            largest = max(largest ?? 0, run.weights[head, query, key])
          }
        }
        return largest
      }
    }
  }

  @Test(arguments: recipes)
  func `shows the largest weights of squares of any side, and which squares are masked`(_ words: String) throws {
    let recipe = try Recipe("\(words) dim 8 seed 4")
    let (n, m, head) = (recipe.shape.queries, recipe.shape.keys, recipe.shape.heads - 1)
    let run = try Run(recipe)
    let pooled = try PooledRun(recipe, head: head)
    #expect(pooled.cost.keptPairs == run.cost.keptPairs)
    for (queries, keys, side) in [
      (0..<n, 0..<m, 16), (0..<n, 0..<m, 48), (n / 3..<n, m / 5..<max(m / 5 + 1, m - 1), 7), (0..<n, 0..<m, 1),
      (n - 1..<n, m - 1..<m, 16), (n / 2 / 16 * 16..<n, m / 2 / 16 * 16..<m, 32),
    ] {
      let squares = pooled.squares(queries: queries, keys: keys, side: side)
      let wanted = expected(run, head, queries, keys, side)
      #expect(squares.rows * squares.columns == wanted.count)
      for (place, largest) in wanted.enumerated() {
        #expect(squares.kept?[place] ?? true == (largest != nil), "square \(place) of side \(side)")
        #expect(abs(squares.largest[place] - (largest ?? 0)) < 2e-6)
      }
    }
  }

  @Test(arguments: recipes)
  func `computes any row in full, as the whole run has it`(_ words: String) throws {
    let recipe = try Recipe("\(words) dim 8 seed 4")
    let run = try Run(recipe)
    for head in [0, recipe.shape.heads - 1] {
      let pooled = try PooledRun(recipe, head: head)
      for query in [0, recipe.shape.queries / 2, recipe.shape.queries - 1] {
        let row = try pooled.row(query)
        for stage in Stage.allCases {
          let (one, other) = (row.values(stage).row(0, 0), run.values(stage).row(head, query))
          #expect(zip(one, other).allSatisfy { abs($0 - $1) < 2e-5 })
        }
        #expect(row.keep == Array(run.keep[query * recipe.shape.keys..<(query + 1) * recipe.shape.keys]))
        for key in [0, recipe.shape.keys - 1] {
          let (one, other) = (row.why(head: 0, query: 0, key: key), run.why(head: head, query: query, key: key))
          #expect(one.steps.map(\.operation.name) == other.steps.map(\.operation.name))
          #expect(abs(one.weight - other.weight) < 1e-6)
        }
        if recipe.normalizer is Softmax {
          #expect(abs(pooled.rowPeaks[query] - (run.weights.row(head, query).max() ?? 0)) < 2e-6)
        }
      }
    }
  }

  @Test func `is only had of softmax over dot products that fits`() throws {
    #expect(try Recipe("queries 16384 heads 128 dim 64 mask causal position rope").canBePooled)
    for words in ["normalize sparsemax", "fault scale-dk", "dropout 0.1", "axis queries", "score additive", "dim 1024"]
    {
      #expect(try !Recipe("queries 16384 \(words)").canBePooled, "\(words)")
    }
  }

  @Test func `tells how far it is and can be stopped`() throws {
    let recipe = try Recipe("queries 3000 dim 4")
    let progress = RunProgress()
    _ = try PooledRun(recipe, head: 0, progress: progress)
    #expect(progress.share == 1)
    progress.stop()
    #expect(throws: InputError.stopped) { try PooledRun(recipe, head: 0, progress: progress) }
  }
}

extension Derivation.Step.Operation {
  /// What is done, without the number.
  fileprivate var name: String { String("\(self)".prefix { $0 != "(" }) }
}
