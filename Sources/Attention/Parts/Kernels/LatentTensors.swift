/// What the latent kernel reads.
public struct LatentTensors: Equatable, Sendable {
  /// The latents, `[keys][rank]`, one head.
  public let c: Tensor
  /// The rope key that all heads share, before it is turned, `[keys][R]`, one head; R may be 0.
  public let ropeKeys: Tensor
  /// What makes the keys of each head, all but their last R channels: `[heads][dim − R][rank]`.
  public let keyMaps: Tensor
  /// What makes the values of each head: `[heads][valueDim][rank]`.
  public let valueMaps: Tensor

  /// Numbers of a latent.
  var rank: Int { c.columns }

  init(c: Tensor, ropeKeys: Tensor, keyMaps: Tensor, valueMaps: Tensor) {
    (self.c, self.ropeKeys, self.keyMaps, self.valueMaps) = (c, ropeKeys, keyMaps, valueMaps)
  }

  /// Normal numbers, the matrices divided by √rank: keys and values have a deviation of 1, as those that are drawn
  /// without a latent.
  init(_ shape: Shape, seed: UInt64) {
    let rank = shape.dim
    let turning = LatentTensors.turning(shape.dim)
    func drawn(_ name: String, heads: Int, rows: Int, columns: Int, dividedBy divisor: Float = 1)
      -> Tensor
    {
      var tensor = NormalSource.tensor(
        "latent.\(name)", heads: heads, rows: rows, columns: columns, seed: seed)
      tensor.values = tensor.values.map { $0 / divisor }
      return tensor
    }
    let root = Float(rank).squareRoot()
    c = drawn("c", heads: 1, rows: shape.keys, columns: rank)
    ropeKeys = drawn("kr", heads: 1, rows: shape.keys, columns: turning)
    keyMaps = drawn(
      "wuk", heads: shape.heads, rows: shape.dim - turning, columns: rank, dividedBy: root)
    valueMaps = drawn(
      "wuv", heads: shape.heads, rows: shape.valueDim, columns: rank, dividedBy: root)
  }

  /// The channels that turn where no file says how many: about a quarter of all, an even number, and never all.
  static func turning(_ dim: Int) -> Int {
    let quarter = (dim + 7) / 8 * 2
    return quarter < dim ? quarter : 0
  }

  /// The object of an input file, beside queries `[heads][queries][dim]`.
  init(_ value: JSONValue, _ q: Tensor) throws(InputError) {
    let fields = try PartFields("latent", value, known: ["c", "kr", "wuk", "wuv"])
    c = try fields.matrix("c", columns: nil)
    ropeKeys =
      fields.has("kr")
      ? try fields.matrix("kr", rows: c.rows, columns: nil)
      : Tensor(heads: 1, rows: c.rows, columns: 0)
    let content = q.columns - ropeKeys.columns
    if content < 1 {
      throw .badSize(
        field: "latent.kr",
        problem: "has \(ropeKeys.columns) columns, but must leave some of the \(q.columns) of q")
    }
    let keys = try fields.matrix("wuk", rows: q.heads * content, columns: c.columns)
    let values = try fields.matrix("wuv", columns: c.columns)
    if !values.rows.isMultiple(of: q.heads) {
      throw .badSize(
        field: "latent.wuv",
        problem: "has \(values.rows) rows, not divisible by the \(q.heads) heads of q")
    }
    for (name, count) in [("q", q.columns), ("latent.c", c.columns), ("latent.wuv", values.rows / q.heads)] {
      try Inputs.checkSize(name, count, "channels", Ranges.dims)
    }
    for (name, count) in [("q", q.rows), ("latent.c", c.rows)] {
      try Inputs.checkSize(name, count, "tokens", Ranges.tokens)
    }
    try Inputs.checkSize("q", q.heads, "heads", Ranges.heads)
    keyMaps = Tensor(heads: q.heads, rows: content, columns: c.columns, values: keys.values)
    valueMaps = Tensor(
      heads: q.heads, rows: values.rows / q.heads, columns: c.columns, values: values.values)
  }

  /// The shape of a run with a number of queries, each head having keys and values of its own.
  func shape(queries: Int) -> Shape {
    Shape(
      heads: keyMaps.heads, kvHeads: keyMaps.heads, queries: queries, keys: c.rows,
      dim: keyMaps.rows + ropeKeys.columns, valueDim: valueMaps.rows)
  }

  /// Queries `[heads][queries][dim − R]` that take in what makes the keys, Wukᵀ·q: `[heads][queries][rank]`.
  func absorbed(_ queries: Tensor) -> Tensor {
    product(queries, columns: rank) { head, queries, into in
      keyMaps.withMatrix(head) {
        PackedMatrix($0, rows: keyMaps.rows, columns: rank).multiply(
          queries, rows: queries.count / keyMaps.rows, into: into)
      }
    }
  }

  /// Latents mixed by the weights, `[heads][queries][rank]`, made into values, Wuv·c: `[heads][queries][valueDim]`.
  func values(of latents: Tensor) -> Tensor {
    product(latents, columns: valueMaps.rows) { head, latents, into in
      valueMaps.withMatrix(head) {
        PackedMatrix(transposing: $0, rows: valueMaps.rows, columns: rank)
          .multiply(latents, rows: latents.count / rank, into: into)
      }
    }
  }

  /// The keys `[heads][keys][dim]` and values `[heads][keys][valueDim]` that the latents stand for, none turned.
  func expanded() -> (k: Tensor, v: Tensor) {
    let heads = keyMaps.heads
    func repeated(_ tensor: Tensor) -> Tensor {
      Tensor(
        heads: heads, rows: tensor.rows, columns: tensor.columns,
        values: Array((0..<heads).map { _ in tensor.values }.joined()))
    }
    let keys = product(repeated(c), columns: keyMaps.rows) { head, latents, into in
      keyMaps.withMatrix(head) {
        PackedMatrix(transposing: $0, rows: keyMaps.rows, columns: rank)
          .multiply(latents, rows: latents.count / rank, into: into)
      }
    }
    return (keys.joined(repeated(ropeKeys)), values(of: repeated(c)))
  }

  /// A tensor made head by head of another.
  private func product(
    _ tensor: Tensor, columns: Int,
    _ multiply: (_ head: Int, UnsafeBufferPointer<Float>, _ into: UnsafeMutableBufferPointer<Float>)
      -> Void
  ) -> Tensor {
    let size = tensor.rows * columns
    let values = [Float](unsafeUninitializedCapacity: tensor.heads * size) { buffer, filled in
      for head in 0..<tensor.heads {
        let into = UnsafeMutableBufferPointer(rebasing: buffer[head * size..<(head + 1) * size])
        tensor.withMatrix(head) { multiply(head, $0, into) }
      }
      filled = tensor.heads * size
    }
    return Tensor(heads: tensor.heads, rows: tensor.rows, columns: columns, values: values)
  }
}
