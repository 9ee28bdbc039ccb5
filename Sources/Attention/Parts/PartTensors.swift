/// What parts read besides q, k and v: brought by a file, or drawn from the seed by the part that needs it.
public struct PartTensors: Equatable, Sendable {
  /// What `score additive` reads.
  public internal(set) var additive: AdditiveTensors?
  /// What `score bilinear` reads: W, `[dim][dim]`, one head.
  public internal(set) var bilinear: Tensor?
  /// What `bias t5` reads.
  public internal(set) var t5: T5Table?
  /// What `mask documents` reads: the id of each key's document, `[keys]`.
  public internal(set) var documents: [Int]?
  /// What `kernel performer` reads: ω, `[R][dim]`, one head.
  public internal(set) var performer: Tensor?
  /// What `kernel linformer` reads.
  public internal(set) var linformer: LinformerTensors?
  /// What `kernel latent` reads.
  public internal(set) var latent: LatentTensors?

  /// Nothing yet.
  public init() {}

  /// The same, with what the parts of a recipe still miss drawn from its seed.
  func completed(for recipe: Recipe) -> PartTensors {
    var tensors = self
    for (_, part) in recipe.parts { type(of: part).draw(into: &tensors, recipe) }
    return tensors
  }
}

extension Recipe {
  /// The parts that are chosen, each with its flag.
  var parts: [(flag: String, part: any Part)] {
    [("position", position), ("rope-scaling", ropeScaling), ("score", score), ("bias", bias)]
      + masks.map { ("mask", $0) } + [("normalize", normalizer), ("kernel", kernel), ("fault", fault)]
  }
}
