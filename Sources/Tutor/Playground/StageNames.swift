import Attention

extension Stage {
  var label: Gloss {
    switch self {
    case .scores: Gloss(en: "scores", zh: "分数")
    case .biased: Gloss(en: "biased", zh: "偏置后")
    case .masked: Gloss(en: "masked", zh: "掩码后")
    case .weights: Gloss(en: "weights", zh: "权重")
    case .output: Gloss(en: "output", zh: "输出")
    }
  }

  /// One number of the stage.
  var single: Gloss {
    switch self {
    case .scores: Gloss(en: "score", zh: "分数")
    case .biased: Gloss(en: "biased score", zh: "偏置后的分数")
    case .masked: Gloss(en: "masked score", zh: "掩码后的分数")
    case .weights: Gloss(en: "weight", zh: "权重")
    case .output: Gloss(en: "output", zh: "输出")
    }
  }

  /// What the picture of this stage shows.
  var meaning: Gloss {
    switch self {
    case .scores: Gloss(en: "how well each query and key agree", zh: "每个查询与键的契合程度")
    case .biased: Gloss(en: "scores after soft-cap and bias", zh: "经过软上限与偏置之后的分数")
    case .masked: Gloss(en: "after the temperature, only where a query may look", zh: "经过温度之后，只留查询可以看的位置")
    case .weights: Gloss(en: "each row normalised: the shares of a query's attention", zh: "每行归一化：一个查询分给各个键的注意力")
    case .output: Gloss(en: "each row is the weighted sum of the values, by channel", zh: "每行是值的加权和，逐通道列出")
    }
  }

  /// Why this stage may look like the one before it.
  var nothingHappens: Gloss {
    self == .masked
      ? Gloss(en: "no mask and no temperature", zh: "没有掩码或温度")
      : Gloss(en: "no soft-cap and no bias", zh: "没有软上限或偏置")
  }
}
