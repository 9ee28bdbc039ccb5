/// What the weights of one head look like, in a few figures. Queries that may look nowhere do not count.
public struct WeightStatistics: Equatable, Sendable {
  /// The least and the largest sum of a row; nil where no query may look anywhere.
  public let rowSums: ClosedRange<Double>?
  /// The mean entropy of the rows before dropout, in nats; nil where a weight is negative or no query may look.
  public let entropy: Double?
  /// The share, 0 to 1, of the pairs that the masks keep whose weight is below a threshold in magnitude; nil without any.
  public let sparsity: Double?

  /// How small a weight is that counts as none: a thousandth.
  public static let threshold: Float = 0.001

  /// The statistics of a head, from 0.
  /// - Precondition: The run keeps its weights.
  public init(_ run: Run, head: Int, threshold: Float = WeightStatistics.threshold) {
    precondition(run.keepsWeights, "kernel \(run.recipe.kernel.text) keeps no weights")
    let empty = Set(run.emptyRows)
    let rows = (0..<run.shape.queries).filter { !empty.contains($0) }
    let sums = rows.map { Double(run.rowSums[head][$0]) }
    rowSums = sums.min().flatMap { least in sums.max().map { least...$0 } }
    let entropies = rows.compactMap { run.entropy[head][$0] }
    entropy =
      entropies.count == rows.count && !rows.isEmpty
      ? entropies.reduce(0) { $0 + Double($1) } / Double(rows.count) : nil
    var (kept, small) = (0, 0)
    for row in rows {
      for (key, weight) in run.weights.row(head, row).enumerated() where run.keep[row * run.shape.keys + key] {
        kept += 1
        if abs(weight) < threshold { small += 1 }
      }
    }
    sparsity = kept == 0 ? nil : Double(small) / Double(kept)
  }
}
