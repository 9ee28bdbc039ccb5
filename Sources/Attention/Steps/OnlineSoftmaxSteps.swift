/// One row of softmax attention, its keys taken in tile by tile: what is known after each tile, and the row as a whole.
///
/// The masks and the parts before softmax are honoured, dropout too. All numbers are those of one query of one head; the
/// sums are in double precision, as in `Flash`.
///
/// Source: Milakov, Gimelshein 2018, Online normalizer calculation for softmax, algorithm 3; Dao et al. 2022,
/// FlashAttention, section 3.1.
public struct OnlineSoftmaxSteps: Equatable, Sendable {
  /// What is known when a tile has been read.
  public struct Tile: Equatable, Sendable {
    /// Its keys.
    public let keys: Range<Int>
    /// The largest of its scores; nil where masks hide the whole tile, which is then passed over.
    public let largest: Float?
    /// m′, the largest score so far; −∞ before any was seen.
    public let maximum: Float
    /// e^(m − m′), what both sums were multiplied with before they grew; nil where there was nothing to multiply.
    public let rescale: Double?
    /// Σ e^(s − m′) over the tile.
    public let gain: Double
    /// l′ = l·e^(m − m′) + the gain.
    public let denominator: Double
    /// o′ = o·e^(m − m′) + Σ e^(s − m′)·v, `[valueDim]`.
    public let weighted: [Double]
    /// o′/l′, what the output would be if no key came after: `[valueDim]`; zeros before any was seen.
    public let output: [Float]
    /// The largest difference between that and the full output, over the channels.
    public let gap: Double
  }

  /// What softmax is given, `[keys]`: after soft-cap, bias and temperature; nil where a mask hides the key.
  public let scores: [Float?]
  /// The tiles, in order.
  public let tiles: [Tile]
  /// The row's output by the plain pass, `[valueDim]`.
  public let full: [Float]
  /// Whether the sums are rescaled when the maximum grows; not so under the fault `no-rescale`.
  public let rescales: Bool
  /// The whole row at once: its largest score, −∞ where masks hide all, and Σ e^(s − that).
  public let maximum: Float
  public let denominator: Double

  /// The steps of one row.
  ///
  /// - Parameters:
  ///   - run: A plain run, the result to be reached: see `StepThrough.base`.
  ///   - head: The query head, from 0.
  ///   - query: The row, from 0.
  ///   - tile: Keys in a tile, at least 1; the last one may be shorter.
  ///   - rescales: False is the mistake of forgetting it.
  /// - Precondition: `run.keepsWeights`.
  /// - Complexity: O(keys · valueDim).
  public init(_ run: Run, head: Int, query: Int, tile: Int, rescales: Bool = true) {
    precondition(run.keepsWeights, "the steps are read from a plain run")
    let (shape, recipe) = (run.shape, run.asRun)
    let logits = run.logits.row(head, query).enumerated().map { key, score in
      run.keep[query * shape.keys + key] ? score : -.infinity
    }
    let full = Array(run.headOutput.row(head, query))
    let kvHead = shape.kvHead(of: head)
    let dropout = Dropout(recipe)?.factors(head: head, row: query, keys: shape.keys)
    var state = OnlineSoftmax(valueDim: shape.valueDim, rescales: rescales)
    tiles = stride(from: 0, to: shape.keys, by: tile).map { start in
      let keys = start..<min(start + tile, shape.keys)
      let isFirst = state.maximum == -.infinity
      let taken = state.take(
        Array(logits[keys]), run.inputs.v, kvHead: kvHead, firstKey: start, dropout: dropout)
      let output = state.result
      return Tile(
        keys: keys, largest: taken == nil ? nil : logits[keys].max(), maximum: state.maximum,
        rescale: isFirst ? nil : taken?.factor, gain: taken?.gain ?? 0, denominator: state.sum,
        weighted: state.weighted, output: output, gap: difference(output, full))
    }
    var whole = OnlineSoftmax(valueDim: shape.valueDim, rescales: true)
    whole.take(logits, run.inputs.v, kvHead: kvHead, firstKey: 0, dropout: dropout)
    (maximum, denominator) = (whole.maximum, whole.sum)
    scores = logits.map { $0 == -.infinity ? nil : $0 }
    (self.full, self.rescales) = (full, rescales)
  }
}
