import Foundation

/// By which one tells whether a file has changed, without reading it.
struct FileState: Sendable {
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// - Returns: nil where there is no regular file.
  init?(_ url: URL) {
    var status = stat()
    guard stat(url.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int(status.st_size)
    (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }

  /// Whether a change after this moment would show: two within one tick of the file system's clock do not.
  func isSettled(at now: Date) -> Bool { now.timeIntervalSince1970 - Double(seconds) > 2 }

  var text: String { "\(size) \(seconds) \(nanoseconds)" }
}

extension BankLanguage {
  /// A hash of what decides whether a file of the language is without fault.
  var mark: String {
    var fingerprint = Fingerprint()
    for topic in topics { fingerprint.add(topic.id) }
    for role in Section.Role.allCases { fingerprint.add(headings[role]) }
    fingerprint.add(headings.quiz)
    return fingerprint.description
  }
}
