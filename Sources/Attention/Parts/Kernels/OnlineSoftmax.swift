import Foundation

/// The softmax of one query on its way over the keys: a running maximum m, the sum l of e^(s − m), and the sum o of
/// e^(s − m)·v.
struct OnlineSoftmax {
  private(set) var maximum = -Float.infinity
  private(set) var sum = 0.0
  /// `[valueDim]`.
  private(set) var weighted: [Double]
  private let rescales: Bool

  init(valueDim: Int, rescales: Bool) {
    (weighted, self.rescales) = ([Double](repeating: 0, count: valueDim), rescales)
  }

  /// Takes in the next keys. Returns what the sums were multiplied with before, and what l then gained; nil where the
  /// masks hide all of them.
  @discardableResult
  mutating func take(
    _ logits: [Float], _ v: Tensor, kvHead: Int, firstKey: Int, dropout: [Double]?
  ) -> (factor: Double, gain: Double)? {
    let own = logits.max() ?? -.infinity
    guard own > -.infinity else { return nil }
    var factor = 1.0
    if own > maximum {
      if rescales { factor = exp(Double(maximum) - Double(own)) }
      sum *= factor
      for channel in weighted.indices { weighted[channel] *= factor }
      maximum = own
    }
    var gain = 0.0
    for (index, logit) in logits.enumerated() where logit > -.infinity {
      let power = exp(Double(logit) - Double(maximum))
      gain += power
      let weight = power * (dropout?[firstKey + index] ?? 1)
      for (channel, value) in v.row(kvHead, firstKey + index).enumerated() {
        weighted[channel] += weight * Double(value)
      }
    }
    sum += gain
    return (factor, gain)
  }

  /// The weighted mean of the values; zeros where no key was seen.
  var result: [Float] { weighted.map { sum == 0 ? 0 : Float($0 / sum) } }
}
