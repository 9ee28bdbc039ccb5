import Foundation

extension Recipe {
  /// Where a query may look: all masks and-ed, `[queries][keys]` row by row.
  func keep(_ context: PairContext) -> [Bool] {
    var keep = [Bool](repeating: true, count: shape.queries * shape.keys)
    keep.withUnsafeMutableBufferPointer { keep in
      for mask in masks {
        for row in 0..<shape.queries {
          let places = UnsafeMutableBufferPointer(rebasing: keep[row * shape.keys..<(row + 1) * shape.keys])
          mask.narrow(places, query: queryStart + row, in: context)
        }
      }
    }
    return keep
  }

  /// Refuses inputs that do not fit together, or this recipe.
  func checkInputs(_ inputs: Inputs) throws(InputError) {
    let given = try inputs.shape()
    if given != shape {
      throw .badSize(
        field: "q",
        problem:
          "\(inputs.q.shapeText), k \(inputs.k.shapeText) and v \(inputs.v.shapeText) are not of the recipe's shape")
    }
    for mask in masks where type(of: mask).inputField == "mask" && inputs.customMask == nil {
      throw .missingKey("mask", neededBy: "mask \(mask.text)")
    }
  }
}

extension Run {
  /// Every comparison of a query with a key.
  static func scores(
    _ recipe: Recipe, _ q: Tensor, _ k: Tensor, _ tensors: PartTensors, _ progress: RunProgress? = nil
  ) throws(InputError) -> Tensor {
    let scale = recipe.effectiveScale
    let watch = progress.map { Watch($0, .scores, recipe) }
    return try matrix(heads: q.heads, rows: q.rows, columns: k.rows, watch) { head, rows, scores in
      q.withMatrix(head) { queries in
        k.withMatrix(recipe.shape.kvHead(of: head)) { keys in
          let queries = queries[rows.lowerBound * q.columns..<rows.upperBound * q.columns]
          let head = HeadVectors(
            queries: UnsafeBufferPointer(rebasing: queries), keys: keys, dim: q.columns, tensors: tensors)
          recipe.score.fill(scores, head, scale: scale)
        }
      }
    }
  }

  /// Scores held below a limit: c·tanh(s/c).
  static func capped(_ scores: Tensor, at limit: Double) -> Tensor {
    var capped = scores
    capped.values = scores.values.map { Float(limit * tanh(Double($0) / limit)) }
    return capped
  }

  /// Scores plus bias.
  static func biased(
    _ scores: Tensor, _ recipe: Recipe, _ context: PairContext, _ progress: RunProgress? = nil
  ) throws(InputError) -> Tensor {
    let watch = progress.map { Watch($0, .bias, recipe) }
    return try matrix(heads: scores.heads, rows: scores.rows, columns: scores.columns, watch) { head, rows, biased in
      scores.withMatrix(head) { all in
        let scores = all[(rows.lowerBound * context.shape.keys)...]
        for row in rows {
          for key in 0..<context.shape.keys {
            let index = (row - rows.lowerBound) * context.shape.keys + key
            let bias = recipe.bias.value(head: head, query: context.queryStart + row, key: key, in: context)
            biased[index] = Float(Double(scores[scores.startIndex + index]) + bias)
          }
        }
      }
    }
  }

  /// Scores divided by the temperature.
  static func divided(_ scores: Tensor, by temperature: Double) -> Tensor {
    var logits = scores
    logits.values.withUnsafeMutableBufferPointer { VectorLine.scale($0, by: Float(1 / temperature)) }
    return logits
  }

  /// Weights of logits: the masked places hold −∞ while the normaliser sees them. Without a mask it sees every place.
  static func weights(
    _ recipe: Recipe, _ logits: Tensor, _ keep: [Bool]?, _ progress: RunProgress? = nil
  ) throws(InputError) -> Tensor {
    let watch = progress.map { Watch($0, .weights, recipe) }
    return try matrix(heads: logits.heads, rows: logits.rows, columns: logits.columns, watch) { head, rows, weights in
      let first = rows.lowerBound * logits.columns
      logits.withMatrix(head) { logits in
        guard let keep else {
          _ = weights.update(fromContentsOf: logits[first..<first + weights.count])
          return
        }
        keep.withUnsafeBufferPointer { keep in
          for index in weights.indices {
            weights[index] = keep[first + index] ? logits[first + index] : -.infinity
          }
        }
      }
      normalize(weights, rows: rows.count, columns: logits.columns, recipe)
    }
  }

  /// Normalises the lines of one matrix: its rows, or its columns under `--axis queries`.
  private static func normalize(
    _ matrix: UnsafeMutableBufferPointer<Float>, rows: Int, columns: Int, _ recipe: Recipe
  ) {
    switch recipe.axis {
    case .keys:
      for row in 0..<rows {
        let line = matrix[row * columns..<(row + 1) * columns]
        recipe.normalizer.normalize(UnsafeMutableBufferPointer(rebasing: line))
      }
    case .queries:
      var line = [Float](repeating: 0, count: rows)
      for column in 0..<columns {
        for row in 0..<rows { line[row] = matrix[row * columns + column] }
        line.withUnsafeMutableBufferPointer { recipe.normalizer.normalize($0) }
        for row in 0..<rows { matrix[row * columns + column] = line[row] }
      }
    }
  }

  /// Sums of values, weighted. Keys outside a row's span have the weight 0 and are left out.
  static func output(
    _ recipe: Recipe, _ weights: Tensor, _ v: Tensor, _ spans: [Range<Int>], _ progress: RunProgress? = nil
  ) throws(InputError) -> Tensor {
    let watch = progress.map { Watch($0, .output, recipe) }
    return try matrix(heads: weights.heads, rows: weights.rows, columns: v.columns, watch) { head, rows, output in
      weights.withMatrix(head) { weights in
        v.withMatrix(recipe.shape.kvHead(of: head)) { values in
          let packed = PackedMatrix(values, rows: v.rows, columns: v.columns)
          let weights = UnsafeBufferPointer(rebasing: weights[(rows.lowerBound * v.rows)...])
          packed.multiply(weights, rows: rows.count, into: output) { spans[rows.lowerBound + $0] }
        }
      }
    }
  }

  /// For each query, from the first key that it may see to the last.
  static func spans(_ keep: [Bool], _ shape: Shape) -> [Range<Int>] {
    (0..<shape.queries).map { row in
      let places = keep[row * shape.keys..<(row + 1) * shape.keys]
      guard let first = places.firstIndex(of: true), let last = places.lastIndex(of: true) else { return 0..<0 }
      return first - places.startIndex..<last - places.startIndex + 1
    }
  }

  /// The sum and the entropy of each row.
  static func rowFigures(_ weights: Tensor) -> (sums: [[Float]], entropy: [[Float?]]) {
    var sums: [[Float]] = []
    var entropy: [[Float?]] = []
    weights.values.withUnsafeBufferPointer { values in
      for head in 0..<weights.heads {
        let rows = (0..<weights.rows).map { row in
          let start = (head * weights.rows + row) * weights.columns
          return figures(UnsafeBufferPointer(rebasing: values[start..<start + weights.columns]))
        }
        sums.append(rows.map { Float($0.sum) })
        entropy.append(rows.map { $0.entropy.map { Float($0) } })
      }
    }
    return (sums, entropy)
  }

  /// The sum and the entropy of a row. Where 32-bit terms of the entropy would overflow or vanish they are made in 64.
  private static func figures(_ row: UnsafeBufferPointer<Float>) -> (sum: Double, entropy: Double?) {
    let figures = VectorLine.sumAndEntropy(row)
    if figures.entropy == nil || figures.sum == 0 || (1e-30...1e30).contains(figures.sum) { return figures }
    let shares = row.lazy.map { Double($0) / figures.sum }.filter { $0 > 0 }
    return (figures.sum, 0 - shares.reduce(0) { $0 + $1 * log($1) })
  }

  /// Refuses infinities: they are data too large for 32 bits, and would print as NaN later on.
  static func checkFinite(_ tensor: Tensor, _ stage: String) throws(InputError) {
    if tensor.values.withUnsafeBufferPointer({ VectorLine.isFinite($0) }) { return }
    let index = tensor.values.firstIndex { !$0.isFinite } ?? 0
    throw .overflow(
      stage: stage, head: index / (tensor.rows * tensor.columns), row: index / tensor.columns % tensor.rows,
      column: index % tensor.columns)
  }

  /// Who follows a pass over all pairs.
  private struct Watch {
    let progress: RunProgress
    let pass: RunProgress.Pass
    let recipe: Recipe

    init(_ progress: RunProgress, _ pass: RunProgress.Pass, _ recipe: Recipe) {
      (self.progress, self.pass, self.recipe) = (progress, pass, recipe)
    }

    func advance(_ rows: Int) { progress.advance(pass, rows: rows, recipe) }

    /// How many rows are made before somebody is told: many enough that what is prepared for them hardly counts.
    /// Weights may be normalised down the columns, which takes all rows at once.
    var rows: Int {
      if pass == .weights, recipe.axis == .queries { return recipe.shape.queries }
      return max(16, (1 << 26) / (recipe.shape.keys * RunProgress.work(pass, recipe)))
    }
  }

  /// A tensor filled some rows of a head at a time, without writing zeros first.
  private static func matrix(
    heads: Int, rows: Int, columns: Int, _ watch: Watch? = nil,
    _ fill: (_ head: Int, _ rows: Range<Int>, UnsafeMutableBufferPointer<Float>) -> Void
  ) throws(InputError) -> Tensor {
    let step = max(1, watch?.rows ?? rows)
    let values = [Float](unsafeUninitializedCapacity: heads * rows * columns) { buffer, filled in
      for head in 0..<heads {
        for first in stride(from: 0, to: rows, by: step) where watch?.progress.isStopped != true {
          let part = first..<min(rows, first + step)
          let place = (head * rows + first) * columns
          fill(head, part, UnsafeMutableBufferPointer(rebasing: buffer[place..<place + part.count * columns]))
          filled = place + part.count * columns
          watch?.advance(part.count)
        }
      }
    }
    if watch?.progress.isStopped == true { throw .stopped }
    return Tensor(heads: heads, rows: rows, columns: columns, values: values)
  }
}

extension Tensor {
  /// 0 in every head where a mask hides the pair.
  func zeroed(outside mask: [Bool]) -> Tensor {
    var zeroed = self
    for index in zeroed.values.indices where !mask[index % mask.count] { zeroed.values[index] = 0 }
    return zeroed
  }

  /// One head as row-major memory.
  func withMatrix(_ head: Int, _ body: (UnsafeBufferPointer<Float>) -> Void) {
    values.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[head * rows * columns..<(head + 1) * rows * columns]))
    }
  }
}
