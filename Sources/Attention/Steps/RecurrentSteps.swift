/// Linear attention as a recurrent network: each key is added to a state of fixed size, and a query reads the state.
///
/// S ← S + φ(k)·vᵀ and z ← z + φ(k); the output is φ(q)·S over φ(q)·z. Under a causal mask a step is a query, which the
/// state meets when it holds the keys up to it; without one a step is a key, and one query is read out on the way.
/// Padding leaves keys out. In double precision, as in the kernel.
///
/// Source: Katharopoulos et al. 2020, Transformers are RNNs, section 3.4, equations 16 to 20.
public struct RecurrentSteps: Sendable {
  /// What a query reads from the state as it is.
  public struct Reading: Equatable, Sendable {
    /// φ(q), `[features]`.
    public let features: [Double]
    /// φ(q)·z.
    public let denominator: Double
    /// φ(q)·S over the denominator, `[valueDim]`; zeros while the state is empty.
    public let output: [Float]
    /// The parallel form of the row: Σ φ(q)·φ(k)·v over Σ φ(q)·φ(k), over all keys that its masks keep, `[valueDim]`.
    public let parallel: [Float]
    /// The largest difference of the two, over the channels.
    public let gap: Double
  }

  /// Whether a step is a query, at whose place the state ends.
  public let isCausal: Bool
  /// How many steps there are.
  public let count: Int
  /// How many of them have been taken.
  public private(set) var taken = 0
  /// How many keys the state holds.
  public private(set) var keysInState = 0

  private let pass: HeadPass
  private let head: Int
  private let queries: [[Double]]
  private let keys: [[Double]]
  private let length: Int
  private var sums: FeatureSums

  /// The steps of one head, before the first.
  ///
  /// - Parameters:
  ///   - run: A run of a kernel of features: see `StepThrough.base`.
  ///   - head: The query head, from 0.
  /// - Precondition: Its kernel is `linear` or `performer`.
  public init(_ run: Run, head: Int) {
    guard let kernel = run.asRun.kernel as? any FeatureKernel else {
      preconditionFailure("kernel \(run.recipe.kernel.text) has no state")
    }
    let shape = run.shape
    let pass = HeadPass(run.asRun, run.inputs)
    func rows(_ tensor: Tensor, _ head: Int) -> [[Double]] {
      (0..<tensor.rows).map { tensor.row(head, $0).map { Double($0) } }
    }
    (self.pass, self.head) = (pass, head)
    queries = kernel.features(rows(pass.q, head), areKeys: false, pass.context.tensors)
    keys = kernel.features(rows(pass.k, shape.kvHead(of: head)), areKeys: true, pass.context.tensors)
    length = run.asRun.masks.lazy.compactMap { ($0 as? Padding)?.length }.min() ?? shape.keys
    isCausal = run.asRun.masks.contains { $0 is Causal }
    count = isCausal ? shape.queries : max(1, min(length, shape.keys))
    sums = FeatureSums(features: keys[0].count, valueDim: shape.valueDim)
  }

  /// How many features a key becomes: rows of S.
  public var featureCount: Int { sums.features.count }
  /// S, row by row: `[features][valueDim]`.
  public var state: [Float] { sums.products.flatMap { $0.map { Float($0) } } }
  /// z: `[features]`.
  public var normalizer: [Float] { sums.features.map { Float($0) } }
  /// Bytes of S and z in fp32, of one head of keys, however many keys came.
  public var stateBytes: Int { 4 * featureCount * (pass.recipe.shape.valueDim + 1) }
  /// Bytes that a cache of keys and values would hold of the same keys in fp32, of one head of keys.
  public var cacheBytes: Int { 4 * keysInState * (pass.recipe.shape.dim + pass.recipe.shape.valueDim) }

  /// How many keys the state holds after a number of steps.
  public func keys(after steps: Int) -> Int {
    guard steps > 0 else { return 0 }
    let seen = isCausal ? pass.recipe.cachedKeys(by: steps - 1) : steps
    return min(seen, length)
  }

  /// Takes steps, or goes back by taking them anew, until a number of them have been taken.
  ///
  /// - Complexity: O(features · valueDim) for each key that is added.
  public mutating func go(to steps: Int) {
    if steps < taken {
      sums = FeatureSums(features: featureCount, valueDim: pass.recipe.shape.valueDim)
      keysInState = 0
    }
    taken = min(count, max(0, steps))
    let kvHead = pass.recipe.shape.kvHead(of: head)
    for key in keysInState..<max(keysInState, keys(after: taken)) {
      sums.add(keys[key], pass.v.row(kvHead, key))
      keysInState = key + 1
    }
  }

  /// What the query of a row gets from the state as it is, beside what it gets from the pairs.
  ///
  /// - Complexity: O((features + valueDim) · keys).
  public func reading(query row: Int) -> Reading {
    let query = queries[row]
    let output = sums.output(of: query)
    let weights = weights(query: row)
    let sum = weights.reduce(0, +)
    var parallel = [Double](repeating: 0, count: pass.recipe.shape.valueDim)
    for (key, weight) in weights.enumerated() where weight != 0 {
      for (channel, value) in pass.v.row(pass.recipe.shape.kvHead(of: head), key).enumerated() {
        parallel[channel] += weight / sum * Double(value)
      }
    }
    let expected = parallel.map { Float($0) }
    return Reading(
      features: query, denominator: zip(query, sums.features).reduce(0) { $0 + $1.0 * $1.1 }, output: output,
      parallel: expected, gap: difference(output, expected))
  }

  /// φ(q)·φ(k) of a row with every key, 0 where masks hide it: `[keys]`.
  private func weights(query row: Int) -> [Double] {
    let keep = pass.keep(row: row)
    return keys.indices.map { key in
      keep[key] ? zip(queries[row], keys[key]).reduce(0) { $0 + $1.0 * $1.1 } : 0
    }
  }
}
