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

  /// What the picture of this stage shows.
  var meaning: Gloss {
    switch self {
    case .scores: Gloss(en: "how well each query and key agree, scaled", zh: "每个查询与键的契合程度，已缩放")
    case .biased: Gloss(en: "scores soft-capped, with the bias added", zh: "经过软上限并加上偏置之后的分数")
    case .masked: Gloss(en: "after the temperature, only where a query may look", zh: "经过温度之后，只留下查询可以看的位置")
    case .weights: Gloss(en: "each row divided out: the shares of a query's attention", zh: "每一行归一化之后：一个查询把注意力分给各个键的份额")
    case .output: Gloss(en: "each row the weighted sum of the values, channel by channel", zh: "每一行是值的加权和，逐通道列出")
    }
  }

  /// Why this stage may look like the one before it.
  var nothingHappens: Gloss {
    self == .masked
      ? Gloss(en: "neither a mask nor a temperature is set", zh: "没有设置掩码或温度")
      : Gloss(en: "neither a soft-cap nor a bias is set", zh: "没有设置软上限或偏置")
  }
}
