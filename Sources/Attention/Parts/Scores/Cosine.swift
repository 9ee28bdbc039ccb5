/// The cosine of the angle between query and key: their lengths do not matter.
///
/// Between −1 and 1 times the scale, which is 1 unless it is set. The cosine of a zero vector is 0.
///
/// Source: Graves et al. 2014, Neural Turing Machines, section 3.3.1.
public struct Cosine: Score {
  public static let name = "cosine"
  public static let summary = Gloss(
    en: "the cosine of their angle: lengths do not matter",
    zh: "查询与键夹角的余弦：与向量长度无关")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    [
      "q = q / q.norm(dim=-1, keepdim=True).clamp_min(1e-300)",
      "k = k / k.norm(dim=-1, keepdim=True).clamp_min(1e-300)",
      "scale = \(program.recipe.scale ?? 1)", TorchProgram.products,
    ]
  }

  public func standardScale(dim: Int) -> Double { 1 }

  public func fill(_ scores: UnsafeMutableBufferPointer<Float>, _ head: HeadVectors, scale: Double) {
    let queries = Cosine.normalized(head.queries, dim: head.dim)
    let keys = Cosine.normalized(head.keys, dim: head.dim)
    queries.withUnsafeBufferPointer { queries in
      keys.withUnsafeBufferPointer { keys in
        PackedMatrix(transposing: keys, rows: head.keyCount, columns: head.dim)
          .multiply(queries, rows: head.queryCount, into: scores, times: Float(scale))
      }
    }
  }

  public func asDotProduct(_ q: Tensor, _ k: Tensor, _ tensors: PartTensors) -> (q: Tensor, k: Tensor)? {
    func normalized(_ tensor: Tensor) -> Tensor {
      var tensor = tensor
      tensor.values = tensor.values.withUnsafeBufferPointer { Cosine.normalized($0, dim: tensor.columns) }
      return tensor
    }
    return (normalized(q), normalized(k))
  }

  /// The product, and the length of each query and key: 2·D.
  public func flops(_ shape: Shape, keptPairs: Int, _ tensors: PartTensors) -> Int {
    2 * shape.heads * keptPairs * shape.dim + 2 * (shape.queryNumbers + shape.keyNumbers)
  }

  public func exact(query: [Double], key: [Double], scale: Double, _ tensors: PartTensors) -> Double {
    let lengths = Cosine.length(query) * Cosine.length(key)
    return lengths == 0 ? 0 : zip(query, key).reduce(0) { $0 + $1.0 * $1.1 } / lengths * scale
  }

  public func derivation(query: [Float], key: [Float], scale: Double, _ tensors: PartTensors) -> ScoreDerivation {
    let dot = zip(query, key).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    let lengths = Cosine.length(query.map { Double($0) }) * Cosine.length(key.map { Double($0) })
    let cosine = lengths == 0 ? 0 : dot / lengths
    var steps = [
      Derivation.Step(operation: .dot, result: dot),
      Derivation.Step(operation: .lengths(lengths), result: cosine),
    ]
    if scale != 1 { steps.append(Derivation.Step(operation: .scale(scale), result: cosine * scale)) }
    return ScoreDerivation(query: query, key: key, products: zip(query, key).map { $0 * $1 }, steps: steps)
  }

  private static func length(_ vector: [Double]) -> Double { vector.reduce(0) { $0 + $1 * $1 }.squareRoot() }

  /// Every row divided by its length; a row of zeros stays.
  ///
  /// In double precision, where the square of no 32-bit float overflows or vanishes.
  private static func normalized(_ vectors: UnsafeBufferPointer<Float>, dim: Int) -> [Float] {
    var result: [Float] = []
    result.reserveCapacity(vectors.count)
    for start in stride(from: 0, to: vectors.count, by: dim) {
      let row = vectors[start..<start + dim]
      let length = row.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      result += row.map { length == 0 ? 0 : Float(Double($0) / length) }
    }
    return result
  }
}
