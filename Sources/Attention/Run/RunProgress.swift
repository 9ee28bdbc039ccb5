import Synchronization

/// How far a run is, told from its thread to others, and whether it is still wanted.
public final class RunProgress: Sendable {
  private let done = Atomic<Int>(0)
  private let total = Atomic<Int>(0)
  private let stopped = Atomic<Bool>(false)

  public init() {}

  /// The part of the work that is done, 0 to 1, going by heads and rows.
  public var share: Double {
    let total = total.load(ordering: .relaxed)
    return total == 0 ? 0 : min(1, Double(done.load(ordering: .relaxed)) / Double(total))
  }

  /// Asks the run to end as soon as it can: it throws `InputError.stopped`.
  public func stop() { stopped.store(true, ordering: .relaxed) }

  /// Whether it was asked to end.
  public var isStopped: Bool { stopped.load(ordering: .relaxed) }

  /// The stages of a run that take time, each for every pair of query and key.
  enum Pass { case scores, bias, weights, output }

  /// Sets out the work of a run.
  func begin(_ recipe: Recipe) {
    total.store(recipe.shape.heads * recipe.shape.queries * Self.work(recipe), ordering: .relaxed)
  }

  /// About how long a pair of query and key takes, in multiplications.
  fileprivate static func work(_ recipe: Recipe) -> Int {
    let passes: [Pass] = [.scores, .weights, .output] + (type(of: recipe.bias).addsNothing ? [] : [.bias])
    return passes.reduce(0) { $0 + work($1, recipe) }
  }

  /// Sets out work of another kind, in any unit.
  func begin(work: Int) { total.store(work, ordering: .relaxed) }

  /// Some of that work is done.
  func advance(work: Int) { done.wrappingAdd(work, ordering: .relaxed) }

  /// Some rows of a pass are done.
  func advance(_ pass: Pass, rows: Int, _ recipe: Recipe) {
    done.wrappingAdd(rows * Self.work(pass, recipe), ordering: .relaxed)
  }

  /// About how long a pass takes, in multiplications a pair.
  static func work(_ pass: Pass, _ recipe: Recipe) -> Int {
    switch pass {
    case .scores: type(of: recipe.score).workPerChannel * recipe.shape.dim
    case .bias, .weights: 16
    case .output: recipe.shape.valueDim
    }
  }
}

extension Recipe {
  /// About as many multiplications as a plain run takes the time of.
  public var work: Int { shape.heads * shape.queries * shape.keys * RunProgress.work(self) }
}
