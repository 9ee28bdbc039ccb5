import Foundation

/// Keys and values are mixed down to R before attention: softmax(q·(E·k)ᵀ)·(F·v). The cost grows with N·R.
///
/// The mixtures come from the file's `"linformer": {"e": [R][M], "f": [R][M]}`. Without a file R is a quarter of the keys,
/// and the numbers are normal, divided by √R. Masks and biases are refused: a mixture of keys stands nowhere.
///
/// Source: Wang et al. 2020, Linformer, section 4.
public struct Linformer: Kernel {
  public static let name = "linformer"
  public static let summary = Gloss(
    en: "keys and values mixed down to a few before attention",
    zh: "先把键和值混合压缩成少数几个，再做注意力")
  public static let drawnField: String? = "linformer"
  public static let isExact = false

  public static let honoured: Set = ["score", "scale", "softcap", "temperature", "normalize"]

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    let (brought, count) = (program.inputs?.parts.linformer, "max(1, M // 4)")
    let (e, f) = (
      program.given("linformer.e", brought?.e, rows: count, columns: "M"),
      program.given("linformer.f", brought?.f, rows: count, columns: "M")
    )
    let root = brought == nil ? " / math.sqrt(\(count))" : ""
    return program.positioned + program.heading("kernel", self) + [
      "k = \(e)\(root) @ k", "v = \(f)\(root) @ v",
    ] + program.shared + program.logits + program.weighed
  }

  public static func check(_ recipe: Recipe) throws(RecipeError) {
    try refuse(recipe, masks: [])
  }

  public static func draw(into tensors: inout PartTensors, _ recipe: Recipe) {
    guard tensors.linformer == nil else { return }
    let keys = recipe.shape.keys
    let rows = Linformer.rows(recipe.shape, tensors)
    func drawn(_ name: String) -> Tensor {
      var tensor = NormalSource.tensor(name, heads: 1, rows: rows, columns: keys, seed: recipe.seed)
      tensor.values = tensor.values.map { $0 / Float(rows).squareRoot() }
      return tensor
    }
    tensors.linformer = LinformerTensors(e: drawn("linformer.e"), f: drawn("linformer.f"))
  }

  public func output(_ recipe: Recipe, _ inputs: Inputs) throws(InputError) -> Tensor {
    let pass = HeadPass(recipe, inputs)
    guard let mixtures = pass.context.tensors.linformer else {
      preconditionFailure("a run completes the tensors first")
    }
    let small = mixed(recipe, pass.context.tensors)
    let mixed = Inputs(
      q: pass.q, k: Linformer.product(mixtures.e, pass.k), v: Linformer.product(mixtures.f, inputs.v),
      parts: pass.context.tensors)
    return try Run(small, mixed, memoryLimit: .max).values(.output)
  }

  /// The mixtures, 2·R·M·(D + E) for each kv head, and attention over R keys.
  public func flops(_ recipe: Recipe, keptPairs: Int, _ tensors: PartTensors) -> Int {
    let (shape, small) = (recipe.shape, mixed(recipe, tensors))
    return 2 * small.shape.keys * (shape.dim + shape.valueDim) * shape.kvHeads * shape.keys
      + PlainKernel([]).flops(small, keptPairs: shape.queries * small.shape.keys, tensors)
  }

  /// q, k, v, the output and the mixtures; mixed keys and values; scores and weights of the mixed keys.
  public func moved(_ recipe: Recipe, _ tensors: PartTensors) -> Int {
    let (shape, small) = (recipe.shape, mixed(recipe, tensors))
    return shape.keyNumbers + shape.valueNumbers + 2 * small.shape.keys * shape.keys
      + PlainKernel([]).moved(small, tensors)
  }

  /// Mixed keys and values.
  public func cached(_ shape: Shape, _ tensors: PartTensors) -> Int {
    shape.kvHeads * Linformer.rows(shape, tensors) * (shape.dim + shape.valueDim)
  }

  /// The mixtures, and what a plain run over R keys holds besides the queries and the output.
  public func workspace(_ recipe: Recipe, _ tensors: PartTensors) -> Int {
    let (shape, small) = (recipe.shape, mixed(recipe, tensors))
    return 8 * small.shape.keys * shape.keys + small.memory - 4 * (shape.queryNumbers + shape.outputNumbers)
  }

  /// What is left once keys are mixed: plain attention over R of them.
  private func mixed(_ recipe: Recipe, _ tensors: PartTensors) -> Recipe {
    var small = recipe
    small.kernel = PlainKernel([])
    small.position = NoPosition([])
    small.ownKeys = Linformer.rows(recipe.shape, tensors)
    return small
  }

  /// R: as the file has it, or a quarter of the keys.
  private static func rows(_ shape: Shape, _ tensors: PartTensors) -> Int {
    tensors.linformer?.e.rows ?? max(1, shape.keys / 4)
  }

  public func exact(_ head: ExactHead, _ recipe: Recipe) -> [[Double]]? {
    guard let mixtures = head.tensors.linformer else { preconditionFailure("a run completes the tensors first") }
    func mixed(_ matrix: Tensor, _ rows: [[Double]]) -> [[Double]] {
      (0..<matrix.rows).map { row in
        rows[0].indices.map { column in
          zip(matrix.row(0, row), rows).reduce(0) { $0 + Double($1.0) * $1.1[column] }
        }
      }
    }
    let (keys, values) = (mixed(mixtures.e, head.keys), mixed(mixtures.f, head.values))
    return head.queries.map { query in
      let line = keys.map { key in
        let score = recipe.score.exact(query: query, key: key, scale: recipe.effectiveScale, head.tensors)
        return (recipe.softcap.map { $0 * tanh(score / $0) } ?? score) / recipe.temperature
      }
      let weights = recipe.normalizer.exact(line)
      return values[0].indices.map { channel in
        weights.indices.reduce(0) { $0 + weights[$1] * values[$1][channel] }
      }
    }
  }

  /// A matrix times each head of a tensor.
  private static func product(_ matrix: Tensor, _ tensor: Tensor) -> Tensor {
    var values: [Float] = []
    for head in 0..<tensor.heads {
      values += [Float](unsafeUninitializedCapacity: matrix.rows * tensor.columns) { buffer, filled in
        tensor.withMatrix(head) { rows in
          matrix.withMatrix(0) { matrix in
            PackedMatrix(rows, rows: tensor.rows, columns: tensor.columns)
              .multiply(matrix, rows: matrix.count / tensor.rows, into: buffer)
          }
        }
        filled = matrix.rows * tensor.columns
      }
    }
    return Tensor(heads: tensor.heads, rows: matrix.rows, columns: tensor.columns, values: values)
  }
}

/// What the Linformer reads.
public struct LinformerTensors: Equatable, Sendable {
  /// What mixes keys, `[R][keys]`, one head.
  public let e: Tensor
  /// What mixes values, `[R][keys]`, one head.
  public let f: Tensor

  init(e: Tensor, f: Tensor) { (self.e, self.f) = (e, f) }

  /// The object of an input file.
  init(_ value: JSONValue, keys: Int) throws(InputError) {
    let fields = try PartFields("linformer", value, known: ["e", "f"])
    e = try fields.matrix("e", columns: keys)
    f = try fields.matrix("f", rows: e.rows, columns: keys)
  }
}
