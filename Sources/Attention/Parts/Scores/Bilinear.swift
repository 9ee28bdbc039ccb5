/// A learned form between query and key: qᵀ·W·k. It is not scaled.
///
/// W comes from the file's `"bilinear": {"w": [D][D]}`. Without a file it is drawn from the seed, normal over D, so that
/// the scores have a deviation of about 1.
///
/// Source: Luong et al. 2015, Effective Approaches to Attention-based Neural Machine Translation, section 3.1 (general).
public struct Bilinear: Score {
  public static let name = "bilinear"
  public static let summary = Gloss(
    en: "a learned form between query and key (Luong general): qᵀ·W·k",
    zh: "查询与键之间的可学习双线性型（Luong general）：qᵀ·W·k")
  public static let takesScale = false
  public static let drawnField: String? = "bilinear"

  public init(_ numbers: [Double]) {}

  public func standardScale(dim: Int) -> Double { 1 }

  public static func draw(into tensors: inout PartTensors, _ recipe: Recipe) {
    guard tensors.bilinear == nil else { return }
    let dim = recipe.shape.dim
    var matrix = NormalSource.tensor("bilinear.w", heads: 1, rows: dim, columns: dim, seed: recipe.seed)
    matrix.values = matrix.values.map { $0 / Float(dim) }
    tensors.bilinear = matrix
  }

  public func fill(_ scores: UnsafeMutableBufferPointer<Float>, _ head: HeadVectors, scale: Double) {
    guard let w = head.tensors.bilinear else { preconditionFailure("a run completes the tensors first") }
    let keys = PackedMatrix(transposing: head.keys, rows: head.keyCount, columns: head.dim)
    let turned = [Float](unsafeUninitializedCapacity: head.queries.count) { buffer, filled in
      w.withMatrix(0) { w in
        PackedMatrix(w, rows: head.dim, columns: head.dim).multiply(head.queries, rows: head.queryCount, into: buffer)
      }
      filled = head.queries.count
    }
    turned.withUnsafeBufferPointer { keys.multiply($0, rows: head.queryCount, into: scores) }
  }

  /// Wᵀ·q for each query, 2·D², and its product with the keys.
  public func flops(_ shape: Shape, keptPairs: Int, _ tensors: PartTensors) -> Int {
    2 * shape.heads * keptPairs * shape.dim + 2 * shape.queryNumbers * shape.dim
  }

  public func exact(query: [Double], key: [Double], scale: Double, _ tensors: PartTensors) -> Double {
    zip(turned(query, tensors), key).reduce(0) { $0 + $1.0 * $1.1 }
  }

  public func derivation(query: [Float], key: [Float], scale: Double, _ tensors: PartTensors) -> ScoreDerivation {
    let turned = turned(query.map { Double($0) }, tensors)
    let products = zip(turned, key).map { $0 * Double($1) }
    return ScoreDerivation(
      query: turned.map { Float($0) }, key: key, products: products.map { Float($0) },
      steps: [Derivation.Step(operation: .bilinear, result: products.reduce(0, +))])
  }

  /// Wᵀ·q: what the key is multiplied with.
  private func turned(_ query: [Double], _ tensors: PartTensors) -> [Double] {
    guard let w = tensors.bilinear else { preconditionFailure("a run completes the tensors first") }
    var result = [Double](repeating: 0, count: query.count)
    for (row, number) in query.enumerated() {
      for (column, weight) in w.row(0, row).enumerated() { result[column] += number * Double(weight) }
    }
    return result
  }
}
