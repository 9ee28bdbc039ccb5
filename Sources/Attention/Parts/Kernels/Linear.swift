import Foundation

/// Attention without softmax: weights are φ(q)·φ(k) over their sum, with φ(x) = elu(x) + 1. Causal too.
///
/// This is no approximation of softmax attention but another one. The cost grows with N + M.
///
/// Source: Katharopoulos et al. 2020, Transformers are RNNs, sections 3.2 to 3.4.
public struct Linear: FeatureKernel {
  public static let name = "linear"
  public static let summary = Gloss(
    en: "no softmax: features elu(x) + 1 of q and k, at linear cost",
    zh: "不用 softmax：查询与键取特征 elu(x) + 1，代价线性增长")

  public static let isExact = false

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    program.positioned + program.shared + program.heading("kernel", self) + [
      "def phi(x):", "    return torch.where(x > 0, x + 1, x.exp())", "", "",
      "pairs = phi(q) @ phi(k).transpose(-2, -1)",
    ] + program.mixed
  }

  static let hasExponents = false

  func featureCount(_ shape: Shape, _ tensors: PartTensors) -> Int { shape.dim }
  func makingFlops(_ shape: Shape, _ tensors: PartTensors) -> Int { 0 }

  func features(_ vectors: [[Double]], areKeys: Bool, _ tensors: PartTensors) -> [[Double]] {
    vectors.map { $0.map { $0 > 0 ? $0 + 1 : exp($0) } }
  }
}
