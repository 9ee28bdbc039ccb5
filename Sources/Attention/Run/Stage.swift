/// What the pipeline has made at a point of its way, in order.
public enum Stage: CaseIterable, Sendable {
  /// Comparisons of query and key, scaled: `[heads][queries][keys]`.
  case scores
  /// Scores after the soft-cap, plus the bias.
  case biased
  /// What the normaliser is given: after the temperature; `Run.keep` says which places are masked.
  case masked
  /// What values are weighted with; 0 at masked places.
  case weights
  /// Weighted sums of values: `[heads][queries][valueDim]`, before any projection.
  case output
}
