import Foundation

/// Softmax attention approximated by random positive features: φ(x) = exp(ωᵀx − |x|²/2) with x divided by the fourth
/// root of D. The more features ω, the closer. Causal too.
///
/// The features come from the file's `"performer": {"features": [R][D]}`. Without a file R = 4·D standard normal ones are
/// drawn from the seed, not made orthogonal.
///
/// Source: Choromanski et al. 2021, Rethinking Attention with Performers, lemma 1.
public struct Performer: FeatureKernel {
  public static let name = "performer"
  public static let summary = Gloss(
    en: "softmax by random positive features, at linear cost",
    zh: "用随机正特征近似 softmax，代价线性增长")
  public static let drawnField: String? = "performer"

  public static let isExact = false

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    let features = program.given("performer.features", program.inputs?.parts.performer, rows: "4 * D", columns: "D")
    return program.positioned + program.shared + program.heading("kernel", self) + [
      "features = \(features)", "", "",
      "def phi(x, dims):", "    x = x / D**0.25",
      "    exponent = x @ features.T - x.square().sum(-1, keepdim=True) / 2",
      "    return (exponent - exponent.amax(dims, keepdim=True)).exp()  # a shared factor cancels", "", "",
      "pairs = phi(q, -1) @ phi(k, (-2, -1)).transpose(-2, -1)",
    ] + program.mixed
  }

  public static func draw(into tensors: inout PartTensors, _ recipe: Recipe) {
    guard tensors.performer == nil else { return }
    let dim = recipe.shape.dim
    tensors.performer = NormalSource.tensor(
      "performer.features", heads: 1, rows: 4 * dim, columns: dim, seed: recipe.seed)
  }

  static let hasExponents = true

  func featureCount(_ shape: Shape, _ tensors: PartTensors) -> Int { tensors.performer?.rows ?? 4 * shape.dim }

  /// 2·D for each feature, and for |x|².
  func makingFlops(_ shape: Shape, _ tensors: PartTensors) -> Int { 2 * shape.dim * (featureCount(shape, tensors) + 1) }

  /// ω as well.
  public func moved(_ recipe: Recipe, _ tensors: PartTensors) -> Int {
    Linear([]).moved(recipe, tensors) + featureCount(recipe.shape, tensors) * recipe.shape.dim
  }

  func features(_ vectors: [[Double]], areKeys: Bool, _ tensors: PartTensors) -> [[Double]] {
    guard let drawn = tensors.performer else { preconditionFailure("a run completes the tensors first") }
    let root = pow(Double(drawn.columns), 0.25)
    let exponents = vectors.map { vector in
      let x = vector.map { $0 / root }
      let half = x.reduce(0) { $0 + $1 * $1 } / 2
      return (0..<drawn.rows).map { feature in
        zip(drawn.row(0, feature), x).reduce(0) { $0 + Double($1.0) * $1.1 } - half
      }
    }
    // So that nothing overflows: a factor for each query, and one for all keys together, cancels in the quotient.
    let highest = exponents.map { $0.max() ?? 0 }
    let shared = highest.max() ?? 0
    return exponents.indices.map { row in
      exponents[row].map { exp($0 - (areKeys ? shared : highest[row])) }
    }
  }
}
