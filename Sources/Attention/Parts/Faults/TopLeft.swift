/// Masks count queries from 0 although the first one stands at P: the triangle sits in the top left corner.
///
/// Breaks: the last query sees the last key. With a cache, every new token would see the oldest keys only.
public struct TopLeft: Fault {
  public static let name = "top-left"
  public static let summary = Gloss(
    en: "masks count queries from 0, not from where they stand: recent keys are lost",
    zh: "掩码从 0 数查询，而不是从其位置数：看不到最近的键")
  public static let invariant: Gloss? = Gloss(
    en: "with a cache the last query must see every key",
    zh: "有缓存时，最后一个查询必须看得到所有键")

  public init(_ numbers: [Double]) {}

  public static func refusal(of recipe: Recipe) -> Gloss? {
    guard recipe.masks.contains(where: { type(of: $0).looksAtPositions }) else {
      return needs("a mask that looks at positions", "一个用到位置的 mask")
    }
    guard recipe.queryStart == 0 else { return nil }
    return Gloss(
      en: "queries start at 0 already, so that nothing would change: take more keys than queries",
      zh: "查询本来就从 0 开始，不会有任何变化：请让键多于查询")
  }

  public func mistaken(_ recipe: Recipe) -> Recipe {
    var wrong = recipe
    wrong.masks = recipe.masks.map { mask in
      type(of: mask).looksAtPositions ? Shifted(mask: mask, by: -recipe.queryStart) : mask
    }
    return wrong
  }

  /// A mask asked about the wrong positions of the queries.
  private struct Shifted: Mask {
    static let name = TopLeft.name
    static let summary = TopLeft.summary
    let mask: any Mask
    let shift: Int

    init(mask: any Mask, by shift: Int) { (self.mask, self.shift) = (mask, shift) }
    init(_ numbers: [Double]) { (mask, shift) = (Causal([]), 0) }

    func torch(_ program: TorchProgram) -> [String] {
      ["i = i - P"] + mask.torch(program) + ["i = i + P"]
    }

    func keeps(query i: Int, key j: Int, in context: PairContext) -> Bool {
      mask.keeps(query: i + shift, key: j, in: context)
    }

    func narrow(_ row: UnsafeMutableBufferPointer<Bool>, query i: Int, in context: PairContext) {
      mask.narrow(row, query: i + shift, in: context)
    }
  }
}
