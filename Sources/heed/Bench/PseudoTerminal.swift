import Foundation
import Glibc

/// A program in a pseudo-terminal, timed by the frames it sends: each ends with the mark of synchronised output.
final class PseudoTerminal {
  private static let endOfFrame = Array("\u{1B}[?2026l".utf8)

  // TIOCSPTLCK, TIOCGPTN and POSIX_SPAWN_SETSID of Linux, which Swift's Glibc leaves out.
  private static let unlock: UInt = 0x4004_5431
  private static let number: UInt = 0x8004_5430
  private static let newSession: Int16 = 0x80

  private let controller: Int32
  private let process: pid_t
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var tail: [UInt8] = []

  /// Starts a program on a terminal of a size.
  init(_ arguments: [String], environment: [String: String], columns: UInt16, rows: UInt16) throws {
    controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (locked, number): (Int32, UInt32) = (0, 0)
    guard controller >= 0, ioctl(controller, Self.unlock, &locked) == 0, ioctl(controller, Self.number, &number) == 0
    else { throw CommandFault(.unavailable, "no pseudo-terminal: \(String(cString: strerror(errno)))") }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, Self.newSession)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var process: pid_t = 0
    start = clock.now
    let status = posix_spawn(&process, arguments[0], &actions, &attributes, &words, &variables)
    self.process = process
    guard status == 0 else { throw CommandFault(.unavailable, "\(arguments[0]): \(String(cString: strerror(status)))") }
  }

  /// Seconds from the start of the program to the end of its first frame.
  func firstFrame() throws -> Double { try frame(since: start) }

  /// Seconds from sending keys to the end of the frame they cause.
  func frame(after keys: String) throws -> Double {
    let sent = clock.now
    _ = keys.withCString { write(controller, $0, strlen($0)) }
    return try frame(since: sent)
  }

  /// Waits until nothing more is sent for a while; returns when the last came, in seconds from the start.
  @discardableResult
  func settle(milliseconds: Int32 = 150) -> Double {
    var last = seconds(since: start)
    while read(waiting: milliseconds) { last = seconds(since: start) }
    tail = []
    return last
  }

  /// The most memory that the program has held, in bytes, as the system counts it; 0 where it does not.
  var peakMemory: Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return 0 }
    return (Int(line.filter(\.isNumber)) ?? 0) * 1024
  }

  /// Ends the program, whatever it is doing.
  func end() {
    kill(process, SIGTERM)
    while read(waiting: 500) {}
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(controller)
  }

  private func frame(since start: ContinuousClock.Instant) throws -> Double {
    tail = []
    while true {
      guard read(waiting: 5000) else { throw CommandFault(.unavailable, "no frame within 5 s") }
      guard tail.contains(Self.endOfFrame) else { continue }
      return seconds(since: start)
    }
  }

  private func seconds(since start: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = (clock.now - start).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  /// Reads what has come; false when nothing came in time or the program has ended.
  private func read(waiting: Int32) -> Bool {
    var source = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, waiting) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(controller, &buffer, buffer.count)
    guard count > 0 else { return false }
    tail = tail.suffix(Self.endOfFrame.count) + buffer[..<count]
    return true
  }
}
