import Foundation
import GRDB

/// Why the log could not be opened, read or written. What was to be saved is still with the caller, whole.
public enum StoreError: Error, Equatable, Sendable {
  /// The folder cannot be made, or the folder or the file cannot be written.
  case unwritable(path: String, reason: String)
  /// A newer heed wrote the file; it was not touched.
  case newer(path: String, version: Int, known: Int)
  /// The file is something else; it was not touched.
  case foreign(path: String)
  /// The file is not whole.
  case damaged(path: String, reason: String)
  case diskFull(path: String)
  /// Another program kept the file to itself for too long.
  case busy(path: String)
  case failed(path: String, reason: String)

  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self = error as? StoreError ?? .failed(path: path, reason: error.localizedDescription)
      return
    }
    let reason = error.message ?? error.resultCode.description
    self =
      switch error.resultCode {
      case .SQLITE_FULL: .diskFull(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
      case .SQLITE_NOTADB: .foreign(path: path)
      case .SQLITE_CORRUPT: .damaged(path: path, reason: reason)
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .unwritable(path: path, reason: reason)
      default: .failed(path: path, reason: reason)
      }
  }
}

extension StoreError: CustomStringConvertible {
  /// One line: what, where, and what to do.
  public var description: String {
    switch self {
    case .unwritable(let path, let reason):
      "cannot keep answers in \(path): \(reason). Make it writable, or choose another folder with --data DIR"
    case .newer(let path, let version, let known):
      "\(path) was written by a newer heed (format \(version), this one knows \(known)). "
        + "It was not touched: update heed, or choose another folder with --data DIR"
    case .foreign(let path):
      "\(path) is not a log of heed. It was not touched: move it away, or choose another folder with --data DIR"
    case .damaged(let path, let reason):
      "\(path) is damaged: \(reason). Restore it from a backup, or choose another folder with --data DIR"
    case .diskFull(let path): "the disk of \(path) is full: make room"
    case .busy(let path): "another program is holding \(path): wait for it, or end it"
    case .failed(let path, let reason): "cannot use \(path): \(reason)"
    }
  }
}
