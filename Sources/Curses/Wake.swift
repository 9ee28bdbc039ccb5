import Glibc

/// Wakes a loop that waits in `Terminal.events(waiting:)`, from any thread: a result is in the queue, draw again.
///
/// A pipe of which the reading end stands in the loop's `poll` set. Many signals before one look count as one.
public nonisolated final class Wake: Sendable {
  let reading: Int32
  let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    // Without a pipe left in the process nothing else would work either; the loop then wakes by its timeouts.
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
    }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    Glibc.close(reading)
    Glibc.close(writing)
  }

  /// Makes `events(waiting:)` return `.woke`. A full pipe is no fault: then the loop is about to wake anyway.
  public func signal() {
    var byte: UInt8 = 0
    _ = write(writing, &byte, 1)
  }

  /// Takes every byte that is there: 0 for a wake, else the number of a signal.
  func drain() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(reading, &chunk, chunk.count)
      if count <= 0 { return bytes }
      bytes += chunk.prefix(count)
    }
  }
}
