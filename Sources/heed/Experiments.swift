import Attention
import Curses
import Foundation
import Synchronization
import Tutor

/// Computes runs: small ones at once, large ones in the background, the latest request of each ticket only.
@MainActor
final class Experiments {
  /// Up to this much work a run is done before the next frame, in floating-point operations.
  private static let immediate = 60_000_000

  private let wake: Wake
  private let shared = Shared()
  private var latest: [Ticket: Int] = [:]
  private var inputs = InputCache()

  init(wake: Wake) { self.wake = wake }

  /// The outcome of a small run; nil when it is computed in the background and `finished()` will have it.
  func run(_ recipe: Recipe, for ticket: Ticket) -> Outcome? {
    latest[ticket, default: 0] += 1
    guard Self.work(recipe) > Self.immediate else {
      let start = ContinuousClock.now
      let result = inputs.run(recipe)
      return .computed(recipe, ticket: ticket, result, seconds: Self.seconds(since: start))
    }
    if shared.take(recipe, for: ticket, number: latest[ticket] ?? 0) {
      Thread.detachNewThread { [shared, wake] in
        while let job = shared.next() {
          let start = ContinuousClock.now
          var inputs = InputCache()
          let result = inputs.run(job.recipe)
          let outcome = Outcome.computed(
            job.recipe, ticket: job.ticket, result, seconds: Self.seconds(since: start))
          shared.finish(outcome, of: job)
          wake.signal()
        }
      }
    }
    return nil
  }

  /// What has been finished in the background since the last call and is still wanted.
  func finished() -> [Outcome] {
    shared.results().filter { latest[$0.job.ticket] == $0.job.number }.map(\.outcome)
  }

  private struct Job {
    let number: Int
    let ticket: Ticket
    let recipe: Recipe
  }

  /// Work between the loop and the threads that do it: few, as each may hold gigabytes, and one at least that an
  /// earlier request does not keep from the latest.
  private final class Shared: Sendable {
    private static let mostThreads = 2

    private struct State {
      var waiting: [Ticket: Job] = [:]
      var threads = 0
      var results: [(job: Job, outcome: Outcome)] = []
    }
    private let state = Mutex(State())

    /// Puts a request in the place of one that no thread has begun; says whether to start another thread.
    func take(_ recipe: Recipe, for ticket: Ticket, number: Int) -> Bool {
      state.withLock { state in
        state.waiting[ticket] = Job(number: number, ticket: ticket, recipe: recipe)
        guard state.threads < Self.mostThreads else { return false }
        state.threads += 1
        return true
      }
    }

    /// What a thread is to do next; nil when it is to end.
    func next() -> Job? {
      state.withLock { state in
        if let job = state.waiting.popFirst()?.value { return job }
        state.threads -= 1
        return nil
      }
    }

    func finish(_ outcome: Outcome, of job: Job) { state.withLock { $0.results.append((job, outcome)) } }

    func results() -> [(job: Job, outcome: Outcome)] {
      state.withLock { state in
        defer { state.results = [] }
        return state.results
      }
    }
  }

  private static func work(_ recipe: Recipe) -> Int {
    let shape = recipe.shape
    return 2 * shape.heads * shape.queries * shape.keys * (shape.dim + shape.valueDim)
  }

  private nonisolated static func seconds(since start: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}

/// Keeps the tensors of the last shape and seed: turning any other parameter does not draw them again.
struct InputCache {
  private var last: (shape: Shape, seed: UInt64, inputs: Inputs)?

  mutating func run(_ recipe: Recipe) -> Result<Run, InputError> {
    // Before anything is drawn: the largest shapes do not fit.
    if recipe.memory > Recipe.memoryLimit {
      return .failure(.tooLarge(bytes: recipe.memory, limit: Recipe.memoryLimit))
    }
    if last?.shape != recipe.shape || last?.seed != recipe.seed {
      last = (recipe.shape, recipe.seed, Inputs.random(recipe.shape, seed: recipe.seed))
    }
    guard let last else { preconditionFailure("inputs were just drawn") }
    return Result { () throws(InputError) in try Run(recipe, last.inputs) }
  }
}
