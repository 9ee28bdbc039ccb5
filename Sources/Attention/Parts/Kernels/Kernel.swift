/// How the result is computed. A kernel gives what the plain one gives, within the promised tolerance, unless its essay
/// says that it computes something else; it then has its own form in double precision.
public protocol Kernel: Part {
  /// Which parameters it knows of those that only some kernels do, by name: see `Recipe.kernelParameters`.
  static var honoured: Set<String> { get }
  /// Whether a run holds scores and weights of every pair. Where it does not, `Run` has none to show.
  static var keepsWeights: Bool { get }
  /// Whether the result is that of the definition on q, k and v.
  static var isExact: Bool { get }
  /// The output `[heads][queries][valueDim]`, before any projection.
  func output(_ recipe: Recipe, _ inputs: Inputs) throws(InputError) -> Tensor
  /// Floating-point operations of the sums of products, for the kept pairs of each head: see `Cost.flops`.
  func flops(_ recipe: Recipe, keptPairs: Int, _ tensors: PartTensors) -> Int
  /// Numbers that move between memory and processor: see `Cost.bytes`.
  func moved(_ recipe: Recipe, _ tensors: PartTensors) -> Int
  /// Numbers that a cache keeps of the keys of a run: see `Cost.cacheBytes`.
  func cached(_ shape: Shape, _ tensors: PartTensors) -> Int
  /// Bytes held at the peak beside q, k, v, the output and the mask, the kernel's own tensors among them. Where no file
  /// brought those they have the sizes in which they would be drawn.
  func workspace(_ recipe: Recipe, _ tensors: PartTensors) -> Int
  /// The output of one head in double precision; nil where it is that of the definition.
  func exact(_ head: ExactHead, _ recipe: Recipe) -> [[Double]]?
  /// The vectors of one head in double precision, positions applied, made of its queries without their positions; nil
  /// where they are those of the inputs.
  func exactVectors(
    head: Int, queries: [[Double]], _ recipe: Recipe, _ tensors: PartTensors
  ) -> (queries: [[Double]], keys: [[Double]], values: [[Double]])?
}

extension Kernel {
  public static var keepsWeights: Bool { false }
  public static var isExact: Bool { true }

  /// The score of each kept pair, and 2·E for its value.
  public func flops(_ recipe: Recipe, keptPairs: Int, _ tensors: PartTensors) -> Int {
    let shape = recipe.shape
    return recipe.score.flops(shape, keptPairs: keptPairs, tensors) + 2 * shape.heads * keptPairs * shape.valueDim
  }

  /// q, k, v and the output.
  public func moved(_ recipe: Recipe, _ tensors: PartTensors) -> Int {
    let shape = recipe.shape
    return shape.queryNumbers + shape.keyNumbers + shape.valueNumbers + shape.outputNumbers
  }

  /// Keys and values.
  public func cached(_ shape: Shape, _ tensors: PartTensors) -> Int { shape.keyNumbers + shape.valueNumbers }

  public func exact(_ head: ExactHead, _ recipe: Recipe) -> [[Double]]? { nil }
  public func exactVectors(
    head: Int, queries: [[Double]], _ recipe: Recipe, _ tensors: PartTensors
  ) -> (queries: [[Double]], keys: [[Double]], values: [[Double]])? { nil }

  /// Refuses, by name, what the kernel cannot honour: anything but the defaults of the parameters that it does not know.
  static func refuse(_ recipe: Recipe, masks: [any Mask.Type]) throws(RecipeError) {
    for name in Recipe.kernelParameters where !honoured.contains(name) && !recipe.isDefault(name) {
      throw cannotHonour("\(name) \(recipe[name])")
    }
    for mask in recipe.masks where !masks.contains(where: { $0 == type(of: mask) }) {
      throw cannotHonour("mask \(mask.text)")
    }
  }

  static func cannotHonour(_ what: String) -> RecipeError {
    .refused(name: "kernel", value: name, why: Gloss(en: "cannot honour \(what)", zh: "不支持 \(what)"))
  }
}

extension Recipe {
  /// Parameters that not every kernel knows.
  static let kernelParameters = ["score", "scale", "softcap", "bias", "temperature", "normalize", "axis", "dropout"]
}

/// One head in double precision, after positions were applied.
public struct ExactHead {
  /// `[queries][dim]`.
  public let queries: [[Double]]
  /// `[keys][dim]`.
  public let keys: [[Double]]
  /// `[keys][valueDim]`.
  public let values: [[Double]]
  /// Where a query may look, `[queries][keys]`.
  public let keep: [[Bool]]
  /// What parts read besides.
  public let tensors: PartTensors
}
