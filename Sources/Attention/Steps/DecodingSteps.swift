/// A model writing: token after token is asked over the keys and values that a cache kept of those before it.
///
/// Keys enter the cache with their positions applied and stay as they are. Each token's output is worked out from the
/// cache alone, as `Decode` does, and held against the full causal pass.
///
/// Source: Shazeer 2019, Fast transformer decoding (arXiv:1911.02150), sections 2.4 and 3.
public struct DecodingSteps: Sendable {
  /// One token.
  public struct Token: Equatable, Sendable {
    /// The row of its query, and where it stands.
    public let query: Int
    public let position: Int
    /// How many keys and values the cache holds when it is asked, its own among them.
    public let cached: Int
    /// How many of them were put in for it: 1, or for the first token the prompt's as well.
    public let added: Int
    /// Bytes of the cache in fp32: 4·kvHeads·cached·(dim + valueDim).
    public let cacheBytes: Int
    /// Its row of weights over the cached keys, `[cached]`.
    public let weights: [Float]
    /// Where the masks let it look, `[cached]`.
    public let keep: [Bool]
    /// What it gets, `[valueDim]`.
    public let output: [Float]
    /// The same row of the full causal pass, `[valueDim]`.
    public let full: [Float]
    /// The largest difference of the two, over the channels.
    public let gap: Double
  }

  private let run: Run
  private let pass: HeadPass
  private let head: Int

  /// The steps of one head.
  ///
  /// - Parameters:
  ///   - run: A plain run, the result to be reached: see `StepThrough.base`.
  ///   - head: The query head, from 0.
  /// - Precondition: `run.keepsWeights`.
  public init(_ run: Run, head: Int) {
    precondition(run.keepsWeights, "the steps are read from a plain run")
    (self.run, self.head) = (run, head)
    pass = HeadPass(run.asRun, run.inputs)
  }

  /// How many tokens are written: the queries.
  public var count: Int { run.shape.queries }

  /// Bytes of the cache after the last token, as `Cost.cacheBytes` where the tokens reach the last key.
  public var finalCacheBytes: Int { bytes(pass.recipe.cachedKeys(by: count - 1)) }

  private func bytes(_ keys: Int) -> Int {
    4 * run.shape.kvHeads * keys * (run.shape.dim + run.shape.valueDim)
  }

  /// A token, from 0.
  ///
  /// - Complexity: O(keys · (dim + valueDim)).
  public func token(_ row: Int) -> Token {
    let cached = pass.recipe.cachedKeys(by: row)
    let scores = pass.scores(head: head, rows: row..<row + 1, keys: 0..<cached)
    let full = Array(run.headOutput.row(head, row))
    // Scores that overflow have stopped the plain run.
    let attended = try? pass.attend(head: head, row: row, scores: scores[...])
    let output = attended?.output ?? []
    return Token(
      query: row, position: pass.recipe.queryStart + row, cached: cached,
      added: cached - (row == 0 ? 0 : pass.recipe.cachedKeys(by: row - 1)), cacheBytes: bytes(cached),
      weights: attended?.weights ?? [], keep: Array(pass.keep(row: row)[..<cached]), output: output, full: full,
      gap: difference(output, full))
  }

  /// The largest difference between any token's output and the full causal pass.
  public func largestGap() -> Double { (0..<count).reduce(0) { max($0, token($1).gap) } }
}
