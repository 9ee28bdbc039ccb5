public import Markdown

/// Something that has its place: a step of an order, or the right side of a match.
public struct Piece: Sendable, Equatable {
  public let text: [Inline]
}

/// Pairs that belong together.
public struct Matching: Sendable, Equatable {
  public struct Pair: Sendable, Equatable {
    public let left: [Inline]
    public let right: Piece
  }

  /// What the two columns are called.
  public let header: Pair
  public let pairs: [Pair]

  /// Whether a cell of the right column belongs to a row. Two cells that read the same are the same.
  public func accepts(_ right: Int, for row: Int) -> Bool {
    pairs[right].right.text.plainText.folded == pairs[row].right.text.plainText.folded
  }
}
