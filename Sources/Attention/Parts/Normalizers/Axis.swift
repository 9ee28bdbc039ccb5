/// Along which axis of the scores the weights are normalised.
public enum Axis: String, CaseIterable, Sendable {
  /// Over the keys of each query: right, every row sums to 1.
  case keys
  /// Over the queries of each key: the classic mistake, every column sums to 1.
  case queries

  /// What the axis means, in one line.
  public var summary: Gloss {
    switch self {
    case .keys: Gloss(en: "over the keys of each query, which is right", zh: "对每个查询的所有键归一化，正确")
    case .queries:
      Gloss(en: "over the queries of each key: the classic mistake", zh: "对每个键的所有查询归一化：典型错误")
    }
  }
}
