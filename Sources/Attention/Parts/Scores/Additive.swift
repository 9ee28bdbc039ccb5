import Foundation

/// A small network instead of a product: wᵀ·tanh(Wq·q + Wk·k). It is not scaled.
///
/// The matrices come from the file's `"additive": {"wq": [A][D], "wk": [A][D], "w": [A]}`. Without a file they are drawn
/// from the seed with A = D, so that the scores have a deviation of about 1.
///
/// Source: Bahdanau, Cho, Bengio 2015, Neural Machine Translation by Jointly Learning to Align and Translate, A.1.2.
public struct Additive: Score {
  public static let name = "additive"
  public static let summary = Gloss(
    en: "a small network (Bahdanau): wᵀ·tanh(Wq·q + Wk·k)",
    zh: "一个小网络（Bahdanau）：wᵀ·tanh(Wq·q + Wk·k)")
  public static let takesScale = false
  // The tanh of every hidden unit.
  public static let workPerChannel = 100
  public static let drawnField: String? = "additive"
  public let isProduct = false

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    let brought = program.inputs?.parts.additive
    let wq = program.given("additive.wq", brought?.wq, rows: "D", columns: "D")
    let wk = program.given("additive.wk", brought?.wk, rows: "D", columns: "D")
    let w =
      brought.map { program.literal($0.w, shape: [$0.w.count]) }
      ?? program.given("additive.w", nil, rows: "1", columns: "D") + "[0]"
    let root = brought == nil ? " / math.sqrt(D)" : ""
    return [
      "wq = \(wq)\(root)", "wk = \(wk)\(root)", "w = \(w)\(root)", "hidden_q, hidden_k = q @ wq.T, k @ wk.T",
      "scores = torch.stack([torch.tanh(hidden_q[:, n, None] + hidden_k) @ w for n in range(N)], dim=1)",
    ]
  }

  public func standardScale(dim: Int) -> Double { 1 }

  public static func draw(into tensors: inout PartTensors, _ recipe: Recipe) {
    if tensors.additive == nil { tensors.additive = AdditiveTensors(dim: recipe.shape.dim, seed: recipe.seed) }
  }

  public func fill(_ scores: UnsafeMutableBufferPointer<Float>, _ head: HeadVectors, scale: Double) {
    guard let tensors = head.tensors.additive else { preconditionFailure("a run completes the tensors first") }
    let units = tensors.w.count
    let queries = VectorRows(tensors.hidden(tensors.wq, head.queries, count: head.queryCount), columns: units)
    let keys = VectorRows(tensors.hidden(tensors.wk, head.keys, count: head.keyCount), columns: units)
    let w = VectorRows(tensors.w, columns: units)[0]
    for row in 0..<head.queryCount {
      let query = queries[row]
      for key in 0..<head.keyCount {
        scores[row * head.keyCount + key] = Additive.sum(w, query, keys[key])
      }
    }
  }

  /// Σ w·tanh(query + key). Every so often it moves from 32 bits on to 64: many units round no more than a few.
  private static func sum(
    _ w: ArraySlice<SIMD8<Float>>, _ query: ArraySlice<SIMD8<Float>>, _ key: ArraySlice<SIMD8<Float>>
  ) -> Float {
    var total = 0.0
    var partial = SIMD8<Float>.zero
    for index in 0..<w.count {
      let hidden = query[query.startIndex + index] + key[key.startIndex + index]
      partial += w[w.startIndex + index] * VectorTanh.value(hidden)
      if index % 16 == 15 {
        total += Double(partial.sum())
        partial = .zero
      }
    }
    return Float(total + Double(partial.sum()))
  }

  /// The hidden units of each query and key, 2·A·D, and their weighted sum for each pair, 2·A. The sum under the tanh is
  /// no sum of products.
  public func flops(_ shape: Shape, keptPairs: Int, _ tensors: PartTensors) -> Int {
    let units = tensors.additive?.w.count ?? shape.dim
    return 2 * units * (shape.queryNumbers + shape.keyNumbers + shape.heads * keptPairs)
  }

  public func exact(query: [Double], key: [Double], scale: Double, _ tensors: PartTensors) -> Double {
    guard let tensors = tensors.additive else { preconditionFailure("a run completes the tensors first") }
    return tensors.w.indices.reduce(0) { sum, unit in
      let hidden =
        AdditiveTensors.dot(tensors.wq.row(0, unit), query) + AdditiveTensors.dot(tensors.wk.row(0, unit), key)
      return sum + Double(tensors.w[unit]) * tanh(hidden)
    }
  }

  public func derivation(query: [Float], key: [Float], scale: Double, _ tensors: PartTensors) -> ScoreDerivation {
    guard let tensors = tensors.additive else { preconditionFailure("a run completes the tensors first") }
    let queries = tensors.w.indices.map { AdditiveTensors.dot(tensors.wq.row(0, $0), query.map { Double($0) }) }
    let keys = tensors.w.indices.map { AdditiveTensors.dot(tensors.wk.row(0, $0), key.map { Double($0) }) }
    let terms = tensors.w.indices.map { Double(tensors.w[$0]) * tanh(queries[$0] + keys[$0]) }
    return ScoreDerivation(
      query: queries.map { Float($0) }, key: keys.map { Float($0) }, products: terms.map { Float($0) },
      steps: [Derivation.Step(operation: .additive, result: terms.reduce(0, +))])
  }
}

/// What the additive score reads: A hidden units.
public struct AdditiveTensors: Equatable, Sendable {
  /// `[A][dim]`, one head.
  public let wq: Tensor
  /// `[A][dim]`, one head.
  public let wk: Tensor
  /// `[A]`.
  public let w: [Float]

  /// As many hidden units as channels; the numbers are normal, divided so that hidden units and scores stay near 1.
  init(dim: Int, seed: UInt64) {
    let factor = Float(1 / Double(dim).squareRoot())
    func drawn(_ name: String, rows: Int) -> Tensor {
      var tensor = NormalSource.tensor(name, heads: 1, rows: rows, columns: dim, seed: seed)
      tensor.values = tensor.values.map { $0 * factor }
      return tensor
    }
    wq = drawn("additive.wq", rows: dim)
    wk = drawn("additive.wk", rows: dim)
    w = drawn("additive.w", rows: 1).values
  }

  /// The object of an input file.
  init(_ value: JSONValue, dim: Int) throws(InputError) {
    let fields = try PartFields("additive", value, known: ["wq", "wk", "w"])
    wq = try fields.matrix("wq", columns: dim)
    wk = try fields.matrix("wk", rows: wq.rows, columns: dim)
    w = try fields.vector("w", count: wq.rows)
  }

  /// Vectors `[count][dim]` times a matrix: `[count][A]`.
  fileprivate func hidden(_ matrix: Tensor, _ vectors: UnsafeBufferPointer<Float>, count: Int) -> [Float] {
    Projection.Linear(weight: matrix, bias: nil).apply(vectors, rows: count)
  }

  fileprivate static func dot(_ row: ArraySlice<Float>, _ vector: [Double]) -> Double {
    zip(row, vector).reduce(0) { $0 + Double($1.0) * $1.1 }
  }
}
