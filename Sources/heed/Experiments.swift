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
    let (number, shared, wake) = (latest[ticket] ?? 0, shared, wake)
    Thread.detachNewThread {
      let start = ContinuousClock.now
      var inputs = InputCache()
      let result = inputs.run(recipe)
      shared.results.withLock {
        $0.append((number, ticket, .computed(recipe, ticket: ticket, result, seconds: Self.seconds(since: start))))
      }
      wake.signal()
    }
    return nil
  }

  /// What has been finished in the background since the last call and is still wanted.
  func finished() -> [Outcome] {
    let all = shared.results.withLock { results in
      defer { results = [] }
      return results
    }
    return all.filter { latest[$0.ticket] == $0.number }.map(\.outcome)
  }

  private final class Shared: Sendable {
    let results = Mutex<[(number: Int, ticket: Ticket, outcome: Outcome)]>([])
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
    if last?.shape != recipe.shape || last?.seed != recipe.seed {
      last = (recipe.shape, recipe.seed, Inputs.random(recipe.shape, seed: recipe.seed))
    }
    guard let last else { preconditionFailure("inputs were just drawn") }
    return Result { () throws(InputError) in try Run(recipe, last.inputs) }
  }
}
