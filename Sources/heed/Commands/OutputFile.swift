import Foundation
import Tutor

/// Where a command writes what it made: standard output, or a file that is never half written.
struct OutputFile {
  /// `-` is standard output.
  let path: String
  /// Whether a file that is there may be replaced.
  let replaces: Bool

  /// - Throws: `CommandFault` where the file is there, or cannot be written.
  func write(_ data: Data) throws { try write { try $0.write(data, named: path == "-" ? "standard output" : path) } }

  /// - Parameter body: writes all of it, to where it is told.
  /// - Throws: what `body` throws, too; nothing of the file is left then.
  func write(_ body: (Descriptor) throws -> Void) throws {
    if path == "-" { return try body(.standardOutput) }
    var status = stat()
    let exists = stat(path, &status) == 0
    // A device or a pipe is not replaced, but written to.
    if exists, status.st_mode & S_IFMT != S_IFREG {
      return try Descriptor.writing(path, flags: 0, body)
    }
    guard replaces || !exists else { throw Self.exists(path) }
    let beside = path + ".\(getpid())"
    do {
      try Descriptor.writing(beside, flags: O_CREAT | O_EXCL, body)
      guard rename(beside, path) == 0 else { throw CommandFault(.cannotCreate, "\(path): \(Descriptor.lastError)") }
    } catch {
      unlink(beside)
      throw error
    }
  }

  private static func exists(_ path: String) -> CommandFault {
    CommandFault(.cannotCreate, "\(path) exists and is kept; --force replaces it", zh: "\(path) 已存在，未改动；用 --force 可替换")
  }
}
