import Attention
import Testing

/// A size: one, primes, and powers of two with their neighbours.
private let sizes = [1, 1, 2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 23]

/// A recipe drawn at random from every part that there is.
private func drawn(_ number: UInt64) throws -> Recipe {
  var dice = Dice(number)
  func size() -> Int { sizes.randomElement(using: &dice) ?? 1 }
  var recipe = Recipe()
  let kvHeads = Int.random(in: 1...3, using: &dice)
  try recipe.set("heads", to: "\(kvHeads * Int.random(in: 1...3, using: &dice))")
  try recipe.set("kv-heads", to: "\(kvHeads)")
  for name in ["queries", "keys", "dim", "value-dim"] { try recipe.set(name, to: "\(size())") }
  try recipe.set("seed", to: "\(number)")
  var parameters = Recipe.parameters.filter { $0.group == .parts }
  // Kernels other than the plain one refuse most parts: now and then the kernel is drawn first, and parts must fit it.
  if number.isMultiple(of: 4) {
    parameters = parameters.filter { $0.name == "kernel" } + parameters.filter { $0.name != "kernel" }
  }
  for parameter in parameters {
    // Anything that stepping can reach; what does not go with the rest is passed over by the step itself.
    let steps = Int.random(in: -4...4, using: &dice)
    let value = parameter.step(from: recipe[parameter.name], by: steps, in: recipe)
    try recipe.set(parameter.name, to: value)
  }
  return recipe
}

@Test(arguments: 0..<400)
func `a run drawn at random agrees with the reference in double precision`(_ number: Int) throws {
  let recipe = try drawn(UInt64(number))
  let inputs = Inputs.random(recipe.shape, seed: recipe.seed)
  if recipe.kernel is Decode, recipe.queryStart < 0 { return }
  // The reference has no tiles.
  if recipe.fault is NoRescale { return }
  if let topK = recipe.normalizer as? TopK, isTied(ReferenceRun(recipe, inputs), topK, recipe.axis) { return }
  expectAgreement(try Run(recipe, inputs), inputs)
}

/// Whether the k-th score of a line is as good as equal to the next one: rounding then decides which of them stays.
private func isTied(_ reference: ReferenceRun, _ topK: TopK, _ axis: Axis) -> Bool {
  reference.scores.contains { head in
    let lines =
      axis == .keys
      ? head.indices.map { row in head[row].indices.filter { reference.keep[row][$0] }.map { head[row][$0] } }
      : head[0].indices.map { key in head.indices.filter { reference.keep[$0][key] }.map { head[$0][key] } }
    return lines.contains { line in
      let sorted = line.sorted(by: >)
      return topK.count < sorted.count && sorted[topK.count - 1] - sorted[topK.count] < 1e-5 * max(1, abs(sorted[0]))
    }
  }
}

@Test func `random recipes reach every part of every list`() throws {
  let reached = try Set(
    (0..<400).flatMap { number in try drawn(UInt64(number)).flags.map { "\($0.name) \($0.value)" } })
  for parameter in Recipe.parameters {
    // Faults need too much by name: each has a case of its own.
    guard case .choice(let choices) = parameter.kind, parameter.name != "fault" else { continue }
    let standard = Recipe()[parameter.name]
    for choice in choices where choice.name != standard && choice.argument == nil {
      let isReached = reached.contains("\(parameter.name) \(choice.name)")
      #expect(isReached, "\(parameter.name) \(choice.name)")
    }
  }
}

@Test(arguments: [
  "dim 1024 queries 3 keys 5", "queries 2 keys 700 value-dim 3", "queries 40 keys 1 heads 5 kv-heads 1",
])
func `long sums agree with the reference`(_ words: String) throws {
  let recipe = try Recipe(words)
  let inputs = Inputs.random(recipe.shape, seed: 3)
  expectAgreement(try Run(recipe, inputs), inputs)
}
