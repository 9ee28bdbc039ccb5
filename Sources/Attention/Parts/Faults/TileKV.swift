/// Key and value heads are tiled instead of repeated: query head h reads key head h mod G, not h / (H/G).
///
/// Breaks: neighbouring query heads share a key and value head. Every head is a good one, but most belong to another
/// group, so that a trained model's output is noise.
public struct TileKV: Fault {
  public static let name = "tile-kv"
  public static let summary = Gloss(
    en: "kv heads are tiled, not repeated: heads read the keys of another group",
    zh: "KV 头被平铺而不是逐个重复：头读到别组的键和值")
  public static let invariant: Gloss? = Gloss(
    en: "neighbouring heads must share a key and value head: h / (H/G)",
    zh: "相邻的查询头必须共用一个键值头：h / (H/G)")

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] { ["k, v = k.repeat(H // G, 1, 1), v.repeat(H // G, 1, 1)"] }

  public static func refusal(of recipe: Recipe) -> Gloss? {
    let shape = recipe.shape
    return shape.kvHeads > 1 && shape.kvHeads < shape.heads
      ? nil : needs("kv-heads above 1 and below heads", "kv-heads 大于 1 且小于 heads")
  }

  /// A key and value head for each query head, the wrong one.
  public func mistaken(_ recipe: Recipe) -> Recipe {
    var wrong = recipe
    wrong.ownKVHeads = nil
    return wrong
  }

  public func mistaken(_ inputs: Inputs, _ recipe: Recipe) -> Inputs {
    let heads = recipe.shape.heads
    return inputs.with(k: TileKV.tiled(inputs.k, heads: heads), v: TileKV.tiled(inputs.v, heads: heads))
  }

  private static func tiled(_ tensor: Tensor, heads: Int) -> Tensor {
    let copies = (0..<heads / tensor.heads).map { _ in tensor.values }
    return Tensor(heads: heads, rows: tensor.rows, columns: tensor.columns, values: Array(copies.joined()))
  }
}
