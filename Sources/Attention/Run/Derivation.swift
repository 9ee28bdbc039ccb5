/// How one weight comes about, term by term, in double precision. The results chain: each step starts from the result
/// of the one before.
public struct Derivation: Equatable, Sendable {
  /// One step, and what stands after it.
  public struct Step: Equatable, Sendable {
    /// What is done to the number so far.
    public enum Operation: Equatable, Sendable {
      /// The sum of `Derivation.products`; the first step.
      case dot
      /// The sum of `Derivation.products`, each a channel of Wᵀ·q times one of k; the first step under bilinear.
      case bilinear
      /// The sum of `Derivation.products`, each w·tanh of two hidden numbers' sum; the first step under additive.
      case additive
      /// Divided by the length of q times the length of k; 0 where either is 0.
      case lengths(Double)
      /// Multiplied by a number: 1/√D under scaled-dot.
      case scale(Double)
      /// Held below a limit c: c·tanh of the number over c.
      case softcap(Double)
      /// A number is added, by the bias of this name.
      case bias(name: String, Double)
      /// Divided by a number.
      case temperature(Double)
      /// A mask of this name keeps the pair and changes nothing, or hides it: the result is then −∞, the weight 0, and
      /// no step follows.
      case mask(name: String, kept: Bool)
      /// Multiplied by 1 where the masks keep the pair and by 0 where they hide it: the fault `mask-times-zero`.
      case scoreTimesMask(Double)
      /// The same after the normaliser: the fault `mask-after-softmax`.
      case weightTimesMask(Double)
      /// The largest score that the query sees is subtracted.
      case rowMaximum(Double)
      /// The same over the queries of the key, under `--axis queries`.
      case columnMaximum(Double)
      /// e to the power of the number so far.
      case exponent
      /// Divided by the sum over the row; the last step, its result is the weight.
      case rowSum(Double)
      /// The same over the queries of the key, under `--axis queries`.
      case columnSum(Double)

      /// A number is subtracted so that nothing overflows: the larger of 0 and the line's largest, under softmax1.
      case subtract(Double)
      /// Divided by the sum of the line with e⁰ more in it, under softmax1; the last step.
      case sumAndOne(Double)
      /// 1/(1 + e^−x); the last step of sigmoid.
      case sigmoid
      /// Halved, under entmax15.
      case half
      /// The threshold above which weights begin is subtracted.
      case subtractThreshold(Double)
      /// Negative numbers become 0; the last step of sparsemax.
      case positive
      /// Squared; the last step of entmax15.
      case square
      /// Kept, if the number is no less than the k-th largest, which is given; −∞ otherwise.
      case cutoff(Double, kept: Bool)

      /// Multiplied by 1/(1 − p), or by 0 where the weight is dropped; the last step.
      case dropout(Double)

      static func maximum(_ value: Double, along axis: Axis) -> Operation {
        axis == .keys ? .rowMaximum(value) : .columnMaximum(value)
      }

      static func sum(_ value: Double, along axis: Axis) -> Operation {
        axis == .keys ? .rowSum(value) : .columnSum(value)
      }
    }

    /// What is done.
    public let operation: Operation
    /// What stands after it.
    public let result: Double
  }

  /// What the terms take from the query: its channels after its position was applied, or what a matrix makes of them.
  public let query: [Float]
  /// What the terms take from the key, as many.
  public let key: [Float]
  /// What each term adds to the score, as many: the products of q · k under dot products.
  public let products: [Float]
  /// From the sum of the terms to the weight.
  public let steps: [Step]
  /// The weight.
  public let weight: Double
  /// What the key's value adds to the query's output: weight × value, `[valueDim]`.
  public let addsToOutput: [Float]
}
