/// What a cache of keys and values holds as the text gets longer, in bytes: one layer, fp32, by who shares keys and
/// values with whom.
///
/// MHA: 2·H·D numbers a token; GQA: 2·G·D; MQA: 2·D; MLA: one latent of 4·D and one rope key of D/2 for all heads, the
/// sizes of DeepSeek-V2. Sources: Shazeer 2019, Fast transformer decoding; Ainslie et al. 2023, GQA; DeepSeek-AI 2024,
/// DeepSeek-V2 (arXiv:2405.04434), section 2.1 and table 1.
public enum CacheCurve {
  static let contexts = (10...17).map { 1 << $0 }

  /// The heads compared: the recipe's, or 32 where it has too few to share anything.
  public static func heads(_ recipe: Recipe) -> Int { recipe.shape.heads >= 4 ? recipe.shape.heads : 32 }

  /// Key and value heads of GQA: the recipe's where it shares some, or a quarter of the heads.
  public static func groups(_ recipe: Recipe) -> Int {
    let (heads, own) = (heads(recipe), recipe.shape.kvHeads)
    if heads == recipe.shape.heads, own > 1, own < heads { return own }
    return (1...max(1, heads / 4)).last { heads.isMultiple(of: $0) } ?? 1
  }

  /// Nothing is run: a cache's size is a product.
  public static func plan(_ recipe: Recipe) -> CurvePlan {
    let (heads, dim) = (heads(recipe), recipe.shape.dim)
    let valueDim = recipe.shape.valueDim
    let shared = [heads, groups(recipe), 1].map { kvHeads in
      contexts.map { context in
        Double(
          4
            * PlainKernel([]).cached(
              Shape(heads: heads, kvHeads: kvHeads, queries: 1, keys: context, dim: dim, valueDim: valueDim),
              PartTensors()))
      }
    }
    let latent = contexts.map { Double(4 * $0 * (4 * dim + dim / 2)) }
    return CurvePlan(
      places: contexts.map { Double($0) }, names: ["MHA", "GQA", "MQA", "MLA"], known: shared + [latent])
  }
}
