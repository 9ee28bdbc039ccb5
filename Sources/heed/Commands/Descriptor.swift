import Foundation

/// An open file, read and written with the system's own words for what goes wrong.
struct Descriptor {
  private let number: Int32

  static let standardInput = Descriptor(number: STDIN_FILENO)
  static let standardOutput = Descriptor(number: STDOUT_FILENO)

  /// Opens a file for reading, and closes it afterwards.
  /// - Throws: `CommandFault`.
  static func reading<Result>(_ path: String, _ body: (Descriptor) throws -> Result) throws -> Result {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw CommandFault(.unreadable, "\(path): \(lastError)") }
    defer { close(number) }
    return try body(Descriptor(number: number))
  }

  /// Opens a file for writing, and closes it afterwards.
  /// - Throws: `CommandFault`.
  static func writing(_ path: String, flags: Int32, _ body: (Descriptor) throws -> Void) throws {
    let number = open(path, O_WRONLY | O_CLOEXEC | flags, 0o666)
    guard number >= 0 else { throw CommandFault(.cannotCreate, "\(path): \(lastError)") }
    defer { close(number) }
    try body(Descriptor(number: number))
  }

  /// Everything up to the end.
  /// - Throws: `CommandFault`.
  func readAll(named name: String) throws -> Data {
    var data = Data()
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(number, &piece, piece.count)
      if count == 0 { return data }
      if count < 0 {
        if errno == EINTR { continue }
        throw CommandFault(.unreadable, "\(name): \(Descriptor.lastError)")
      }
      data.append(contentsOf: piece[..<count])
    }
  }

  /// Writes all of it.
  /// - Throws: `CommandFault`.
  func write(_ bytes: UnsafeRawBufferPointer, named name: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Foundation.write(number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw CommandFault(.writing, "\(name): \(Descriptor.lastError)")
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Writes all of it.
  /// - Throws: `CommandFault`.
  func write(_ data: Data, named name: String) throws { try data.withUnsafeBytes { try write($0, named: name) } }

  static var lastError: String { String(cString: strerror(errno)) }
}
