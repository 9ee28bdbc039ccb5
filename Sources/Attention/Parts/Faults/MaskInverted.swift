/// The mask is read the wrong way round: true is taken for "hide". Libraries disagree about what true means.
///
/// Breaks: a causal output does not change when later keys change. Every query sees exactly what it must not see.
public struct MaskInverted: Fault {
  public static let name = "mask-inverted"
  public static let summary = Gloss(
    en: "true is taken for hide: a query sees exactly what it must not see",
    zh: "把 true 当成隐藏：查询看到的恰好是不该看的")
  public static let invariant: Gloss? = Gloss(
    en: "a query must see the keys that the mask keeps, and no others",
    zh: "查询必须看到掩码保留的键，且只看到这些键")

  public init(_ numbers: [Double]) {}

  public static func refusal(of recipe: Recipe) -> Gloss? {
    recipe.masks.isEmpty ? needs("a mask", "一个 mask") : nil
  }

  public func mistaken(_ recipe: Recipe) -> Recipe {
    var wrong = recipe
    wrong.masks = [Inverted(masks: recipe.masks)]
    return wrong
  }

  /// What all masks together would hide.
  private struct Inverted: Mask {
    static let name = MaskInverted.name
    static let summary = MaskInverted.summary
    let masks: [any Mask]

    init(masks: [any Mask]) { self.masks = masks }
    init(_ numbers: [Double]) { masks = [] }

    func torch(_ program: TorchProgram) -> [String] { masks.flatMap { $0.torch(program) } + ["keep = ~keep"] }

    func keeps(query i: Int, key j: Int, in context: PairContext) -> Bool {
      !masks.allSatisfy { $0.keeps(query: i, key: j, in: context) }
    }

    func narrow(_ row: UnsafeMutableBufferPointer<Bool>, query i: Int, in context: PairContext) {
      var kept = [Bool](repeating: true, count: row.count)
      kept.withUnsafeMutableBufferPointer { kept in
        for mask in masks { mask.narrow(kept, query: i, in: context) }
      }
      for j in row.indices where kept[j] { row[j] = false }
    }
  }
}
