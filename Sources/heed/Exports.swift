import Curses
import Dispatch
import Foundation
import Synchronization
import Tutor

/// Writes files on a thread of its own, one at a time. A small one is there at once; the rest is followed, and can be
/// stopped.
@MainActor
final class Exports {
  private let wake: Wake
  private var job: Job?

  init(wake: Wake) { self.wake = wake }

  /// Whether a file is being written.
  var isBusy: Bool { job != nil }

  /// Begins to write a file, and returns what came of it so far.
  func write(_ export: Export, to path: String, replacing: Bool) -> [Outcome] {
    stop()
    let job = Job(export, NewFile(path, replacing: replacing))
    self.job = job
    Thread.detachNewThread { [wake] in
      job.run()
      wake.signal()
    }
    _ = job.isDone.wait(timeout: .now() + .milliseconds(100))
    return outcomes()
  }

  /// Gives the file up; nothing of it stays.
  func stop() {
    job?.isStopped.store(true, ordering: .relaxed)
    job = nil
  }

  /// What came of it, or how far it is.
  func outcomes() -> [Outcome] {
    guard let job else { return [] }
    guard let report = job.report.withLock({ $0 }) else {
      return [.export(.writing(bytes: job.bytes.load(ordering: .relaxed)))]
    }
    self.job = nil
    return [.export(report)]
  }

  private final class Job: Sendable {
    let isDone = DispatchSemaphore(value: 0)
    let isStopped = Atomic(false)
    let bytes = Atomic(0)
    let report = Mutex<ExportReport?>(nil)
    private let export: Export
    private let file: NewFile

    init(_ export: Export, _ file: NewFile) { (self.export, self.file) = (export, file) }

    func run() {
      let result = file.write { sink in
        try export.write { piece in
          if isStopped.load(ordering: .relaxed) { throw CancellationError() }
          try sink(piece)
          bytes.wrappingAdd(piece.count, ordering: .relaxed)
        }
      }
      report.withLock { $0 = result }
      isDone.signal()
    }
  }
}
