import Attention
import Testing

/// The promised tolerance against a result in double precision: 2·10⁻⁶ × max(1, max|scores|), for weights and outputs
/// also × max(1, max|expected|).
struct Agreement {
  private let tolerance: Double

  init(scores: [[[Double]]]) {
    tolerance = 2e-6 * max(1, scores.joined().joined().map(abs).max() ?? 0)
  }

  /// Holds a tensor to the expected numbers.
  func check(
    _ tensor: Tensor, _ expected: [[[Double]]], growing: Bool, _ what: Comment,
    at place: SourceLocation = #_sourceLocation
  ) {
    let all = expected.joined().joined()
    #expect(tensor.values.count == all.count, what, sourceLocation: place)
    let limit = tolerance * (growing ? max(1, all.map(abs).max() ?? 0) : 1)
    let worst = zip(tensor.values, all).map { abs(Double($0) - $1) }.max() ?? .infinity
    #expect(worst <= limit, "\(what): off by \(worst), allowed \(limit)", sourceLocation: place)
  }

  func check(_ one: Double, _ other: Double, _ what: Comment, at place: SourceLocation = #_sourceLocation) {
    #expect(abs(one - other) <= tolerance, what, sourceLocation: place)
  }
}

/// Holds a run to the reference.
func expectAgreement(_ run: Run, _ inputs: Inputs, at place: SourceLocation = #_sourceLocation) {
  let reference = ReferenceRun(run.recipe, inputs)
  let agreement = Agreement(scores: reference.scores)
  let flags = run.recipe.flags.map { "\($0.name) \($0.value)" }.joined(separator: " ")
  #expect(run.keepsWeights == type(of: run.recipe.kernel).keepsWeights, sourceLocation: place)
  if run.keepsWeights {
    agreement.check(run.logits, reference.scores, growing: false, "scores of \(flags)", at: place)
    agreement.check(run.weights, reference.weights, growing: true, "weights of \(flags)", at: place)
  }
  agreement.check(run.output, reference.output, growing: true, "output of \(flags)", at: place)
  #expect(run.keep == reference.keep.flatMap { $0 }, "mask of \(flags)", sourceLocation: place)
}

extension Recipe {
  /// A recipe as a test writes it: `Recipe("queries 5 mask causal")`.
  init(_ words: String) throws {
    let parts = words.split(separator: " ").map(String.init)
    try self.init(stride(from: 0, to: parts.count, by: 2).map { Flag(name: parts[$0], value: parts[$0 + 1]) })
  }
}

extension Run {
  /// A run of a recipe on inputs drawn from its seed.
  init(_ words: String) throws { try self.init(Recipe(words)) }
}

/// What a piece of code throws, as the one line that a user reads.
func message(_ body: () throws -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch {
    return "\(error)"
  }
}

/// Numbers for tests that draw their cases: the same ones every time.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let x = (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
    return x ^ (x >> 29)
  }
}
