/// What two kernels cost as the text gets longer: floating-point operations by the book, and the time that this machine
/// takes, which whoever makes the runs has to measure.
///
/// On a log–log scale the slope is the power of n: 2 for all pairs, 1 for a state of fixed size.
public enum CostCurve {
  static let tokens = (6...12).map { 1 << $0 }
  /// Bytes that a run may hold here: longer texts are left out.
  static let memoryLimit = 256 << 20

  /// Runs of the recipe's shape at each length, by the plain kernel and by its own, or by `linear` where that is plain.
  /// Of its parts the causal mask alone is kept, which all kernels honour.
  ///
  /// - Returns: Every length that fits, all of one length together, each run three times: the best one counts.
  public static func plan(_ recipe: Recipe) -> CurvePlan {
    let kernels = kernels(recipe)
    let runs = tokens.map { length in kernels.map { run(recipe, length, $0) } }
      .prefix { $0.allSatisfy { $0.memory <= memoryLimit } }
    let measurements = runs.enumerated().flatMap { place, pair in
      pair.enumerated().map { line, recipe in CurvePlan.Measurement(line: line, place: place, recipe: recipe) }
    }
    return CurvePlan(
      places: tokens.prefix(runs.count).map { Double($0) }, names: kernels.map { type(of: $0).name },
      measurements: measurements, repeats: 3)
  }

  private static func kernels(_ recipe: Recipe) -> [any Kernel] {
    let own = recipe.kernel
    let isUsable = !(own is PlainKernel) && (try? run(recipe, tokens[0], own).check()) != nil
    return [PlainKernel([]), isUsable ? own : Linear([])]
  }

  private static func run(_ recipe: Recipe, _ tokens: Int, _ kernel: any Kernel) -> Recipe {
    var (run, shape) = (Recipe(), recipe.shape)
    (shape.queries, shape.keys) = (tokens, tokens)
    (run.seed, run.kernel) = (recipe.seed, kernel)
    run.masks = recipe.masks.filter { $0 is Causal }
    run.take(shape)
    return run
  }
}
