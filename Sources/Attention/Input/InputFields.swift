/// The fields of an input file, taken one by one.
struct InputFields {
  let fields: [String: JSONValue]

  private static let plain: Set = ["q", "k", "v", "mask"]
  private static let projections: Set = [
    "x", "y", "wq", "wk", "wv", "wo", "bq", "bk", "bv", "bo", "heads", "kv_heads", "mask",
  ]
  /// What parts read, beside either.
  private static let parts: Set = ["additive", "bilinear", "t5", "documents", "performer", "linformer"]
  /// What stands in place of k and v.
  private static let latent: Set = ["q", "mask", "latent"]

  init(_ fields: [String: JSONValue]) throws(InputError) {
    self.fields = fields.filter { if case .null = $0.value { false } else { true } }
    for key in fields.keys.sorted() {
      let known = [InputFields.plain, InputFields.projections, InputFields.latent, InputFields.parts]
      if !known.contains(where: { $0.contains(key) }) { throw .unknownKey(key) }
    }
    let kind = isProjected ? InputFields.projections : isLatent ? InputFields.latent : InputFields.plain
    for key in self.fields.keys.sorted() where !kind.union(InputFields.parts).contains(key) {
      let whole = isProjected ? "x" : isLatent && InputFields.plain.contains(key) ? "latent" : nil
      throw .badSize(
        field: key, problem: whole.map { "cannot stand beside \($0)" } ?? "belongs to x, which is missing")
    }
  }

  var isProjected: Bool { fields["x"] != nil }
  private var isLatent: Bool { fields["latent"] != nil }

  /// `{"q", "k", "v"}`, or `{"q", "latent"}` with the keys and values that the latents stand for.
  func tensors(_ recipe: inout Recipe, _ memoryLimit: Int) throws(InputError) -> Inputs {
    let q = try tensor("q")
    if let value = fields["latent"] {
      let latent = try LatentTensors(value, q)
      recipe.take(latent.shape(queries: q.rows))
      try recipe.checkShape(memoryLimit)
      let (k, v) = latent.expanded()
      var parts = try partTensors(recipe)
      parts.latent = latent
      return Inputs(q: q, k: k, v: v, customMask: try mask(recipe.shape), parts: parts)
    }
    let (k, v) = (try tensor("k"), try tensor("v"))
    recipe.take(try Inputs(q: q, k: k, v: v).shape())
    try recipe.checkShape(memoryLimit)
    return Inputs(q: q, k: k, v: v, customMask: try mask(recipe.shape), parts: try partTensors(recipe))
  }

  /// `{"x", "y"?, "wq", …}`.
  func projected(_ recipe: inout Recipe, _ memoryLimit: Int) throws(InputError) -> Inputs {
    let x = try matrix("x")
    let y = fields["y"] == nil ? nil : try matrix("y")
    let heads = try whole("heads") ?? 1
    let kvHeads = try whole("kv_heads") ?? heads
    let projection = Projection(
      x: x, y: y, wq: try linear("wq", "bq", reading: "x", x),
      wk: try linear("wk", "bk", reading: y == nil ? "x" : "y", y ?? x),
      wv: try linear("wv", "bv", reading: y == nil ? "x" : "y", y ?? x), wo: try linear("wo", "bo", reading: nil, nil))
    let dim = try divide("wq", projection.wq, by: heads, "heads")
    let keyDim = try divide("wk", projection.wk, by: kvHeads, "kv_heads")
    let valueDim = try divide("wv", projection.wv, by: kvHeads, "kv_heads")
    try match("channels a head", ("wq", projection.wq.weight, dim), ("wk", projection.wk.weight, keyDim))
    if projection.wo.weight.columns != heads * valueDim {
      throw .badSize(
        field: "wo",
        problem: "takes \(projection.wo.weight.columns) channels but the heads give \(heads) × \(valueDim) "
          + "(wo \(InputFields.text(projection.wo.weight)), wv \(InputFields.text(projection.wv.weight)))")
    }
    guard heads.isMultiple(of: kvHeads) else {
      throw .badSize(field: "heads", problem: "\(heads) is not divisible by the \(kvHeads) kv_heads")
    }
    for (name, count) in [("wq", dim), ("wv", valueDim)] {
      try Inputs.checkSize(name, count, "channels a head", Ranges.dims)
    }
    for (name, tokens) in [("x", x), ("y", y ?? x)] { try Inputs.checkSize(name, tokens.rows, "tokens", Ranges.tokens) }

    recipe.take(
      Shape(
        heads: heads, kvHeads: kvHeads, queries: x.rows, keys: (y ?? x).rows, dim: dim, valueDim: valueDim))
    // Across, queries and keys count their own tokens.
    if y != nil, recipe.ownQueryStart == nil { recipe.ownQueryStart = 0 }
    try recipe.checkShape(memoryLimit)
    return Inputs(
      q: Projection.split(x, projection.wq, heads: heads), k: Projection.split(y ?? x, projection.wk, heads: kvHeads),
      v: Projection.split(y ?? x, projection.wv, heads: kvHeads), customMask: try mask(recipe.shape),
      projection: projection, parts: try partTensors(recipe))
  }

  /// A `[heads][tokens][dim]` tensor; `[tokens][dim]` is one head.
  private func tensor(_ name: String) throws(InputError) -> Tensor {
    let (dims, numbers) = try numbers(name, neededBy: "every run", depths: 2...3, "[heads][tokens][dim] of numbers")
    let all = dims.count == 3 ? dims : [1] + dims
    return Tensor(heads: all[0], rows: all[1], columns: all[2], values: numbers)
  }

  private func matrix(_ name: String) throws(InputError) -> Tensor {
    let (dims, numbers) = try numbers(name, neededBy: "x", depths: 2...2, "[rows][columns] of numbers")
    return Tensor(heads: 1, rows: dims[0], columns: dims[1], values: numbers)
  }

  private func linear(
    _ weight: String, _ bias: String, reading source: String?, _ tokens: Tensor?
  ) throws(InputError) -> Projection.Linear {
    let matrix = try matrix(weight)
    if let source, let tokens {
      try match("channels", (weight, matrix, matrix.columns), (source, tokens, tokens.columns))
    }
    guard fields[bias] != nil else { return Projection.Linear(weight: matrix, bias: nil) }
    let (dims, numbers) = try numbers(bias, neededBy: "x", depths: 1...1, "[channels] of numbers")
    if dims[0] != matrix.rows {
      throw .mismatch(
        noun: "channels", InputError.Count(field: bias, count: dims[0], shape: "[\(dims[0])]"),
        InputError.Count(field: weight, count: matrix.rows, shape: InputFields.text(matrix)))
    }
    return Projection.Linear(weight: matrix, bias: numbers)
  }

  private func numbers(
    _ name: String, neededBy: String, depths: ClosedRange<Int>, _ expected: String
  ) throws(InputError) -> ([Int], [Float]) {
    guard let value = fields[name] else { throw .missingKey(name, neededBy: neededBy) }
    guard case .grid(let grid) = value, case .numbers(let numbers) = grid.elements, depths.contains(grid.dims.count)
    else { throw .wrongKind(field: name, expected: expected) }
    return (grid.dims, numbers)
  }

  private func whole(_ name: String) throws(InputError) -> Int? {
    guard let value = fields[name] else { return nil }
    guard case .number(let number) = value, let whole = Int(exactly: number), Ranges.heads.contains(whole) else {
      throw .wrongKind(
        field: name, expected: "a whole number, \(Ranges.heads.lowerBound) to \(Ranges.heads.upperBound)")
    }
    return whole
  }

  private func mask(_ shape: Shape) throws(InputError) -> [Bool]? {
    guard let value = fields["mask"] else { return nil }
    guard case .grid(let grid) = value, case .bools(let bools) = grid.elements, grid.dims.count == 2 else {
      throw .wrongKind(field: "mask", expected: "[queries][keys] of true and false")
    }
    if grid.dims != [shape.queries, shape.keys] {
      throw .badSize(
        field: "mask",
        problem: "is \(grid.shapeText), but there are \(shape.queries) queries and \(shape.keys) keys")
    }
    return bools
  }

  private func divide(
    _ name: String, _ linear: Projection.Linear, by heads: Int, _ noun: String
  ) throws(InputError) -> Int {
    guard linear.weight.rows.isMultiple(of: heads) else {
      throw .badSize(
        field: name,
        problem: "has \(linear.weight.rows) rows, not divisible by \(noun) \(heads) "
          + "(\(name) \(InputFields.text(linear.weight)))")
    }
    return linear.weight.rows / heads
  }

  private typealias Sized = (name: String, matrix: Tensor, count: Int)

  private func match(_ noun: String, _ one: Sized, _ other: Sized) throws(InputError) {
    if one.count == other.count { return }
    throw .mismatch(
      noun: noun, InputError.Count(field: one.name, count: one.count, shape: InputFields.text(one.matrix)),
      InputError.Count(field: other.name, count: other.count, shape: InputFields.text(other.matrix)))
  }

  /// The shape of a matrix without heads: `[16,8]`.
  private static func text(_ matrix: Tensor) -> String { "[\(matrix.rows),\(matrix.columns)]" }
}
