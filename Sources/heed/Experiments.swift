import Attention
import Curses
import Dispatch
import Foundation
import Synchronization
import Tutor

/// Computes runs on threads of their own, the latest request of each ticket only. Small ones, and others that are done by
/// the next frame, come at once; the rest is followed, and can be stopped.
@MainActor
final class Experiments {
  /// Up to this much work a run is waited for, in multiplications: a few milliseconds, whatever a busy machine adds.
  private static let small = 30_000_000

  /// How long the loop waits for a run before it goes on without it.
  private static func patience(_ job: Job) -> DispatchTimeInterval {
    .milliseconds(job.head == nil && job.recipe.work <= small ? 1000 : 12)
  }

  private let wake: Wake
  private let shared = Shared()
  /// What was asked for last and has not come yet.
  private var awaited: [Ticket: Job] = [:]
  private var number = 0

  init(wake: Wake) { self.wake = wake }

  /// Whether somebody waits for a run.
  var isBusy: Bool { !awaited.isEmpty }

  /// Begins a run, and returns what is done by the next frame; `outcomes()` will have the rest.
  ///
  /// - Parameter head: The head whose weights are pooled; nil: everything is held.
  func run(_ recipe: Recipe, head: Int? = nil, for ticket: Ticket) -> [Outcome] {
    cancel(ticket)
    number += 1
    let job = Job(number: number, ticket: ticket, recipe: recipe, head: head)
    if shared.take(job) {
      Thread.detachNewThread { [shared, wake] in
        while let job = shared.next() {
          shared.finish(job.run(shared.inputs), of: job)
          wake.signal()
        }
      }
    }
    awaited[ticket] = job
    return job.isDone.wait(timeout: .now() + Self.patience(job)) == .success ? finished() : []
  }

  /// Gives a ticket's run up.
  func cancel(_ ticket: Ticket) { awaited.removeValue(forKey: ticket)?.progress.stop() }

  /// What came since the last call and is still wanted, and how far the rest is.
  func outcomes() -> [Outcome] {
    finished()
      + awaited.values.map { .computing($0.recipe, ticket: $0.ticket, share: $0.progress.share) }
  }

  private func finished() -> [Outcome] {
    shared.results().filter { result in
      guard awaited[result.job.ticket]?.number == result.job.number else { return false }
      awaited[result.job.ticket] = nil
      return true
    }.map(\.outcome)
  }

  private struct Job: Sendable {
    let number: Int
    let ticket: Ticket
    let recipe: Recipe
    let head: Int?
    let progress = RunProgress()
    let isDone = DispatchSemaphore(value: 0)

    func run(_ inputs: InputCache) -> Outcome {
      let start = ContinuousClock.now
      func seconds() -> Double {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Double(seconds) + Double(attoseconds) / 1e18
      }
      guard let head else {
        let result = inputs.run(recipe, progress)
        return .computed(recipe, ticket: ticket, result, seconds: seconds())
      }
      let result = Result { () throws(InputError) in try PooledRun(recipe, head: head, progress: progress) }
      return .pooled(recipe, head: head, ticket: ticket, result, seconds: seconds())
    }
  }

  /// Work between the loop and the threads that do it: few, as each may hold gigabytes, and one at least that an
  /// earlier request does not keep from the latest.
  private final class Shared: Sendable {
    private static let mostThreads = 2

    private struct State {
      var waiting: [Job] = []
      var threads = 0
      var results: [(job: Job, outcome: Outcome)] = []
    }
    private let state = Mutex(State())
    let inputs = InputCache()

    /// Puts a request in the place of one that no thread has begun; says whether to start another thread.
    func take(_ job: Job) -> Bool {
      state.withLock { state in
        state.waiting.removeAll { $0.ticket == job.ticket }
        state.waiting.append(job)
        guard state.threads < Self.mostThreads else { return false }
        state.threads += 1
        return true
      }
    }

    /// What a thread is to do next; nil when it is to end.
    func next() -> Job? {
      state.withLock { state in
        state.waiting.removeAll { $0.progress.isStopped }
        if !state.waiting.isEmpty { return state.waiting.removeFirst() }
        state.threads -= 1
        return nil
      }
    }

    func finish(_ outcome: Outcome, of job: Job) {
      state.withLock { $0.results.append((job, outcome)) }
      job.isDone.signal()
    }

    func results() -> [(job: Job, outcome: Outcome)] {
      state.withLock { state in
        defer { state.results = [] }
        return state.results
      }
    }
  }
}

/// Keeps the tensors of the last shape and seed: turning any other parameter does not draw them again.
final class InputCache: Sendable {
  private let last = Mutex<(shape: Shape, seed: UInt64, inputs: Inputs)?>(nil)

  func run(_ recipe: Recipe, _ progress: RunProgress? = nil) -> Result<Run, InputError> {
    // Before anything is drawn: the largest shapes do not fit.
    if recipe.memory > Recipe.memoryLimit {
      return .failure(.tooLarge(bytes: recipe.memory, limit: Recipe.memoryLimit))
    }
    let inputs = inputs(recipe)
    return Result { () throws(InputError) in try Run(recipe, inputs, progress: progress) }
  }

  private func inputs(_ recipe: Recipe) -> Inputs {
    let kept = last.withLock { $0 }
    if let kept, kept.shape == recipe.shape, kept.seed == recipe.seed { return kept.inputs }
    let drawn = Inputs.random(recipe.shape, seed: recipe.seed)
    last.withLock { $0 = (recipe.shape, recipe.seed, drawn) }
    return drawn
  }
}
