import Attention
import Foundation
import Testing

@Suite struct `Why a weight is what it is` {
  @Test func `is told from the dot product to the division by the row's sum`() throws {
    let run = try Run("queries 6 heads 2 mask causal mask padding:5 temperature 2 seed 3")
    let why = run.why(head: 1, query: 4, key: 2)
    let kinds = why.steps.map { step in
      switch step.operation {
      case .dot: "dot"
      case .bilinear: "bilinear"
      case .additive: "additive"
      case .lengths: "lengths"
      case .scale(let factor): "scale \(factor)"
      case .softcap(let limit): "softcap \(limit)"
      case .bias(let name, _): "bias \(name)"
      case .temperature(let divisor): "temperature \(divisor)"
      case .mask(let name, let kept): "\(name) \(kept)"
      case .scoreTimesMask(let factor): "score times mask \(factor)"
      case .weightTimesMask(let factor): "weight times mask \(factor)"
      case .rowMaximum: "maximum"
      case .columnMaximum: "column maximum"
      case .exponent: "exponent"
      case .subtract: "subtract"
      case .sumAndOne: "sum and one"
      case .sigmoid: "sigmoid"
      case .dropout(let factor): "dropout \(factor)"
      case .half: "half"
      case .subtractThreshold: "threshold"
      case .positive: "positive"
      case .square: "square"
      case .cutoff(_, let kept): "cutoff \(kept)"
      case .rowSum: "sum"
      case .columnSum: "column sum"
      }
    }
    #expect(
      kinds == ["dot", "scale 0.125", "temperature 2.0", "causal true", "padding true", "maximum", "exponent", "sum"])
    #expect(why.products.count == 64)
    #expect(abs(why.products.map(Double.init).reduce(0, +) - why.steps[0].result) < 1e-5)
  }

  @Test(arguments: [
    "heads 4 kv-heads 2", "position rope mask causal queries 5 keys 9", "score dot axis queries", "keys 3 scale -0.3",
    "score cosine scale 5", "score additive dim 3", "score bilinear heads 2 position rope",
    "bias alibi heads 3 softcap 1.5", "bias t5 heads 2 mask causal",
    "normalize softmax1", "normalize sigmoid", "normalize sparsemax score dot", "normalize entmax15 axis queries",
    "normalize top-k:3", "mask causal fault mask-after-softmax", "mask window:2 fault mask-times-zero",
    "mask causal keys 11 fault top-left", "heads 4 kv-heads 2 fault tile-kv", "position rope keys 9 fault rope-restart",
    "bias alibi fault alibi-sign", "fault scale-dk", "heads 2 fault dropout-at-eval", "dropout 0.4 heads 2",
    "normalize none mask causal temperature 3",
  ])
  func `chains from step to step and ends at the weight of the run`(_ words: String) throws {
    let run = try Run(words)
    for head in 0..<run.shape.heads {
      for query in 0..<run.shape.queries {
        for key in 0..<run.shape.keys {
          let why = run.why(head: head, query: query, key: key)
          #expect(abs(why.weight - Double(run.weights[head, query, key])) < 3e-6)
          #expect(follows(why))
          let value = run.why(head: head, query: query, key: key).addsToOutput
          #expect(value.count == run.shape.valueDim)
        }
      }
    }
  }

  @Test func `adds up to the output`() throws {
    let run = try Run("queries 3 keys 5 value-dim 4 heads 2 kv-heads 1")
    for column in 0..<4 {
      let sum = (0..<5).map { run.why(head: 1, query: 2, key: $0).addsToOutput[column] }.reduce(0, +)
      #expect(abs(sum - run.output[1, 2, column]) < 2e-6)
    }
  }

  @Test func `ends at the mask that hides the pair`() throws {
    let run = try Run("queries 4 mask causal mask padding:2")
    let why = run.why(head: 0, query: 0, key: 3)
    #expect(why.steps.last?.operation == .mask(name: "causal", kept: false))
    #expect(why.steps.last?.result == -.infinity)
    #expect(why.weight == 0)
    #expect(why.addsToOutput.allSatisfy { $0 == 0 })
    #expect(run.why(head: 0, query: 3, key: 3).steps.last?.operation == .mask(name: "padding", kept: false))
  }

  /// Whether each step's operation, applied to the result before it, gives its own.
  private func follows(_ why: Derivation) -> Bool {
    var result = 0.0
    for step in why.steps {
      let next: Double =
        switch step.operation {
        case .dot, .bilinear, .additive: step.result
        case .lengths(let product): product == 0 ? 0 : result / product
        case .scale(let factor): result * factor
        case .softcap(let limit): limit * tanh(result / limit)
        case .bias(_, let added): result + added
        case .temperature(let divisor): result / divisor
        case .mask(_, let kept): kept ? result : -.infinity
        case .rowMaximum(let maximum), .columnMaximum(let maximum): result - maximum
        case .exponent: exp(result)
        case .rowSum(let sum), .columnSum(let sum), .sumAndOne(let sum): result / sum
        case .subtract(let number), .subtractThreshold(let number): result - number
        case .dropout(let factor): result * factor
        case .sigmoid: 1 / (1 + exp(-result))
        case .scoreTimesMask(let factor), .weightTimesMask(let factor): result * factor
        case .half: result / 2
        case .positive: max(0, result)
        case .square: result * result
        case .cutoff(let least, _): result >= least ? result : -.infinity
        }
      // Infinity minus infinity is no number, but equal all the same.
      if next != step.result && abs(next - step.result) > 1e-12 { return false }
      result = step.result
    }
    return true
  }
}
