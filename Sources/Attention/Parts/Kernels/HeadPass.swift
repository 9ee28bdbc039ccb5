import Foundation

/// What kernels share that go through pairs piece by piece: queries and keys with their positions, and the way from a
/// score to what the normaliser is given.
struct HeadPass {
  let recipe: Recipe
  let context: PairContext
  let q: Tensor
  let k: Tensor
  let v: Tensor

  init(_ recipe: Recipe, _ inputs: Inputs) {
    var (q, k) = (inputs.q, inputs.k)
    recipe.position.apply(to: &q, from: recipe.queryStart, recipe)
    recipe.position.apply(to: &k, from: 0, recipe)
    (self.recipe, context, self.q, self.k, v) = (recipe, PairContext(recipe, inputs), q, k, inputs.v)
  }

  /// Where the query of a row may look, `[keys]`.
  func keep(row: Int) -> [Bool] {
    var keep = [Bool](repeating: true, count: recipe.shape.keys)
    keep.withUnsafeMutableBufferPointer { keep in
      for mask in recipe.masks { mask.narrow(keep, query: recipe.queryStart + row, in: context) }
    }
    return keep
  }

  /// The scores of some queries and some keys of a head, `[queries][keys]` row by row.
  func scores(head: Int, rows: Range<Int>, keys: Range<Int>) -> [Float] {
    let (dim, kvHead) = (q.columns, recipe.shape.kvHead(of: head))
    let count = rows.count * keys.count
    return [Float](unsafeUninitializedCapacity: count) { buffer, filled in
      q.withMatrix(head) { queries in
        k.withMatrix(kvHead) { all in
          let vectors = HeadVectors(
            queries: UnsafeBufferPointer(rebasing: queries[rows.lowerBound * dim..<rows.upperBound * dim]),
            keys: UnsafeBufferPointer(rebasing: all[keys.lowerBound * dim..<keys.upperBound * dim]), dim: dim,
            tensors: context.tensors)
          recipe.score.fill(
            UnsafeMutableBufferPointer(rebasing: buffer[0..<count]), vectors, scale: recipe.effectiveScale)
        }
      }
      filled = count
    }
  }

  /// What the normaliser is given: the score after soft-cap, bias and temperature.
  func logit(_ score: Float, head: Int, row: Int, key: Int) -> Float {
    var logit = Double(score)
    if let cap = recipe.softcap { logit = cap * tanh(logit / cap) }
    if !type(of: recipe.bias).addsNothing {
      logit += recipe.bias.value(head: head, query: recipe.queryStart + row, key: key, in: context)
    }
    return Float(logit / recipe.temperature)
  }

  /// One query over the first keys, as many as there are scores: the weights, after dropout, and the output `[valueDim]`.
  func attend(
    head: Int, row: Int, scores: ArraySlice<Float>
  ) throws(InputError) -> (weights: [Float], output: [Float]) {
    let (shape, keep) = (recipe.shape, keep(row: row))
    var line = scores.enumerated().map { key, score in
      keep[key] ? logit(score, head: head, row: row, key: key) : -.infinity
    }
    if let bad = line.firstIndex(where: { $0.isNaN || $0 == .infinity }) {
      throw .overflow(stage: "scores", head: head, row: row, column: bad)
    }
    line.withUnsafeMutableBufferPointer { recipe.normalizer.normalize($0) }
    if let dropout = Dropout(recipe)?.factors(head: head, row: row, keys: shape.keys) {
      for key in line.indices { line[key] = Float(Double(line[key]) * dropout[key]) }
    }
    var sums = [Double](repeating: 0, count: shape.valueDim)
    for (key, weight) in line.enumerated() where weight != 0 {
      for (channel, value) in v.row(shape.kvHead(of: head), key).enumerated() {
        sums[channel] += Double(weight) * Double(value)
      }
    }
    return (line, sums.map { Float($0) })
  }
}
