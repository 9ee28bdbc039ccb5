import Attention
import Foundation
import Tutor

/// A file that is there as a whole or not at all: it is written beside its place, then put there.
struct NewFile: Sendable {
  private let path: String
  private let replaces: Bool

  /// - Parameter path: From the current folder, from `/`, or from `~` for the home folder.
  init(_ path: String, replacing: Bool) {
    let whole = (path as NSString).expandingTildeInPath
    let file = URL(filePath: whole).standardizedFileURL
    // What a link leads to is written, not the link.
    (self.path, replaces) = (file.resolvingSymlinksInPath().path(percentEncoded: false), replacing)
  }

  /// Writes what a function hands over, piece by piece.
  func write(_ body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void) -> ExportReport {
    var existing = stat()
    if lstat(path, &existing) == 0 {
      // A device or a folder must not become a file.
      guard existing.st_mode & S_IFMT == S_IFREG else {
        return .failed(Gloss(en: "\(path) is no plain file", zh: "\(path) 不是普通文件"))
      }
      if !replaces { return .exists(path: path) }
    }
    let folder = (path as NSString).deletingLastPathComponent
    let draft = "\(folder)/.heed-\(UUID().uuidString)"
    let number = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard number >= 0 else { return .failed(Self.reason(folder)) }
    defer { unlink(draft) }
    var count = 0
    do {
      try body { piece in
        try Self.write(piece, to: number)
        count += piece.count
      }
    } catch {
      close(number)
      return .failed((error as? Failure)?.reason ?? Gloss(en: "it was stopped", zh: "已停止"))
    }
    // A full disk may say so only now.
    guard fsync(number) == 0, close(number) == 0, rename(draft, path) == 0 else { return .failed(Self.reason(path)) }
    return .written(path: path, bytes: count)
  }

  private static func write(_ piece: UnsafeRawBufferPointer, to number: Int32) throws(Failure) {
    var rest = piece[...]
    while !rest.isEmpty {
      let count = Foundation.write(number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(reason: reason(nil))
      }
      rest = rest.dropFirst(count)
    }
  }

  private struct Failure: Error {
    let reason: Gloss
  }

  /// What the system says is wrong, with the place it is said of.
  private static func reason(_ place: String?) -> Gloss {
    switch errno {
    case ENOSPC, EDQUOT, EFBIG: return Gloss(en: "the disk is full", zh: "磁盘已满")
    case ENOENT: return Gloss(en: "there is no folder \(place ?? "")", zh: "没有文件夹 \(place ?? "")")
    case EACCES, EPERM, EROFS:
      return Gloss(en: "\(place ?? "the folder") may not be written to", zh: "\(place ?? "该文件夹")不可写")
    default:
      let words = String(cString: strerror(errno))
      return Gloss(en: "\(place.map { "\($0): " } ?? "")\(words)", zh: "\(place.map { "\($0)：" } ?? "")\(words)")
    }
  }
}
