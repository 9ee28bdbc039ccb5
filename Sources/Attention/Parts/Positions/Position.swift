/// How tokens learn where they stand: rewrites queries and keys, never values.
public protocol Position: Part {
  /// Whether the query's and the key's place matter once this has been applied.
  static var looksAtPositions: Bool { get }
  /// Rewrites every row of q or k.
  ///
  /// - Parameters:
  ///   - tensor: `[heads][tokens][dim]`.
  ///   - first: The position of the first row; the others follow. It may be negative.
  ///   - recipe: The settings of the part.
  func apply(to tensor: inout Tensor, from first: Int, _ recipe: Recipe)
  /// The same for one vector in double precision.
  func exact(_ vector: [Double], at position: Int, _ recipe: Recipe) -> [Double]
}

extension Position {
  public static var looksAtPositions: Bool { true }
}
