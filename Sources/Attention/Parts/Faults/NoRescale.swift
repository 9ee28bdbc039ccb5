/// The online softmax forgets to rescale what it has summed when a later tile brings a larger score.
///
/// Breaks: tile by tile the result is that of the definition. Earlier tiles count too much, so that the order of the keys
/// matters.
public struct NoRescale: Fault {
  public static let name = "no-rescale"
  public static let summary = Gloss(
    en: "online softmax without rescaling its sums: flash differs from plain",
    zh: "在线 softmax 不重新缩放已有的和：flash 与 plain 结果不同")
  public static let invariant: Gloss? = Gloss(
    en: "tile by tile, the result must be that of the definition",
    zh: "逐块计算的结果必须与定义相同")
  public static var kernel: any Kernel.Type { Flash.self }

  public init(_ numbers: [Double]) {}

  public static func refusal(of recipe: Recipe) -> Gloss? {
    recipe.shape.keys > Flash.tile.keys
      ? nil : needs("keys above \(Flash.tile.keys), a second tile", "keys 大于 \(Flash.tile.keys)，即第二个分块")
  }

  public func mistaken(_ recipe: Recipe) -> Recipe {
    var wrong = recipe
    wrong.kernel = Flash(rescales: false)
    return wrong
  }
}
