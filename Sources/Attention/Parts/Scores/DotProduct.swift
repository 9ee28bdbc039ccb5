/// What the scores made of dot products share: all of q · k, times one number.
protocol DotProduct: Score {}

extension DotProduct {
  public func fill(_ scores: UnsafeMutableBufferPointer<Float>, _ head: HeadVectors, scale: Double) {
    let keys = PackedMatrix(transposing: head.keys, rows: head.keyCount, columns: head.dim)
    keys.multiply(head.queries, rows: head.queryCount, into: scores, times: Float(scale))
  }

  public func asDotProduct(_ q: Tensor, _ k: Tensor, _ tensors: PartTensors) -> (q: Tensor, k: Tensor)? { (q, k) }

  public func exact(query: [Double], key: [Double], scale: Double, _ tensors: PartTensors) -> Double {
    zip(query, key).reduce(0) { $0 + $1.0 * $1.1 } * scale
  }

  public func derivation(
    query: [Float], key: [Float], scale: Double, _ tensors: PartTensors
  ) -> ScoreDerivation {
    let dot = zip(query, key).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    var steps = [Derivation.Step(operation: .dot, result: dot)]
    if scale != 1 { steps.append(Derivation.Step(operation: .scale(scale), result: dot * scale)) }
    return ScoreDerivation(query: query, key: key, products: zip(query, key).map { $0 * $1 }, steps: steps)
  }
}
