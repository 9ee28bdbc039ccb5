import Foundation

/// Rotary positions: pairs of channels of queries and keys turn with the position, so that a score depends on the
/// distance alone. Values are left as they are.
///
/// Angles come from double precision; odd dimensions are refused.
///
/// Source: Su et al. 2021, RoFormer, section 3.4.2.
public struct Rope: Position {
  public static let name = "rope"
  public static let summary = Gloss(
    en: "pairs of channels turn by position: scores see distances only",
    zh: "成对的通道随位置旋转：分数只取决于距离")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    Rope.torchFunction("rope", program.recipe.ropeStyle, program)
      + ["", "", "q = rope(q, i[:, 0])", "k = rope(k, j[0])"]
  }

  /// A function that turns the vectors of a tensor by their positions.
  static func torchFunction(_ name: String, _ style: RopeStyle, _ program: TorchProgram) -> [String] {
    let recipe = program.recipe
    let pairs =
      switch style {
      case .interleaved:
        ("a, b = x[..., 0::2], x[..., 1::2]", "torch.stack((a * cos - b * sin, a * sin + b * cos), -1)")
      case .half: ("a, b = x.chunk(2, dim=-1)", "torch.cat((a * cos - b * sin, a * sin + b * cos), -1)")
      }
    return [
      "def \(name)(x, positions):", "    width = x.shape[-1]",
      "    base, exponent, magnitude = \(recipe.ropeBase), -2 * torch.arange(width // 2) / width, 1.0",
    ] + recipe.ropeScaling.torch(program).map { "    \($0)" } + [
      "    angle = positions[:, None] * frequency",
      "    cos, sin = magnitude * angle.cos(), magnitude * angle.sin()", "    \(pairs.0)",
      "    return \(pairs.1)" + (style == .interleaved ? ".flatten(-2)" : ""),
    ]
  }

  public static func check(_ recipe: Recipe) throws(RecipeError) {
    if !recipe.shape.dim.isMultiple(of: 2) { throw .oddDim(recipe.shape.dim) }
  }

  public func apply(to tensor: inout Tensor, from first: Int, _ recipe: Recipe) {
    let dim = tensor.columns
    let channels = (0..<dim / 2).map { recipe.ropeStyle.channels(ofPair: $0, dim: dim) }
    for row in 0..<tensor.rows {
      let turns = (0..<dim / 2).map { turn(pair: $0, dim: dim, at: first + row, recipe) }
      for head in 0..<tensor.heads {
        let start = (head * tensor.rows + row) * dim
        for (pair, (one, other)) in channels.enumerated() {
          let x = Double(tensor.values[start + one])
          let y = Double(tensor.values[start + other])
          tensor.values[start + one] = Float(x * turns[pair].cos - y * turns[pair].sin)
          tensor.values[start + other] = Float(x * turns[pair].sin + y * turns[pair].cos)
        }
      }
    }
  }

  public func exact(_ vector: [Double], at position: Int, _ recipe: Recipe) -> [Double] {
    var turned = vector
    for pair in 0..<vector.count / 2 {
      let (one, other) = recipe.ropeStyle.channels(ofPair: pair, dim: vector.count)
      let turn = turn(pair: pair, dim: vector.count, at: position, recipe)
      turned[one] = vector[one] * turn.cos - vector[other] * turn.sin
      turned[other] = vector[one] * turn.sin + vector[other] * turn.cos
    }
    return turned
  }

  /// The sine and cosine of a pair's angle, times the scaling's magnitude.
  private func turn(pair: Int, dim: Int, at position: Int, _ recipe: Recipe) -> (sin: Double, cos: Double) {
    let scaling = recipe.ropeScaling
    let angle = scaling.angle(position: position, pair: pair, dim: dim, base: recipe.ropeBase)
    return (sin(angle) * scaling.magnitude, cos(angle) * scaling.magnitude)
  }
}
