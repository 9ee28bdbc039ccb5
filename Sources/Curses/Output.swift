import Foundation
import Glibc

extension Terminal {
  /// Puts text on the clipboard of the machine that the person sits at, also over SSH (OSC 52).
  ///
  /// The terminal may refuse without saying so. False when the text is longer than terminals take (about 74 KB).
  @discardableResult
  public func write(osc52 text: String) -> Bool {
    let coded = Data(text.utf8).base64EncodedString()
    guard state == .ours, coded.utf8.count <= 100_000 else { return false }
    put("\u{1B}]52;c;\(coded)\u{7}")
    return true
  }

  /// Sends bytes past curses, which has sent everything of its own by now.
  func put(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
