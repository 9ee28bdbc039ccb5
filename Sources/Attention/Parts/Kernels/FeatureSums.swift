/// Attention whose weights are products of features, φ(q)·φ(k), all positive: sums over the keys are made once, and each
/// query is multiplied with them. The cost grows with N + M, not with N·M.
///
/// A causal mask makes them running sums. A padding mask leaves keys out; no other mask can be had without pairs.
protocol FeatureKernel: Kernel {
  /// The features of the queries, or of the keys, of one head; a factor that all of them share changes nothing.
  func features(_ vectors: [[Double]], areKeys: Bool, _ tensors: PartTensors) -> [[Double]]
  /// How many features a vector has.
  func featureCount(_ shape: Shape, _ tensors: PartTensors) -> Int
  /// Whether exponents are held before the features are made of them.
  static var hasExponents: Bool { get }
  /// Operations that make the features of one vector.
  func makingFlops(_ shape: Shape, _ tensors: PartTensors) -> Int
}

extension FeatureKernel {
  public static var honoured: Set<String> { [] }

  public static func check(_ recipe: Recipe) throws(RecipeError) {
    try refuse(recipe, masks: [Causal.self, Padding.self])
  }

  public func output(_ recipe: Recipe, _ inputs: Inputs) throws(InputError) -> Tensor {
    let (shape, pass) = (recipe.shape, HeadPass(recipe, inputs))
    func rows(_ tensor: Tensor, _ head: Int) -> [[Double]] {
      (0..<tensor.rows).map { tensor.row(head, $0).map { Double($0) } }
    }
    let isCausal = recipe.masks.contains { $0 is Causal }
    let length = recipe.masks.lazy.compactMap { ($0 as? Padding)?.length }.min() ?? shape.keys
    var values: [Float] = []
    for head in 0..<shape.heads {
      let kvHead = shape.kvHead(of: head)
      let queries = features(rows(pass.q, head), areKeys: false, pass.context.tensors)
      let keys = features(rows(pass.k, kvHead), areKeys: true, pass.context.tensors)
      var sums = FeatureSums(features: keys[0].count, valueDim: shape.valueDim)
      var next = 0
      for (row, query) in queries.enumerated() {
        let end = min(length, shape.keys, isCausal ? recipe.queryStart + row + 1 : shape.keys)
        while next < end {
          sums.add(keys[next], inputs.v.row(kvHead, next))
          next += 1
        }
        values += sums.output(of: query)
      }
    }
    return Tensor(heads: shape.heads, rows: shape.queries, columns: shape.valueDim, values: values)
  }

  /// With F features: their making; F·(2·E + 1) for each key that is summed; 2·F·(E + 1) for each query.
  public func flops(_ recipe: Recipe, keptPairs: Int, _ tensors: PartTensors) -> Int {
    let shape = recipe.shape
    let count = featureCount(shape, tensors)
    let making = (shape.queries + shape.keys) * makingFlops(shape, tensors)
    let keys = shape.keys * count * (2 * shape.valueDim + 1)
    return shape.heads * (making + keys + 2 * shape.queries * count * (shape.valueDim + 1))
  }

  /// The sums that stand for all keys so far, however many.
  public func cached(_ shape: Shape, _ tensors: PartTensors) -> Int {
    shape.kvHeads * featureCount(shape, tensors) * (shape.valueDim + 1)
  }

  /// Of one head, in double precision, whichever is most: what makes the features of the queries; those, and what makes
  /// the features of the keys; both, and the sums.
  public func workspace(_ recipe: Recipe, _ tensors: PartTensors) -> Int {
    let shape = recipe.shape
    let count = featureCount(shape, tensors)
    let making = shape.dim + (Self.hasExponents ? 2 : 1) * count
    let most = max(
      shape.queries * making, shape.queries * count + shape.keys * making,
      (shape.queries + shape.keys + shape.valueDim + 1) * count)
    return 8 * most + (Self.drawnField == nil ? 0 : 4 * count * shape.dim)
  }

  public func exact(_ head: ExactHead, _ recipe: Recipe) -> [[Double]]? {
    let queries = features(head.queries, areKeys: false, head.tensors)
    let keys = features(head.keys, areKeys: true, head.tensors)
    return queries.indices.map { row in
      let weights = keys.indices.map { key in
        head.keep[row][key] ? zip(queries[row], keys[key]).reduce(0) { $0 + $1.0 * $1.1 } : 0
      }
      let sum = weights.reduce(0, +)
      return head.values[0].indices.map { channel in
        sum == 0 ? 0 : keys.indices.reduce(0) { $0 + weights[$1] * head.values[$1][channel] } / sum
      }
    }
  }
}

/// Σ φ(k)·vᵀ and Σ φ(k) over the keys so far.
struct FeatureSums {
  /// S, `[features][valueDim]`.
  private(set) var products: [[Double]]
  /// z, `[features]`.
  private(set) var features: [Double]

  init(features: Int, valueDim: Int) {
    products = Array(repeating: Array(repeating: 0, count: valueDim), count: features)
    self.features = Array(repeating: 0, count: features)
  }

  mutating func add(_ key: [Double], _ value: ArraySlice<Float>) {
    for (index, feature) in key.enumerated() {
      features[index] += feature
      for (channel, number) in value.enumerated() { products[index][channel] += feature * Double(number) }
    }
  }

  func output(of query: [Double]) -> [Float] {
    let sum = zip(query, features).reduce(0) { $0 + $1.0 * $1.1 }
    return products[0].indices.map { channel in
      sum == 0 ? 0 : Float(query.indices.reduce(0) { $0 + query[$1] * products[$1][channel] } / sum)
    }
  }
}
