/// The tensors of a run.
public struct Inputs: Equatable, Sendable {
  /// Queries, `[heads][queries][dim]`.
  public let q: Tensor
  /// Keys, `[kvHeads][keys][dim]`.
  public let k: Tensor
  /// Values, `[kvHeads][keys][valueDim]`.
  public let v: Tensor
  /// The mask of the input file, `[queries][keys]`, true where a query may look.
  public let customMask: [Bool]?
  /// The matrices that q, k and v were made with, when the file brought tokens instead.
  public let projection: Projection?
  /// What the file brought for parts.
  public let parts: PartTensors

  /// Inputs from tensors.
  public init(
    q: Tensor, k: Tensor, v: Tensor, customMask: [Bool]? = nil, projection: Projection? = nil,
    parts: PartTensors = PartTensors()
  ) {
    self.q = q
    self.k = k
    self.v = v
    self.customMask = customMask
    self.projection = projection
    self.parts = parts
  }

  /// Standard normal tensors, the same for a seed on every machine.
  ///
  /// Each row has a stream of its own: a token, a head or a channel more leaves all other numbers as they were. Ask
  /// `Recipe.checkMemory` first: the largest shapes do not fit.
  public static func random(_ shape: Shape, seed: UInt64) -> Inputs {
    Inputs(
      q: NormalSource.tensor("q", heads: shape.heads, rows: shape.queries, columns: shape.dim, seed: seed),
      k: NormalSource.tensor("k", heads: shape.kvHeads, rows: shape.keys, columns: shape.dim, seed: seed),
      v: NormalSource.tensor("v", heads: shape.kvHeads, rows: shape.keys, columns: shape.valueDim, seed: seed))
  }

  /// The part of them that one query head reads: a head each.
  static func random(_ shape: Shape, seed: UInt64, head: Int) -> Inputs {
    let kvHead = shape.kvHead(of: head)
    return Inputs(
      q: NormalSource.tensor("q", heads: head..<head + 1, rows: shape.queries, columns: shape.dim, seed: seed),
      k: NormalSource.tensor("k", heads: kvHead..<kvHead + 1, rows: shape.keys, columns: shape.dim, seed: seed),
      v: NormalSource.tensor("v", heads: kvHead..<kvHead + 1, rows: shape.keys, columns: shape.valueDim, seed: seed))
  }

  /// The sizes of the tensors, which must fit together.
  func shape() throws(InputError) -> Shape {
    try Inputs.match("channels", ("q", q, q.columns), ("k", k, k.columns))
    try Inputs.match("keys", ("k", k, k.rows), ("v", v, v.rows))
    try Inputs.match("heads", ("k", k, k.heads), ("v", v, v.heads))
    for (name, tensor) in [("q", q), ("k", k), ("v", v)] {
      try Inputs.checkSize(name, tensor.heads, "heads", Ranges.heads)
      try Inputs.checkSize(name, tensor.rows, "tokens", Ranges.tokens)
      try Inputs.checkSize(name, tensor.columns, "channels", Ranges.dims)
    }
    guard q.heads.isMultiple(of: k.heads) else {
      throw .badSize(
        field: "q",
        problem: "has \(q.heads) heads, not divisible by the \(k.heads) of k (q \(q.shapeText), k \(k.shapeText))")
    }
    if let customMask, customMask.count != q.rows * k.rows {
      throw .badSize(
        field: "mask", problem: "does not have \(q.rows) × \(k.rows) places (q \(q.shapeText), k \(k.shapeText))")
    }
    return Shape(
      heads: q.heads, kvHeads: k.heads, queries: q.rows, keys: k.rows, dim: q.columns, valueDim: v.columns)
  }

  private typealias Sized = (name: String, tensor: Tensor, count: Int)

  /// Refuses two tensors that must have as many of something.
  private static func match(_ noun: String, _ one: Sized, _ other: Sized) throws(InputError) {
    if one.count == other.count { return }
    throw .mismatch(
      noun: noun, InputError.Count(field: one.name, count: one.count, shape: one.tensor.shapeText),
      InputError.Count(field: other.name, count: other.count, shape: other.tensor.shapeText))
  }

  static func checkSize(_ field: String, _ count: Int, _ noun: String, _ range: ClosedRange<Int>) throws(InputError) {
    if range.contains(count) { return }
    throw .badSize(
      field: field, problem: "has \(count) \(noun), but \(range.lowerBound) to \(range.upperBound) are allowed")
  }
}
