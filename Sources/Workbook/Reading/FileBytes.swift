import Foundation
import Markdown

/// Reads files that anybody may have put there.
enum FileBytes {
  /// Larger files are refused: the program starts in an instant whatever stands in the folder.
  static let most = 1 << 20

  /// The bytes of a file; nil after reporting why there are none to read.
  ///
  /// Only a regular file is opened: reading from a pipe or a device may never end.
  static func read(_ url: URL, report: inout Report) -> Data? {
    var status = stat()
    guard stat(url.path, &status) == 0 else {
      report.refuse("cannot be read: \(reason(errno))", at: .start)
      return nil
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      report.refuse("cannot be read: it is not a regular file", at: .start)
      return nil
    }
    guard status.st_size <= most else {
      report.refuse("the file is larger than 1 MiB; split it", at: .start)
      return nil
    }
    guard let data = try? Data(contentsOf: url) else {
      report.refuse("cannot be read: \(reason(errno))", at: .start)
      return nil
    }
    return data
  }

  private static func reason(_ number: Int32) -> String {
    String(cString: strerror(number)).lowercased()
  }
}
