/// The computations that can be watched step by step.
public enum StepThrough: CaseIterable, Sendable {
  /// One row, its keys tile by tile: `OnlineSoftmaxSteps`.
  case online
  /// Token by token with a cache of keys and values: `DecodingSteps`.
  case decoding
  /// Key by key into a state of fixed size: `RecurrentSteps`.
  case recurrent

  /// The one that shows what a recipe's kernel does; of the plain one, the first that its parts allow.
  public init(_ recipe: Recipe) {
    switch recipe.kernel {
    case is Decode: self = .decoding
    case is any FeatureKernel: self = .recurrent
    default: self = Self.allCases.first { (try? $0.recipe(from: recipe)) != nil } ?? .online
    }
  }

  /// What is stepped through: the recipe with the kernel that computes in these steps, and of faults none but the one
  /// that these steps can make.
  ///
  /// - Throws: What the kernel cannot honour.
  public func recipe(from recipe: Recipe) throws(RecipeError) -> Recipe {
    if recipe.kernel is Latent || recipe.kernel is Linformer {
      throw .refused(
        name: "kernel", value: recipe.kernel.text,
        why: Gloss(
          en: "no steps to show; plain, flash, decode, linear and performer have",
          zh: "没有可逐步展示的过程；plain、flash、decode、linear、performer 有"))
    }
    var stepped = recipe
    stepped.fault = NoFault([])
    switch self {
    case .online:
      stepped.kernel = Flash([])
      if recipe.fault is NoRescale { stepped.fault = recipe.fault }
    case .decoding: stepped.kernel = Decode([])
    case .recurrent: if !(recipe.kernel is any FeatureKernel) { stepped.kernel = Linear([]) }
    }
    try stepped.check()
    if self == .decoding { try Decode.checkStart(stepped) }
    return stepped
  }

  /// The run that the steps are read from: the plain one, whose output they must reach; for a state, that of its kernel.
  ///
  /// - Throws: What the kernel of the steps cannot honour.
  public func base(of recipe: Recipe) throws(RecipeError) -> Recipe {
    var base = try self.recipe(from: recipe)
    base.fault = NoFault([])
    if self != .recurrent { base.kernel = PlainKernel([]) }
    return base
  }
}

/// The largest difference of two vectors of one length.
func difference(_ one: [Float], _ other: [Float]) -> Double {
  zip(one, other).reduce(0) { max($0, abs(Double($1.0) - Double($1.1))) }
}
