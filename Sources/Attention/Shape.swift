/// The six sizes of a run: q is `[heads, queries, dim]`, k is `[kvHeads, keys, dim]`, v is `[kvHeads, keys, valueDim]`.
public struct Shape: Equatable, Sendable {
  /// Query heads, H.
  public var heads: Int
  /// Key and value heads, G, a divisor of H. Query head h reads key head `h / (H/G)`.
  public var kvHeads: Int
  /// Query tokens, N.
  public var queries: Int
  /// Key tokens, M.
  public var keys: Int
  /// Channels of a query and of a key, D.
  public var dim: Int
  /// Channels of a value, E.
  public var valueDim: Int

  /// A shape of these sizes.
  public init(heads: Int, kvHeads: Int, queries: Int, keys: Int, dim: Int, valueDim: Int) {
    self.heads = heads
    self.kvHeads = kvHeads
    self.queries = queries
    self.keys = keys
    self.dim = dim
    self.valueDim = valueDim
  }

  /// The key and value head that a query head reads: neighbours share one (repeat, not tile).
  public func kvHead(of head: Int) -> Int { head / (heads / kvHeads) }
}
