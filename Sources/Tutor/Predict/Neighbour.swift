import Attention
import Learning

/// A setting one change away from another.
struct Neighbour: Sendable {
  let recipe: Recipe
  /// The name of the parameter that differs.
  let name: String

  /// Its value: `causal`, `0.3`.
  var value: String { recipe[name] }
  var parameter: Parameter? { Recipe.parameter(name) }

  /// What makes a picture look different; shapes and seeds are left as they are.
  private static let turned = ["mask", "score", "temperature", "bias", "normalize", "position", "axis", "fault"]

  /// Drawn numbers alone decide what these look like: there is nothing to reason from.
  private static let arbitrary: Set = [
    T5.name, Bilinear.name, Additive.name, Rope.name, HeadsReshape.name, RopeMixed.name, RopeRestart.name, TileKV.name,
    DropoutAtEval.name,
  ]

  /// The settings around a recipe that keep weights to look at, in an order that follows from the seed, never two of one
  /// parameter in a row while there are others.
  static func around(_ recipe: Recipe, seed: UInt64) -> [Neighbour] {
    var generator = SeededGenerator(seed: seed)
    var groups = turned.compactMap(Recipe.parameter).map { steps(of: $0, recipe).ordered(by: &generator) }
    groups = groups.ordered(by: &generator)
    var all: [Neighbour] = []
    while groups.contains(where: { !$0.isEmpty }) {
      for index in groups.indices where !groups[index].isEmpty { all.append(groups[index].removeLast()) }
    }
    return all
  }

  /// What the arrow keys would reach of a parameter: all choices, or numbers some rungs away.
  private static func steps(of parameter: Parameter, _ recipe: Recipe) -> [Neighbour] {
    let own = recipe[parameter.name]
    var values: [String] = []
    if parameter.choices.isEmpty {
      values = [-4, 4].map { parameter.step(from: own, by: $0, in: recipe) }
    } else {
      var next = own
      for _ in 0..<24 {
        next = parameter.step(from: next, by: 1, in: recipe)
        if next == own || values.contains(next) { break }
        values.append(next)
      }
    }
    return values.compactMap { value in
      var changed = recipe
      guard value != own, !arbitrary.contains(value), (try? changed.set(parameter.name, to: value)) != nil,
        type(of: changed.kernel).keepsWeights, changed.memory <= Recipe.memoryLimit
      else { return nil }
      return Neighbour(recipe: changed, name: parameter.name)
    }
  }
}
