/// Dropout on the weights: each becomes 0 with the probability p, the others are divided by 1 − p, so that the mean stays.
///
/// Which weights are kept depends on the seed, the head, the row and the column alone: the same on every machine and in
/// every kernel.
///
/// Source: Srivastava et al. 2014, Dropout; on attention weights: Vaswani et al. 2017, and its code.
public struct Dropout: Sendable {
  /// The probability that a weight becomes 0, below 1.
  public let probability: Double
  private let seed: UInt64

  /// The dropout of a recipe; nil where there is none.
  init?(_ recipe: Recipe) {
    guard recipe.dropout > 0 else { return nil }
    (probability, seed) = (recipe.dropout, recipe.seed)
  }

  /// What the weights of a row are multiplied by: 0, or 1/(1 − p).
  func factors(head: Int, row: Int, keys: Int) -> [Double] {
    var source = NormalSource(seed: seed, tensor: "dropout", head: head, row: row)
    return (0..<keys).map { _ in source.uniform() < probability ? 0 : 1 / (1 - probability) }
  }

  /// The weights that are left.
  func applied(to weights: Tensor) -> Tensor {
    var dropped = weights
    for head in 0..<weights.heads {
      for row in 0..<weights.rows {
        let start = (head * weights.rows + row) * weights.columns
        for (key, factor) in factors(head: head, row: row, keys: weights.columns).enumerated() {
          dropped.values[start + key] = Float(Double(weights.values[start + key]) * factor)
        }
      }
    }
    return dropped
  }
}
