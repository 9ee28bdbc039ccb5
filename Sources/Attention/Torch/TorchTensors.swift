extension TorchProgram {
  /// The sizes, the tensors, and where queries and keys stand.
  var tensors: [String] {
    let shape = run.recipe.shape
    var lines = [
      "", "H, G = \(shape.heads), \(shape.kvHeads)  # query heads, key and value heads",
      "N, M = \(shape.queries), \(shape.keys)  # queries, keys",
      "D, E = \(shape.dim), \(shape.valueDim)  # channels of a query and of a value",
      "P = \(run.recipe.queryStart)  # where the first query stands", "",
    ]
    lines += vectors
    return lines + [
      "", "i = torch.arange(P, P + N)[:, None]  # where queries stand", "j = torch.arange(M)[None]  # and keys",
    ]
  }

  private var vectors: [String] {
    if let projection = inputs?.projection { return projected(projection) }
    let seed = run.recipe.seed
    let makesKeys = recipe.kernel is Latent
    guard let inputs else {
      let q = ["q = normal(\(seed), \"q\", H, N, D)"]
      return makesKeys ? q : q + ["k = normal(\(seed), \"k\", G, M, D)", "v = normal(\(seed), \"v\", G, M, E)"]
    }
    let q = ["q = \(literal(inputs.q))"]
    return makesKeys ? q : q + ["k = \(literal(inputs.k))", "v = \(literal(inputs.v))"]
  }

  private func projected(_ projection: Projection) -> [String] {
    var lines = ["x = \(literal(projection.x, headless: true))"]
    if let y = projection.y { lines.append("y = \(literal(y, headless: true))") }
    let linears = [
      ("q", projection.wq, "x", "H"), ("k", projection.wk, projection.y == nil ? "x" : "y", "G"),
      ("v", projection.wv, projection.y == nil ? "x" : "y", "G"), ("o", projection.wo, "", ""),
    ]
    for (name, linear, _, _) in linears {
      lines.append("w\(name) = \(literal(linear.weight, headless: true))")
      if let bias = linear.bias { lines.append("b\(name) = \(literal(bias, shape: [bias.count]))") }
    }
    lines += ["", "# Heads are split from the channels, head after head."]
    for (name, linear, source, heads) in linears.prefix(3) {
      let bias = linear.bias == nil ? "" : " + b\(name)"
      lines.append("\(name) = (\(source) @ w\(name).T\(bias)).unflatten(1, (\(heads), -1)).transpose(0, 1)")
    }
    return lines
  }

  /// A tensor as the file brought it, or how it is drawn: `normal(7, "additive.wq", 1, 64, 64)[0]`.
  func given(_ name: String, _ brought: Tensor?, heads: String? = nil, rows: String, columns: String) -> String {
    if let brought { return literal(brought, headless: heads == nil) }
    let drawn = "normal(\(recipe.seed), \"\(name)\", \(heads ?? "1"), \(rows), \(columns))"
    return heads == nil ? drawn + "[0]" : drawn
  }

  /// A tensor written out.
  ///
  /// - Parameter headless: Whether its only head is left out of its shape.
  func literal(_ tensor: Tensor, headless: Bool = false) -> String {
    literal(tensor.values, shape: (headless ? [] : [tensor.heads]) + [tensor.rows, tensor.columns])
  }

  /// Numbers, in the shortest form that reads back to the same 32 bits, in lines of up to 100 columns.
  func literal(_ values: [Float], shape: [Int]) -> String {
    var text = "numbers((\(shape.map(String.init).joined(separator: ", ")),), \"\"\"\n"
    text.reserveCapacity(values.count * 11)
    var column = 0
    for value in values {
      let number = NumberText.shortest(value)
      if column + number.utf8.count >= 100 {
        text += "\n"
        column = 0
      }
      text += column == 0 ? number : " " + number
      column += number.utf8.count + 1
    }
    return text + "\"\"\")"
  }
}
