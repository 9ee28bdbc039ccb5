import Dispatch
import Foundation
import Synchronization

/// Shares tasks out to a few threads, which the system keeps between calls.
enum Crew {
  /// How many threads work unless a caller says otherwise: one for each core, eight at most.
  static let size = min(ProcessInfo.processInfo.activeProcessorCount, 8)

  /// Calls `body` for the tasks 0, 1, … in that order, on whichever thread is free.
  ///
  /// - Parameters:
  ///   - count: How many tasks.
  ///   - threads: How many of them may run at a time, the caller's thread among them.
  ///   - scratch: Floats of memory that each thread gets for itself, not cleared.
  ///   - body: Gets the task and the memory.
  static func share(
    _ count: Int, threads: Int, scratch: Int, _ body: (_ task: Int, UnsafeMutablePointer<Float>) -> Void
  ) {
    let next = Atomic(0)
    @Sendable func work(_ body: (Int, UnsafeMutablePointer<Float>) -> Void) {
      let memory = UnsafeMutablePointer<Float>.allocate(capacity: max(1, scratch))
      defer { memory.deallocate() }
      while true {
        let task = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard task < count else { return }
        body(task, memory)
      }
    }
    if threads <= 1 || count <= 1 {
      work(body)
    } else {
      withoutActuallyEscaping(body) { body in
        // Tasks write to places of their own.
        nonisolated(unsafe) let body = body
        DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in work(body) }
      }
    }
  }
}
