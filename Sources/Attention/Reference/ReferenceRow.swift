import Foundation

/// One row of one head in double precision, for shapes of which `ReferenceRun` would take minutes. Softmax over keys,
/// without dropout.
public struct ReferenceRow: Sendable {
  /// `[keys]`, 0 where masked.
  public let weights: [Double]
  /// `[valueDim]`.
  public let output: [Double]

  /// Computes a row by the definition.
  public init(_ recipe: Recipe, _ inputs: Inputs, head: Int, row: Int) {
    let context = PairContext(recipe, inputs)
    let kvHead = recipe.shape.kvHead(of: head)
    func doubles(_ tensor: Tensor, _ head: Int, _ row: Int) -> [Double] { tensor.row(head, row).map { Double($0) } }
    let position = recipe.queryStart + row
    let query = recipe.position.exact(doubles(inputs.q, head, row), at: position, recipe)
    let logits = (0..<recipe.shape.keys).map { key in
      let isSeen = recipe.masks.allSatisfy { $0.keeps(query: position, key: key, in: context) }
      guard isSeen else { return -Double.infinity }
      let vector = recipe.position.exact(doubles(inputs.k, kvHead, key), at: key, recipe)
      let score = recipe.score.exact(query: query, key: vector, scale: recipe.effectiveScale, context.tensors)
      let capped = recipe.softcap.map { $0 * tanh(score / $0) } ?? score
      return (capped + recipe.bias.value(head: head, query: position, key: key, in: context)) / recipe.temperature
    }
    weights = recipe.normalizer.exact(logits)
    var output = [Double](repeating: 0, count: recipe.shape.valueDim)
    for (key, weight) in weights.enumerated() where weight != 0 {
      for (channel, value) in inputs.v.row(kvHead, key).enumerated() { output[channel] += weight * Double(value) }
    }
    self.output = output
  }
}
