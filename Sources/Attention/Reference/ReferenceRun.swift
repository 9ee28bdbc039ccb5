import Foundation

/// The pipeline in double precision, one number at a time, as slow as it is plain. Every fast path is tested against
/// it.
public struct ReferenceRun: Sendable {
  /// After the temperature, before the mask: `[heads][queries][keys]`.
  public private(set) var scores: [[[Double]]] = []
  /// `[heads][queries][keys]`.
  public private(set) var weights: [[[Double]]] = []
  /// `[heads][queries][valueDim]`, or `[1][queries][channels]` where there are projections.
  public private(set) var output: [[[Double]]] = []
  /// Where a query may look, `[queries][keys]`.
  public private(set) var keep: [[Bool]] = []

  /// Runs a recipe on inputs that fit it, with its fault. What the fault `no-rescale` does has no place here: there are
  /// no tiles.
  public init(_ asked: Recipe, _ given: Inputs) {
    let (recipe, inputs) = asked.asRun(on: given)
    let masking = recipe.fault.masking
    let shape = recipe.shape
    let context = PairContext(recipe, inputs)
    let (q, k, v) = ReferenceRun.tensors(inputs, shape, recipe.fault)

    let mask = (0..<shape.queries).map { row in
      (0..<shape.keys).map { key in
        recipe.masks.allSatisfy { $0.keeps(query: recipe.queryStart + row, key: key, in: context) }
      }
    }
    keep = masking == .zeroBefore ? mask.map { $0.map { _ in true } } : mask
    for head in 0..<shape.heads {
      let kvHead = head / (shape.heads / shape.kvHeads)
      var queries = q[head].indices.map { recipe.position.exact(q[head][$0], at: recipe.queryStart + $0, recipe) }
      var keys = k[kvHead].indices.map { recipe.position.exact(k[kvHead][$0], at: $0, recipe) }
      var values = v[kvHead]
      if let made = recipe.kernel.exactVectors(head: head, queries: q[head], recipe, context.tensors) {
        (queries, keys, values) = made
      }
      let logits = queries.indices.map { row in
        keys.indices.map { key in
          let score = recipe.score.exact(
            query: queries[row], key: keys[key], scale: recipe.effectiveScale, context.tensors)
          let bias = recipe.bias.value(head: head, query: recipe.queryStart + row, key: key, in: context)
          let capped = recipe.softcap.map { $0 * tanh(score / $0) } ?? score
          let logit = (capped + bias) / recipe.temperature
          return masking == .zeroBefore && !mask[row][key] ? 0 : logit
        }
      }
      let masked = logits.indices.map { row in
        logits[row].indices.map { masking != .infinity || mask[row][$0] ? logits[row][$0] : -.infinity }
      }
      var headWeights: [[Double]]
      switch recipe.axis {
      case .keys: headWeights = masked.map { recipe.normalizer.exact($0) }
      case .queries:
        headWeights = ReferenceRun.transposed(
          ReferenceRun.transposed(masked).map { recipe.normalizer.exact($0) })
      }
      if masking == .zeroAfter {
        for row in mask.indices { for key in mask[row].indices where !mask[row][key] { headWeights[row][key] = 0 } }
      }
      if let dropout = Dropout(recipe) {
        for row in headWeights.indices {
          let factors = dropout.factors(head: head, row: row, keys: shape.keys)
          headWeights[row] = zip(headWeights[row], factors).map { $0 * $1 }
        }
      }
      scores.append(logits)
      weights.append(headWeights)
      let exact = ExactHead(
        queries: queries, keys: keys, values: values, keep: keep, tensors: context.tensors)
      output.append(recipe.kernel.exact(exact, recipe) ?? ReferenceRun.product(headWeights, values))
    }
    output = output.indices.map { [output] head in
      output[head].indices.map { row in
        let source = recipe.fault.outputRow(head: head, row: row, in: shape)
        return output[source.head][source.row]
      }
    }
    if let projection = inputs.projection {
      let beside = (0..<shape.queries).map { row in output.flatMap { $0[row] } }
      output = [ReferenceRun.linear(beside, projection.wo)]
    }
  }

  /// q, k and v in double precision, from the tokens where there are projections and no fault has changed them since.
  private static func tensors(
    _ inputs: Inputs, _ shape: Shape, _ fault: any Fault
  ) -> (q: [[[Double]]], k: [[[Double]]], v: [[[Double]]]) {
    guard let projection = inputs.projection, fault is NoFault else {
      return (nested(inputs.q), nested(inputs.k), nested(inputs.v))
    }
    let x = nested(projection.x)[0]
    let y = nested(projection.y ?? projection.x)[0]
    func split(_ tokens: [[Double]], heads: Int) -> [[[Double]]] {
      let dim = tokens[0].count / heads
      return (0..<heads).map { head in tokens.map { Array($0[head * dim..<(head + 1) * dim]) } }
    }
    return (
      split(linear(x, projection.wq), heads: shape.heads), split(linear(y, projection.wk), heads: shape.kvHeads),
      split(linear(y, projection.wv), heads: shape.kvHeads)
    )
  }

  private static func nested(_ tensor: Tensor) -> [[[Double]]] {
    (0..<tensor.heads).map { head in (0..<tensor.rows).map { tensor.row(head, $0).map { Double($0) } } }
  }

  /// x·Wᵀ + b.
  private static func linear(_ x: [[Double]], _ linear: Projection.Linear) -> [[Double]] {
    let product = product(x, transposed(nested(linear.weight)[0]))
    guard let bias = linear.bias else { return product }
    return product.map { row in row.indices.map { row[$0] + Double(bias[$0]) } }
  }

  private static func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
    a.map { row in
      b[0].indices.map { column in row.indices.reduce(0) { $0 + row[$1] * b[$1][column] } }
    }
  }

  private static func transposed(_ a: [[Double]]) -> [[Double]] {
    a[0].indices.map { column in a.map { $0[column] } }
  }
}
