import Foundation

extension Run {
  /// How one weight comes about, term by term.
  ///
  /// - Precondition: `keepsWeights`.
  /// - Parameters:
  ///   - head: The query head, from 0.
  ///   - query: The row, from 0.
  ///   - key: The column, from 0.
  public func why(head: Int, query: Int, key: Int) -> Derivation {
    precondition(keepsWeights, "kernel \(recipe.kernel.text) keeps no weights to derive")
    let recipe = asRun
    let kvHead = recipe.shape.kvHead(of: head)
    let queryVector = Array(q.row(head, query))
    let keyVector = Array(k.row(kvHead, key))
    let opening = recipe.score.derivation(
      query: queryVector, key: keyVector, scale: recipe.effectiveScale, context.tensors)
    var steps = opening.steps
    var result = steps.last?.result ?? 0
    func add(_ operation: Derivation.Step.Operation, _ next: Double) {
      result = next
      steps.append(Derivation.Step(operation: operation, result: next))
    }

    if let softcap = recipe.softcap { add(.softcap(softcap), softcap * tanh(result / softcap)) }
    let (i, j) = (recipe.queryStart + query, key)
    if !type(of: recipe.bias).addsNothing {
      let bias = recipe.bias.value(head: head, query: i, key: j, in: context)
      add(.bias(name: type(of: recipe.bias).name, bias), result + bias)
    }
    if recipe.temperature != 1 { add(.temperature(recipe.temperature), result / recipe.temperature) }
    let masking = recipe.fault.masking
    let factor = recipe.masks.allSatisfy { $0.keeps(query: i, key: j, in: context) } ? 1.0 : 0
    switch masking {
    case .infinity:
      for mask in recipe.masks {
        let kept = mask.keeps(query: i, key: j, in: context)
        add(.mask(name: type(of: mask).name, kept: kept), kept ? result : -.infinity)
        if !kept { break }
      }
    case .zeroBefore: add(.scoreTimesMask(factor), result * factor)
    case .zeroAfter: break
    }
    var weight = 0.0
    if result > -.infinity {
      var line = line(head: head, query: query, key: key)
      let index = recipe.axis == .keys ? key : query
      // The exact number of this place, so that the results chain.
      line[index] = result
      steps += recipe.normalizer.derivation(line, at: index, along: recipe.axis)
      result = steps.last?.result ?? 0
      if masking == .zeroAfter { add(.weightTimesMask(factor), result * factor) }
      if let dropout = Dropout(recipe) {
        let factor = dropout.factors(head: head, row: query, keys: shape.keys)[key]
        add(.dropout(factor), result * factor)
      }
      weight = result
    }
    return Derivation(
      query: opening.query, key: opening.key, products: opening.products, steps: steps, weight: weight,
      addsToOutput: inputs.v.row(kvHead, key).map { Float(weight * Double($0)) })
  }

  /// The logits that are normalised together with a place, −∞ where masked.
  private func line(head: Int, query: Int, key: Int) -> [Double] {
    let seesAll = recipe.fault.masking == .zeroAfter
    func logit(_ row: Int, _ column: Int) -> Double {
      seesAll || keep[row * shape.keys + column] ? Double(logits[head, row, column]) : -.infinity
    }
    return switch recipe.axis {
    case .keys: (0..<shape.keys).map { logit(query, $0) }
    case .queries: (0..<shape.queries).map { logit($0, key) }
    }
  }
}
