/// Everything that defines a run except its tensors. A recipe is always valid: what it cannot do is refused on the way
/// in, and leaves it as it was.
///
/// Two recipes are equal when the same flags reproduce them.
public struct Recipe: Equatable, Sendable {
  var queries = 8
  var dim = 64
  var heads = 1
  /// Nil while keys follow the queries; the same for the next two.
  var ownKeys: Int?
  var ownValueDim: Int?
  var ownKVHeads: Int?
  var ownQueryStart: Int?

  /// What random tensors, and parts that draw, are made from.
  public internal(set) var seed: UInt64 = 0
  /// How tokens learn where they stand.
  public internal(set) var position: any Position = NoPosition([])
  /// Which channels rope turns together.
  public internal(set) var ropeStyle = RopeStyle.interleaved
  /// The base of rope's wavelengths.
  public internal(set) var ropeBase = 10_000.0
  /// How rope's angles are stretched.
  public internal(set) var ropeScaling: any RopeScaling = NoRopeScaling([])
  /// How a query is compared with a key.
  public internal(set) var score: any Score = ScaledDot([])
  /// What takes the place of the score's own scale, if anything.
  public internal(set) var scale: Double?
  /// The limit that scores approach, above 0, if there is one: c·tanh(s/c).
  public internal(set) var softcap: Double?
  /// What is added to the scores.
  public internal(set) var bias: any Bias = NoBias([])
  /// What the scores are divided by, above 0.
  public internal(set) var temperature = 1.0
  /// Which keys a query may look at: all of these must keep a key.
  public internal(set) var masks: [any Mask] = []
  /// What makes weights of scores.
  public internal(set) var normalizer: any Normalizer = Softmax([])
  /// Along which axis it does so.
  public internal(set) var axis = Axis.keys
  /// The probability that a weight is dropped, from 0 to below 1.
  public internal(set) var dropout = 0.0
  /// How the result is computed.
  public internal(set) var kernel: any Kernel = PlainKernel([])
  /// The mistake that is made on purpose, if any.
  public internal(set) var fault: any Fault = NoFault([])

  /// The defaults: eight tokens, one head, scaled dot product, softmax.
  public init() {}

  /// The sizes of the run. Keys follow the queries, value dim the dim and kv heads the heads while they are not set.
  public var shape: Shape {
    Shape(
      heads: heads, kvHeads: ownKVHeads ?? heads, queries: queries, keys: ownKeys ?? queries, dim: dim,
      valueDim: ownValueDim ?? dim)
  }

  /// The position of the first query, P: as set, or keys − queries, so that the last query stands at the last key.
  public var queryStart: Int { ownQueryStart ?? shape.keys - shape.queries }

  /// What every comparison is multiplied by: `scale`, or the score's own.
  public var effectiveScale: Double { scale ?? score.standardScale(dim: dim) }

  public static func == (one: Recipe, other: Recipe) -> Bool { one.flags == other.flags }

  /// Refuses combinations that no single parameter can refuse.
  ///
  /// - Parameter blamed: The parameter that has just been set, if it was one.
  func check(blaming blamed: String? = nil) throws(RecipeError) {
    let shape = shape
    if !shape.heads.isMultiple(of: shape.kvHeads) {
      if blamed == "kv-heads" { throw .doesNotDivide(kvHeads: shape.kvHeads, heads: heads, nearest: nearestDivisor) }
      throw .notDivisible(heads: heads, kvHeads: shape.kvHeads, nearest: nearestMultiple)
    }
    for (_, part) in parts { try type(of: part).check(self) }
  }

  /// The count of heads nearest to this one that the kv heads divide; of two, the larger.
  private var nearestMultiple: Int {
    let kvHeads = shape.kvHeads
    let below = heads / kvHeads * kvHeads
    let above = below + kvHeads
    return Ranges.heads.contains(above) && (below == 0 || above - heads <= heads - below) ? above : below
  }

  /// The count of kv heads nearest to this one that divides the heads; of two, the larger.
  private var nearestDivisor: Int {
    let divisors = (1...heads).filter { heads.isMultiple(of: $0) }
    return divisors.reversed().min { abs($0 - shape.kvHeads) < abs($1 - shape.kvHeads) } ?? 1
  }
}

/// What the sizes of a run may be.
enum Ranges {
  static let tokens = 1...16_384
  static let dims = 1...1_024
  static let heads = 1...128
  static let queryStart = -1_000_000...1_000_000
}
