/// A known mistake, made on purpose so that a learner can see what breaks. A run with a fault is marked as faulty
/// wherever it appears.
///
/// Most mistakes are the right pipeline with a wrong recipe or on wrong inputs; the rest say what else they change. A
/// fault is shown by one kernel, and refused where it would change nothing.
public protocol Fault: Part {
  /// What holds of the right way and no longer with the fault, in one sentence; nil where nothing is broken.
  static var invariant: Gloss? { get }
  /// The kernel that shows it.
  static var kernel: any Kernel.Type { get }
  /// What the fault needs and the recipe lacks; nil where there is something to break.
  static func refusal(of recipe: Recipe) -> Gloss?
  /// The recipe that the mistaken program runs.
  func mistaken(_ recipe: Recipe) -> Recipe
  /// The inputs that it runs on.
  ///
  /// - Parameter recipe: The recipe as it should be.
  func mistaken(_ inputs: Inputs, _ recipe: Recipe) -> Inputs
  /// How masks hide a pair.
  var masking: Masking { get }
  /// The head and the row of the output that the mistaken program takes for a head's row.
  func outputRow(head: Int, row: Int, in shape: Shape) -> (head: Int, row: Int)
  /// The same in PyTorch: lines that rewrite `output`.
  var torchOutput: [String] { get }
}

/// How masks hide a pair.
public enum Masking: Sendable {
  /// Its score is −∞ before the normaliser: the right way.
  case infinity
  /// Its score is multiplied by 0 before the normaliser, which then sees every pair.
  case zeroBefore
  /// Its weight is multiplied by 0 after the normaliser.
  case zeroAfter
}

extension Fault {
  public static var kernel: any Kernel.Type { PlainKernel.self }
  public static func refusal(of recipe: Recipe) -> Gloss? { nil }
  public func mistaken(_ recipe: Recipe) -> Recipe { recipe }
  public func mistaken(_ inputs: Inputs, _ recipe: Recipe) -> Inputs { inputs }
  public var masking: Masking { .infinity }
  public func outputRow(head: Int, row: Int, in shape: Shape) -> (head: Int, row: Int) { (head, row) }
  public func torch(_ program: TorchProgram) -> [String] { [] }
  public var torchOutput: [String] { [] }

  public static func check(_ recipe: Recipe) throws(RecipeError) {
    func refuse(_ why: Gloss) -> RecipeError { .refused(name: "fault", value: name, why: why) }
    if type(of: recipe.kernel) != kernel { throw refuse(needs("kernel \(kernel.name)")) }
    if let why = refusal(of: recipe) { throw refuse(why) }
  }

  /// What is missing: `needs bias alibi`. Flags read alike in both languages.
  static func needs(_ what: String, _ zh: String? = nil) -> Gloss {
    Gloss(en: "needs \(what)", zh: "需要 \(zh ?? what)")
  }
}

extension Recipe {
  /// What is really run: the inputs with all that parts draw, and with a fault, the recipe and the inputs of the mistaken
  /// program.
  func asRun(on inputs: Inputs) -> (recipe: Recipe, inputs: Inputs) {
    // A mistaken recipe may hide its parts behind others: what they draw is drawn before.
    let completed = Inputs(
      q: inputs.q, k: inputs.k, v: inputs.v, customMask: inputs.customMask, projection: inputs.projection,
      parts: inputs.parts.completed(for: self))
    return (fault.mistaken(self), fault.mistaken(completed, self))
  }
}

extension Tensor {
  /// An output as a fault puts it together, row by row.
  func rearranged(by fault: any Fault, in shape: Shape) -> Tensor {
    if fault is NoFault { return self }
    var values: [Float] = []
    values.reserveCapacity(self.values.count)
    for head in 0..<heads {
      for row in 0..<rows {
        let source = fault.outputRow(head: head, row: row, in: shape)
        values += self.row(source.head, source.row)
      }
    }
    return Tensor(heads: heads, rows: rows, columns: columns, values: values)
  }
}

extension Inputs {
  /// The same with other queries, keys or values.
  func with(q: Tensor? = nil, k: Tensor? = nil, v: Tensor? = nil) -> Inputs {
    Inputs(
      q: q ?? self.q, k: k ?? self.k, v: v ?? self.v, customMask: customMask, projection: projection, parts: parts)
  }
}
