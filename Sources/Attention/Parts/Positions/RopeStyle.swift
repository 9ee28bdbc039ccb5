/// Which channels rope turns together.
public enum RopeStyle: String, CaseIterable, Sendable {
  /// Neighbours, channels 2i and 2i + 1, as in the paper.
  case interleaved
  /// Channel i with channel i + D/2, as in LLaMA's checkpoints.
  case half

  /// What the style means, in one line.
  public var summary: Gloss {
    switch self {
    case .interleaved: Gloss(en: "neighbouring channels turn together, as in the paper", zh: "相邻两个通道一起旋转，与论文一致")
    case .half:
      Gloss(en: "channel i turns with channel i + D/2, as in LLaMA", zh: "通道 i 与通道 i + D/2 一起旋转，与 LLaMA 一致")
    }
  }

  /// The two channels of a pair.
  func channels(ofPair pair: Int, dim: Int) -> (Int, Int) {
    switch self {
    case .interleaved: (2 * pair, 2 * pair + 1)
    case .half: (pair, pair + dim / 2)
    }
  }
}
