/// Channels `[tokens][heads × dim]` are taken for `[heads][tokens][dim]` by a reshape, where a split and a transposition
/// are needed: heads are cut from the sequence. The output is put back the same way, so that its shape is right.
///
/// Breaks: an output depends on every token that its query may see. A head holds a few neighbouring tokens only, each
/// several times.
public struct HeadsReshape: Fault {
  public static let name = "heads-reshape"
  public static let summary = Gloss(
    en: "heads made by reshape, without transpose: each holds a few tokens only",
    zh: "只用 reshape、不转置来分头：每个头只含少数几个词元")
  public static let invariant: Gloss? = Gloss(
    en: "an output must depend on every token that its query may see",
    zh: "输出必须取决于该查询可以看到的每个词元")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    [
      "q = q.transpose(0, 1).reshape(H, N, D)", "k = k.transpose(0, 1).reshape(G, M, D)",
      "v = v.transpose(0, 1).reshape(G, M, E)",
    ]
  }

  public var torchOutput: [String] { ["output = output.reshape(N, H, E).transpose(0, 1)"] }

  public static func refusal(of recipe: Recipe) -> Gloss? {
    let shape = recipe.shape
    return shape.heads > 1 && max(shape.queries, shape.keys) > 1
      ? nil : needs("heads above 1 and more than one token", "heads 大于 1，且不止一个词元")
  }

  public func mistaken(_ inputs: Inputs, _ recipe: Recipe) -> Inputs {
    inputs.with(
      q: HeadsReshape.cut(inputs.q), k: HeadsReshape.cut(inputs.k), v: HeadsReshape.cut(inputs.v))
  }

  /// The heads' rows in order, taken for tokens of `heads × valueDim` channels.
  public func outputRow(head: Int, row: Int, in shape: Shape) -> (head: Int, row: Int) {
    let place = row * shape.heads + head
    return (place / shape.queries, place % shape.queries)
  }

  /// The channels of the tokens in order, `[tokens][heads × dim]`, taken for `[heads][tokens][dim]`.
  private static func cut(_ tensor: Tensor) -> Tensor {
    var values: [Float] = []
    values.reserveCapacity(tensor.values.count)
    for row in 0..<tensor.rows {
      for head in 0..<tensor.heads { values += tensor.row(head, row) }
    }
    return Tensor(heads: tensor.heads, rows: tensor.rows, columns: tensor.columns, values: values)
  }
}
