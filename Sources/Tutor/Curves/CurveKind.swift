import Attention

/// The curves that can be looked at.
enum CurveKind: Int, CaseIterable, Sendable {
  case entropy, deviation, cost, cache

  func plan(_ recipe: Recipe) -> CurvePlan {
    switch self {
    case .entropy: EntropyCurve.plan(recipe)
    case .deviation: DeviationCurve.plan(recipe)
    case .cost: CostCurve.plan(recipe)
    case .cache: CacheCurve.plan(recipe)
    }
  }

  var label: Gloss {
    switch self {
    case .entropy: Gloss(en: "entropy", zh: "熵")
    case .deviation: Gloss(en: "deviation", zh: "标准差")
    case .cost: Gloss(en: "time", zh: "时间")
    case .cache: Gloss(en: "KV cache", zh: "KV 缓存")
    }
  }

  var title: Gloss {
    switch self {
    case .entropy: Gloss(en: "Mean entropy of the rows against temperature", zh: "各行的平均熵与温度")
    case .deviation: Gloss(en: "Standard deviation of the scores against d", zh: "分数的标准差与 d")
    case .cost: Gloss(en: "Time of a run against n", zh: "一次运行的时间与 n")
    case .cache: Gloss(en: "KV cache against context length", zh: "KV 缓存与上下文长度")
    }
  }

  /// The units of both axes, and how they are spaced.
  var units: Gloss {
    switch self {
    case .entropy: Gloss(en: "nats; τ, log", zh: "nat；τ，对数")
    case .deviation: Gloss(en: "log–log", zh: "双对数")
    case .cost: Gloss(en: "tokens, log–log", zh: "词元，双对数")
    case .cache: Gloss(en: "bytes, one layer, fp32; tokens, log–log", zh: "字节，单层，fp32；词元，双对数")
    }
  }

  /// Where one looks first: the place of the recipe's own setting.
  func firstPlace(_ plan: CurvePlan, _ recipe: Recipe) -> Int {
    let wanted: Double
    switch self {
    case .entropy: wanted = recipe.temperature
    case .deviation: wanted = Double(recipe.shape.dim)
    case .cost: wanted = Double(recipe.shape.queries)
    case .cache: wanted = 8192
    }
    let places = plan.places
    return places.indices.min { abs(places[$0] - wanted) < abs(places[$1] - wanted) } ?? 0
  }
}
