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
  static func scores(_ recipe: Recipe, _ q: Tensor, _ k: Tensor, _ tensors: PartTensors) -> Tensor {
    let pairs = q.rows * k.rows
    let scale = recipe.effectiveScale
    return matrix(heads: q.heads, rows: q.rows, columns: k.rows) { head, scores in
      q.withMatrix(head) { queries in
        k.withMatrix(recipe.shape.kvHead(of: head)) { keys in
          assert(scores.count == pairs)
          let head = HeadVectors(queries: queries, keys: keys, dim: q.columns, tensors: tensors)
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
  static func biased(_ scores: Tensor, _ recipe: Recipe, _ context: PairContext) -> Tensor {
    matrix(heads: scores.heads, rows: scores.rows, columns: scores.columns) { head, biased in
      scores.withMatrix(head) { scores in
        for row in 0..<context.shape.queries {
          for key in 0..<context.shape.keys {
            let index = row * context.shape.keys + key
            let bias = recipe.bias.value(head: head, query: context.queryStart + row, key: key, in: context)
            biased[index] = Float(Double(scores[index]) + bias)
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
  static func weights(_ recipe: Recipe, _ logits: Tensor, _ keep: [Bool]?) -> Tensor {
    matrix(heads: logits.heads, rows: logits.rows, columns: logits.columns) { head, weights in
      logits.withMatrix(head) { logits in
        guard let keep else {
          _ = weights.update(fromContentsOf: logits)
          return
        }
        keep.withUnsafeBufferPointer { keep in
          for index in weights.indices { weights[index] = keep[index] ? logits[index] : -.infinity }
        }
      }
      normalize(weights, rows: logits.rows, columns: logits.columns, recipe)
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
  static func output(_ shape: Shape, _ weights: Tensor, _ v: Tensor, _ spans: [Range<Int>]) -> Tensor {
    matrix(heads: weights.heads, rows: weights.rows, columns: v.columns) { head, output in
      weights.withMatrix(head) { weights in
        v.withMatrix(shape.kvHead(of: head)) { values in
          let packed = PackedMatrix(values, rows: v.rows, columns: v.columns)
          packed.multiply(weights, rows: shape.queries, into: output) { spans[$0] }
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

  /// A tensor filled head by head, without writing zeros first.
  private static func matrix(
    heads: Int, rows: Int, columns: Int, _ fill: (_ head: Int, UnsafeMutableBufferPointer<Float>) -> Void
  ) -> Tensor {
    let count = heads * rows * columns
    let values = [Float](unsafeUninitializedCapacity: count) { buffer, filled in
      for head in 0..<heads {
        fill(head, UnsafeMutableBufferPointer(rebasing: buffer[head * rows * columns..<(head + 1) * rows * columns]))
      }
      filled = count
    }
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
