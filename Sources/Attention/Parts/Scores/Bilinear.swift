/// A learned form between query and key: qᵀ·W·k. It is not scaled.
///
/// W comes from the file's `"bilinear": {"w": [D][D]}`. Without a file it is drawn from the seed, normal over D, so that
/// the scores have a deviation of about 1.
///
/// Source: Luong et al. 2015, Effective Approaches to Attention-based Neural Machine Translation, section 3.1 (general).
public struct Bilinear: Score {
  public static let name = "bilinear"
  public static let summary = Gloss(
    en: "a learned form (Luong general): qᵀ·W·k",
    zh: "可学习的双线性型（Luong general）：qᵀ·W·k")
  public static let takesScale = false
  public static let drawnField: String? = "bilinear"

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    let brought = program.inputs?.parts.bilinear
    let w = program.given("bilinear.w", brought, rows: "D", columns: "D") + (brought == nil ? " / D" : "")
    return ["w = \(w)", "q, scale = q @ w, 1.0", TorchProgram.products]
  }

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
    Bilinear.turned(head.queries, w).withUnsafeBufferPointer { keys.multiply($0, rows: head.queryCount, into: scores) }
  }

  public func asDotProduct(_ q: Tensor, _ k: Tensor, _ tensors: PartTensors) -> (q: Tensor, k: Tensor)? {
    guard let w = tensors.bilinear else { preconditionFailure("a run completes the tensors first") }
    var turned = q
    turned.values = q.values.withUnsafeBufferPointer { Bilinear.turned($0, w) }
    return (turned, k)
  }

  /// Rows of queries times W.
  private static func turned(_ queries: UnsafeBufferPointer<Float>, _ w: Tensor) -> [Float] {
    [Float](unsafeUninitializedCapacity: queries.count) { buffer, filled in
      w.withMatrix(0) { matrix in
        PackedMatrix(matrix, rows: w.rows, columns: w.columns)
          .multiply(queries, rows: queries.count / w.rows, into: buffer)
      }
      filled = queries.count
    }
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
