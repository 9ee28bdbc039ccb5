extension Recipe {
  /// Every parameter, in the order shown.
  public static let parameters: [Parameter] = [
    .queries, .keys, .dim, .valueDim, .heads, .kvHeads, .seed,
    .position, .ropeStyle, .ropeBase, .ropeScaling, .queryStart,
    .score, .scale, .softcap, .bias, .temperature, .mask, .normalize, .axis, .dropout, .kernel, .fault,
  ]

  /// The parameter of a name.
  public static func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }

  /// A recipe from flags, in any order. Whatever is wrong is refused by name, and what the pipeline's contract names but
  /// is not built yet as well.
  ///
  /// - Parameters:
  ///   - flags: Names and values.
  ///   - shapeFollows: Whether an input file will bring the shape: what depends on it is then checked when it has.
  public init(_ flags: [Flag], shapeFollows: Bool = false) throws(RecipeError) {
    self.init()
    try Recipe.checkNames(flags)
    // In the order of the parameters: what follows another parameter by default is set after it.
    for parameter in Recipe.parameters {
      let given = flags.filter { $0.name == parameter.name }.map(\.value)
      guard !given.isEmpty else { continue }
      try parameter.handle.write(&self, given.joined(separator: ","))
    }
    if shapeFollows { return }
    let named = Set(flags.map(\.name))
    try check(blaming: named.contains("kv-heads") && !named.contains("heads") ? "kv-heads" : nil)
  }

  /// The value of a parameter as it is shown and set: `64`, `scaled-dot`, `causal,padding:5`, `none`, `auto`.
  ///
  /// - Precondition: `name` is the name of a parameter.
  public subscript(_ name: String) -> String {
    guard let parameter = Recipe.parameter(name) else { preconditionFailure("no parameter \(name)") }
    return parameter.handle.read(self)
  }

  /// Sets a parameter from text. On an error nothing changes.
  ///
  /// Keys follow the queries, value dim the dim and kv heads the heads until they are set, and again once they are set
  /// to what they would be by themselves.
  public mutating func set(_ name: String, to value: String) throws(RecipeError) {
    try Recipe.checkNames([Flag(name: name, value: value)])
    guard let parameter = Recipe.parameter(name) else { throw .unknownFlag(name) }
    var changed = self
    try parameter.handle.write(&changed, value)
    try changed.check(blaming: name)
    self = changed
  }

  /// The flags that reproduce the recipe: those that differ from their defaults, in order.
  public var flags: [Flag] {
    Recipe.parameters.filter { !isDefault($0.name) }.flatMap { parameter in
      switch parameter.kind {
      case .choices: Parts.pieces(parameter.handle.read(self)).map { Flag(name: parameter.name, value: $0) }
      default: [Flag(name: parameter.name, value: parameter.handle.read(self))]
      }
    }
  }

  /// Whether a parameter has the value that it has when nobody sets it.
  public func isDefault(_ name: String) -> Bool {
    guard let parameter = Recipe.parameter(name) else { return true }
    return parameter.handle.read(self) == parameter.handle.standard(self)
  }

  /// Why a parameter has no effect now; nil when it has one.
  public func idleReason(_ name: String) -> Gloss? {
    guard let parameter = Recipe.parameter(name) else { return nil }
    let kernel = type(of: kernel)
    if Recipe.kernelParameters.contains(name), !kernel.honoured.contains(name) {
      return Gloss(en: "kernel \(kernel.name) does without it", zh: "内核 \(kernel.name) 不使用它")
    }
    if let reason = parameter.handle.idle(self) { return reason }
    if case .choice(let choices) = parameter.kind, choices.count == 1 {
      return Gloss(en: "there is no other choice so far", zh: "目前没有其他选项")
    }
    return nil
  }

  /// Refuses names that are no parameter, and a second value for a parameter that takes one.
  private static func checkNames(_ flags: [Flag]) throws(RecipeError) {
    var seen: Set<String> = []
    for flag in flags {
      guard let parameter = parameter(flag.name) else { throw .unknownFlag(flag.name) }
      if case .choices = parameter.kind { continue }
      if !seen.insert(flag.name).inserted { throw .repeated(flag.name) }
    }
  }
}
