/// How the result is computed. A kernel gives what the plain one gives, within the promised tolerance, unless its essay
/// says that it computes something else; it then has its own form in double precision.
public protocol Kernel: Part {
  /// Whether a run holds scores and weights of every pair. Where it does not, `Run` has none to show.
  static var keepsWeights: Bool { get }
  /// The output `[heads][queries][valueDim]`, before any projection.
  func output(_ recipe: Recipe, _ inputs: Inputs) throws(InputError) -> Tensor
  /// Floating-point operations by the book, for the kept pairs of each head.
  func flops(_ shape: Shape, keptPairs: Int, _ tensors: PartTensors) -> Int
  /// The output of one head in double precision; nil where it is that of the definition.
  func exact(_ head: ExactHead, _ recipe: Recipe) -> [[Double]]?
}

extension Kernel {
  public static var keepsWeights: Bool { false }
  public func flops(_ shape: Shape, keptPairs: Int, _ tensors: PartTensors) -> Int {
    2 * shape.heads * keptPairs * (shape.dim + shape.valueDim)
  }
  public func exact(_ head: ExactHead, _ recipe: Recipe) -> [[Double]]? { nil }

  /// Refuses, by name, what the kernel cannot honour: anything but the defaults outside of these parameters.
  static func refuse(
    _ recipe: Recipe, except honoured: Set<String>, masks: [any Mask.Type]
  ) throws(RecipeError) {
    for name in ["score", "scale", "softcap", "bias", "temperature", "normalize", "axis", "dropout"]
    where !honoured.contains(name) && !recipe.isDefault(name) {
      throw cannotHonour("\(name) \(recipe[name])")
    }
    for mask in recipe.masks where !masks.contains(where: { $0 == type(of: mask) }) {
      throw cannotHonour("mask \(mask.text)")
    }
  }

  private static func cannotHonour(_ what: String) -> RecipeError {
    .refused(name: "kernel", value: name, why: Gloss(en: "cannot honour \(what)", zh: "不支持 \(what)"))
  }
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
