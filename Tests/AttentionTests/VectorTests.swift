import Attention
import Foundation
import Testing

@Test func `all forty-three cases of the independent implementation are read`() {
  #expect(VectorCase.all.count == 43)
}

@Test(arguments: VectorCase.all)
func `a case of the independent implementation comes out within tolerance`(_ expected: VectorCase) throws {
  var recipe = try Recipe(expected.flags)
  let inputs = try Inputs(json: expected.input, recipe: &recipe)
  let run = try Run(recipe, inputs)

  let agreement = Agreement(scores: expected.scores)
  agreement.check(run.logits, expected.scores, growing: false, "scores")
  agreement.check(run.weights, expected.weights, growing: true, "weights")
  agreement.check(run.output, expected.output, growing: true, "output")
  #expect(run.keep == expected.keep.flatMap { $0 })
  for (sum, wanted) in zip(run.rowSums.joined(), expected.rowSums.joined()) {
    agreement.check(Double(sum), wanted, "row sum \(sum)")
  }
  for (entropy, wanted) in zip(run.entropy.joined(), expected.entropy.joined()) {
    guard let wanted else {
      #expect(entropy == nil, "a row with negative weights has no entropy")
      continue
    }
    agreement.check(try #require(entropy).asDouble, wanted, "entropy \(String(describing: entropy))")
  }
  #expect(run.emptyRows == expected.keep.indices.filter { !expected.keep[$0].contains(true) })
  expectAgreement(run, inputs)
}

extension Float {
  fileprivate var asDouble: Double { Double(self) }
}
