/// How a query is compared with a key.
public protocol Score: Part {
  /// Whether `--scale` may be set.
  static var takesScale: Bool { get }
  /// About how many multiplications one channel of a comparison takes as long as.
  static var workPerChannel: Int { get }
  /// What the comparison is multiplied by when `--scale` is not given.
  func standardScale(dim: Int) -> Double
  /// Whether scores are products of `q` and `k` times `scale`, once PyTorch has rewritten them.
  var isProduct: Bool { get }
  /// Fills the scores of one head.
  ///
  /// - Parameters:
  ///   - scores: `[queries][keys]`, overwritten.
  ///   - head: The queries and keys after their positions were applied.
  ///   - scale: What every comparison is multiplied by.
  func fill(_ scores: UnsafeMutableBufferPointer<Float>, _ head: HeadVectors, scale: Double)
  /// Queries and keys whose dot products, times the scale, are the scores of these; nil where a score is no dot product.
  func asDotProduct(_ q: Tensor, _ k: Tensor, _ tensors: PartTensors) -> (q: Tensor, k: Tensor)?
  /// Floating-point operations of the sums of products, for the kept pairs of each head: see `Cost.flops`.
  func flops(_ shape: Shape, keptPairs: Int, _ tensors: PartTensors) -> Int
  /// One score in double precision.
  func exact(query: [Double], key: [Double], scale: Double, _ tensors: PartTensors) -> Double
  /// One score, step by step, up to but without the soft-cap: the terms that are summed first.
  func derivation(query: [Float], key: [Float], scale: Double, _ tensors: PartTensors) -> ScoreDerivation
}

extension Score {
  public static var takesScale: Bool { true }
  public static var workPerChannel: Int { 1 }
  public var isProduct: Bool { true }
  public func asDotProduct(_ q: Tensor, _ k: Tensor, _ tensors: PartTensors) -> (q: Tensor, k: Tensor)? { nil }

  /// The product of query and key: 2·D a pair.
  public func flops(_ shape: Shape, keptPairs: Int, _ tensors: PartTensors) -> Int {
    2 * shape.heads * keptPairs * shape.dim
  }

  public static func check(_ recipe: Recipe) throws(RecipeError) {
    guard let scale = recipe.scale, !takesScale else { return }
    throw .refused(
      name: "scale", value: NumberText.shortest(scale),
      why: Gloss(en: "score \(name) takes no scale", zh: "分数 \(name) 不使用缩放"))
  }
}

/// How a score begins: the terms that are summed, and the steps from their sum on.
public struct ScoreDerivation: Sendable {
  /// What each term takes from the query: its channels, or what a matrix makes of them.
  public let query: [Float]
  /// What each term takes from the key.
  public let key: [Float]
  /// The terms.
  public let products: [Float]
  /// From their sum to the score.
  public let steps: [Derivation.Step]
}

/// The queries of one head and the keys that it reads, in row-major order.
public struct HeadVectors {
  /// `[queryCount][dim]`.
  public let queries: UnsafeBufferPointer<Float>
  /// `[keyCount][dim]`.
  public let keys: UnsafeBufferPointer<Float>
  /// Channels of a query and of a key.
  public let dim: Int
  /// What the score reads besides.
  public let tensors: PartTensors
  /// How many queries.
  public var queryCount: Int { queries.count / dim }
  /// How many keys.
  public var keyCount: Int { keys.count / dim }
}
